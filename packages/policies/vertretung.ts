import { alle } from './regel.ts';
import type { Regelwerk } from './regel.ts';

export type Vertretungsaktion = 'lesen' | 'einrichten' | 'beenden';

export interface Vertretungsmerkmale {
  vertreteneId: string;
  vertretungId: string;
}

/** A Vertretung opens the cases of the absent colleague: nobody sets it in her own favour (D3). */
export const VERTRETUNG: Regelwerk<Vertretungsaktion> = {
  aktionen: ['lesen', 'einrichten', 'beenden'],
  regeln: {
    fachkraft: (ich) => [
      ...alle<Vertretungsaktion>('lesen'),
      { aktion: 'einrichten', wenn: { vertreteneId: ich }, nur: 'für die eigenen Fälle' },
      { aktion: 'beenden', wenn: { vertreteneId: ich }, nur: 'eigene' },
      { aktion: 'beenden', wenn: { vertretungId: ich }, nur: 'selbst ausgeübte' },
    ],
    leitung: () => alle<Vertretungsaktion>('lesen'),
    traegeradministration: (ich) => [
      ...alle<Vertretungsaktion>('lesen', 'beenden'),
      { aktion: 'einrichten', wenn: { vertretungId: { $ne: ich } }, nur: 'nicht durch sich selbst' },
    ],
  },
};
