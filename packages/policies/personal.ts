import { alle } from './regel.ts';
import type { Regelwerk } from './regel.ts';

export type Personalaktion = 'lesen' | 'einladen' | 'aendern' | 'rollen_setzen' | 'fachkraft_werden' | 'zuruecksetzen' | 'abmelden' | 'beenden';

export interface Personalmerkmale {
  nutzerId: string;
}

/** Colleagues, their accounts and roles. `fachkraft_werden` is granting oneself the role: never without a second person (D3). */
export const PERSONAL: Regelwerk<Personalaktion> = {
  aktionen: ['lesen', 'einladen', 'aendern', 'rollen_setzen', 'fachkraft_werden', 'zuruecksetzen', 'abmelden', 'beenden'],
  regeln: {
    leitung: () => alle<Personalaktion>('lesen'),
    traegeradministration: (ich) => [
      ...alle<Personalaktion>('lesen', 'einladen', 'aendern', 'rollen_setzen', 'abmelden'),
      { aktion: 'zuruecksetzen', wenn: { nutzerId: { $ne: ich } }, nur: 'andere; mit Freigabe, wenn kein eigener Faktor bleibt' },
      { aktion: 'beenden', wenn: { nutzerId: { $ne: ich } }, nur: 'andere' },
    ],
  },
};
