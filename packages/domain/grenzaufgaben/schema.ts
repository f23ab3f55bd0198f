import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { GRENZAUFGABEN } from '@kim/kreis/grenzaufgaben.ts';
import { tag } from '../faelle/schema.ts';

/** Sent to the right address, or done all the same with a reason (R83). */
export const UMGANGSARTEN = ['verwiesen', 'ausnahme'] as const;
export type Umgang = (typeof UMGANGSARTEN)[number];

export const grenzaufgabe = z.object({
  aufgabe: z.enum(schluesselVon(GRENZAUFGABEN), 'Bitte wählen Sie die Aufgabe.'),
  umgang: z.enum(UMGANGSARTEN, 'Bitte wählen Sie, was Sie getan haben.'),
  angebot: z.union([z.literal(''), z.uuid()], 'Bitte wählen Sie eine Stelle aus der Liste.').optional().default('').transform((id) => id || null),
  am: tag('Bitte geben Sie den Tag an.'),
  grund: z.string().trim().max(2_000, 'Bitte höchstens 2.000 Zeichen.').optional().default(''),
})
  .refine(({ umgang, angebot }) => umgang !== 'verwiesen' || angebot !== null, { path: ['angebot'], message: 'Bitte wählen Sie die Stelle, an die Sie verwiesen haben.' })
  .refine(({ umgang, grund }) => umgang !== 'ausnahme' || grund !== '', { path: ['grund'], message: 'Bitte begründen Sie die Ausnahme kurz.' });
export type Grenzaufgabeneingabe = z.output<typeof grenzaufgabe>;
