import { z } from 'zod';
import { formatDatum, heute, nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';

export const KLASSEN = ['verweis', 'kurzberatung', 'case_management'] as const;
export type Klasse = (typeof KLASSEN)[number];

/** The phases of the procedure in their order (R53). */
export const PHASEN = ['klaerung', 'assessment', 'serviceplanung', 'linking', 'monitoring', 'reassessment', 'evaluation'] as const;
export type Phase = (typeof PHASEN)[number];

/** Nothing of a consultation, a need or a consent is older; what is, has a digit too many or too few. */
export const FRUEHESTER_TAG: Datum = '2000-01-01';

function liesTag(eingabe: string, ctx: z.RefinementCtx): Datum {
  const datum = parseDatum(eingabe);
  if (datum && datum <= heute() && datum >= FRUEHESTER_TAG) return datum;
  const falsch = datum && (datum < FRUEHESTER_TAG ? `Bitte prüfen Sie das Jahr: Angaben sind ab dem ${formatDatum(FRUEHESTER_TAG)} möglich.` : 'Das Datum liegt in der Zukunft.');
  ctx.addIssue({ code: 'custom', message: falsch ?? nenneDatumsfehler(eingabe) });
  return z.NEVER;
}

/** A required day of the work with somebody, not in the future. */
export const tag = (erforderlich: string) =>
  z.string().trim().transform((eingabe, ctx) => {
    if (eingabe !== '') return liesTag(eingabe, ctx);
    ctx.addIssue({ code: 'custom', message: erforderlich });
    return z.NEVER;
  });

/** The same, or null. */
export const tagOderLeer = z.string().trim().optional().default('').transform((eingabe, ctx) => (eingabe === '' ? null : liesTag(eingabe, ctx)));

export const anliegen = z.string().trim().max(10_000, 'Bitte höchstens 10.000 Zeichen.').optional().default('');
