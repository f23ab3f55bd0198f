import { MINDESTENS_KANDIDATEN, SCHRITT, spielraum } from './gesetz.ts';
import { loese } from './loeser.ts';
import type { Programm, Summand } from './loeser.ts';
import type { Zeile } from './zelle.ts';

/**
 * The gate before a release (anonymity.md 6): the cells for which everything on the table together leaves fewer than five
 * candidates, though they may be small. Works on protected counts, which tell more than what is shown. Needs no true count.
 */
export async function findVerraeter(rohwerte: ReadonlyMap<string, number>, zeilen: readonly Zeile[]): Promise<string[]> {
  const welt = alsProgramm(rohwerte, zeilen);
  let offen = [...rohwerte].filter(([, rohwert]) => rohwert <= SCHRITT).map(([zelle]) => zelle);
  // Two worlds that both fit and lie five apart in many cells at once settle these cells; what is left is asked one by one.
  for (let runde = 0; runde < 4 && offen.length > 0; runde++) {
    const weit = await findWeite(welt, offen);
    if (weit.size === 0) break;
    offen = offen.filter((zelle) => !weit.has(zelle));
  }
  const verraeter: string[] = [];
  for (const zelle of offen) {
    const { von, bis } = await grenzen(welt, zelle);
    if (bis - von + 1 < MINDESTENS_KANDIDATEN) verraeter.push(zelle);
  }
  return verraeter;
}

/** The world as an attacker knows it: bounds of every cell, and how cells belong together. */
export interface Welt extends Pick<Programm, 'bedingungen' | 'grenzen'> {
  variable: (zelle: string) => string;
}

export function alsProgramm(rohwerte: ReadonlyMap<string, number>, zeilen: readonly Zeile[]): Welt {
  const nummern = new Map([...rohwerte.keys()].map((zelle, i) => [zelle, i]));
  const variable = (zelle: string) => `n${nummern.get(zelle)}`;
  return {
    variable,
    grenzen: new Map([...rohwerte].map(([zelle, rohwert]) => [variable(zelle), spielraum(rohwert)])),
    bedingungen: zeilen.flatMap(({ rand, teile, vollstaendig }): Programm['bedingungen'][number][] => (vollstaendig
      ? [{ summe: [...teile.map((teil): Summand => [1, variable(teil)]), [-1, variable(rand)]], art: '=', wert: 0 }]
      : teile.map((teil) => ({ summe: [[1, variable(teil)], [-1, variable(rand)]], art: '<=', wert: 0 })))),
  };
}

/** Smallest and largest number of cases that a cell can hold. */
export async function grenzen({ variable, ...welt }: Welt, zelle: string): Promise<{ von: number; bis: number }> {
  const ziel: Summand[] = [[1, variable(zelle)]];
  const [unten, oben] = [await loese({ richtung: 'Minimize', ziel, ...welt }), await loese({ richtung: 'Maximize', ziel, ...welt })];
  if (!unten || !oben) throw new Error('Widersprüchliche Welt');
  return { von: Math.ceil((unten.get(variable(zelle)) ?? 0) - 1e-6), bis: Math.floor((oben.get(variable(zelle)) ?? 0) + 1e-6) };
}

/** Cells in which two worlds lie so far apart that the candidates suffice. */
async function findWeite({ variable, grenzen: schranken, bedingungen }: Welt, zellen: readonly string[]): Promise<Set<string>> {
  const zweite = (name: string) => `z${name}`;
  const beide: Programm['bedingungen'] = [...bedingungen, ...bedingungen.map(({ summe, art, wert }) => ({ summe: summe.map(([faktor, name]): Summand => [faktor, zweite(name)]), art, wert }))];
  const abstand = (i: number) => `d${i}`;
  const loesung = await loese({
    richtung: 'Maximize',
    ziel: zellen.map((_, i) => [1, abstand(i)]),
    bedingungen: [...beide, ...zellen.map((zelle, i) => ({ summe: [[1, abstand(i)], [-1, variable(zelle)], [1, zweite(variable(zelle))]] as Summand[], art: '<=' as const, wert: 0 }))],
    grenzen: new Map([...schranken, ...[...schranken].map(([name, schranke]) => [zweite(name), schranke] as const), ...zellen.map((_, i) => [abstand(i), { von: -100, bis: MINDESTENS_KANDIDATEN }] as const)]),
  });
  if (!loesung) throw new Error('Widersprüchliche Welt');
  return new Set(zellen.filter((_, i) => (loesung.get(abstand(i)) ?? 0) >= MINDESTENS_KANDIDATEN - 1e-6));
}
