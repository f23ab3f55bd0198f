import { tafel } from '../tabelle.ts';
import { ANMELDUNG_NOETIG, NUR_ADMINISTRATION, NUR_FACHKRAEFTE, NUR_LEITUNG, NUR_TRAEGER } from './eintrag.ts';
import type { Eintrag } from './eintrag.ts';

/*
 * Staff of the scene, as the address of a page names them: a Fachkraft „mit Fällen“, one „ohne Fälle“ who has a second
 * factor, „sich selbst“, somebody „eingeladen“, somebody „ausgeschieden“, and a Fachkraft of another Träger.
 */

const nurAdministration = (zeile: string, anderswo: string) => tafel(`
  wer                     | mit Fällen | ohne Fälle | sich selbst | eingeladen | ausgeschieden | anderswo | erfunden | ungültig
  Fachkraft               | nein       | nein       | nein        | nein       | nein          | nein     | nein     | nein
  Kollegin                | nein       | nein       | nein        | nein       | nein          | nein     | nein     | nein
  in Vertretung           | nein       | nein       | nein        | nein       | nein          | nein     | nein     | nein
  in Fallberatung         | nein       | nein       | nein        | nein       | nein          | nein     | nein     | nein
  Leitung                 | nein       | nein       | nein        | nein       | nein          | nein     | nein     | nein
  Administration          | ${zeile}
  Koordination            | nein       | nein       | nein        | nein       | nein          | nein     | nein     | nein
  Fachkraft anderswo      | nein       | nein       | nein        | nein       | nein          | nein     | nein     | nein
  Leitung anderswo        | nein       | nein       | nein        | nein       | nein          | nein     | nein     | nein
  Administration anderswo | nein       | nein       | nein        | nein       | nein          | ${anderswo} | nein  | nein
`);

//                                                   mit Fällen   ohne Fälle   sich selbst  eingeladen   ausgeschied. anderswo erfunden ungültig
const PERSON = nurAdministration(                   'ja        | ja         | ja         | ja         | ja         | nein   | nein   | nein', 'ja');
const ROLLEN = nurAdministration(                   'ja        | ja         | ja         | ja         | abgelehnt  | nein   | nein   | nein', 'ja');
/** D3: nobody grants herself access to cases. */
const FACHKRAFT_WERDEN = nurAdministration(         'ja        | ja         | abgelehnt  | ja         | abgelehnt  | nein   | nein   | nein', 'ja');
const VERTRETUNG = nurAdministration(               'ja        | ja         | abgelehnt  | abgelehnt  | abgelehnt  | nein   | nein   | nein', 'ja');
/** D3: no Vertretung in one's own favour. */
const VERTRETUNG_FUER_SICH = nurAdministration(     'abgelehnt | abgelehnt  | abgelehnt  | abgelehnt  | abgelehnt  | nein   | nein   | nein', 'abgelehnt');
const EINLADUNG_ERNEUERN = nurAdministration(       'abgelehnt | abgelehnt  | abgelehnt  | ja         | abgelehnt  | nein   | nein   | nein', 'abgelehnt');
const WIEDER_EINLADEN = nurAdministration(          'abgelehnt | abgelehnt  | abgelehnt  | abgelehnt  | ja         | nein   | nein   | nein', 'abgelehnt');
/** D3: where a second factor stays with its owner; otherwise a second person is needed. */
const PASSWORT = nurAdministration(                 'abgelehnt | ja         | abgelehnt  | abgelehnt  | abgelehnt  | nein   | nein   | nein', 'abgelehnt');
const BEIDES = nurAdministration(                   'abgelehnt | abgelehnt  | abgelehnt  | abgelehnt  | abgelehnt  | nein   | nein   | nein', 'abgelehnt');
/** The same is waiting already for the colleague at the other Träger. */
const FREIGABE_BEANTRAGEN = nurAdministration(       'ja        | ja         | ja         | ja         | ja         | nein   | nein   | nein', 'abgelehnt');
/** One's own devices are signed out under „Mein Konto“. */
const ABMELDEN = nurAdministration(                 'ja        | ja         | abgelehnt  | ja         | ja         | nein   | nein   | nein', 'ja');
/** D7: nobody leaves who is still responsible for a case. */
const BEENDEN = nurAdministration(                  'abgelehnt | ja         | abgelehnt  | ja         | abgelehnt  | nein   | nein   | nein', 'abgelehnt');
const UEBERGABE = nurAdministration(                'ja        | abgelehnt  | abgelehnt  | abgelehnt  | abgelehnt  | nein   | nein   | nein', 'ja');

/** The Freigabe of the scene was asked for by „Administration“ and concerns „Fachkraft“; „anderswo“ likewise. */
const ENTSCHEIDEN = tafel(`
  wer                     | der Administration | anderswo     | erfunden | ungültig
  Fachkraft               | ja                 | nein         | nein     | nein
  Kollegin                | nein               | nein         | nein     | nein
  in Vertretung           | nein               | nein         | nein     | nein
  in Fallberatung         | nein               | nein         | nein     | nein
  Leitung                 | ja                 | nein         | nein     | nein
  Administration          | abgelehnt          | nein         | nein     | nein
  Koordination            | nein               | nein         | nein     | nein
  Fachkraft anderswo      | nein               | ja           | nein     | nein
  Leitung anderswo        | nein               | ja           | nein     | nein
  Administration anderswo | nein               | abgelehnt    | nein     | nein
`);

/** A Vertretung ends by the hand of the two whom it concerns; the administration has a page of its own for it. */
const VERTRETUNG_BEENDEN = tafel(`
  wer                     | der Fachkraft | anderswo | erfunden | ungültig
  Fachkraft               | ja            | nein     | nein     | nein
  Kollegin                | nein          | nein     | nein     | nein
  in Vertretung           | ja            | nein     | nein     | nein
  in Fallberatung         | nein          | nein     | nein     | nein
  Leitung                 | nein          | nein     | nein     | nein
  Administration          | nein          | nein     | nein     | nein
  Koordination            | nein          | nein     | nein     | nein
  Fachkraft anderswo      | nein          | ja       | nein     | nein
  Leitung anderswo        | nein          | nein     | nein     | nein
  Administration anderswo | nein          | nein     | nein     | nein
`);

const STELLE = tafel(`
  wer                     | eigene | anderswo | erfunden | ungültig
  Fachkraft               | nein   | nein     | nein     | nein
  Kollegin                | nein   | nein     | nein     | nein
  in Vertretung           | nein   | nein     | nein     | nein
  in Fallberatung         | nein   | nein     | nein     | nein
  Leitung                 | nein   | nein     | nein     | nein
  Administration          | ja     | nein     | nein     | nein
  Koordination            | nein   | nein     | nein     | nein
  Fachkraft anderswo      | nein   | nein     | nein     | nein
  Leitung anderswo        | nein   | nein     | nein     | nein
  Administration anderswo | nein   | ja       | nein     | nein
`);

/** Kinds of consent: the four of the product, and no other. */
const TEXT = tafel(`
  wer                     | eigener | erfunden | ungültig
  Fachkraft               | nein    | nein     | nein
  Kollegin                | nein    | nein     | nein
  in Vertretung           | nein    | nein     | nein
  in Fallberatung         | nein    | nein     | nein
  Leitung                 | nein    | nein     | nein
  Administration          | ja      | nein     | nein
  Koordination            | nein    | nein     | nein
  Fachkraft anderswo      | nein    | nein     | nein
  Leitung anderswo        | nein    | nein     | nein
  Administration anderswo | ja      | nein     | nein
`);

const stelle = [ANMELDUNG_NOETIG, STELLE];
const fachkraefte = [ANMELDUNG_NOETIG, NUR_FACHKRAEFTE];
const administration = [ANMELDUNG_NOETIG, NUR_ADMINISTRATION];
const person = [ANMELDUNG_NOETIG, PERSON];

/** Where hardly anybody comes and goes, no Leitung may release an exact figure. */
const WENIG_BEWEGUNG = tafel(`
  wer                     | alles
  Fachkraft               | nein
  Kollegin                | nein
  in Vertretung           | nein
  in Fallberatung         | nein
  Leitung                 | abgelehnt
  Administration          | nein
  Koordination            | nein
  Fachkraft anderswo      | nein
  Leitung anderswo        | abgelehnt
  Administration anderswo | nein
`);

export const VERWALTUNG: readonly Eintrag[] = [
  { route: 'routes/verwaltung.personal._index', pfad: '/verwaltung/personal', zweck: 'Liste des Personals', objekte: 'keines', lesen: administration, eingaben: {} },
  { route: 'routes/verwaltung.personal.neu', pfad: '/verwaltung/personal/neu', zweck: 'Person einladen', objekte: 'keines', lesen: administration, eingaben: { Einladen: administration } },
  {
    route: 'routes/verwaltung.personal.$id._index', pfad: '/verwaltung/personal/:id', zweck: 'Konto, Rollen und Vertretung einer Person', objekte: 'personal', lesen: person, fragen: ['Überall abmelden'],
    eingaben: {
      'Name ändern': person, 'Rollen setzen': [ANMELDUNG_NOETIG, ROLLEN], 'Fachkraft werden': [ANMELDUNG_NOETIG, FACHKRAFT_WERDEN],
      'Vertretung einrichten': [ANMELDUNG_NOETIG, VERTRETUNG], 'Vertretung für sich': [ANMELDUNG_NOETIG, VERTRETUNG_FUER_SICH], 'Vertretung beenden': person,
      'Einladung erneuern': [ANMELDUNG_NOETIG, EINLADUNG_ERNEUERN], 'Wieder einladen': [ANMELDUNG_NOETIG, WIEDER_EINLADEN],
      'Passwort zurücksetzen': [ANMELDUNG_NOETIG, PASSWORT], 'Beides zurücksetzen': [ANMELDUNG_NOETIG, BEIDES], 'Freigabe für Zugang beantragen': [ANMELDUNG_NOETIG, FREIGABE_BEANTRAGEN],
      'Überall abmelden': [ANMELDUNG_NOETIG, ABMELDEN], 'Zugang beenden': [ANMELDUNG_NOETIG, BEENDEN],
    },
  },
  {
    route: 'routes/verwaltung.personal.$id.uebergabe', pfad: '/verwaltung/personal/:id/uebergabe', zweck: 'Fälle einer Person übergeben, ohne einen Namen zu sehen', objekte: 'personal', lesen: person,
    eingaben: { 'Alle Fälle übergeben': [ANMELDUNG_NOETIG, UEBERGABE] },
  },
  { route: 'routes/verwaltung.stellen._index', pfad: '/verwaltung/stellen', zweck: 'Stellen und Besetzungen', objekte: 'keines', lesen: administration, eingaben: {} },
  { route: 'routes/verwaltung.stellen.neu', pfad: '/verwaltung/stellen/neu', zweck: 'Stelle anlegen', objekte: 'keines', lesen: administration, eingaben: { 'Stelle anlegen': administration } },
  {
    route: 'routes/verwaltung.stellen.$id', pfad: '/verwaltung/stellen/:id', zweck: 'Eine Stelle und wer sie besetzt', objekte: 'stelle', lesen: stelle,
    eingaben: { 'Stelle ändern': stelle, 'Stelle besetzen': stelle, 'Besetzung ändern': stelle, 'Besetzung entfernen': stelle },
  },
  { route: 'routes/verwaltung.dienstort._index', pfad: '/verwaltung/dienstort', zweck: 'Orte, an denen beraten wird', objekte: 'keines', lesen: administration, eingaben: {} },
  { route: 'routes/verwaltung.dienstort.neu', pfad: '/verwaltung/dienstort/neu', zweck: 'Ort anlegen', objekte: 'keines', lesen: administration, eingaben: { 'Ort anlegen': administration } },
  { route: 'routes/verwaltung.dienstort.$id', pfad: '/verwaltung/dienstort/:id', zweck: 'Einen Ort ändern oder aufgeben', objekte: 'ort', lesen: stelle, eingaben: { 'Ort ändern': stelle } },
  { route: 'routes/vertretung', pfad: '/vertretung', zweck: 'Wer mich vertritt und wen ich vertrete', objekte: 'vertretung', lesen: fachkraefte, eingaben: { 'Vertretung einrichten': fachkraefte, 'Vertretung beenden': [ANMELDUNG_NOETIG, VERTRETUNG_BEENDEN] } },
  { route: 'routes/verwaltung.datenschutz._index', pfad: '/verwaltung/datenschutz', zweck: 'Welche Texte gelten', objekte: 'keines', lesen: administration, eingaben: {} },
  {
    route: 'routes/verwaltung.datenschutz.$art', pfad: '/verwaltung/datenschutz/:art', zweck: 'Fassungen eines Textes', objekte: 'text', lesen: [ANMELDUNG_NOETIG, TEXT],
    eingaben: { 'Fassung anlegen': [ANMELDUNG_NOETIG, TEXT] },
  },
  { route: 'routes/verwaltung.protokoll', pfad: '/verwaltung/protokoll', zweck: 'Wer wann was mit welcher Fallnummer getan hat', objekte: 'keines', lesen: administration, eingaben: {} },
  { route: 'routes/leitung._index', pfad: '/leitung', zweck: 'Kennzahlen des Trägers', objekte: 'keines', lesen: [ANMELDUNG_NOETIG, NUR_LEITUNG], eingaben: { 'Kennzahlen freigeben': [ANMELDUNG_NOETIG, WENIG_BEWEGUNG] } },
  { route: 'routes/leitung.stellen', pfad: '/leitung/stellen', zweck: 'Stellen und Auslastung des Trägers', objekte: 'keines', lesen: [ANMELDUNG_NOETIG, NUR_LEITUNG], eingaben: { 'Richtwert anpassen': [ANMELDUNG_NOETIG, NUR_LEITUNG], 'Anpassung beenden': [ANMELDUNG_NOETIG, NUR_LEITUNG] } },
  {
    route: 'routes/freigaben', pfad: '/freigaben', zweck: 'Was die Zustimmung einer zweiten Person braucht', objekte: 'freigabe', lesen: [ANMELDUNG_NOETIG, NUR_TRAEGER],
    eingaben: { Zustimmen: [ANMELDUNG_NOETIG, ENTSCHEIDEN], Ablehnen: [ANMELDUNG_NOETIG, ENTSCHEIDEN] },
  },
  { route: 'routes/protokoll', pfad: '/protokoll', zweck: 'Was andere mit den eigenen Fällen und dem eigenen Zugang getan haben', objekte: 'keines', lesen: [ANMELDUNG_NOETIG, NUR_TRAEGER], eingaben: {} },
];
