import { z } from 'zod';
import { heute, nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';

const HOECHSTENS_TAGE = 731;

export const wiedervorlage = z.object({
  text: z.string({ error: 'Bitte nennen Sie den nächsten Schritt.' }).trim().min(1, 'Bitte nennen Sie den nächsten Schritt.').max(500, 'Bitte höchstens 500 Zeichen.'),
  faelligAm: z.string({ error: 'Bitte geben Sie den Tag an.' }).trim().transform((eingabe, ctx) => {
    const datum = parseDatum(eingabe);
    const spaetestens = heute(() => new Date(Date.now() + HOECHSTENS_TAGE * 86_400_000));
    if (datum && datum >= heute() && datum <= spaetestens) return datum;
    ctx.addIssue({ code: 'custom', message: !datum ? nenneDatumsfehler(eingabe) : datum < heute() ? 'Der Tag liegt in der Vergangenheit.' : 'Bitte höchstens zwei Jahre voraus.' });
    return z.NEVER;
  }),
});
export type Wiedervorlageneingabe = z.output<typeof wiedervorlage>;

export const ansicht = z.object({ name: z.string().trim().min(1, 'Bitte geben Sie der Ansicht einen Namen.').max(60, 'Bitte höchstens 60 Zeichen.') });
