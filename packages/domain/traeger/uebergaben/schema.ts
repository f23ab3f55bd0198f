import { z } from 'zod';
import { auswahl } from '../schema.ts';

/** Which cases go to whom: all of the person's, or those ticked on the page. */
export const uebergabe = z
  .object({
    an: z.uuid('Bitte wählen Sie, wer die Fälle übernimmt.'),
    umfang: z.enum(['alle', 'auswahl']).catch('auswahl'),
    faelle: auswahl(z.uuid(), '').catch([]),
  })
  .refine(({ umfang, faelle }) => umfang === 'alle' || faelle.length > 0, { path: ['faelle'], message: 'Bitte wählen Sie mindestens einen Fall.' });
export type Uebergabeeingabe = z.output<typeof uebergabe>;
