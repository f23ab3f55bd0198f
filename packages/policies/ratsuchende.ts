import { alle } from './regel.ts';
import type { Regelwerk } from './regel.ts';

export type Ratsuchendenaktion = 'suchen' | 'lesen' | 'erfassen' | 'aendern';

/** Names and master data of clients: Fachkräfte only (D3). */
export const RATSUCHENDE: Regelwerk<Ratsuchendenaktion> = {
  aktionen: ['suchen', 'lesen', 'erfassen', 'aendern'],
  regeln: { fachkraft: () => alle<Ratsuchendenaktion>('suchen', 'lesen', 'erfassen', 'aendern') },
};
