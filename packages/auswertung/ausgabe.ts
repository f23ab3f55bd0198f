import { utils, write } from '@e965/xlsx';
import { nenneZeitraum, RUNDUNGSHINWEIS } from './blatt.ts';
import type { Blatt } from './blatt.ts';
import type { Format } from './formate.ts';

export function schreibeBlatt(blatt: Blatt, format: Format): Buffer {
  if (format === 'json') return Buffer.from(`${JSON.stringify({ ...blatt, hinweis: RUNDUNGSHINWEIS }, null, 2)}\n`);
  const raster = [[blatt.zeilenkopf, ...blatt.spalten], ...blatt.zeilen.map(({ titel, werte }) => [titel, ...werte.map(({ wert }) => wert)])];
  // The mark tells Excel that umlauts are UTF-8.
  if (format === 'csv') return Buffer.from(`\uFEFF${[...raster, [], ...angabenVon(blatt)].map((zeile) => zeile.map(alsFeld).join(';')).join('\r\n')}\r\n`);
  const mappe = utils.book_new();
  utils.book_append_sheet(mappe, utils.aoa_to_sheet(raster), 'Werte');
  utils.book_append_sheet(mappe, utils.aoa_to_sheet(angabenVon(blatt)), 'Angaben');
  return write(mappe, { type: 'buffer', bookType: format }) as Buffer;
}

function angabenVon(blatt: Blatt): string[][] {
  const genau = blatt.zeilen.some(({ werte }) => werte.some((zelle) => zelle.genau));
  return [
    ['Tabelle', blatt.titel], ['Kennung', blatt.tabelle], ['Maß', blatt.mass], ['Einheit', blatt.einheit], ['Zeitraum', nenneZeitraum(blatt.stichtag, blatt.spanne)], ['Stichtag', blatt.stichtag],
    ...blatt.definitionen.map((eine) => ['Definition', eine]), ['Hinweis', RUNDUNGSHINWEIS],
    ...(genau ? [['Genaue Werte', 'Einzelne Werte hat die Leitung eines Trägers ausdrücklich genau freigegeben.']] : []),
  ];
}

/** One field of a CSV; a text that a spreadsheet would take for a formula stays a text. */
function alsFeld(wert: string | number | null): string {
  if (wert === null || typeof wert === 'number') return String(wert ?? '');
  const text = /^[=+\-@\t\r]/.test(wert) ? `'${wert}` : wert;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
