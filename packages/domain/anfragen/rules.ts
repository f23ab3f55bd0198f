import { KLASSE } from '../faelle/labels.ts';
import type { Klasse } from '../faelle/schema.ts';
import type { Kanal } from '../kontakte/schema.ts';
import type { Zugang } from '@kim/kreis/zugaenge.ts';
import type { Anfrageinhalt, Ergebnis } from './schema.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';

/** Months after which an Anfrage that came to nothing erases itself with its person (section 2.5, Retention). */
export const AUFBEWAHRUNG_MONATE = 6;

const KANAL_DES_ZUGANGS: Partial<Record<Zugang, Kanal>> = { selbst_telefon: 'telefon', selbst_email: 'email', selbst_messenger: 'messenger' };

/** How one spoke: as it was said, else as the way in says, else across the desk. */
export const kanalVon = ({ kanal, zugang }: { kanal: Kanal | ''; zugang: Zugang }): Kanal => kanal || (KANAL_DES_ZUGANGS[zugang] ?? 'persoenlich');

/** A case never begins with a consultation from afar (R36); a referral, a note and what belongs to a running case may. */
export const beginntPersoenlich = ({ ergebnis, fall, ...weg }: { ergebnis: Ergebnis; fall: string; kanal: Kanal | ''; zugang: Zugang }): boolean =>
  ergebnis !== 'kurzberatung' || fall !== '' || kanalVon(weg) === 'persoenlich';

/** „Amal Al Ahmadi“: the last part is the family name; a single name stands alone. */
export function teileName(name: string): { vorname: string; nachname: string } {
  const teile = name.trim().split(/\s+/u);
  return { vorname: teile.slice(0, -1).join(' '), nachname: teile.at(-1) ?? '' };
}

/** What was said beside the concern, for the note of a Kontakt with somebody whose master data stand already. */
export const nenneWeiteres = ({ sprache, telefon }: Pick<Anfrageinhalt, 'sprache' | 'telefon'>): string[] =>
  [sprache && `Sprache: ${sprachname(sprache) ?? sprache}`, telefon && `Telefon: ${telefon}`].filter((zeile) => zeile !== '');

/** A hit of the search before create, as far as the question „Is it she?“ needs it. */
export interface Fund {
  personId: string;
  name: string;
  geburtsjahr: number | null;
  faelle: readonly { fallnummer: string; klasse: Klasse; beendet: boolean; fachkraft: string; meiner: boolean }[];
  kollegen: readonly { fallnummer: string; fachkraft: string }[];
}

/** One answer: a case that goes on, a person for whom a new one begins, or the colleague who gets the Anfrage. */
export interface Wahl {
  wert: string;
  text: string;
  hinweis: string;
}

const HOECHSTENS = 6;

export const NEUE_PERSON = 'neu';

/** What may be meant by somebody of this name, the likeliest first (D2). */
export function listWahl(funde: readonly Fund[]): Wahl[] {
  return funde.slice(0, HOECHSTENS).flatMap(({ personId, name, geburtsjahr, faelle, kollegen }) => {
    const text = geburtsjahr ? `${name}, Jahrgang ${geburtsjahr}` : name;
    const laufende = faelle.filter((fall) => !fall.beendet);
    if (laufende.length > 0) {
      return laufende.map((fall) => ({
        wert: `fall:${fall.fallnummer}`, text, hinweis: `weitere Beratung in ${fall.fallnummer} (${KLASSE[fall.klasse]}${fall.meiner ? '' : `, ${fall.fachkraft}`})`,
      }));
    }
    const [kollege] = kollegen;
    if (kollege && faelle.length === 0) return [{ wert: `person:${personId}`, text, hinweis: `im Case Management bei ${kollege.fachkraft} (${kollege.fallnummer}): die Anfrage geht an sie oder ihn` }];
    return [{ wert: `person:${personId}`, text, hinweis: faelle.length > 0 ? 'bekannt, kein laufender Fall' : 'bekannt, noch kein Fall' }];
  });
}

/** The parts of an answer; null for one that nobody offered. */
export function liesWahl(wahl: string): { person: string; fall: string } | null {
  const [art, wert = ''] = wahl.split(':');
  if (art === NEUE_PERSON) return { person: '', fall: '' };
  if (art === 'person') return { person: wert, fall: '' };
  return art === 'fall' ? { person: '', fall: wert } : null;
}
