import { z } from 'zod';
import { parseDatum } from '@kim/core/zeit.ts';

/** What a Leitung can release of a cut-off day (D21). */
export const KENNZAHLARTEN = ['alle', 'klassen'] as const;
export type Kennzahlart = (typeof KENNZAHLARTEN)[number];

export const freigabe = z.object({
  stichtag: z.string().transform((text, ctx) => {
    const tag = parseDatum(text);
    if (tag) return tag;
    ctx.addIssue({ code: 'custom', message: 'Bitte wählen Sie einen Stichtag aus der Liste.' });
    return z.NEVER;
  }),
  umfang: z.enum(KENNZAHLARTEN, 'Bitte wählen Sie, was freigegeben wird.'),
  sicher: z.literal('ja', 'Bitte bestätigen Sie: Freigegebene Zahlen lassen sich nicht zurücknehmen.'),
});
export type Kennzahlfreigabe = z.output<typeof freigabe>;
