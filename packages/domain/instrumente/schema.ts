import { z } from 'zod';
import { ausgefuellt, bogenfelder } from '../boegen/schema.ts';
import type { Bogenfeld } from '../boegen/schema.ts';
import { tag } from '../faelle/schema.ts';
import { VORDRUCKE } from './labels.ts';
import { alsZeilen, HOECHSTZEILEN, waehlbare, zeilentafel } from './rules.ts';

export const INSTRUMENTSTAENDE = ['entwurf', 'abgeschlossen'] as const;
export type Instrumentstand = (typeof INSTRUMENTSTAENDE)[number];

/** One version of the form of an instrument: a list with these columns. */
export interface Vordruck {
  art: string;
  fassung: number;
  titel: string;
  /** What it is for, in one sentence. */
  zweck: string;
  /** What one row is. */
  zeile: string;
  spalten: readonly Bogenfeld[];
  /** Begun no more; what was begun with it goes on. */
  zurueckgezogen?: true;
}

/** Rows by column; what was left empty is not there. */
export type Zeilen = readonly Readonly<Record<string, string>>[];

const person = z.union([z.literal(''), z.uuid()], 'Bitte wählen Sie eine Person aus der Liste.').optional().default('').transform((id) => id || null);

/** Only what can be begun today; `person` is empty for the whole household. */
export const instrumentbeginn = z.object({
  art: z.string().refine((art) => waehlbare(VORDRUCKE).some((einer) => einer.art === art), 'Bitte wählen Sie ein Instrument.'),
  person,
});
export type Instrumentbeginn = z.output<typeof instrumentbeginn>;

export interface Instrumenteingabe {
  version: number;
  am: string;
  person: string | null;
  zeilen: Zeilen;
}

/** The rows of a list as its version asks for them. */
export const instrument = (vordruck: Vordruck) => z.object({
  version: z.coerce.number().int().positive(),
  am: tag('Bitte geben Sie den Tag an.'),
  person,
  ...bogenfelder(zeilentafel(vordruck, HOECHSTZEILEN)),
}).transform(({ version, am, person: fuer, ...angaben }): Instrumenteingabe => ({ version, am, person: fuer, zeilen: alsZeilen(ausgefuellt(angaben)) }));
