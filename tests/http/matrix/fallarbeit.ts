import { tafel } from '../tabelle.ts';
import { ANMELDUNG_NOETIG, NUR_FACHKRAEFTE } from './eintrag.ts';
import type { Eintrag } from './eintrag.ts';

/*
 * The cases of the scene: „eigener“ is a Case Management of „Fachkraft“; „in Vertretung“ stands in for her, „in
 * Fallberatung“ was asked to look into it. „der Kollegin“ is a Case Management of „Kollegin“, „geteilter“ a
 * Kurzberatung of hers. „anderswo“ are the same two at another Träger, of „Fachkraft anderswo“.
 */

/** D2: a Case Management belongs to its Fachkraft, her Vertretung and a Fallberatung; a Kurzberatung to the Träger. */
/** The scene has the protected part open for who is responsible; for whoever else works in the case it is closed. */
const OFFEN = tafel(`
  wer                     | eigener     | der Kollegin | geteilter   | anderswo | anderswo geteilt | erfunden | ungültig
  Fachkraft               | ja          | nein         | widerspruch | nein     | nein             | nein     | nein
  Kollegin                | nein        | ja           | ja          | nein     | nein             | nein     | nein
  in Vertretung           | widerspruch | nein         | widerspruch | nein     | nein             | nein     | nein
  in Fallberatung         | widerspruch | nein         | widerspruch | nein     | nein             | nein     | nein
  Leitung                 | nein        | nein         | nein        | nein     | nein             | nein     | nein
  Administration          | nein        | nein         | nein        | nein     | nein             | nein     | nein
  Koordination            | nein        | nein         | nein        | nein     | nein             | nein     | nein
  Fachkraft anderswo      | nein        | nein         | nein        | ja       | ja               | nein     | nein
  Leitung anderswo        | nein        | nein         | nein        | nein     | nein             | nein     | nein
  Administration anderswo | nein        | nein         | nein        | nein     | nein             | nein     | nein
`);

const FALL = tafel(`
  wer                     | eigener | der Kollegin | geteilter | anderswo | anderswo geteilt | erfunden | ungültig
  Fachkraft               | ja      | nein         | ja        | nein     | nein             | nein     | nein
  Kollegin                | nein    | ja           | ja        | nein     | nein             | nein     | nein
  in Vertretung           | ja      | nein         | ja        | nein     | nein             | nein     | nein
  in Fallberatung         | ja      | nein         | ja        | nein     | nein             | nein     | nein
  Leitung                 | nein    | nein         | nein      | nein     | nein             | nein     | nein
  Administration          | nein    | nein         | nein      | nein     | nein             | nein     | nein
  Koordination            | nein    | nein         | nein      | nein     | nein             | nein     | nein
  Fachkraft anderswo      | nein    | nein         | nein      | ja       | ja               | nein     | nein
  Leitung anderswo        | nein    | nein         | nein      | nein     | nein             | nein     | nein
  Administration anderswo | nein    | nein         | nein      | nein     | nein             | nein     | nein
`);

/** Only who is responsible decides on the class or gives the case away; that holds for shared cases too. */
const NUR_ZUSTAENDIGE = tafel(`
  wer                     | eigener   | der Kollegin | geteilter | anderswo | anderswo geteilt | erfunden | ungültig
  Fachkraft               | ja        | nein         | abgelehnt | nein     | nein             | nein     | nein
  Kollegin                | nein      | ja           | ja        | nein     | nein             | nein     | nein
  in Vertretung           | abgelehnt | nein         | abgelehnt | nein     | nein             | nein     | nein
  in Fallberatung         | abgelehnt | nein         | abgelehnt | nein     | nein             | nein     | nein
  Leitung                 | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Administration          | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Koordination            | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Fachkraft anderswo      | nein      | nein         | nein      | ja       | ja               | nein     | nein
  Leitung anderswo        | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Administration anderswo | nein      | nein         | nein      | nein     | nein             | nein     | nein
`);

/** A shared case is ended by any Fachkraft of the Träger, a Case Management by who is responsible for it. */
const BEENDEN = tafel(`
  wer                     | eigener   | der Kollegin | geteilter | anderswo | anderswo geteilt | erfunden | ungültig
  Fachkraft               | ja        | nein         | ja        | nein     | nein             | nein     | nein
  Kollegin                | nein      | ja           | ja        | nein     | nein             | nein     | nein
  in Vertretung           | abgelehnt | nein         | ja        | nein     | nein             | nein     | nein
  in Fallberatung         | abgelehnt | nein         | ja        | nein     | nein             | nein     | nein
  Leitung                 | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Administration          | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Koordination            | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Fachkraft anderswo      | nein      | nein         | nein      | ja       | ja               | nein     | nein
  Leitung anderswo        | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Administration anderswo | nein      | nein         | nein      | nein     | nein             | nein     | nein
`);

/** None of the scene's cases has ended: who sees it is told so. */
const WIEDERAUFNEHMEN = tafel(`
  wer                     | eigener   | der Kollegin | geteilter | anderswo  | anderswo geteilt | erfunden | ungültig
  Fachkraft               | abgelehnt | nein         | abgelehnt | nein      | nein             | nein     | nein
  Kollegin                | nein      | abgelehnt    | abgelehnt | nein      | nein             | nein     | nein
  in Vertretung           | abgelehnt | nein         | abgelehnt | nein      | nein             | nein     | nein
  in Fallberatung         | abgelehnt | nein         | abgelehnt | nein      | nein             | nein     | nein
  Leitung                 | nein      | nein         | nein      | nein      | nein             | nein     | nein
  Administration          | nein      | nein         | nein      | nein      | nein             | nein     | nein
  Koordination            | nein      | nein         | nein      | nein      | nein             | nein     | nein
  Fachkraft anderswo      | nein      | nein         | nein      | abgelehnt | abgelehnt        | nein     | nein
  Leitung anderswo        | nein      | nein         | nein      | nein      | nein             | nein     | nein
  Administration anderswo | nein      | nein         | nein      | nein      | nein             | nein     | nein
`);

/** To oneself: only a shared case, and only whose it is not yet. */
const UEBERNEHMEN = tafel(`
  wer                     | eigener   | der Kollegin | geteilter | anderswo | anderswo geteilt | erfunden | ungültig
  Fachkraft               | weiter    | nein         | ja        | nein     | nein             | nein     | nein
  Kollegin                | nein      | weiter       | weiter    | nein     | nein             | nein     | nein
  in Vertretung           | abgelehnt | nein         | ja        | nein     | nein             | nein     | nein
  in Fallberatung         | abgelehnt | nein         | ja        | nein     | nein             | nein     | nein
  Leitung                 | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Administration          | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Koordination            | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Fachkraft anderswo      | nein      | nein         | nein      | weiter   | weiter           | nein     | nein
  Leitung anderswo        | nein      | nein         | nein      | nein     | nein             | nein     | nein
  Administration anderswo | nein      | nein         | nein      | nein     | nein             | nein     | nein
`);

/** A Fallberatung opens a Case Management: only who is responsible for it, and only to a colleague of her Träger. */
const FALLBERATUNG = tafel(`
  wer                     | eigener   | der Kollegin | geteilter | anderswo  | anderswo geteilt | erfunden | ungültig
  Fachkraft               | ja        | nein         | abgelehnt | nein      | nein             | nein     | nein
  Kollegin                | nein      | ja           | abgelehnt | nein      | nein             | nein     | nein
  in Vertretung           | abgelehnt | nein         | abgelehnt | nein      | nein             | nein     | nein
  in Fallberatung         | abgelehnt | nein         | abgelehnt | nein      | nein             | nein     | nein
  Leitung                 | nein      | nein         | nein      | nein      | nein             | nein     | nein
  Administration          | nein      | nein         | nein      | nein      | nein             | nein     | nein
  Koordination            | nein      | nein         | nein      | nein      | nein             | nein     | nein
  Fachkraft anderswo      | nein      | nein         | nein      | ja        | abgelehnt        | nein     | nein
  Leitung anderswo        | nein      | nein         | nein      | nein      | nein             | nein     | nein
  Administration anderswo | nein      | nein         | nein      | nein      | nein             | nein     | nein
`);

/** An entry or a person in a case: as the case, and only under the address of its own case. */
const IM_FALL = tafel(`
  wer                     | eigener | der Kollegin | geteilter | anderswo | anderswo geteilt | der Kollegin, im eigenen Fall | von anderswo, im eigenen Fall | eigener, im Fall von anderswo | erfunden | ungültig
  Fachkraft               | ja      | nein         | ja        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Kollegin                | nein    | ja           | ja        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  in Vertretung           | ja      | nein         | ja        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  in Fallberatung         | ja      | nein         | ja        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Leitung                 | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Administration          | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Koordination            | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Fachkraft anderswo      | nein    | nein         | nein      | ja       | ja               | nein                          | nein                          | nein                          | nein     | nein
  Leitung anderswo        | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Administration anderswo | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
`);

/** Planning needs a Case Management: the shared cases of the scene are Kurzberatungen. */
const PLANEN = tafel(`
  wer                     | eigener | der Kollegin | geteilter   | anderswo | anderswo geteilt | erfunden | ungültig
  Fachkraft               | ja      | nein         | widerspruch | nein     | nein             | nein     | nein
  Kollegin                | nein    | ja           | widerspruch | nein     | nein             | nein     | nein
  in Vertretung           | ja      | nein         | widerspruch | nein     | nein             | nein     | nein
  in Fallberatung         | ja      | nein         | widerspruch | nein     | nein             | nein     | nein
  Leitung                 | nein    | nein         | nein        | nein     | nein             | nein     | nein
  Administration          | nein    | nein         | nein        | nein     | nein             | nein     | nein
  Koordination            | nein    | nein         | nein        | nein     | nein             | nein     | nein
  Fachkraft anderswo      | nein    | nein         | nein        | ja       | widerspruch      | nein     | nein
  Leitung anderswo        | nein    | nein         | nein        | nein     | nein             | nein     | nein
  Administration anderswo | nein    | nein         | nein        | nein     | nein             | nein     | nein
`);

/** The same for a goal of the plan. */
const PLAN_IM_FALL = tafel(`
  wer                     | eigener | der Kollegin | geteilter   | anderswo | anderswo geteilt | der Kollegin, im eigenen Fall | von anderswo, im eigenen Fall | eigener, im Fall von anderswo | erfunden | ungültig
  Fachkraft               | ja      | nein         | widerspruch | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Kollegin                | nein    | ja           | widerspruch | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  in Vertretung           | ja      | nein         | widerspruch | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  in Fallberatung         | ja      | nein         | widerspruch | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Leitung                 | nein    | nein         | nein        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Administration          | nein    | nein         | nein        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Koordination            | nein    | nein         | nein        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Fachkraft anderswo      | nein    | nein         | nein        | ja       | widerspruch      | nein                          | nein                          | nein                          | nein     | nein
  Leitung anderswo        | nein    | nein         | nein        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Administration anderswo | nein    | nein         | nein        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
`);

/** Anfragen belong to the Fachkräfte of a Träger together (D2). */
const ANFRAGE = tafel(`
  wer                     | offene | anderswo | erfunden | ungültig
  Fachkraft               | ja     | nein     | nein     | nein
  Kollegin                | ja     | nein     | nein     | nein
  in Vertretung           | ja     | nein     | nein     | nein
  in Fallberatung         | ja     | nein     | nein     | nein
  Leitung                 | nein   | nein     | nein     | nein
  Administration          | nein   | nein     | nein     | nein
  Koordination            | nein   | nein     | nein     | nein
  Fachkraft anderswo      | nein   | ja       | nein     | nein
  Leitung anderswo        | nein   | nein     | nein     | nein
  Administration anderswo | nein   | nein     | nein     | nein
`);

/** The person of the waiting Anfrage has no running case to write it into. */
const OHNE_FALL = tafel(`
  wer                     | offene      | anderswo    | erfunden    | ungültig
  Fachkraft               | widerspruch | nein        | nein        | nein
  Kollegin                | widerspruch | nein        | nein        | nein
  in Vertretung           | widerspruch | nein        | nein        | nein
  in Fallberatung         | widerspruch | nein        | nein        | nein
  Leitung                 | nein        | nein        | nein        | nein
  Administration          | nein        | nein        | nein        | nein
  Koordination            | nein        | nein        | nein        | nein
  Fachkraft anderswo      | nein        | widerspruch | nein        | nein
  Leitung anderswo        | nein        | nein        | nein        | nein
  Administration anderswo | nein        | nein        | nein        | nein
`);

/** The person of the shared case joins another case; in her own she is already. */
const BEKANNTE = tafel(`
  wer                     | eigener | der Kollegin | geteilter | anderswo | anderswo geteilt | erfunden | ungültig
  Fachkraft               | ja      | nein         | abgelehnt | nein     | nein             | nein     | nein
  Kollegin                | nein    | ja           | abgelehnt | nein     | nein             | nein     | nein
  in Vertretung           | ja      | nein         | abgelehnt | nein     | nein             | nein     | nein
  in Fallberatung         | ja      | nein         | abgelehnt | nein     | nein             | nein     | nein
  Leitung                 | nein    | nein         | nein      | nein     | nein             | nein     | nein
  Administration          | nein    | nein         | nein      | nein     | nein             | nein     | nein
  Koordination            | nein    | nein         | nein      | nein     | nein             | nein     | nein
  Fachkraft anderswo      | nein    | nein         | nein      | ja       | abgelehnt        | nein     | nein
  Leitung anderswo        | nein    | nein         | nein      | nein     | nein             | nein     | nein
  Administration anderswo | nein    | nein         | nein      | nein     | nein             | nein     | nein
`);

/** The person of the shared case was recorded twice; nobody else in the scene was. */
const DOPPELT = tafel(`
  wer                     | eigener | der Kollegin | geteilter | anderswo | anderswo geteilt | der Kollegin, im eigenen Fall | von anderswo, im eigenen Fall | eigener, im Fall von anderswo | erfunden | ungültig
  Fachkraft               | nein    | nein         | ja        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Kollegin                | nein    | nein         | ja        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  in Vertretung           | nein    | nein         | ja        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  in Fallberatung         | nein    | nein         | ja        | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Leitung                 | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Administration          | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Koordination            | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Fachkraft anderswo      | nein    | nein         | nein      | nein     | ja               | nein                          | nein                          | nein                          | nein     | nein
  Leitung anderswo        | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
  Administration anderswo | nein    | nein         | nein      | nein     | nein             | nein                          | nein                          | nein                          | nein     | nein
`);

/** Records that stand together, further persons of a case: there are none of either in the scene. */
const NIEMAND = tafel(`
  wer     | alles
  drinnen | nein
`);

/** The directory is everybody's to read but for what a Träger keeps to itself; who sees to an entry changes it. */
const ANGEBOT = tafel(`
  wer                     | eigenes | noch niemandes | der Anderen | nur dort | erfunden | ungültig
  Fachkraft               | ja      | ja             | ja          | nein     | nein     | nein
  Kollegin                | ja      | ja             | ja          | nein     | nein     | nein
  in Vertretung           | ja      | ja             | ja          | nein     | nein     | nein
  in Fallberatung         | ja      | ja             | ja          | nein     | nein     | nein
  Leitung                 | nein    | nein           | nein        | nein     | nein     | nein
  Administration          | nein    | nein           | nein        | nein     | nein     | nein
  Koordination            | nein    | nein           | nein        | nein     | nein     | nein
  Fachkraft anderswo      | ja      | ja             | ja          | ja       | nein     | nein
  Leitung anderswo        | nein    | nein           | nein        | nein     | nein     | nein
  Administration anderswo | nein    | nein           | nein        | nein     | nein     | nein
`);

const ANGEBOT_PFLEGEN = tafel(`
  wer                     | eigenes   | noch niemandes | der Anderen | nur dort | erfunden | ungültig
  Fachkraft               | ja        | ja             | abgelehnt   | nein     | nein     | nein
  Kollegin                | ja        | ja             | abgelehnt   | nein     | nein     | nein
  in Vertretung           | ja        | ja             | abgelehnt   | nein     | nein     | nein
  in Fallberatung         | ja        | ja             | abgelehnt   | nein     | nein     | nein
  Leitung                 | nein      | nein           | nein        | nein     | nein     | nein
  Administration          | nein      | nein           | nein        | nein     | nein     | nein
  Koordination            | nein      | nein           | nein        | nein     | nein     | nein
  Fachkraft anderswo      | abgelehnt | ja             | ja          | ja       | nein     | nein
  Leitung anderswo        | nein      | nein           | nein        | nein     | nein     | nein
  Administration anderswo | nein      | nein           | nein        | nein     | nein     | nein
`);

const fall = [ANMELDUNG_NOETIG, FALL];
const anfrage = [ANMELDUNG_NOETIG, ANFRAGE];
const offen = [ANMELDUNG_NOETIG, OFFEN];
const imFall = [ANMELDUNG_NOETIG, IM_FALL];
const planen = [ANMELDUNG_NOETIG, PLANEN];
const planenImFall = [ANMELDUNG_NOETIG, PLAN_IM_FALL];
const fachkraefte = [ANMELDUNG_NOETIG, NUR_FACHKRAEFTE];

export const FALLARBEIT: readonly Eintrag[] = [
  { route: 'routes/faelle._index', pfad: '/faelle', zweck: 'Eigene und geteilte Fälle, Suche', objekte: 'keines', lesen: fachkraefte, eingaben: { Suchen: fachkraefte, 'Ansicht merken': fachkraefte }, fragen: ['Suchen'] },
  { route: 'routes/sprechstunde', pfad: '/sprechstunde', zweck: 'Beratung schnell erfassen', objekte: 'keines', lesen: fachkraefte, eingaben: { 'Beratung erfassen': fachkraefte } },
  { route: 'routes/angebote._index', pfad: '/angebote', zweck: 'Verzeichnis der Stellen', objekte: 'keines', lesen: fachkraefte, eingaben: {} },
  { route: 'routes/angebote.neu', pfad: '/angebote/neu', zweck: 'Angebot aufnehmen', objekte: 'keines', lesen: fachkraefte, eingaben: { 'Angebot aufnehmen': fachkraefte } },
  {
    route: 'routes/angebote.$id', pfad: '/angebote/:id', zweck: 'Ein Angebot', objekte: 'angebot', lesen: [ANMELDUNG_NOETIG, ANGEBOT],
    eingaben: { 'Angebot ändern': [ANMELDUNG_NOETIG, ANGEBOT_PFLEGEN], 'Angebot bestätigen': [ANMELDUNG_NOETIG, ANGEBOT_PFLEGEN] },
  },
  { route: 'routes/anfragen._index', pfad: '/anfragen', zweck: 'Offene Anfragen des Trägers', objekte: 'keines', lesen: fachkraefte, eingaben: {} },
  {
    route: 'routes/anfragen.$id', pfad: '/anfragen/:id', zweck: 'Eine Anfrage', objekte: 'anfrage', lesen: anfrage,
    eingaben: { 'Fall daraus eröffnen': anfrage, 'Anfrage weiterführen': anfrage, 'Angaben berichtigen': anfrage, 'In den laufenden Fall übernehmen': [ANMELDUNG_NOETIG, OHNE_FALL] },
  },
  { route: 'routes/faelle.$nr.bedarfe', pfad: '/faelle/:nr/bedarfe', zweck: 'Bedarfe eines Falls', objekte: 'fall', lesen: fall, eingaben: { 'Bedarf aufnehmen': fall } },
  { route: 'routes/faelle.$nr.schritte', pfad: '/faelle/:nr/schritte', zweck: 'Wiedervorlagen eines Falls', objekte: 'fall', lesen: fall, eingaben: { 'Wiedervorlage anlegen': fall } },
  { route: 'routes/faelle.neu', pfad: '/faelle/neu', zweck: 'Person erfassen, Fall eröffnen', objekte: 'keines', lesen: fachkraefte, eingaben: { 'Fall eröffnen': fachkraefte, 'Fall für Bekannte': fachkraefte, 'Zuerst suchen': fachkraefte }, fragen: ['Zuerst suchen'] },
  { route: 'routes/faelle.$nr', pfad: '/faelle/:nr', zweck: 'Kopf aller Seiten eines Falls', objekte: 'fall', lesen: fall, rahmen: true, eingaben: {} },
  {
    route: 'routes/faelle.$nr._index', pfad: '/faelle/:nr', zweck: 'Überblick über einen Fall', objekte: 'fall', lesen: fall,
    eingaben: { 'Anliegen ändern': fall },
  },
  { route: 'routes/faelle.$nr.klaerung._index', pfad: '/faelle/:nr/klaerung', zweck: 'Stand der Klärung und frühere Entscheidungen', objekte: 'fall', lesen: fall, eingaben: { 'Kernkriterium ergänzen': fall } },
  { route: 'routes/faelle.$nr.klaerung.erstgespraech', pfad: '/faelle/:nr/klaerung/erstgespraech', zweck: 'Erstgesprächsbogen', objekte: 'fall', lesen: fall, eingaben: { 'Erstgespräch speichern': fall } },
  { route: 'routes/faelle.$nr.klaerung.kriterien', pfad: '/faelle/:nr/klaerung/kriterien', zweck: 'Kriterien prüfen und entscheiden', objekte: 'fall', lesen: fall, eingaben: { Entscheiden: [ANMELDUNG_NOETIG, NUR_ZUSTAENDIGE] } },
  {
    route: 'routes/faelle.$nr.abschluss', pfad: '/faelle/:nr/abschluss', zweck: 'Fall beenden und wiederaufnehmen', objekte: 'fall', lesen: fall,
    eingaben: { 'Fall beenden': [ANMELDUNG_NOETIG, BEENDEN], 'Fall wiederaufnehmen': [ANMELDUNG_NOETIG, WIEDERAUFNEHMEN] },
  },
  { route: 'routes/faelle.$nr.phase', pfad: '/faelle/:nr/phase', zweck: 'Phase eines Falls', objekte: 'fall', lesen: fall, eingaben: { 'Phase wechseln': planen } },
  { route: 'routes/faelle.$nr.assessment._index', pfad: '/faelle/:nr/assessment', zweck: 'Assessments eines Falls', objekte: 'fall', lesen: fall, eingaben: { 'Assessment beginnen': planen } },
  { route: 'routes/faelle.$nr.assessment.$id', pfad: '/faelle/:nr/assessment/:id', zweck: 'Ein Assessment', objekte: 'assessment', lesen: imFall, eingaben: { 'Assessment speichern': planenImFall } },
  { route: 'routes/faelle.$nr.instrumente._index', pfad: '/faelle/:nr/instrumente', zweck: 'Instrumente des Methodenkoffers', objekte: 'fall', lesen: fall, eingaben: { 'Instrument beginnen': planen } },
  { route: 'routes/faelle.$nr.instrumente.$id', pfad: '/faelle/:nr/instrumente/:id', zweck: 'Ein ausgefülltes Instrument', objekte: 'instrument', lesen: imFall, eingaben: { 'Instrument speichern': planenImFall } },
  { route: 'routes/faelle.$nr.evaluation._index', pfad: '/faelle/:nr/evaluation', zweck: 'Evaluation durch beide', objekte: 'fall', lesen: fall, eingaben: {} },
  { route: 'routes/faelle.$nr.evaluation.$sicht', pfad: '/faelle/:nr/evaluation/:sicht', zweck: 'Evaluationsbogen einer Sicht', objekte: 'evaluation', lesen: fall, eingaben: { 'Evaluation speichern': planen } },
  { route: 'routes/faelle.$nr_.evaluation.druck', pfad: '/faelle/:nr/evaluation/druck', zweck: 'Leerer Evaluationsbogen auf Papier', objekte: 'fall', lesen: fall, eingaben: {} },
  { route: 'routes/faelle.$nr_.evaluation.uebergabe', pfad: '/faelle/:nr/evaluation/uebergabe', zweck: 'Evaluationsbogen auf dem übergebenen Bildschirm', objekte: 'fall', lesen: fall, eingaben: { 'Bogen absenden': planen } },
  { route: 'routes/faelle.$nr.serviceplanung._index', pfad: '/faelle/:nr/serviceplanung', zweck: 'Serviceplan', objekte: 'fall', lesen: fall, eingaben: { 'Schritt abhaken': planen } },
  { route: 'routes/faelle.$nr.serviceplanung.ziele.neu', pfad: '/faelle/:nr/serviceplanung/ziele/neu', zweck: 'Ziel aufnehmen', objekte: 'fall', lesen: fall, eingaben: { 'Ziel aufnehmen': planen } },
  {
    route: 'routes/faelle.$nr.serviceplanung.ziele.$id', pfad: '/faelle/:nr/serviceplanung/ziele/:id', zweck: 'Ein Ziel mit seinen Schritten', objekte: 'ziel', lesen: imFall,
    eingaben: { 'Ziel ändern': planenImFall, 'Schritt aufnehmen': planenImFall, 'Schritt ändern': planenImFall, 'Ziel bewerten': planenImFall },
  },
  { route: 'routes/faelle.$nr.serviceplanung.vereinbarung', pfad: '/faelle/:nr/serviceplanung/vereinbarung', zweck: 'Plan vereinbaren', objekte: 'fall', lesen: fall, eingaben: { 'Plan vereinbaren': planen } },
  { route: 'routes/faelle.$nr.serviceplanung.fassungen.$id', pfad: '/faelle/:nr/serviceplanung/fassungen/:id', zweck: 'Ein vereinbarter Plan', objekte: 'planfassung', lesen: imFall, eingaben: {} },
  { route: 'routes/faelle.$nr_.serviceplanung.druck', pfad: '/faelle/:nr/serviceplanung/druck', zweck: 'Serviceplan auf Papier', objekte: 'fall', lesen: fall, eingaben: {} },
  { route: 'routes/faelle.$nr.linking._index', pfad: '/faelle/:nr/linking', zweck: 'Vermittlungen und Lücken eines Falls', objekte: 'fall', lesen: fall, eingaben: {} },
  { route: 'routes/faelle.$nr.linking.neu', pfad: '/faelle/:nr/linking/neu', zweck: 'Vermittlung anlegen', objekte: 'fall', lesen: fall, eingaben: { 'Vermittlung anlegen': fall } },
  { route: 'routes/faelle.$nr.linking.luecke', pfad: '/faelle/:nr/linking/luecke', zweck: 'Versorgungslücke festhalten', objekte: 'fall', lesen: fall, eingaben: { 'Lücke festhalten': fall } },
  { route: 'routes/faelle.$nr.linking.$id', pfad: '/faelle/:nr/linking/:id', zweck: 'Eine Vermittlung', objekte: 'vermittlung', lesen: imFall, eingaben: { 'Vermittlung ändern': imFall, Weitergeben: imFall } },
  { route: 'routes/faelle.$nr_.weitergaben.$id', pfad: '/faelle/:nr/weitergaben/:id', zweck: 'Was einer Stelle mitgeteilt wurde', objekte: 'weitergabe', lesen: imFall, eingaben: {} },
  { route: 'routes/faelle.$nr.grenzaufgaben', pfad: '/faelle/:nr/grenzaufgaben', zweck: 'Aufgaben, die nicht KIM zufallen', objekte: 'fall', lesen: fall, eingaben: { 'Grenzaufgabe festhalten': fall } },
  { route: 'routes/faelle.$nr.monitoring', pfad: '/faelle/:nr/monitoring', zweck: 'Vermittlungen prüfen, Ziele bewerten', objekte: 'fall', lesen: fall, eingaben: { 'Schritt im Plan ersetzen': planen, 'Vermittlung prüfen': fall } },
  { route: 'routes/faelle.$nr.verlauf._index', pfad: '/faelle/:nr/verlauf', zweck: 'Kontakte eines Falls', objekte: 'fall', lesen: fall, eingaben: { 'Kontakt erfassen': fall } },
  { route: 'routes/faelle.$nr.verlauf.$id', pfad: '/faelle/:nr/verlauf/:id', zweck: 'Ein Kontakt', objekte: 'kontakt', lesen: imFall, eingaben: { 'Kontakt ändern': imFall } },
  { route: 'routes/faelle.$nr.personen._index', pfad: '/faelle/:nr/personen', zweck: 'Personen eines Falls', objekte: 'fall', lesen: fall, eingaben: { 'Person aufnehmen': fall, 'Person suchen': fall, 'Bekannte aufnehmen': [ANMELDUNG_NOETIG, BEKANNTE] }, fragen: ['Person suchen'] },
  { route: 'routes/faelle.$nr.personen.$id', pfad: '/faelle/:nr/personen/:id', zweck: 'Angaben zu einer Person', objekte: 'person', lesen: imFall, eingaben: { 'Angaben ändern': imFall, 'Zugehörigkeit ändern': [ANMELDUNG_NOETIG, NIEMAND], Zusammenführen: [ANMELDUNG_NOETIG, DOPPELT], Trennen: [ANMELDUNG_NOETIG, NIEMAND] } },
  { route: 'routes/faelle.$nr.personen.$id_.status', pfad: '/faelle/:nr/personen/:id/status', zweck: 'Aufenthalt und Leistungen einer Person', objekte: 'person', lesen: imFall, eingaben: { 'Angabe erfassen': imFall, 'Angabe ändern': imFall, 'Angabe entfernen': imFall } },
  { route: 'routes/faelle.$nr.einwilligungen._index', pfad: '/faelle/:nr/einwilligungen', zweck: 'Was vorliegt und was fehlt', objekte: 'fall', lesen: fall, eingaben: {} },
  { route: 'routes/faelle.$nr.einwilligungen.neu', pfad: '/faelle/:nr/einwilligungen/neu', zweck: 'Eine Erklärung erfassen', objekte: 'fall', lesen: fall, eingaben: { 'Erklärung erfassen': fall } },
  { route: 'routes/faelle.$nr.einwilligungen.$id.widerruf', pfad: '/faelle/:nr/einwilligungen/:id/widerruf', zweck: 'Widerruf und was er anhält', objekte: 'einwilligung', lesen: imFall, eingaben: { Widerrufen: imFall } },
  { route: 'routes/faelle.$nr.einwilligungen.$id.nachweis', pfad: '/faelle/:nr/einwilligungen/:id/nachweis', zweck: 'Unterschriebenes Blatt nachreichen', objekte: 'einwilligung', lesen: imFall, eingaben: { 'Nachweis ablegen': imFall } },
  { route: 'routes/faelle.$nr_.einwilligungen.$id.druck', pfad: '/faelle/:nr/einwilligungen/:id/druck', zweck: 'Eine Erklärung auf Papier', objekte: 'einwilligung', lesen: imFall, eingaben: {} },
  { route: 'routes/faelle.$nr_.einwilligungen.vordruck.$art', pfad: '/faelle/:nr/einwilligungen/vordruck/:art', zweck: 'Leeres Blatt zum Unterschreiben', objekte: 'vordruck', lesen: fall, eingaben: {} },
  { route: 'routes/faelle.$nr.dokumente._index', pfad: '/faelle/:nr/dokumente', zweck: 'Dokumente eines Falls', objekte: 'fall', lesen: fall, eingaben: { 'Dokument ablegen': fall } },
  { route: 'routes/faelle.$nr_.dokumente.$id', pfad: '/faelle/:nr/dokumente/:id', zweck: 'Ein Dokument herunterladen', objekte: 'dokument', lesen: imFall, eingaben: {} },
  {
    route: 'routes/faelle.$nr.schutzbereich', pfad: '/faelle/:nr/schutzbereich', zweck: 'Der geschützte Bereich eines Falls, wenn er geöffnet ist', objekte: 'fall', lesen: fall,
    eingaben: { Öffnen: fall, Schließen: fall, 'Eintrag aufnehmen': offen, 'Eintrag ändern': offen, 'Eintrag löschen': offen, 'Dokument schützen': offen, 'Dokument herausnehmen': offen },
    fragen: ['Schließen'],
  },
  { route: 'routes/faelle.$nr.protokoll', pfad: '/faelle/:nr/protokoll', zweck: 'Wer den Fall gelesen und geändert hat', objekte: 'fall', lesen: fall, eingaben: {} },
  {
    route: 'routes/faelle.$nr.zustaendigkeit', pfad: '/faelle/:nr/zustaendigkeit', zweck: 'Zuständigkeit und Fallberatung', objekte: 'fall', lesen: fall,
    eingaben: { 'Fall übergeben': [ANMELDUNG_NOETIG, NUR_ZUSTAENDIGE], 'Fall übernehmen': [ANMELDUNG_NOETIG, UEBERNEHMEN], 'Fallberatung öffnen': [ANMELDUNG_NOETIG, FALLBERATUNG] },
  },
];
