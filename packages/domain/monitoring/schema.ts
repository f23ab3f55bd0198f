import { z } from 'zod';
import { nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { tag } from '../faelle/schema.ts';

/** The four questions about a referral (chapter 9.2, R58). */
export const FRAGEN = ['erreicht', 'vollstaendig', 'passend', 'zielErreicht'] as const;
export type Frage = (typeof FRAGEN)[number];

export const ANTWORTEN = ['ja', 'teilweise', 'nein', 'offen'] as const;
export type Antwort = (typeof ANTWORTEN)[number];

const antwort = z.enum(ANTWORTEN, 'Bitte beantworten Sie die Frage; „noch offen“ ist auch eine Antwort.');

const spaeter = z.string().trim().optional().default('').transform((eingabe, ctx): Datum | null => {
  if (eingabe === '') return null;
  const datum = parseDatum(eingabe);
  if (datum) return datum;
  ctx.addIssue({ code: 'custom', message: nenneDatumsfehler(eingabe) });
  return z.NEVER;
});

export const monitoringpruefung = z.object({
  am: tag('Bitte geben Sie den Tag der Prüfung an.'),
  erreicht: antwort, vollstaendig: antwort, passend: antwort, zielErreicht: antwort,
  notiz: z.string().trim().max(2_000, 'Bitte höchstens 2.000 Zeichen.').optional().default(''),
  /** Day of the next check; empty when there will be none. */
  pruefenAm: spaeter,
}).refine(({ am, pruefenAm }) => pruefenAm === null || pruefenAm > am, { path: ['pruefenAm'], message: 'Die nächste Prüfung liegt nach dieser.' });
export type Pruefungsangaben = z.output<typeof monitoringpruefung>;
