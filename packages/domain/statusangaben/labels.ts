import { statusregel } from '@kim/kreis/aufenthaltsstatus.ts';
import { LEISTUNGSBEZUEGE } from '@kim/kreis/leistungsbezuege.ts';
import type { Leistungsbezug } from '@kim/kreis/leistungsbezuege.ts';
import { artVon } from './rules.ts';
import type { Fristlage, Statusfehler } from './rules.ts';
import type { Statusart } from './schema.ts';

export const STATUSART: Record<Statusart, string> = { aufenthalt: 'Aufenthalt', leistung: 'Leistungsbezug' };

export const FRISTLAGE: Record<Fristlage, string> = { abgelaufen: 'abgelaufen', laeuft_ab: 'läuft ab', laeuft: 'befristet' };

/** Field and message of what is wrong with an entry. */
export const STATUSFEHLER: Record<Statusfehler, readonly [feld: string, meldung: string]> = {
  unbekannt: ['code', 'Bitte wählen Sie einen Eintrag der Liste.'],
  regel_ausgelaufen: ['code', 'Diese Regelung war an dem Tag schon ausgelaufen. Bitte prüfen Sie den Tag oder wählen Sie einen anderen Eintrag.'],
  regel_noch_nicht: ['code', 'Diese Regelung galt an dem Tag noch nicht. Bitte prüfen Sie den Tag oder wählen Sie einen anderen Eintrag.'],
  ende_vor_beginn: ['bis', 'Die Frist endet vor ihrem Beginn.'],
  vor_geburt: ['von', 'Der Beginn liegt vor dem Geburtsjahr der Person.'],
  zu_weit_voraus: ['von', 'Der Beginn liegt mehr als einen Monat in der Zukunft.'],
};

/** Code in words, with its norm; an unknown one stays readable. */
export function statustext(code: string): string {
  if (artVon(code) === 'leistung') return LEISTUNGSBEZUEGE[code as Leistungsbezug];
  const regel = statusregel(code);
  return regel ? [regel.text, regel.norm].filter(Boolean).join(', ') : code;
}

/** What to look at when a term ends: general information, never advice. */
export const FRISTHINWEIS: Record<Statusart, string> = {
  aufenthalt: 'Bitte prüfen, ob die Verlängerung beantragt ist. Beratung bei der Ausländerbehörde oder einer Fachberatungsstelle für Aufenthaltsrecht. Der Fall läuft unverändert weiter.',
  leistung: 'Bitte prüfen, ob ein Weiterbewilligungsantrag gestellt ist. Beratung beim zuständigen Leistungsträger. Der Fall läuft unverändert weiter.',
};
