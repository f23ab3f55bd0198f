import { z } from 'zod';
import type { Datum } from '@kim/core/zeit.ts';
import { ausgefuellt, bogenfelder } from '../boegen/schema.ts';
import { tag } from '../faelle/schema.ts';
import { ASSESSMENTBOGEN } from './labels.ts';

export const ANLAESSE = ['assessment', 'reassessment'] as const;
export type Anlass = (typeof ANLAESSE)[number];

/** What a new Assessment began with. */
export interface Herkunft {
  art: 'erstgespraech' | 'assessment';
  am: Datum;
}

/** `nach`: the newest Assessment that was shown, so that two people do not begin the same one twice. */
export const assessmentbeginn = z.object({ nach: z.union([z.literal(''), z.uuid()]).optional().default('').transform((id) => id || null) });
export type Assessmentbeginn = z.output<typeof assessmentbeginn>;

export const assessment = z.object({
  version: z.coerce.number().int().positive(),
  am: tag('Bitte geben Sie den Tag des Gesprächs an.'),
  ...bogenfelder(ASSESSMENTBOGEN),
}).transform(({ version, am, ...angaben }) => ({ version, am, bogen: ausgefuellt(angaben) }));
export type Assessmenteingabe = z.output<typeof assessment>;
