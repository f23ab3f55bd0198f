import { z } from 'zod';
import { kalendertag, offenesEnde, wennGelesen } from '../schema.ts';

/** Fewer cases than the guideline for a time. There is no field for why, on purpose (R51). */
export const richtwertanpassung = z
  .object({
    person: z.uuid('Bitte wählen Sie die Fachkraft.'),
    faelle: z.string('Bitte geben Sie die Zahl der Fälle an.').trim().regex(/^\d{1,3}$/, 'Bitte geben Sie die Zahl der Fälle an, höchstens 500.').transform(Number).refine((zahl) => zahl <= 500, 'Bitte geben Sie die Zahl der Fälle an, höchstens 500.'),
    von: kalendertag('Bitte geben Sie den ersten Tag an.'),
    bis: offenesEnde,
  })
  .refine(({ von, bis }) => bis === null || bis >= von, { path: ['bis'], message: 'Der letzte Tag liegt vor dem ersten.', when: wennGelesen('von', 'bis') });
export type Richtwerteingabe = z.output<typeof richtwertanpassung>;
