/** Days in which an approved „zugang“ can be used; the database refuses it afterwards. */
export const EINLOESEFRIST_TAGE = 7;

export type Freigabestand = 'offen' | 'zugestimmt' | 'abgelehnt' | 'eingeloest' | 'verfallen';

export interface Freigabeverlauf {
  art: string;
  bestaetigt: 'ja' | 'nein' | null;
  entschiedenAm: Date | null;
  eingeloestAm: Date | null;
}

export function standVon({ art, bestaetigt, entschiedenAm, eingeloestAm }: Freigabeverlauf, jetzt: Date): Freigabestand {
  if (bestaetigt === null || entschiedenAm === null) return 'offen';
  if (bestaetigt === 'nein') return 'abgelehnt';
  if (eingeloestAm) return 'eingeloest';
  const frist = entschiedenAm.getTime() + EINLOESEFRIST_TAGE * 86_400_000;
  return art === 'zugang' && jetzt.getTime() > frist ? 'verfallen' : 'zugestimmt';
}
