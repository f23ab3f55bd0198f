import { SCHRITT } from './gesetz.ts';
import { loese } from './loeser.ts';
import type { Programm, Summand } from './loeser.ts';
import { stufe } from './zelle.ts';
import type { Zeile } from './zelle.ts';

/** What a cell weighs when totals are made to add up: the total, then one-way, then two-way cells. */
const GEWICHT = [50, 12, 4] as const;
/** A second step costs more than a first one: many small deviations are better than a large one. */
const WEITER = 3;
/** What it costs to move a cell whose protected count did not move. */
const RUHE = 0.3;

/**
 * Totals that add up, from protected counts alone (anonymity.md 3, reconcile): multiples of five, as near to them as can be,
 * and where a protected count stayed as it was, as near as can be to what was shown last time. Knows no true count, so no
 * mistake here can tell one.
 * @param rohwerte protected count by cell
 * @param vorher of the last release that held the cell: protected and shown
 */
export async function gleicheAb(rohwerte: ReadonlyMap<string, number>, zeilen: readonly Zeile[], vorher: ReadonlyMap<string, { rohwert: number; wert: number }>): Promise<Map<string, number>> {
  const nummern = new Map([...rohwerte.keys()].sort().map((zelle, i) => [zelle, i]));
  const x = (zelle: string) => `x${nummern.get(zelle)}`;
  const [ziel, bedingungen, grenzen]: [Summand[], Programm['bedingungen'][number][], Map<string, { von: number; bis: number }>] = [[], [], new Map()];
  const abweichung = (zelle: string, name: string, soll: number, gewicht: number) => {
    ziel.push([gewicht, `${name}p`], [gewicht, `${name}n`], [WEITER * gewicht, `${name}q`], [WEITER * gewicht, `${name}m`]);
    bedingungen.push({ summe: [[1, x(zelle)], [-1, `${name}p`], [1, `${name}n`], [-1, `${name}q`], [1, `${name}m`]], art: '=', wert: soll });
    for (const einer of ['p', 'n']) grenzen.set(`${name}${einer}`, { von: 0, bis: 1 });
  };
  for (const [zelle, rohwert] of rohwerte) {
    const gewicht = GEWICHT[stufe(zelle)] ?? 1;
    abweichung(zelle, `a${nummern.get(zelle)}`, rohwert / SCHRITT, gewicht);
    const alt = vorher.get(zelle);
    if (alt?.rohwert === rohwert) abweichung(zelle, `r${nummern.get(zelle)}`, alt.wert / SCHRITT, RUHE * gewicht);
  }
  for (const { rand, teile, vollstaendig } of zeilen) {
    if (vollstaendig) bedingungen.push({ summe: [...teile.map((teil): Summand => [1, x(teil)]), [-1, x(rand)]], art: '=', wert: 0 });
    else for (const teil of teile) bedingungen.push({ summe: [[1, x(teil)], [-1, x(rand)]], art: '<=', wert: 0 });
  }
  const loesung = await loese({ richtung: 'Minimize', ziel, bedingungen, grenzen, ganzzahlig: [...nummern.values()].map((i) => `x${i}`) });
  if (!loesung) throw new Error('Abgleich ohne Lösung');
  return new Map([...rohwerte.keys()].map((zelle) => [zelle, SCHRITT * Math.round(loesung.get(x(zelle)) ?? 0)]));
}
