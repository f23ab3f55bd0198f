import { TRAEGER } from '@kim/db/seed/kreis-rbk.ts';
import type { Person, Wer } from './wer.ts';

/** Strings that exist once in the product: whoever meets a foreign one has found a way across. */

/** „Schutz“ stands in the protected part, which only who is responsible has open. */
export type Art = 'Name' | 'Text' | 'Schutz';

/** Letters only, so that name search, URL and HTML leave it as it is. */
export const kanarie = (kennung: string, bei: string, art: Art): string => `Kanari${kennung}x${bei.replace(/[^A-Za-z]/g, '')}x${art}`;

const MUSTER = /Kanari([A-Z]{2,5})x([A-Za-z]+?)x(Name|Text|Schutz)/g;

/** Fallnummern of this Kreis; recovery codes may look like numbers of another one. */
const NUMMER = new RegExp(String.raw`\b(${TRAEGER.map(({ kennung }) => kennung).join('|')})-\d{4}-\d{4,}\b`, 'g');

/** Names of staff by the mark of their Träger. */
export type Personal = Readonly<Record<string, readonly string[]>>;

export interface Fund {
  was: string;
  wo: string;
}

const LIEST = new Set<Wer>(['Fachkraft', 'Kollegin', 'in Vertretung', 'in Fallberatung', 'Fachkraft anderswo']);

const nurBuchstaben = (text: string) => text.replace(/[^A-Za-z]/g, '');

/**
 * Who may meet which string. Names of clients: the Fachkräfte of the Träger (search before create, D2). Texts: who is
 * responsible, in Vertretung or in a Fallberatung; of Anfragen and shared cases every Fachkraft of the Träger.
 */
export function darfKanarie(wer: Wer, person: Person, [kennung, bei, art]: readonly [string, string, string]): boolean {
  if (!LIEST.has(wer) || kennung !== person.kennung) return false;
  if (art === 'Schutz') return istZustaendig(wer, bei);
  if (art === 'Name' || bei === 'Anfrage' || bei.startsWith('geteilt')) return true;
  return bei === nurBuchstaben(wer) || (bei === 'Fachkraft' && (wer === 'in Vertretung' || wer === 'in Fallberatung'));
}

/** A shared case is the Kollegin's here, and the Fachkraft's elsewhere. */
const istZustaendig = (wer: Wer, bei: string): boolean => bei === nurBuchstaben(wer) || (bei === 'geteilt' && wer === 'Kollegin') || (bei === 'geteiltanderswo' && wer === 'Fachkraft anderswo');

/** Everything in a response that its reader must not see. What she sent herself may come back. */
export function findeFremdes(wer: Wer, person: Person, text: string, gesendet: string, personal: Personal): string[] {
  const funde: string[] = [];
  for (const [ganz, kennung = '', bei = '', art = ''] of text.matchAll(MUSTER)) {
    if (!darfKanarie(wer, person, [kennung, bei, art]) && !gesendet.includes(ganz)) funde.push(ganz);
  }
  for (const [ganz, kennung] of text.matchAll(NUMMER)) {
    if (kennung !== person.kennung && !gesendet.toUpperCase().includes(ganz)) funde.push(ganz);
  }
  for (const [kennung, namen] of Object.entries(personal)) {
    if (kennung === (person.kennung ?? (wer === 'Koordination' ? wer : null))) continue;
    for (const name of namen) if (text.includes(name) && !gesendet.includes(name)) funde.push(name);
  }
  return funde;
}
