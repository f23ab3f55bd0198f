import { tafel } from '../tabelle.ts';
import { ALLE_DRINNEN, ANMELDUNG_NOETIG } from './eintrag.ts';
import type { Eintrag } from './eintrag.ts';

/** Who has signed in and works for several Träger chooses one; nobody else has business here. */
const WAHL = tafel(`
  wer                               | alles
  ohne Anmeldung                    | anmelden
  erfundene Sitzung                 | anmelden
  Sitzung abgelaufen                | anmelden
  Sitzung widerrufen                | anmelden
  ausgeschieden                     | anmelden
  gesperrt                          | weiter
  zweiter Faktor fehlt              | weiter
  zweiter Faktor nicht eingerichtet | weiter
  Träger nicht gewählt              | ja
  drinnen                           | weiter
`);

/** Only a session that waits for its second factor. */
const FAKTOR = tafel(`
  wer                               | alles
  ohne Anmeldung                    | anmelden
  erfundene Sitzung                 | anmelden
  Sitzung abgelaufen                | anmelden
  Sitzung widerrufen                | anmelden
  ausgeschieden                     | anmelden
  gesperrt                          | weiter
  zweiter Faktor fehlt              | ja
  zweiter Faktor nicht eingerichtet | weiter
  Träger nicht gewählt              | weiter
  drinnen                           | weiter
`);

/** D6: who must set up the second factor gets to this page and to no other; who still has to choose a Träger may finish it. */
const EINRICHTEN = tafel(`
  wer                               | alles
  ohne Anmeldung                    | anmelden
  erfundene Sitzung                 | anmelden
  Sitzung abgelaufen                | anmelden
  Sitzung widerrufen                | anmelden
  ausgeschieden                     | anmelden
  gesperrt                          | entsperren
  zweiter Faktor fehlt              | faktor
  zweiter Faktor nicht eingerichtet | ja
  Träger nicht gewählt              | ja
  drinnen                           | ja
`);

/** Recovery codes belong to a second factor; of those inside only „in Fallberatung“ has set one up. */
const CODES = tafel(`
  wer                               | alles
  ohne Anmeldung                    | anmelden
  erfundene Sitzung                 | anmelden
  Sitzung abgelaufen                | anmelden
  Sitzung widerrufen                | anmelden
  ausgeschieden                     | anmelden
  gesperrt                          | entsperren
  zweiter Faktor fehlt              | faktor
  zweiter Faktor nicht eingerichtet | abgelehnt
  Träger nicht gewählt              | abgelehnt
  Fachkraft                         | abgelehnt
  Kollegin                          | abgelehnt
  in Vertretung                     | abgelehnt
  in Fallberatung                   | ja
  Leitung                           | abgelehnt
  Administration                    | abgelehnt
  Koordination                      | abgelehnt
  Fachkraft anderswo                | abgelehnt
  Leitung anderswo                  | abgelehnt
  Administration anderswo           | abgelehnt
`);

/** Two of the scene have begun to set up a device: „Fachkraft“ and who has none yet. The code on it is good for them alone. */
const BESTAETIGEN = tafel(`
  wer                               | alles
  ohne Anmeldung                    | anmelden
  erfundene Sitzung                 | anmelden
  Sitzung abgelaufen                | anmelden
  Sitzung widerrufen                | anmelden
  ausgeschieden                     | anmelden
  gesperrt                          | entsperren
  zweiter Faktor fehlt              | faktor
  zweiter Faktor nicht eingerichtet | ja
  Träger nicht gewählt              | abgelehnt
  Fachkraft                         | ja
  Kollegin                          | abgelehnt
  in Vertretung                     | abgelehnt
  in Fallberatung                   | abgelehnt
  Leitung                           | abgelehnt
  Administration                    | abgelehnt
  Koordination                      | abgelehnt
  Fachkraft anderswo                | abgelehnt
  Leitung anderswo                  | abgelehnt
  Administration anderswo           | abgelehnt
`);

const QR = tafel(`
  wer                               | alles
  ohne Anmeldung                    | anmelden
  erfundene Sitzung                 | anmelden
  Sitzung abgelaufen                | anmelden
  Sitzung widerrufen                | anmelden
  ausgeschieden                     | anmelden
  gesperrt                          | entsperren
  zweiter Faktor fehlt              | faktor
  zweiter Faktor nicht eingerichtet | ja
  Träger nicht gewählt              | nein
  Fachkraft                         | ja
  Kollegin                          | nein
  in Vertretung                     | nein
  in Fallberatung                   | nein
  Leitung                           | nein
  Administration                    | nein
  Koordination                      | nein
  Fachkraft anderswo                | nein
  Leitung anderswo                  | nein
  Administration anderswo           | nein
`);

/** A one-time link opens once, for whoever holds it; spent, invented and broken ones look alike. */
const LINK = tafel(`
  wer  | gültig | verbraucht | erfunden | ungültig
  jede | ja     | nein       | nein     | nein
`);

const LINK_EINLOESEN = tafel(`
  wer  | gültig | verbraucht | erfunden | ungültig
  jede | ja     | weiter     | weiter   | weiter
`);

const NUR_WEITER = tafel(`
  wer  | alles
  jede | weiter
`);

const angemeldet = [ANMELDUNG_NOETIG, ALLE_DRINNEN];

export const KONTO: readonly Eintrag[] = [
  { route: 'routes/anmelden.mitgliedschaft', pfad: '/anmelden/mitgliedschaft', zweck: 'Träger wählen', objekte: 'keines', lesen: [WAHL], eingaben: { 'Träger wählen': [WAHL] } },
  { route: 'routes/anmelden.zweiter-faktor', pfad: '/anmelden/zweiter-faktor', zweck: 'Zweiter Faktor bei der Anmeldung', objekte: 'keines', lesen: [FAKTOR], eingaben: { 'Code eingeben': [FAKTOR] } },
  {
    route: 'routes/konto._index', pfad: '/konto', zweck: 'Eigenes Konto', objekte: 'keines', lesen: angemeldet, fragen: ['Geräte abmelden'],
    eingaben: { 'Passwort ändern': angemeldet, Einstellungen: angemeldet, 'Geräte abmelden': angemeldet },
  },
  {
    route: 'routes/konto.zweiter-faktor', pfad: '/konto/zweiter-faktor', zweck: 'Zweiten Faktor einrichten', objekte: 'keines', lesen: [EINRICHTEN],
    eingaben: { 'Gerät einrichten': [EINRICHTEN], 'Gerät bestätigen': [BESTAETIGEN], 'Neue Codes': [CODES] }, danach: { 'Gerät einrichten': '/konto/zweiter-faktor' },
  },
  { route: 'routes/konto.zweiter-faktor_.qr', pfad: '/konto/zweiter-faktor/qr', zweck: 'QR-Code des neuen Geräts', objekte: 'keines', lesen: [QR], eingaben: {} },
  { route: 'routes/einstellung', pfad: '/einstellung', zweck: 'Blickschutz umschalten', objekte: 'keines', lesen: [NUR_WEITER], eingaben: { Blickschutz: angemeldet } },
  { route: 'routes/zugang.$token', pfad: '/zugang/:token', zweck: 'Einmal-Link', objekte: 'link', lesen: [LINK], eingaben: { Einlösen: [LINK_EINLOESEN] }, danach: { Einlösen: '/anmelden' } },
];
