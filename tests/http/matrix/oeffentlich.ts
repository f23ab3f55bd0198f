import { tafel } from '../tabelle.ts';
import { ANMELDUNG_NOETIG, FUER_ALLE } from './eintrag.ts';
import type { Eintrag } from './eintrag.ts';

/** The sign-in page is for those who are not signed in. */
const ANMELDESEITE = tafel(`
  wer         | alles
  vor der Tür | ja
  drinnen     | weiter
`);

/** The Koordination has a start page of its own. */
const STARTSEITE = tafel(`
  wer                     | alles
  Fachkraft               | ja
  Kollegin                | ja
  in Vertretung           | ja
  in Fallberatung         | ja
  Leitung                 | ja
  Administration          | ja
  Koordination            | weiter
  Fachkraft anderswo      | ja
  Leitung anderswo        | ja
  Administration anderswo | ja
`);

/** Unlocking is for a locked session alone. */
const ENTSPERRSEITE = tafel(`
  wer                               | alles
  ohne Anmeldung                    | anmelden
  erfundene Sitzung                 | anmelden
  Sitzung abgelaufen                | anmelden
  Sitzung widerrufen                | anmelden
  ausgeschieden                     | anmelden
  gesperrt                          | ja
  zweiter Faktor fehlt              | weiter
  zweiter Faktor nicht eingerichtet | weiter
  Träger nicht gewählt              | weiter
  drinnen                           | weiter
`);

/** The right password unlocks; of a session that is not locked it changes nothing. */
const ENTSPERREN = tafel(`
  wer                               | alles
  ohne Anmeldung                    | anmelden
  erfundene Sitzung                 | anmelden
  Sitzung abgelaufen                | anmelden
  Sitzung widerrufen                | anmelden
  ausgeschieden                     | anmelden
  gesperrt                          | ja
  zweiter Faktor fehlt              | weiter
  zweiter Faktor nicht eingerichtet | weiter
  Träger nicht gewählt              | weiter
  drinnen                           | weiter
`);

const NUR_WEITER = tafel(`
  wer  | alles
  jede | weiter
`);

const NIEMAND = tafel(`
  wer  | alles
  jede | nein
`);

/** Where there is a session that is not locked yet, it is; then the page for unlocking. */
const SPERREN = tafel(`
  wer                               | alles
  ohne Anmeldung                    | weiter
  erfundene Sitzung                 | weiter
  Sitzung abgelaufen                | ja
  Sitzung widerrufen                | weiter
  ausgeschieden                     | ja
  gesperrt                          | weiter
  zweiter Faktor fehlt              | ja
  zweiter Faktor nicht eingerichtet | ja
  Träger nicht gewählt              | ja
  drinnen                           | ja
`);

/** Where there is a session, it ends; then the sign-in page. */
const ABMELDEN = tafel(`
  wer                               | alles
  ohne Anmeldung                    | weiter
  erfundene Sitzung                 | weiter
  Sitzung abgelaufen                | ja
  Sitzung widerrufen                | weiter
  ausgeschieden                     | ja
  gesperrt                          | ja
  zweiter Faktor fehlt              | ja
  zweiter Faktor nicht eingerichtet | ja
  Träger nicht gewählt              | ja
  drinnen                           | ja
`);

export const OEFFENTLICH: readonly Eintrag[] = [
  { route: 'root', pfad: '/', zweck: 'Rahmen jeder Seite: wer angemeldet ist', objekte: 'keines', lesen: [FUER_ALLE], rahmen: true, eingaben: {} },
  { route: 'routes/_index', pfad: '/', zweck: 'Startseite', objekte: 'keines', lesen: [ANMELDUNG_NOETIG, STARTSEITE], eingaben: {} },
  { route: 'routes/anmelden._index', pfad: '/anmelden', zweck: 'Anmeldung', objekte: 'keines', lesen: [ANMELDESEITE], eingaben: { Anmelden: [FUER_ALLE] } },
  { route: 'routes/entsperren', pfad: '/entsperren', zweck: 'Bildschirm entsperren', objekte: 'keines', lesen: [ENTSPERRSEITE], eingaben: { Entsperren: [ENTSPERREN] } },
  { route: 'routes/sperren', pfad: '/sperren', zweck: 'Bildschirm sperren', objekte: 'keines', lesen: [NUR_WEITER], eingaben: { Sperren: [SPERREN] }, danach: { Sperren: '/entsperren' } },
  { route: 'routes/abmelden', pfad: '/abmelden', zweck: 'Abmelden', objekte: 'keines', lesen: [NUR_WEITER], eingaben: { Abmelden: [ABMELDEN] }, danach: { Abmelden: '/anmelden' } },
  { route: 'routes/danke', pfad: '/danke', zweck: 'Dank nach dem Bogen der Person', objekte: 'keines', lesen: [FUER_ALLE], eingaben: {} },
  { route: 'routes/fachbegriffe', pfad: '/fachbegriffe', zweck: 'Erklärung der Fachbegriffe', objekte: 'keines', lesen: [FUER_ALLE], eingaben: {} },
  { route: 'routes/barrierefreiheit', pfad: '/barrierefreiheit', zweck: 'Erklärung zur Barrierefreiheit', objekte: 'keines', lesen: [FUER_ALLE], eingaben: {} },
  { route: 'routes/$', pfad: '/*', zweck: 'Jede andere Adresse', objekte: 'keines', lesen: [NIEMAND], eingaben: { irgendetwas: [NIEMAND] } },
];

/** What the server answers before any page, without looking who asks. */
export const SERVERWEGE: readonly string[] = ['*', '/assets', '/bereit', '/lebt'];
