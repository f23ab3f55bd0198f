import { alle } from './regel.ts';
import type { Regelwerk } from './regel.ts';

export type Kontaktaktion = 'lesen' | 'erfassen' | 'aendern';

/** The record of a case belongs to everybody who works in it. */
export const KONTAKTE: Regelwerk<Kontaktaktion> = {
  aktionen: ['lesen', 'erfassen', 'aendern'],
  regeln: { fachkraft: () => alle<Kontaktaktion>('lesen', 'erfassen', 'aendern') },
};
