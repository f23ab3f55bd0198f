import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { tag } from '../faelle/schema.ts';

export const DRINGLICHKEITEN = ['niedrig', 'mittel', 'hoch'] as const;
export type Dringlichkeit = (typeof DRINGLICHKEITEN)[number];

export const BEDARFSSTAENDE = ['offen', 'in_arbeit', 'erledigt', 'entfallen'] as const;
export type Bedarfsstand = (typeof BEDARFSSTAENDE)[number];

/** Whom it concerns; empty for the whole household. */
const person = z.union([z.literal(''), z.uuid()], 'Bitte wählen Sie eine Person aus der Liste.').optional().default('').transform((id) => id || null);

export const bedarf = z.object({
  bereich: z.enum(schluesselVon(BEDARFSBEREICHE), 'Bitte wählen Sie den Bereich.'),
  dringlichkeit: z.enum(DRINGLICHKEITEN, 'Bitte wählen Sie die Dringlichkeit.').optional().default('mittel'),
  erkanntAm: tag('Bitte geben Sie an, wann der Bedarf bekannt wurde.'),
  person,
  beschreibung: z.string().trim().max(2000, 'Bitte höchstens 2.000 Zeichen.').optional().default(''),
});
export type Bedarfseingabe = z.output<typeof bedarf>;

export const bedarfsaenderung = bedarf.omit({ erkanntAm: true, bereich: true }).extend({
  stand: z.enum(BEDARFSSTAENDE, 'Bitte wählen Sie den Stand.'),
  version: z.coerce.number().int().positive(),
});
export type Bedarfsaenderung = z.output<typeof bedarfsaenderung>;
