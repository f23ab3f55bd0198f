import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';

/** A field of a Bogen. `stufe` chooses from a list, `skala` shows all its steps at once; both say their words. */
export type Bogenfeld =
  | { name: string; beschriftung: string; art: 'kurz' | 'lang'; hinweis?: string }
  | { name: string; beschriftung: string; art: 'stufe' | 'skala'; worte: Readonly<Record<string, string>>; hinweis?: string };

export interface Bogengruppe {
  titel: string;
  hinweis?: string;
  /** Short fields beside each other. */
  nebeneinander?: true;
  felder: readonly Bogenfeld[];
}

/** A form as a table defines it: its groups in their order. */
export type Bogentafel = readonly Bogengruppe[];

/** What was filled in, by field; what was left empty is not there. */
export type Bogenwerte = Readonly<Record<string, string>>;

/** A Bogen as it is stored, in the words of its form. */
export interface GespeicherterBogen {
  werte: Bogenwerte;
  version: number;
  gespeichertVon: string;
  gespeichertAm: Date | string;
}

const text = z.string().trim().max(5_000, 'Bitte höchstens 5.000 Zeichen.').optional().default('');
const wahl = (worte: Readonly<Record<string, string>>) => z.enum(['', ...schluesselVon(worte)], 'Bitte wählen Sie eine der angebotenen Stufen.').optional().default('');

export const felderVon = (tafel: Bogentafel): readonly Bogenfeld[] => tafel.flatMap(({ felder }) => felder);

/** The fields of a Bogen as a form posts them; all are optional (R65: nobody has to answer). */
export const bogenfelder = (tafel: Bogentafel) =>
  Object.fromEntries(felderVon(tafel).map((feld) => [feld.name, 'worte' in feld ? wahl(feld.worte) : text]));

/** What was filled in of everything that was posted. */
export const ausgefuellt = (angaben: Readonly<Record<string, unknown>>): Bogenwerte =>
  Object.fromEntries(Object.entries(angaben).filter((eintrag): eintrag is [string, string] => typeof eintrag[1] === 'string' && eintrag[1] !== ''));
