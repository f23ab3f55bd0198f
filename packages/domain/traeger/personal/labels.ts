import type { Traegerrolle } from '@kim/policies/rollen.ts';
import type { Zustand } from './rules.ts';
import type { Ruecksetzart } from './schema.ts';

/** What a role means for who gets it, in one line. */
export const ROLLE_ERKLAERT: Record<Traegerrolle, string> = {
  fachkraft: 'Führt Fälle und liest, was dazugehört.',
  leitung: 'Sieht Stellen und Auslastung und stimmt Freigaben zu. Sieht keine Fälle und keine Namen von Ratsuchenden.',
  traegeradministration: 'Pflegt Konten, Stellen und Vertretungen. Sieht keine Fälle und keine Namen von Ratsuchenden.',
};

export const ZUSTAND: Record<Zustand, string> = { eingeladen: 'eingeladen', aktiv: 'aktiv', ausgeschieden: 'ausgeschieden' };

export const RUECKSETZART: Record<Ruecksetzart, string> = { passwort: 'Passwort', zweiter_faktor: 'zweiter Faktor', beides: 'Passwort und zweiter Faktor' };

/** Why something about a colleague was refused. */
export const GRUND = {
  schon_mitglied: 'Zu dieser E-Mail-Adresse gibt es bei Ihrem Träger schon eine Person. Suchen Sie sie in der Liste; auch wer ausgeschieden ist, lässt sich dort wieder einladen.',
  hat_faelle: 'Diese Person ist noch für Fälle zuständig. Bitte übergeben Sie sie zuerst.',
  letzte_administration: 'Bei Ihrem Träger muss mindestens eine Person die Trägeradministration haben.',
  freigabe_rolle: 'Die Rolle Fachkraft können Sie sich nicht selbst geben, denn sie öffnet Fälle. Die Leitung muss zustimmen.',
  selbst_abmelden: 'Die eigenen Geräte melden Sie unter „Mein Konto“ ab.',
  selbst: 'Den eigenen Zugang beendet eine andere Person mit der Rolle Trägeradministration.',
  nicht_moeglich: 'Das ist im jetzigen Zustand des Zugangs nicht möglich. Die Seite zeigt ihn jetzt aktuell.',
  freigabe_zugang: 'Dieser Link würde das Konto ganz öffnen. Die Leitung oder die Person selbst muss vorher zustimmen.',
} as const;
