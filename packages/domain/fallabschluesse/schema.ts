import { z } from 'zod';
import { tag } from '../faelle/schema.ts';
import { ABSCHLUSSGRUND, DURCH, ERGEBNIS, WIEDERAUFNAHMEGRUND } from './labels.ts';
import type { Ergebnis, Grund } from './rules.ts';

const schluessel = <K extends string>(tabelle: Readonly<Record<K, unknown>>) => Object.keys(tabelle) as [K, ...K[]];

/** The form that ends a case. */
export const fallabschluss = z.object({
  am: tag('Bitte geben Sie an, seit wann der Fall beendet ist.'),
  grund: z.enum(schluessel<Grund>(ABSCHLUSSGRUND), 'Bitte wählen Sie den Grund.'),
  durch: z.enum(schluessel<keyof typeof DURCH>(DURCH), 'Bitte wählen Sie, von wem das Ende ausging.'),
  ergebnis: z.enum(['', ...schluessel<Ergebnis>(ERGEBNIS)], 'Bitte wählen Sie ein Ergebnis aus der Liste.').optional().default('').transform((wert) => (wert === '' ? null : wert)),
  notiz: z.string().trim().max(5_000, 'Bitte höchstens 5.000 Zeichen.').optional().default(''),
});
export type Abschlusseingabe = z.output<typeof fallabschluss>;

/** The form that reopens one. */
export const wiederaufnahme = z.object({
  wiederaufnahmegrund: z.enum(schluessel<keyof typeof WIEDERAUFNAHMEGRUND>(WIEDERAUFNAHMEGRUND), 'Bitte wählen Sie, warum der Fall wiederaufgenommen wird.'),
});
export type Wiederaufnahmegrund = z.output<typeof wiederaufnahme>['wiederaufnahmegrund'];
