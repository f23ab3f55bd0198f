import { tafel } from '../tabelle.ts';
import { ANMELDUNG_NOETIG, NUR_KOORDINATION } from './eintrag.ts';
import type { Eintrag } from './eintrag.ts';

/** The Koordination keeps its own accounts, and knows no other: a Fachkraft's id is to her like an invented one. */
const konten = (zeile: string) => tafel(`
  wer                     | andere | sich selbst | eingeladen | Fachkraft | erfunden | ungültig
  Fachkraft               | nein   | nein        | nein       | nein      | nein     | nein
  Kollegin                | nein   | nein        | nein       | nein      | nein     | nein
  in Vertretung           | nein   | nein        | nein       | nein      | nein     | nein
  in Fallberatung         | nein   | nein        | nein       | nein      | nein     | nein
  Leitung                 | nein   | nein        | nein       | nein      | nein     | nein
  Administration          | nein   | nein        | nein       | nein      | nein     | nein
  Koordination            | ${zeile}
  Fachkraft anderswo      | nein   | nein        | nein       | nein      | nein     | nein
  Leitung anderswo        | nein   | nein        | nein       | nein      | nein     | nein
  Administration anderswo | nein   | nein        | nein       | nein      | nein     | nein
`);

//                           andere      sich selbst  eingeladen  Fachkraft  erfunden  ungültig
const BEENDEN = konten(     'ja        | abgelehnt  | ja        | nein     | nein    | nein');
const ERNEUERN = konten(    'nein      | nein       | ja        | nein     | nein    | nein');
const ZURUECKSETZEN = konten('abgelehnt | abgelehnt | nein      | nein     | nein    | nein');

/** Of a published version she makes a new draft; a draft she saves, publishes or discards. Nobody else knows either. */
const katalog = (zeile: string) => tafel(`
  wer                     | veröffentlicht | Entwurf | erfunden | ungültig
  Fachkraft               | nein           | nein    | nein     | nein
  Kollegin                | nein           | nein    | nein     | nein
  in Vertretung           | nein           | nein    | nein     | nein
  in Fallberatung         | nein           | nein    | nein     | nein
  Leitung                 | nein           | nein    | nein     | nein
  Administration          | nein           | nein    | nein     | nein
  Koordination            | ${zeile}
  Fachkraft anderswo      | nein           | nein    | nein     | nein
  Leitung anderswo        | nein           | nein    | nein     | nein
  Administration anderswo | nein           | nein    | nein     | nein
`);

//                               veröffentlicht  Entwurf  erfunden  ungültig
const KATALOG_LESEN = katalog(  'ja            | ja    | nein    | nein');
const ENTWURF_AENDERN = katalog('abgelehnt     | ja    | nein    | nein');

/** Released tables are hers alone; what is not in the catalogue is not there. */
const TABELLE = [ANMELDUNG_NOETIG, tafel(`
  wer                     | veröffentlicht | erfunden | ungültig
  Fachkraft               | nein           | nein     | nein
  Kollegin                | nein           | nein     | nein
  in Vertretung           | nein           | nein     | nein
  in Fallberatung         | nein           | nein     | nein
  Leitung                 | nein           | nein     | nein
  Administration          | nein           | nein     | nein
  Koordination            | ja             | nein     | nein
  Fachkraft anderswo      | nein           | nein     | nein
  Leitung anderswo        | nein           | nein     | nein
  Administration anderswo | nein           | nein     | nein
`)];

const koordination = [ANMELDUNG_NOETIG, NUR_KOORDINATION];

export const KOORDINATION: readonly Eintrag[] = [
  { route: 'routes/koordination._index', pfad: '/koordination', zweck: 'Lagebild', objekte: 'keines', lesen: koordination, eingaben: {} },
  { route: 'routes/koordination.tabellen._index', pfad: '/koordination/tabellen', zweck: 'Katalog der Tabellen', objekte: 'keines', lesen: koordination, eingaben: {} },
  { route: 'routes/koordination.tabellen.$tabelle._index', pfad: '/koordination/tabellen/:tabelle', zweck: 'Eine veröffentlichte Tabelle', objekte: 'tabelle', lesen: TABELLE, eingaben: {} },
  { route: 'routes/koordination.tabellen.$tabelle.$format', pfad: '/koordination/tabellen/:tabelle/:format', zweck: 'Dieselbe als Datei', objekte: 'tabelle', lesen: TABELLE, eingaben: {} },
  { route: 'routes/koordination.bilder.$art.$tabelle', pfad: '/koordination/bilder/:art/:tabelle', zweck: 'Dieselbe als Bild', objekte: 'tabelle', lesen: TABELLE, eingaben: {} },
  { route: 'routes/koordination.veroeffentlichungen', pfad: '/koordination/veroeffentlichungen', zweck: 'Protokoll der Veröffentlichungen', objekte: 'keines', lesen: koordination, eingaben: {} },
  { route: 'routes/koordination.kataloge._index', pfad: '/koordination/kataloge', zweck: 'Fassungen der Kriterien', objekte: 'keines', lesen: koordination, eingaben: { 'Neue Fassung': koordination } },
  {
    route: 'routes/koordination.kataloge.$id', pfad: '/koordination/kataloge/:id', zweck: 'Eine Fassung der Kriterien', objekte: 'katalog', lesen: [ANMELDUNG_NOETIG, KATALOG_LESEN],
    eingaben: {
      'Entwurf speichern': [ANMELDUNG_NOETIG, ENTWURF_AENDERN], Veröffentlichen: [ANMELDUNG_NOETIG, ENTWURF_AENDERN], Verwerfen: [ANMELDUNG_NOETIG, ENTWURF_AENDERN],
      'Neue Fassung auf dieser Grundlage': [ANMELDUNG_NOETIG, KATALOG_LESEN],
    },
  },
  { route: 'routes/koordination.uebergabekriterien', pfad: '/koordination/uebergabekriterien', zweck: 'Kriterien für die Übergabe an Wohlfahrtsverbände', objekte: 'keines', lesen: koordination, eingaben: { 'Fassung festhalten': koordination } },
  {
    route: 'routes/koordination.konten', pfad: '/koordination/konten', zweck: 'Konten der Koordination', objekte: 'koordinationskonto', lesen: koordination,
    eingaben: { Einladen: koordination, 'Konto beenden': [ANMELDUNG_NOETIG, BEENDEN], 'Einladung erneuern': [ANMELDUNG_NOETIG, ERNEUERN], 'Passwort zurücksetzen': [ANMELDUNG_NOETIG, ZURUECKSETZEN] },
  },
];
