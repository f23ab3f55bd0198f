import { init, use as nimmBausteine } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { nenneZeitraum } from './blatt.ts';
import type { Blatt } from './blatt.ts';
import type { Verlauf } from './lesen.ts';

nimmBausteine([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** Told apart by people who see colours differently, and on a grey print (Okabe and Ito). */
const FARBEN = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#6a3d9a', '#666666', '#b2182b'];
const SCHRIFT = 'Fira Sans, Arial, sans-serif';
const BREITE = 540;

/** Bars of a table; a second Merkmal makes stacked parts. Drawn on the server and served as a file (D26). */
export function zeichneBalken(blatt: Blatt): string {
  const zeilen = blatt.zeilen.filter(({ rand }) => !rand || blatt.zeilen.length === 1);
  const gestapelt = blatt.spalten.length > 1;
  const reihen = blatt.spalten.slice(0, gestapelt && blatt.spalten.at(-1) === 'zusammen' ? -1 : undefined);
  return zeichne(zeilen.length * 38 + (gestapelt ? 110 : 60), {
    legend: gestapelt ? { top: 0, left: 0, itemGap: 14 } : undefined,
    grid: { left: 8, right: 48, top: gestapelt ? 56 : 8, bottom: 24, containLabel: true },
    xAxis: { type: 'value', axisLabel: { color: '#333' }, splitLine: { lineStyle: { color: '#ddd' } } },
    yAxis: { type: 'category', inverse: true, data: zeilen.map(({ titel }) => titel || blatt.mass), axisLabel: { color: '#111', width: 190, overflow: 'break', lineHeight: 14 }, axisTick: { show: false } },
    series: reihen.map((name, i) => ({
      type: 'bar', name, ...(gestapelt && { stack: 'alle' }), barMaxWidth: 22, data: zeilen.map(({ werte }) => werte[i]?.wert ?? null),
      label: gestapelt ? undefined : { show: true, position: 'right', color: '#111' },
    })),
  });
}

/** Lines over the cut-off days. */
export function zeichneVerlauf({ stichtage, reihen, titel }: Verlauf): string {
  const mehrere = reihen.length > 1;
  return zeichne(mehrere ? 380 : 300, {
    legend: mehrere ? { top: 0, left: 0, itemGap: 14 } : undefined,
    grid: { left: 8, right: 16, top: mehrere ? 70 : 16, bottom: 8, containLabel: true },
    xAxis: { type: 'category', boundaryGap: false, data: stichtage.map((tag) => nenneZeitraum(tag, 'monat').replace(/^(\S{3})\S* (\d{2})(\d{2})$/, '$1 $3')), axisLabel: { color: '#333' } },
    yAxis: { type: 'value', min: 0, axisLabel: { color: '#333' }, splitLine: { lineStyle: { color: '#ddd' } } },
    series: reihen.map(({ titel: name, werte }, i) => ({ type: 'line', name: name || titel, data: werte, symbol: ZEICHEN[i % ZEICHEN.length], symbolSize: 7, lineStyle: { width: 2, type: STRICHE[i % STRICHE.length] } })),
  });
}
const ZEICHEN = ['circle', 'rect', 'triangle', 'diamond'];
const STRICHE = ['solid', 'dashed', 'dotted'] as const;

function zeichne(hoehe: number, option: object): string {
  const bild = init(null, null, { renderer: 'svg', ssr: true, width: BREITE, height: hoehe });
  bild.setOption({ animation: false, backgroundColor: '#ffffff', color: FARBEN, textStyle: { fontFamily: SCHRIFT, fontSize: 13 }, ...option });
  const svg = bild.renderToSVGString();
  bild.dispose();
  return svg;
}

/** Where the eight Kommunen lie to each other, in columns and rows, by the end of their Gemeindeschlüssel. */
const LAGE: Readonly<Record<string, readonly [spalte: number, zeile: number]>> = {
  '016': [0, 0], '008': [1, 0], '032': [2, 0], '020': [1, 1], '012': [2, 1], '004': [1, 2], '028': [1, 3], '024': [2, 2],
};

/** A schematic map: a tile for each Kommune, darker where there are more cases. Null where a Kreis has another shape. */
export function zeichneKarte(kommunen: readonly { name: string; ags: string; wert: number | null }[]): string | null {
  const felder = kommunen.map((eine) => ({ ...eine, lage: eine.ags.startsWith('05378') ? LAGE[eine.ags.slice(-3)] : undefined }));
  if (felder.length === 0 || felder.some(({ lage }) => !lage)) return null;
  const groesster = Math.max(1, ...felder.map(({ wert }) => wert ?? 0));
  const kacheln = felder.map(({ name, wert, lage }) => {
    const [x, y] = [(lage?.[0] ?? 0) * 180 + 4, (lage?.[1] ?? 0) * 96 + 4];
    const anteil = (wert ?? 0) / groesster;
    const [fuellung, tinte] = [`rgb(${[[230, 0], [240, 86], [247, 143]].map(([hell = 0, dunkel = 0]) => Math.round(hell + (dunkel - hell) * anteil)).join(',')})`, anteil > 0.5 ? '#ffffff' : '#111111'];
    return `<g><rect x="${x}" y="${y}" width="172" height="88" rx="6" fill="${fuellung}" stroke="#355"/><text x="${x + 86}" y="${y + 38}" text-anchor="middle" fill="${tinte}">${rein(name)}</text>`
      + `<text x="${x + 86}" y="${y + 64}" text-anchor="middle" font-size="20" font-weight="bold" fill="${tinte}">${wert === null ? '–' : wert}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 548 392" width="548" height="392" font-family="${SCHRIFT}" font-size="15"><rect width="548" height="392" fill="#ffffff"/>${kacheln.join('')}</svg>`;
}

const rein = (text: string): string => text.replace(/[<>&"]/g, (zeichen) => `&#${zeichen.charCodeAt(0)};`);
