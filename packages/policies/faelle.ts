import { alle } from './regel.ts';
import type { Regelwerk } from './regel.ts';

export type Fallaktion = 'eroeffnen' | 'lesen' | 'aendern' | 'klasse_aendern' | 'beenden' | 'uebergeben' | 'uebernehmen' | 'beratung_oeffnen' | 'verzeichnis_lesen' | 'verwaltend_uebergeben';

export interface Fallmerkmale {
  zustaendigId: string | null;
  /** Shared by the Fachkräfte of the Träger (D2): everything but Case Management. */
  gemeinsam: boolean;
  /** Who receives the case; for `verwaltend_uebergeben`. */
  anId?: string;
  /** Who is or will be the Vertretung of the receiver and thereby reads the case too; for `verwaltend_uebergeben`. */
  anVertretenVon?: readonly string[];
}

/** Which cases a Fachkraft sees at all decides the database (D1); here stands what she may do with one that she sees. */
export const FAELLE: Regelwerk<Fallaktion> = {
  aktionen: ['eroeffnen', 'lesen', 'aendern', 'klasse_aendern', 'beenden', 'uebergeben', 'uebernehmen', 'beratung_oeffnen', 'verzeichnis_lesen', 'verwaltend_uebergeben'],
  regeln: {
    fachkraft: (ich) => [
      ...alle<Fallaktion>('eroeffnen', 'lesen', 'aendern'),
      { aktion: 'klasse_aendern', wenn: { zustaendigId: ich }, nur: 'eigene' },
      { aktion: 'beenden', wenn: { zustaendigId: ich }, nur: 'eigene' },
      { aktion: 'beenden', wenn: { gemeinsam: true }, nur: 'gemeinsame' },
      { aktion: 'uebergeben', wenn: { zustaendigId: ich }, nur: 'eigene' },
      { aktion: 'uebernehmen', wenn: { gemeinsam: true, zustaendigId: { $ne: ich } }, nur: 'gemeinsame' },
      { aktion: 'beratung_oeffnen', wenn: { zustaendigId: ich, gemeinsam: false }, nur: 'eigene im Case Management' },
    ],
    leitung: () => alle<Fallaktion>('verzeichnis_lesen'),
    traegeradministration: (ich) => [
      ...alle<Fallaktion>('verzeichnis_lesen'),
      { aktion: 'verwaltend_uebergeben', wenn: { anId: { $ne: ich }, anVertretenVon: { $ne: ich } }, nur: 'nicht an sich selbst oder eine, die sie vertritt' },
    ],
  },
};
