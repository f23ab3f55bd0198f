import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { tag } from '../faelle/schema.ts';
import { ABSCHLUSSGRUND, DURCH, ERGEBNIS, WIEDERAUFNAHMEGRUND } from './labels.ts';
import type { Ergebnis, Grund } from './rules.ts';

/** The form that ends a case. */
export const fallabschluss = z.object({
  am: tag('Bitte geben Sie an, seit wann der Fall beendet ist.'),
  grund: z.enum(schluesselVon<Grund>(ABSCHLUSSGRUND), 'Bitte wählen Sie den Grund.'),
  durch: z.enum(schluesselVon(DURCH), 'Bitte wählen Sie, von wem das Ende ausging.'),
  ergebnis: z.enum(['', ...schluesselVon<Ergebnis>(ERGEBNIS)], 'Bitte wählen Sie ein Ergebnis aus der Liste.').optional().default('').transform((wert) => (wert === '' ? null : wert)),
  notiz: z.string().trim().max(5_000, 'Bitte höchstens 5.000 Zeichen.').optional().default(''),
});
export type Abschlusseingabe = z.output<typeof fallabschluss>;

/** The form that reopens one. */
export const wiederaufnahme = z.object({
  wiederaufnahmegrund: z.enum(schluesselVon(WIEDERAUFNAHMEGRUND), 'Bitte wählen Sie, warum der Fall wiederaufgenommen wird.'),
});
export type Wiederaufnahmegrund = z.output<typeof wiederaufnahme>['wiederaufnahmegrund'];
