import ladeHighs from 'highs';

/** Linear and integer programs, solved by HiGHS (MIT, compiled to WebAssembly). */
export interface Programm {
  richtung: 'Minimize' | 'Maximize';
  ziel: readonly Summand[];
  bedingungen: readonly { summe: readonly Summand[]; art: '=' | '<=' | '>='; wert: number }[];
  /** Bounds of each variable; without an entry: at least 0. */
  grenzen: ReadonlyMap<string, { von: number; bis: number }>;
  ganzzahlig?: readonly string[];
}
export type Summand = readonly [faktor: number, variable: string];

const highs = ladeHighs();

/** The value of every variable; null where nothing fits. @throws Error when the solver gives up */
export async function loese({ richtung, ziel, bedingungen, grenzen, ganzzahlig = [] }: Programm): Promise<Map<string, number> | null> {
  const text = [
    richtung, ` ziel: ${summe(ziel)}`,
    'Subject To', ...bedingungen.map(({ summe: links, art, wert }, i) => ` b${i}: ${summe(links)} ${art} ${wert}`),
    'Bounds', ...[...grenzen].map(([variable, { von, bis }]) => ` ${von} <= ${variable} <= ${bis}`),
    ...(ganzzahlig.length > 0 ? ['General', ` ${ganzzahlig.join(' ')}`] : []),
    'End',
  ].join('\n');
  const { Status: stand, Columns: spalten } = (await highs).solve(text, { mip_rel_gap: 0.0001, time_limit: 120 });
  if (stand === 'Infeasible') return null;
  if (stand !== 'Optimal' && stand !== 'Time limit reached') throw new Error(`Löser: ${stand}`);
  return new Map(Object.entries(spalten).map(([name, spalte]) => [name, 'Primal' in spalte ? spalte.Primal : 0]));
}

const summe = (summanden: readonly Summand[]): string =>
  summanden.map(([faktor, variable], i) => `${faktor < 0 ? '-' : i > 0 ? '+' : ''} ${Math.abs(faktor)} ${variable}`).join(' ') || '0 leer';
