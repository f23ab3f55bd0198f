import { z } from 'zod';
import { heute, nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';

export const KLASSEN = ['verweis', 'kurzberatung', 'case_management'] as const;
export type Klasse = (typeof KLASSEN)[number];

/** The phases of the procedure in their order (R53). */
export const PHASEN = ['klaerung', 'assessment', 'serviceplanung', 'linking', 'monitoring', 'reassessment', 'evaluation'] as const;
export type Phase = (typeof PHASEN)[number];

/** A required day that is not in the future. */
export const tag = (erforderlich: string) =>
  z.string().trim().transform((eingabe, ctx) => {
    const datum = eingabe === '' ? null : parseDatum(eingabe);
    if (datum && datum <= heute()) return datum;
    ctx.addIssue({ code: 'custom', message: eingabe === '' ? erforderlich : datum ? 'Das Datum liegt in der Zukunft.' : nenneDatumsfehler(eingabe) });
    return z.NEVER;
  });

export const anliegen = z.string().trim().max(10_000, 'Bitte höchstens 10.000 Zeichen.').optional().default('');
