import { alle } from './regel.ts';
import type { Regelwerk } from './regel.ts';

export type Stellenaktion = 'lesen' | 'anlegen' | 'aendern' | 'besetzen' | 'auslastung_lesen';

/** Posts, who fills them, and how many cases stand against them. */
export const STELLEN: Regelwerk<Stellenaktion> = {
  aktionen: ['lesen', 'anlegen', 'aendern', 'besetzen', 'auslastung_lesen'],
  regeln: {
    fachkraft: () => alle<Stellenaktion>('lesen'),
    leitung: () => alle<Stellenaktion>('lesen', 'auslastung_lesen'),
    traegeradministration: () => alle<Stellenaktion>('lesen', 'anlegen', 'aendern', 'besetzen'),
  },
};
