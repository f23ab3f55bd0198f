import { z } from 'zod';
import { heute } from '@kim/core/zeit.ts';
import { kalendertag, wennGelesen } from '../schema.ts';
import { endetSpaetestens } from './rules.ts';

/** Who steps in, from which day to which, both included. */
export const vertretung = z
  .object({
    vertretung: z.uuid('Bitte wählen Sie, wer die Vertretung übernimmt.'),
    von: kalendertag('Bitte geben Sie den ersten Tag an.'),
    bis: kalendertag('Bitte geben Sie den letzten Tag an.'),
  })
  .refine(({ von }) => von >= heute(), { path: ['von'], message: 'Eine Vertretung beginnt frühestens heute.', when: wennGelesen('von') })
  .refine(({ von, bis }) => bis >= von, { path: ['bis'], message: 'Der letzte Tag liegt vor dem ersten.', when: wennGelesen('von', 'bis') })
  .refine(({ von, bis }) => bis <= endetSpaetestens(von), { path: ['bis'], message: 'Eine Vertretung dauert höchstens ein Jahr. Für längere Zeit übergeben Sie die Fälle.', when: wennGelesen('von', 'bis') });
export type Vertretungseingabe = z.output<typeof vertretung>;
