import { formatDatum, heute } from '@kim/core/zeit.ts';
import type { Fuelle, Fuellung } from './fuellung.ts';
import { kollegeVon } from './fuellung.ts';
import { DORT } from './personen.ts';

const HEUTE = formatDatum(heute());

/** A colleague who may stand in or take over, other than the one the page is about. */
const andereFachkraft = ({ buehne, person }: Fuellung): string => (person.kennung === DORT ? buehne.ids['nutzer Lars Becker'] : buehne.ids['nutzer Nadja Petrović']) ?? '';

const ihreRollen = ({ objekt }: Fuellung): string => (objekt.name === 'sich selbst' ? 'traegeradministration' : 'fachkraft');

const id = ({ objekt }: Fuellung): string => objekt.params['id'] ?? '';

const ihreBesetzung = ({ buehne, person }: Fuellung): string => buehne.ids[`besetzung ${person.kennung}`] ?? '';

/** Who fills the post that this Besetzung is about. */
const wer = ({ buehne, person }: Fuellung): string => buehne.ids[person.kennung === DORT ? 'nutzer Meryem Aksoy' : 'nutzer Judith Hartmann'] ?? '';

const ORT = { name: 'Neuer Ort', art: 'buero', vertraulich: 'ja', sprechzeiten: 'montags' };

export const VERWALTUNGSFORMULARE: Readonly<Record<string, Readonly<Record<string, Fuelle>>>> = {
  'routes/verwaltung.personal.neu': { Einladen: () => ({ name: 'Nora Neumann', email: 'nora.neumann@traeger.example', rollen: ['fachkraft'] }) },
  'routes/verwaltung.personal.$id._index': {
    'Name ändern': () => ({ aktion: 'name', name: 'Nora Neumann', version: '1' }),
    'Rollen setzen': (f) => ({ aktion: 'rollen', rollen: [ihreRollen(f), 'leitung'], bisher: ihreRollen(f) }),
    'Fachkraft werden': (f) => ({ aktion: 'rollen', rollen: ['fachkraft', 'traegeradministration'], bisher: ihreRollen(f) }),
    'Vertretung einrichten': (f) => ({ aktion: 'vertretung', vertretung: andereFachkraft(f), von: HEUTE, bis: HEUTE }),
    'Vertretung für sich': ({ person }) => ({ aktion: 'vertretung', vertretung: person.nutzerId ?? '', von: HEUTE, bis: HEUTE }),
    'Vertretung beenden': ({ buehne, person }) => ({ aktion: 'vertretung_beenden', id: buehne.ids[`vertretung ${person.kennung}`] ?? '' }),
    'Einladung erneuern': () => ({ aktion: 'einladung' }),
    'Wieder einladen': () => ({ aktion: 'wiedereinladung', rollen: ['fachkraft'] }),
    'Passwort zurücksetzen': () => ({ aktion: 'zuruecksetzen', art: 'passwort' }),
    'Beides zurücksetzen': () => ({ aktion: 'zuruecksetzen', art: 'beides' }),
    'Freigabe für Zugang beantragen': () => ({ aktion: 'zuruecksetzen', art: 'beides', freigabe: 'ja' }),
    'Überall abmelden': () => ({ aktion: 'abmelden' }),
    'Zugang beenden': () => ({ aktion: 'beenden', sicher: 'ja' }),
  },
  'routes/verwaltung.personal.$id.uebergabe': { 'Alle Fälle übergeben': (f) => ({ aktion: 'uebergabe', an: andereFachkraft(f), umfang: 'alle' }) },
  'routes/verwaltung.datenschutz.$art': { 'Fassung anlegen': () => ({ giltAb: HEUTE, text: 'Ich bin damit einverstanden, dass meine Angaben gespeichert werden.' }) },
  'routes/verwaltung.stellen.neu': {
    'Stelle anlegen': ({ buehne }) => ({ bezeichnung: 'Neue Stelle', vzae: '0,5', vertragsart: 'eigene_stelle', kommunen: buehne.ids['kommune Kürten'] ?? '', gefoerdertVon: '01.01.2026', gefoerdertBis: '' }),
  },
  'routes/verwaltung.stellen.$id': {
    'Stelle ändern': ({ buehne }) => ({ aktion: 'stelle', version: '1', bezeichnung: 'Neuer Name', vzae: '1', vertragsart: 'eigene_stelle', kommunen: buehne.ids['kommune Kürten'] ?? '', gefoerdertVon: '01.01.2026', gefoerdertBis: '' }),
    'Stelle besetzen': (f) => ({ aktion: 'besetzung', person: andereFachkraft(f), anteil: '0,1', besetztVon: '01.02.2026', besetztBis: '', trotzdem: 'ja' }),
    'Besetzung ändern': (f) => ({ aktion: 'besetzung_aendern', id: ihreBesetzung(f), version: '1', person: wer(f), anteil: '0,2', besetztVon: '01.02.2026', besetztBis: '', trotzdem: 'ja' }),
    'Besetzung entfernen': (f) => ({ aktion: 'besetzung_entfernen', id: ihreBesetzung(f) }),
  },
  'routes/verwaltung.dienstort.neu': { 'Ort anlegen': ({ buehne }) => ({ ...ORT, kommune: buehne.ids['kommune Kürten'] ?? '' }) },
  'routes/verwaltung.dienstort.$id': { 'Ort ändern': ({ buehne }) => ({ ...ORT, kommune: buehne.ids['kommune Kürten'] ?? '', version: '1', aufgegebenAm: HEUTE }) },
  'routes/leitung._index': { 'Kennzahlen freigeben': () => ({ stichtag: '2025-12-31', umfang: 'alle', sicher: 'ja' }) },
  'routes/leitung.stellen': {
    'Richtwert anpassen': (f) => ({ aktion: 'anpassen', person: wer(f), faelle: '30', von: HEUTE, bis: HEUTE }),
    'Anpassung beenden': ({ buehne, person }) => ({ aktion: 'beenden', id: buehne.ids[`richtwert ${person.kennung}`] ?? '' }),
  },
  'routes/vertretung': {
    'Vertretung einrichten': (f) => ({ vertretung: kollegeVon(f), von: HEUTE, bis: HEUTE }),
    'Vertretung beenden': (f) => ({ aktion: 'vertretung_beenden', id: id(f) }),
  },
  'routes/freigaben': { Zustimmen: (f) => ({ id: id(f), antwort: 'ja' }), Ablehnen: (f) => ({ id: id(f), antwort: 'nein' }) },
  'routes/koordination.kataloge._index': { 'Neue Fassung': () => ({}) },
  'routes/koordination.kataloge.$id': {
    'Entwurf speichern': () => ({
      aktion: 'speichern', version: '1', giltAb: HEUTE, beschluss: 'Lenkungskreis', schwelle: '1', orientierungspunkte: 'Fristen',
      'kriterien.0.schluessel': 'k1', 'kriterien.0.titel': 'Mehrere Lebensbereiche', 'kriterien.0.erlaeuterung': '',
    }),
    Veröffentlichen: () => ({ aktion: 'veroeffentlichen', version: '1' }),
    Verwerfen: () => ({ aktion: 'verwerfen' }),
    'Neue Fassung auf dieser Grundlage': () => ({ aktion: 'neu' }),
  },
  'routes/koordination.uebergabekriterien': { 'Fassung festhalten': () => ({ giltAb: formatDatum(heute()), beschluss: 'Lenkungskreis', kriterien: 'Sucht\nWohnungslosigkeit' }) },
  'routes/koordination.konten': {
    Einladen: () => ({ aktion: 'einladen', name: 'Nora Neumann', email: 'nora.neumann@kreis.example' }),
    'Konto beenden': (f) => ({ aktion: 'beenden', konto: id(f) }),
    'Einladung erneuern': (f) => ({ aktion: 'erneuern', konto: id(f) }),
    'Passwort zurücksetzen': (f) => ({ aktion: 'passwort', konto: id(f) }),
  },
};
