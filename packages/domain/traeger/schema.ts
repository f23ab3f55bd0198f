import { z } from 'zod';
import { nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';

/** Input shapes that posts, absences and accounts share. */

const istPlausibel = (datum: string): boolean => datum >= '1990-01-01' && datum <= '2099-12-31';

function liesTag(eingabe: string, ctx: z.RefinementCtx): string {
  const datum = parseDatum(eingabe);
  if (datum && istPlausibel(datum)) return datum;
  ctx.addIssue({ code: 'custom', message: datum ? 'Bitte prüfen Sie das Jahr.' : nenneDatumsfehler(eingabe) });
  return z.NEVER;
}

/** A day, past or future. @param fehlt the message when nothing was typed */
export const kalendertag = (fehlt: string) =>
  z.string(fehlt).trim().transform((eingabe, ctx) => {
    if (eingabe !== '') return liesTag(eingabe, ctx);
    // Not min(1): such an issue would let the comparisons of two days run on an empty text.
    ctx.addIssue({ code: 'custom', message: fehlt });
    return z.NEVER;
  });

/** A day, or null for an open end. */
export const offenesEnde = z.string().trim().optional().default('').transform((eingabe, ctx) => (eingabe === '' ? null : liesTag(eingabe, ctx)));

/** For a comparison of two days: it runs as soon as both were read, whatever is wrong with the other fields. */
export const wennGelesen = (...felder: string[]) => ({ value }: { value: unknown }): boolean =>
  typeof value === 'object' && value !== null && felder.every((feld) => {
    const wert = (value as Record<string, unknown>)[feld];
    return wert === null || typeof wert === 'string';
  });

/** Ids of checkboxes or a select: one, several or none, each once. */
export const auswahl = (schema: z.ZodType<string>, fehlt: string) =>
  z.union([schema.transform((einer) => [einer]), z.array(schema)], fehlt).transform((werte) => [...new Set(werte)]);
