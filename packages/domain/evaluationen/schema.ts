import { z } from 'zod';
import type { Datum } from '@kim/core/zeit.ts';
import { ausgefuellt, bogenfelder } from '../boegen/schema.ts';
import type { Bogenwerte } from '../boegen/schema.ts';
import { tag } from '../faelle/schema.ts';
import { EVALUATIONSBOGEN, GRADE } from './labels.ts';

export const EVALUATIONSSICHTEN = ['ratsuchende', 'fachkraft'] as const;
export type Evaluationssicht = (typeof EVALUATIONSSICHTEN)[number];

export const istEvaluationssicht = (wert: unknown): wert is Evaluationssicht => EVALUATIONSSICHTEN.some((sicht) => sicht === wert);

/** One to five; null where nothing was said. */
export type Grade = Record<(typeof GRADE)[number], number | null>;

export interface Evaluationseingabe extends Grade {
  /** Version that was read; 0 while nothing is stored. */
  version: number;
  am: Datum;
  bogen: Bogenwerte;
}

const gradAus = (bogen: Bogenwerte, name: string): number | null => (bogen[name] ? Number(bogen[name]) : null);

/** The Bogen of one view: steps as numbers, words apart. */
export const evaluation = (sicht: Evaluationssicht) => z.object({
  version: z.coerce.number().int().min(0),
  am: tag('Bitte geben Sie den Tag der Evaluation an.'),
  ...bogenfelder(EVALUATIONSBOGEN[sicht]),
}).transform(({ version, am, ...angaben }): Evaluationseingabe => {
  const alles = ausgefuellt(angaben);
  const bogen = Object.fromEntries(Object.entries(alles).filter(([name]) => !GRADE.some((grad) => grad === name)));
  return { version, am, bogen, zielerreichung: gradAus(alles, 'zielerreichung'), zufriedenheit: gradAus(alles, 'zufriedenheit'), selbststaendigkeit: gradAus(alles, 'selbststaendigkeit') };
});
