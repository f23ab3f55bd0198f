import { formatDatum, heute } from '@kim/core/zeit.ts';
import { DEMO_PASSWORT } from '@kim/db/seed/demo-konten.ts';
import { codeJetzt } from './beiwerk.ts';
import { VERWALTUNGSFORMULARE } from './formulare-verwaltung.ts';
import { kollegeVon } from './fuellung.ts';
import type { Fuelle, Fuellung } from './fuellung.ts';
import { ERFUNDENE_ID } from './objekte.ts';
import { DORT, HIER } from './personen.ts';

/** Good enough for everybody's rules. */
export const NEUES_PASSWORT = 'Sieben Kraniche ziehen nach Norden';

const PERSON = { vorname: 'Nele', nachname: 'Neumann', geburtsdatum: '1990', geschlecht: 'w', sprache: 'deu' };

/** Somebody whom every Fachkraft of the sender's Träger may know. */
const geteilteVon = ({ buehne, person }: Pick<Fuellung, 'buehne' | 'person'>): string => buehne.faelle[person.kennung === DORT ? 'anderswo geteilt' : 'geteilter'].personId;

/** Route and name of the form, as in the matrix, → its fields. `_formular` is added by the sender. */
export const FORMULARE: Readonly<Record<string, Readonly<Record<string, Fuelle>>>> = {
  'routes/anmelden._index': { Anmelden: () => ({ email: 'judith.hartmann@rbk.example', passwort: DEMO_PASSWORT }) },
  'routes/entsperren': { Entsperren: () => ({ passwort: DEMO_PASSWORT }) },
  'routes/sperren': { Sperren: () => ({ zurueck: '/faelle' }) },
  'routes/abmelden': { Abmelden: () => ({}) },
  'routes/anmelden.mitgliedschaft': { 'Träger wählen': ({ buehne }) => ({ mitgliedschaft: buehne.ids[`mitgliedschaft ${HIER}`] ?? '' }) },
  'routes/anmelden.zweiter-faktor': { 'Code eingeben': ({ buehne }) => ({ code: codeJetzt(buehne.ids['totp aktuell']) }) },
  'routes/konto._index': {
    'Passwort ändern': () => ({ aktion: 'passwort', bisher: DEMO_PASSWORT, neu: NEUES_PASSWORT, wiederholung: NEUES_PASSWORT }),
    Einstellungen: () => ({ aktion: 'einstellungen', schreibweise: 'doppelpunkt', blickschutz: 'ja' }),
    'Geräte abmelden': () => ({ aktion: 'geraete', kennung: 'alle' }),
  },
  'routes/konto.zweiter-faktor': {
    'Gerät einrichten': () => ({ aktion: 'beginnen', 'beginnen.passwort': DEMO_PASSWORT }),
    'Gerät bestätigen': ({ buehne }) => ({ aktion: 'bestaetigen', code: codeJetzt(buehne.ids['totp neu']) }),
    'Neue Codes': () => ({ aktion: 'codes', 'codes.passwort': DEMO_PASSWORT }),
  },
  'routes/einstellung': { Blickschutz: () => ({ blickschutz: 'an', zurueck: '/faelle' }) },
  'routes/zugang.$token': { Einlösen: () => ({ passwort: NEUES_PASSWORT, wiederholung: NEUES_PASSWORT }) },
  'routes/$': { irgendetwas: () => ({ feld: 'wert' }) },
  'routes/faelle._index': { Suchen: () => ({ q: 'Kanari' }), 'Ansicht merken': () => ({ aktion: 'ansicht', name: 'Kurzberatungen', auswahl: 'klasse=kurzberatung' }) },
  'routes/sprechstunde': {
    'Beratung erfassen': ({ buehne, person }) => ({
      name: 'Nele Neumann', kommune: buehne.ids[person.kennung === DORT ? 'kommune Kürten' : 'kommune Odenthal'] ?? '', eingegangenAm: '03.03.2026', zugang: 'sprechstunde',
      anliegen: 'Deutschkurs', ergebnis: 'kurzberatung', bedarf: 'sprache',
    }),
  },
  'routes/angebote.neu': { 'Angebot aufnehmen': () => ({ name: 'Schuldnerberatung', rechtskreis: 'beratung', bereiche: 'schulden' }) },
  'routes/angebote.$id': {
    'Angebot ändern': () => ({ aktion: 'aendern', name: 'Schuldnerberatung', rechtskreis: 'beratung', version: '1' }),
    'Angebot bestätigen': () => ({ aktion: 'geprueft' }),
  },
  'routes/anfragen.$id': {
    'Fall daraus eröffnen': () => ({ aktion: 'aufnehmen', am: '03.03.2026', kernkriterium: 'erstintegration' }),
    'Anfrage weiterführen': () => ({ aktion: 'aendern', stand: 'wartet', version: '1' }),
    'In den laufenden Fall übernehmen': () => ({ aktion: 'uebernehmen' }),
    'Angaben berichtigen': () => ({ aktion: 'angaben', anliegen: 'Wohnung', zugang: 'sprechstunde', version: '1' }),
  },
  'routes/faelle.$nr.bedarfe': { 'Bedarf aufnehmen': ({ objekt }) => ({ aktion: 'neu', bereich: 'wohnen', person: objekt.fall?.personId ?? '', erkanntAm: '03.03.2026', beschreibung: 'Zu klein' }) },
  'routes/faelle.$nr.schritte': { 'Wiedervorlage anlegen': () => ({ text: 'Anrufen', faelligAm: formatDatum(heute()) }) },
  'routes/faelle.neu': {
    'Zuerst suchen': () => ({ aktion: 'suche', q: 'Kanari' }),
    'Fall für Bekannte': ({ buehne, person }) => ({
      person: geteilteVon({ buehne, person }), kommune: buehne.ids[person.kennung === DORT ? 'kommune Kürten' : 'kommune Odenthal'] ?? '', eroeffnetAm: '03.03.2026', anliegen: 'Wieder da',
    }),
    'Fall eröffnen': ({ buehne, person }) => ({ ...PERSON, trotzdem: 'ja', kommune: buehne.ids[person.kennung === DORT ? 'kommune Kürten' : 'kommune Odenthal'] ?? '', eroeffnetAm: '03.03.2026', anliegen: 'Deutschkurs' }),
  },
  'routes/faelle.$nr._index': {
    'Anliegen ändern': () => ({ aktion: 'anliegen', version: '1', anliegen: 'Neues Anliegen' }),
  },
  'routes/faelle.$nr.klaerung._index': { 'Kernkriterium ergänzen': () => ({ kernkriterium: 'wiederaufnahme' }) },
  'routes/faelle.$nr.klaerung.erstgespraech': {
    'Erstgespräch speichern': () => ({ version: '0', am: '02.02.2026', kanal: 'persoenlich', sprachmittlung: 'laienpool', staerken: 'Geduld', spracherwerb: 'etwas' }),
  },
  'routes/faelle.$nr.klaerung.kriterien': {
    Entscheiden: ({ buehne }) => ({
      katalogId: buehne.ids['katalog'] ?? '', kernkriterium: 'erstintegration', entscheidung: 'kurzberatung',
      'antwort.k1': 'ja', 'grund.k1': 'Wohnen und Arbeit', ...Object.fromEntries(['k2', 'k3', 'k4', 'k5'].flatMap((kriterium) => [[`antwort.${kriterium}`, 'nein'], [`grund.${kriterium}`, 'Nicht angesprochen']])),
    }),
  },
  'routes/faelle.$nr.abschluss': {
    'Fall beenden': () => ({ aktion: 'beenden', am: formatDatum(heute()), grund: 'wunsch', durch: 'ratsuchende', ergebnis: 'bearbeitet', notiz: 'Alles Gute' }),
    'Fall wiederaufnehmen': () => ({ aktion: 'wiederaufnahme', wiederaufnahmegrund: 'neuer_bedarf' }),
  },
  'routes/faelle.$nr.phase': { 'Phase wechseln': () => ({ von: 'assessment', nach: 'serviceplanung', begruendung: 'Eilt' }) },
  'routes/faelle.$nr.assessment._index': { 'Assessment beginnen': ({ objekt }) => ({ nach: objekt.fall?.assessmentId ?? '' }) },
  'routes/faelle.$nr.assessment.$id': { 'Assessment speichern': () => ({ version: '2', am: formatDatum(heute()), staerken: 'Geduld', spracherwerb: 'etwas' }) },
  'routes/faelle.$nr.instrumente._index': { 'Instrument beginnen': ({ objekt }) => ({ art: 'lebenslinie', person: objekt.fall?.personId ?? '' }) },
  'routes/faelle.$nr.instrumente.$id': { 'Instrument speichern': () => ({ version: '2', am: formatDatum(heute()), 'zeile.0.wer': 'Schwester', 'zeile.0.naehe': 'eng' }) },
  'routes/faelle.$nr.evaluation.$sicht': { 'Evaluation speichern': () => ({ version: '1', am: formatDatum(heute()), zielerreichung: '5', struktur: 'Es fehlen Wohnungen' }) },
  'routes/faelle.$nr_.evaluation.uebergabe': { 'Bogen absenden': () => ({ version: '1', zufriedenheit: '5', geholfen: 'Das Zuhören' }) },
  'routes/faelle.$nr.serviceplanung._index': { 'Schritt abhaken': ({ objekt }) => ({ aktion: objekt.fall?.massnahmeId ?? ERFUNDENE_ID, version: '1', stand: 'erledigt' }) },
  'routes/faelle.$nr.serviceplanung.ziele.neu': { 'Ziel aufnehmen': () => ({ text: 'Eine eigene Wohnung', prioritaet: 'hoch' }) },
  'routes/faelle.$nr.serviceplanung.ziele.$id': {
    'Ziel ändern': () => ({ aktion: 'ziel', text: 'Eine Wohnung in der Nähe', stand: 'offen', version: '1' }),
    'Schritt aufnehmen': () => ({ aktion: 'massnahme', was: 'Makler anrufen', wer: 'dritte' }),
    'Schritt ändern': ({ objekt }) => ({ aktion: objekt.fall?.massnahmeId ?? ERFUNDENE_ID, was: 'Makler schreiben', wer: 'dritte', stand: 'offen', version: '1' }),
    'Ziel bewerten': () => ({ aktion: 'bewertung', stufe: '3', am: formatDatum(heute()) }),
  },
  'routes/faelle.$nr.serviceplanung.vereinbarung': {
    'Plan vereinbaren': ({ objekt }) => ({ person: objekt.fall?.personId ?? ERFUNDENE_ID, durch: 'selbst', am: formatDatum(heute()), form: 'muendlich', stand: objekt.fall?.planstand ?? '0'.repeat(64) }),
  },
  'routes/faelle.$nr.linking.neu': { 'Vermittlung anlegen': ({ objekt }) => ({ angebot: objekt.fall?.angebotId ?? ERFUNDENE_ID, am: formatDatum(heute()), anlass: 'Erstberatung' }) },
  'routes/faelle.$nr.linking.luecke': {
    'Lücke festhalten': ({ buehne, person }) => ({ bereich: 'wohnen', art: 'kein_angebot', kommune: buehne.ids[person.kennung === DORT ? 'kommune Kürten' : 'kommune Odenthal'] ?? '', am: formatDatum(heute()) }),
  },
  'routes/faelle.$nr.linking.$id': {
    'Vermittlung ändern': () => ({ aktion: 'stand', stand: 'angefragt', anlass: 'Termin erbeten', version: '1' }),
    Weitergeben: () => ({ aktion: 'weitergabe', zweck: 'vermittlung', datenarten: 'person', weg: 'brief', mitteilung: 'Bitte um einen Termin' }),
  },
  'routes/faelle.$nr.grenzaufgaben': { 'Grenzaufgabe festhalten': () => ({ aufgabe: 'antrag', umgang: 'ausnahme', am: formatDatum(heute()), grund: 'Die Frist läuft heute ab' }) },
  'routes/faelle.$nr.monitoring': {
    'Schritt im Plan ersetzen': ({ objekt }) => ({ aktion: `anpassen:${objekt.fall?.vermittlungId ?? ERFUNDENE_ID}` }),
    'Vermittlung prüfen': ({ objekt }) => ({ aktion: objekt.fall?.vermittlungId ?? ERFUNDENE_ID, am: formatDatum(heute()), erreicht: 'ja', vollstaendig: 'teilweise', passend: 'ja', zielErreicht: 'offen', notiz: 'Zwei Termine' }),
  },
  'routes/faelle.$nr.verlauf._index': { 'Kontakt erfassen': () => ({ am: '04.03.2026', kanal: 'telefon', dauer: '15', notiz: 'Rückruf' }) },
  'routes/faelle.$nr.verlauf.$id': { 'Kontakt ändern': () => ({ version: '1', am: '05.03.2026', kanal: 'email', dauer: '', notiz: 'Geändert' }) },
  'routes/faelle.$nr.personen._index': {
    'Person aufnehmen': () => ({ ...PERSON, rolle: 'familie', trotzdem: 'ja' }),
    'Person suchen': () => ({ aktion: 'suche', q: 'Kanari' }),
    'Bekannte aufnehmen': (fuellung) => ({ aktion: 'bekannte', q: 'Kanari', person: geteilteVon(fuellung), rolle: 'familie' }),
  },
  'routes/faelle.$nr.personen.$id': {
    'Zugehörigkeit ändern': () => ({ aktion: 'zugehoerigkeit', rolle: 'weitere', haushalt: 'kind', ausgezogenAm: '', ausgeschiedenAm: formatDatum(heute()) }),
    'Angaben ändern': () => ({ aktion: 'angaben', ...PERSON, versionName: '1', versionStammdaten: '1' }),
    Zusammenführen: ({ buehne, person }) => ({ aktion: 'zusammenfuehren', mit: buehne.ids[`doppelt ${person.kennung}`] ?? ERFUNDENE_ID }),
    Trennen: ({ buehne, person }) => ({ aktion: 'trennen', mit: buehne.ids[`doppelt ${person.kennung}`] ?? ERFUNDENE_ID }),
  },
  'routes/faelle.$nr.personen.$id_.status': {
    'Angabe erfassen': () => ({ aktion: 'erfassen', code: 'gestattung', von: '01.03.2026', bis: '', dokumentnummer: '', notiz: '' }),
    'Angabe ändern': ({ objekt }) => ({ aktion: 'aendern', id: objekt.fall?.statusId ?? ERFUNDENE_ID, version: '1', code: 'gestattung', von: '03.02.2026', notiz: 'Geändert' }),
    'Angabe entfernen': ({ objekt }) => ({ aktion: 'entfernen', id: objekt.fall?.statusId ?? ERFUNDENE_ID }),
  },
  'routes/faelle.$nr.einwilligungen.neu': {
    'Erklärung erfassen': ({ objekt }) => ({ art: 'datenschutzvereinbarung', person: objekt.fall?.personId ?? ERFUNDENE_ID, entscheidung: 'erteilt', am: '03.03.2026', form: 'muendlich' }),
  },
  'routes/faelle.$nr.einwilligungen.$id.nachweis': { 'Nachweis ablegen': () => ({ datei: '%PDF-1.7 Unterschrieben', version: '1' }) },
  'routes/faelle.$nr.einwilligungen.$id.widerruf': { Widerrufen: () => ({ version: '1', am: '04.03.2026' }) },
  'routes/faelle.$nr.dokumente._index': { 'Dokument ablegen': () => ({ datei: '%PDF-1.7 Mietvertrag', name: 'Mietvertrag', art: 'anlage' }) },
  'routes/faelle.$nr.schutzbereich': {
    Öffnen: () => ({ aktion: 'oeffnen', anlass: 'gefahr', grund: 'Anruf in großer Not' }),
    Schließen: () => ({ aktion: 'schliessen' }),
    'Eintrag aufnehmen': ({ objekt }) => ({ aktion: 'neu', thema: 'gesundheit', person: objekt.fall?.personId ?? '', text: 'Diabetes' }),
    'Eintrag ändern': ({ objekt }) => ({ aktion: objekt.fall?.schutzeintragId ?? ERFUNDENE_ID, version: '1', thema: 'glaube', text: 'Geändert' }),
    'Eintrag löschen': ({ objekt }) => ({ aktion: `loeschen:${objekt.fall?.schutzeintragId ?? ERFUNDENE_ID}`, version: '1' }),
    'Dokument schützen': ({ objekt }) => ({ aktion: 'schutz', dokument: objekt.fall?.dokumentId ?? ERFUNDENE_ID }),
    'Dokument herausnehmen': ({ objekt }) => ({ aktion: `schutz:${objekt.fall?.schutzdokumentId ?? ERFUNDENE_ID}` }),
  },
  'routes/faelle.$nr.zustaendigkeit': {
    'Fall übergeben': (fuellung) => ({ aktion: 'uebergabe', an: kollegeVon(fuellung) }),
    'Fall übernehmen': ({ person }) => ({ aktion: 'uebergabe', an: person.nutzerId ?? '' }),
    'Fallberatung öffnen': (fuellung) => ({ aktion: 'fallberatung', mit: kollegeVon(fuellung), grund: 'Zweite Meinung', bis: formatDatum(heute()) }),
  },
  ...VERWALTUNGSFORMULARE,
};
