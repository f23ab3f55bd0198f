import { z } from 'zod';
import { nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';

export const textfassung = z.object({
  giltAb: z.string().trim().transform((eingabe, ctx) => {
    const datum = parseDatum(eingabe);
    if (datum) return datum;
    ctx.addIssue({ code: 'custom', message: eingabe === '' ? 'Bitte geben Sie an, ab wann der Text gilt.' : nenneDatumsfehler(eingabe) });
    return z.NEVER;
  }),
  text: z.string().trim().min(50, 'Bitte geben Sie den vollständigen Text ein.').max(20_000, 'Bitte höchstens 20.000 Zeichen.'),
});
export type Textfassungseingabe = z.output<typeof textfassung>;
