import { z } from 'zod';
import { heute, nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';

/** A Fallberatung lasts three months at most: then somebody decides anew. */
const HOECHSTENS_TAGE = 92;

export const fallberatung = z.object({
  mit: z.uuid('Bitte wählen Sie, für wen Sie den Fall öffnen.'),
  grund: z.string().trim().min(1, 'Bitte nennen Sie den Grund.').max(1000, 'Bitte höchstens 1.000 Zeichen.'),
  bis: z.string().trim().transform((eingabe, ctx) => {
    const datum = parseDatum(eingabe);
    const spaetestens = heute(() => new Date(Date.now() + HOECHSTENS_TAGE * 86_400_000));
    if (datum && datum >= heute() && datum <= spaetestens) return datum;
    ctx.addIssue({ code: 'custom', message: !datum ? nenneDatumsfehler(eingabe) : datum < heute() ? 'Der Tag liegt in der Vergangenheit.' : 'Bitte höchstens drei Monate; danach können Sie erneut öffnen.' });
    return z.NEVER;
  }),
});
export type Fallberatungseingabe = z.output<typeof fallberatung>;
