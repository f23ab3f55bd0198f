import { alle } from './regel.ts';
import type { Regelwerk } from './regel.ts';

export type Protokollaktion = 'eigenes_lesen' | 'fall_lesen' | 'alles_lesen';

/** Everybody sees what was done to her; a Fachkraft what was done to a case that she sees; the administration who did what, when, to which Fallnummer. */
export const PROTOKOLL: Regelwerk<Protokollaktion> = {
  aktionen: ['eigenes_lesen', 'fall_lesen', 'alles_lesen'],
  regeln: {
    fachkraft: () => alle<Protokollaktion>('eigenes_lesen', 'fall_lesen'),
    leitung: () => alle<Protokollaktion>('eigenes_lesen'),
    traegeradministration: () => alle<Protokollaktion>('eigenes_lesen', 'alles_lesen'),
  },
};
