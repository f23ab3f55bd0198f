import type { Kennzahlart } from './schema.ts';

export const KENNZAHLART: Record<Kennzahlart, string> = {
  alle: 'nur die Zahl der laufenden Fälle',
  klassen: 'laufende Fälle, davon Kurzberatung und Case Management',
};

export const KENNZAHLKLASSE: Record<string, string> = { alle: 'laufende Fälle', kurzberatung: 'Kurzberatung oder Verweis', case_management: 'Case Management' };

/** Why the database refused, by the word it answered. */
export const FREIGABEMANGEL = {
  kein_stichtag: 'Für diesen Stichtag gibt es noch keine Veröffentlichung.',
  schon_frei: 'Für diesen Stichtag ist schon freigegeben. Freigegebenes wird nicht geändert.',
  wenig_bewegung: 'In diesem Quartal gab es weniger als fünf neue oder weniger als fünf beendete Fälle. Eine genaue Zahl könnte Einzelne verraten und wird deshalb nicht freigegeben.',
  mehrere_kommunen: 'Ihr Träger arbeitet in mehreren Kommunen. Freigegeben werden kann nur die Zahl aller laufenden Fälle.',
  zu_klein: 'Kurzberatung oder Case Management liegt unter zehn Fällen. Freigegeben werden kann nur die Zahl aller laufenden Fälle.',
} as const;
export type Freigabemangel = keyof typeof FREIGABEMANGEL;
