import type { Datum } from '@kim/core/zeit.ts';
import { AUFENTHALTSSTATUS, statusregel } from '@kim/kreis/aufenthaltsstatus.ts';
import type { Statusregel } from '@kim/kreis/aufenthaltsstatus.ts';
import { LEISTUNGSBEZUEGE } from '@kim/kreis/leistungsbezuege.ts';
import { liegtVorGeburt } from '../ratsuchende/rules.ts';
import type { Statusart } from './schema.ts';

/** Days before its end on which a term is called out. */
export const VORWARNUNG = 60;
/** Days that a beginning may lie ahead: a grant that is already in the hand. */
export const VORLAUF = 31;

export const plusTage = (tag: Datum, tage: number): Datum => new Date(Date.parse(`${tag}T00:00:00Z`) + tage * 86_400_000).toISOString().slice(0, 10);

export type Fristlage = 'abgelaufen' | 'laeuft_ab' | 'laeuft';

/** Where a term stands on a day; its last day still counts. Only ever a hint: nothing closes a case because of it (R27). */
export function fristlage(bis: Datum | null, heute: Datum): Fristlage | null {
  if (bis === null) return null;
  if (bis < heute) return 'abgelaufen';
  return bis <= plusTage(heute, VORWARNUNG) ? 'laeuft_ab' : 'laeuft';
}

const giltAm = ({ giltVon, giltBis }: Statusregel, tag: Datum): boolean => (giltVon === null || tag >= giltVon) && (giltBis === null || tag <= giltBis);

/** The residence statuses that an entry may begin with on this day. */
export const angeboteneStatus = (tag: Datum): Statusregel[] => AUFENTHALTSSTATUS.filter((regel) => giltAm(regel, tag));

/** Which of the two tables a code stands in; their keys never meet. */
export const artVon = (code: string): Statusart => (Object.hasOwn(LEISTUNGSBEZUEGE, code) ? 'leistung' : 'aufenthalt');

/** Statuses that have ended: they can still be recorded for a day on which they could be had. */
export const ausgelaufeneStatus = (tag: Datum): Statusregel[] => AUFENTHALTSSTATUS.filter(({ giltBis }) => giltBis !== null && giltBis < tag);

interface Angabe {
  code: string;
  von: Datum;
  bis: Datum | null;
}

export type Statusfehler = 'unbekannt' | 'regel_ausgelaufen' | 'regel_noch_nicht' | 'ende_vor_beginn' | 'zu_weit_voraus' | 'vor_geburt';

/** What is wrong with an entry of somebody born in `geburtsjahr`, recorded on the day `heute`; null when nothing is. The rule is that of the day the entry begins. */
export function pruefeAngabe({ code, von, bis }: Angabe, heute: Datum, geburtsjahr: number | null = null): Statusfehler | null {
  if (liegtVorGeburt(von, geburtsjahr)) return 'vor_geburt';
  if (bis !== null && bis < von) return 'ende_vor_beginn';
  if (von > plusTage(heute, VORLAUF)) return 'zu_weit_voraus';
  if (artVon(code) === 'leistung') return null;
  const regel = statusregel(code);
  if (!regel) return 'unbekannt';
  if (giltAm(regel, von)) return null;
  return regel.giltBis !== null && von > regel.giltBis ? 'regel_ausgelaufen' : 'regel_noch_nicht';
}
