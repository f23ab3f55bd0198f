import { z } from 'zod';
import { PHASEN } from '../faelle/schema.ts';
import type { Phase } from '../faelle/schema.ts';

export const istPhase = (text: unknown): text is Phase => (PHASEN as readonly unknown[]).includes(text);

export const phasenwechsel = z.object({
  /** Phase that was shown: somebody may have gone on in between. */
  von: z.enum(PHASEN),
  nach: z.enum(PHASEN, 'Bitte wählen Sie die Phase.'),
  begruendung: z.string().trim().max(2_000, 'Bitte höchstens 2.000 Zeichen.').optional().default(''),
});
export type Phasenwechseleingabe = z.output<typeof phasenwechsel>;
