import { alle } from './regel.ts';
import type { Regelwerk } from './regel.ts';

export type Freigabeaktion = 'lesen' | 'beantragen' | 'entscheiden';
export type Freigabeart = 'vertretung' | 'uebergabe' | 'rolle_fachkraft' | 'zugang';

export interface Freigabemerkmale {
  art: Freigabeart;
  beantragtVonId: string;
  betrifftId: string;
}

/** The second person: Leitung, or the Fachkraft concerned; a role concerns nobody's cases yet, so only Leitung decides it. */
export const FREIGABEN: Regelwerk<Freigabeaktion> = {
  aktionen: ['lesen', 'beantragen', 'entscheiden'],
  regeln: {
    fachkraft: (ich) => betroffen(ich),
    leitung: (ich) => [...alle<Freigabeaktion>('lesen'), { aktion: 'entscheiden', wenn: { beantragtVonId: { $ne: ich } }, nur: 'von anderen beantragte' }],
    traegeradministration: (ich) => [...alle<Freigabeaktion>('lesen', 'beantragen'), ...betroffen(ich).slice(1)],
  },
};

const betroffen = (ich: string) => [
  { aktion: 'lesen' as const, wenn: { betrifftId: ich }, nur: 'sie betreffende' },
  {
    aktion: 'entscheiden' as const,
    wenn: { betrifftId: ich, beantragtVonId: { $ne: ich }, art: { $ne: 'rolle_fachkraft' } },
    nur: 'sie betreffende, von anderen beantragte',
  },
];
