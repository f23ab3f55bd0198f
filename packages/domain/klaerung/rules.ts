import type { Kriterienkatalog } from '@kim/kreis/kriterienkatalog.ts';
import type { Unterlagen } from '../einwilligungen/rules.ts';
import type { Klasse } from '../faelle/schema.ts';
import type { Pruefungseingabe } from './schema.ts';

/** What the paper wants on the table by the end of the Klärungsphase, beside the Einverständnis (R62, I15). */
export const PFLICHTUNTERLAGEN = ['datenschutzvereinbarung', 'datenschutzerklaerung', 'schweigepflichtentbindung', 'erstgespraechsbogen'] as const;
export type Pflichtunterlage = (typeof PFLICHTUNTERLAGEN)[number];

export function fehlendeUnterlagen(unterlagen: Unterlagen, erstgespraech: boolean): Pflichtunterlage[] {
  return PFLICHTUNTERLAGEN.filter((art) => (art === 'erstgespraechsbogen' ? !erstgespraech : unterlagen[art] !== 'liegt_vor'));
}

/** What a case lacks of all of this in Case Management, the Einverständnis among it. */
export type Unterlage = Pflichtunterlage | 'einverstaendnis';

export const fehltImCaseManagement = (unterlagen: Unterlagen, erstgespraech: boolean): Unterlage[] =>
  [...fehlendeUnterlagen(unterlagen, erstgespraech), ...(unterlagen.einverstaendnis === 'liegt_vor' ? [] : ['einverstaendnis' as const])];

/** What decides beside the form itself. */
export interface Entscheidungslage {
  katalog: Pick<Kriterienkatalog, 'kriterien' | 'schwelle'>;
  unterlagen: Unterlagen;
  erstgespraech: boolean;
  kernkriteriumBekannt: boolean;
}

export type Mangel = 'antwort_fehlt' | 'grund_fehlt' | 'abweichung_fehlt' | 'einverstaendnis_fehlt' | 'unterlagen_begruenden' | 'kernkriterium_fehlt';

/** Keys of the catalogue's criteria that were answered with yes. */
export const erfuellteKriterien = (katalog: Pick<Kriterienkatalog, 'kriterien'>, antwort: Readonly<Record<string, string>>): string[] =>
  katalog.kriterien.map(({ schluessel }) => schluessel).filter((schluessel) => antwort[schluessel] === 'ja');

/** Whether a decision departs from what the criteria say: below the threshold only a person may choose Case Management (R47, R48). */
export const weichtAb = ({ schwelle }: Pick<Kriterienkatalog, 'schwelle'>, erfuellt: number, entscheidung: Klasse): boolean =>
  entscheidung === 'case_management' && erfuellt < schwelle;

/**
 * What keeps a decision from being taken, by field of the form. The Einverständnis is a hard condition of Case Management; a
 * missing document asks for a reason; nothing here decides for anybody.
 */
export function maengel(lage: Entscheidungslage, eingabe: Pick<Pruefungseingabe, 'antwort' | 'grund' | 'entscheidung' | 'abweichung' | 'unterlagen' | 'kernkriterium'>): { feld: string; mangel: Mangel }[] {
  const { katalog, unterlagen, erstgespraech, kernkriteriumBekannt } = lage;
  const { antwort, grund, entscheidung } = eingabe;
  const liste: { feld: string; mangel: Mangel }[] = [];
  for (const { schluessel } of katalog.kriterien) {
    if (!antwort[schluessel]) liste.push({ feld: `antwort.${schluessel}`, mangel: 'antwort_fehlt' });
    else if (!grund[schluessel]) liste.push({ feld: `grund.${schluessel}`, mangel: 'grund_fehlt' });
  }
  if (!kernkriteriumBekannt && !eingabe.kernkriterium) liste.push({ feld: 'kernkriterium', mangel: 'kernkriterium_fehlt' });
  if (entscheidung !== 'case_management') return liste;
  if (unterlagen.einverstaendnis !== 'liegt_vor') liste.push({ feld: 'entscheidung', mangel: 'einverstaendnis_fehlt' });
  if (weichtAb(katalog, erfuellteKriterien(katalog, antwort).length, entscheidung) && !eingabe.abweichung) liste.push({ feld: 'abweichung', mangel: 'abweichung_fehlt' });
  if (fehlendeUnterlagen(unterlagen, erstgespraech).length > 0 && !eingabe.unterlagen) liste.push({ feld: 'unterlagen', mangel: 'unterlagen_begruenden' });
  return liste;
}

/** What has happened in a case since its last decision, or since it was opened. */
export interface Verlaufslage {
  klasse: Klasse;
  /** Ended, or stopped by a revocation: there is nothing to decide. */
  beendet: boolean;
  offeneBedarfe: number;
  /** Open Bedarfe recorded since then. */
  neueBedarfe: number;
  /** Consultations since then: held in person, by telephone, video or e-mail. */
  beratungen: number;
}

/** „Überschaubar“ ends here: with the third open Bedarf, and with the consultation after the usual two (R41, R49). */
const UEBLICH = 2;

/** Why it would be worth checking the criteria anew. */
export type Vorschlag = 'bedarfe' | 'beratungen';

/** Null when it would not be worth it. A suggestion: it changes nothing (U1). */
export function neupruefung(lage: Verlaufslage): Vorschlag | null {
  if (lage.klasse === 'case_management' || lage.beendet) return null;
  if (lage.offeneBedarfe > UEBLICH && lage.neueBedarfe > 0) return 'bedarfe';
  return lage.beratungen > UEBLICH ? 'beratungen' : null;
}

export type Schritt = 'erstgespraech' | 'unterlagen' | 'bedarfe' | 'kriterien' | 'entscheidung';

/** The Klärung in its order (R54): what is done, and where it goes on. */
export function schritte(lage: { erstgespraech: boolean; unterlagenVollstaendig: boolean; bedarfe: number; entschieden: boolean }) {
  const erledigt: Record<Schritt, boolean> = {
    erstgespraech: lage.erstgespraech, unterlagen: lage.unterlagenVollstaendig, bedarfe: lage.bedarfe > 0, kriterien: lage.entschieden, entscheidung: lage.entschieden,
  };
  const alle = Object.keys(erledigt) as Schritt[];
  return { erledigt, naechster: alle.find((schritt) => !erledigt[schritt]) ?? null };
}
