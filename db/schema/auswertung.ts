import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, integer, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { kreise, traeger } from './kreis.ts';
import { bytea, zeitpunkt } from './spalten.ts';

/** What has been released, and the catalogue that says what it means: all that the Koordination reads of cases. */
export const auswertung = pgSchema('auswertung');
/** Inside the barrier: what no login reads. */
export const auswertungIntern = pgSchema('auswertung_intern');

/** A way of dividing cases; its values stand in auspraegungen, but for Träger and Kommunen, which are the Kreis's own. */
export const merkmale = auswertung.table('merkmale', {
  merkmal: text().primaryKey(),
  titel: text().notNull(),
  erklaerung: text().notNull(),
  /** A case may have several values, so that the lines of a table add up to more than its cases. */
  mehrfach: boolean().notNull(),
});

export const auspraegungen = auswertung.table(
  'auspraegungen',
  { merkmal: text().notNull(), wert: text().notNull(), titel: text().notNull(), ordnung: integer().notNull() },
  (t) => [primaryKey({ columns: [t.merkmal, t.wert] })],
);

/** What is counted, in which unit, and as stock of a day or as flow of a quarter or year. */
export const masse = auswertung.table('masse', {
  mass: text().primaryKey(),
  titel: text().notNull(),
  einheit: text().notNull(),
  /** stichtag: stock at the end of that day; quartal, jahr: what happened in the time that ends then. */
  spanne: text().notNull(),
  erklaerung: text().notNull(),
  ordnung: integer().notNull(),
});

/** A table of the catalogue. Never removed: one that is no longer made ends. */
export const tabellen = auswertung.table('tabellen', {
  tabelle: text().primaryKey(),
  mass: text().notNull(),
  /** None to two, sorted by name. */
  merkmale: text().array().notNull(),
  /** monat, quartal or jahr; the row-size rule may make it rarer for a Kreis. */
  takt: text().notNull(),
  titel: text().notNull(),
  ordnung: integer().notNull(),
  /** Last cut-off day; null is open. */
  bis: date({ mode: 'string' }),
});

/** Code as recorded → value as counted. A code without a line counts as „unbekannt“. */
export const zuordnungen = auswertungIntern.table(
  'zuordnungen',
  { merkmal: text().notNull(), code: text().notNull(), wert: text().notNull() },
  (t) => [primaryKey({ columns: [t.merkmal, t.code] })],
);

/** Since when a Kreis publishes; no row, no release. The check value recognises a wrong key. */
export const beginn = auswertungIntern.table('beginn', {
  kreisId: uuid().primaryKey().references(() => kreise.id),
  ersterStichtag: date({ mode: 'string' }).notNull(),
  schluesselprobe: bytea(),
});

/** The Träger behind a line; another set is another epoch with other offsets (anonymity.md, 3). */
export const epochen = auswertungIntern.table(
  'epochen',
  {
    kreisId: uuid().notNull().references(() => kreise.id),
    /** kreis, or kommune=… */
    linie: text().notNull(),
    nr: integer().notNull(),
    traeger: uuid().array().notNull(),
    seit: date({ mode: 'string' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.kreisId, t.linie, t.nr] }), check('epoche_nr', sql`${t.nr} between 1 and 5`)],
);

/** One run per cut-off day; a second one fails on this key. */
export const laeufe = auswertung.table(
  'laeufe',
  {
    kreisId: uuid().notNull().references(() => kreise.id),
    stichtag: date({ mode: 'string' }).notNull(),
    katalog: text().notNull(),
    gezaehltAm: zeitpunkt().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.kreisId, t.stichtag] })],
);

/** How often a table, or of a table by Träger the line of one Träger, appears in a year (row-size rule). */
export const takte = auswertung.table(
  'takte',
  {
    kreisId: uuid().notNull().references(() => kreise.id),
    jahr: integer().notNull(),
    tabelle: text().notNull(),
    /** A Träger's id for lines by Träger; empty for the table as a whole. */
    linie: text().notNull(),
    takt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kreisId, t.jahr, t.tabelle, t.linie] }), check('takt_wert', sql`${t.takt} in ('monat', 'quartal', 'jahr', 'nie')`)],
);

/** Protected counts as the barrier gave them. The check refuses a raw one. */
export const rohwerte = auswertung.table(
  'rohwerte',
  {
    kreisId: uuid().notNull(),
    stichtag: date({ mode: 'string' }).notNull(),
    /** Measure and values: `bestand|bedarf=wohnen|geschlecht=w`. */
    zelle: text().notNull(),
    wert: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kreisId, t.stichtag, t.zelle] }),
    foreignKey({ columns: [t.kreisId, t.stichtag], foreignColumns: [laeufe.kreisId, laeufe.stichtag] }),
    check('rohwert_gerundet', sql`${t.wert} >= 0 and ${t.wert} % 5 = 0`),
  ],
);

/** Whether a table of a cut-off day was released or withheld, and why. */
export const tabellenstaende = auswertung.table(
  'tabellenstaende',
  {
    kreisId: uuid().notNull(),
    stichtag: date({ mode: 'string' }).notNull(),
    tabelle: text().notNull(),
    stand: text().notNull(),
    grund: text().notNull(),
    erfasstAm: zeitpunkt().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kreisId, t.stichtag, t.tabelle] }),
    foreignKey({ columns: [t.kreisId, t.stichtag], foreignColumns: [laeufe.kreisId, laeufe.stichtag] }),
    check('tabellenstand_wert', sql`${t.stand} in ('veroeffentlicht', 'zurueckgehalten')`),
  ],
);

/** Released: protected counts whose totals add up. All that anybody sees. */
export const werte = auswertung.table(
  'werte',
  { kreisId: uuid().notNull(), stichtag: date({ mode: 'string' }).notNull(), zelle: text().notNull(), wert: integer().notNull() },
  (t) => [
    primaryKey({ columns: [t.kreisId, t.stichtag, t.zelle] }),
    foreignKey({ columns: [t.kreisId, t.stichtag, t.zelle], foreignColumns: [rohwerte.kreisId, rohwerte.stichtag, rohwerte.zelle] }),
    check('wert_gerundet', sql`${t.wert} >= 0 and ${t.wert} % 5 = 0`),
  ],
);

/** Headline figures that a Leitung released exactly, by an explicit act (D21). Never changed. */
export const kennzahlen = auswertung.table(
  'kennzahlen',
  {
    kreisId: uuid().notNull(),
    traegerId: uuid().notNull(),
    stichtag: date({ mode: 'string' }).notNull(),
    klasse: text().notNull(),
    wert: integer().notNull(),
    freigegebenAm: zeitpunkt().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kreisId, t.traegerId, t.stichtag, t.klasse] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    check('kennzahl_klasse', sql`${t.klasse} in ('alle', 'kurzberatung', 'case_management')`),
    check('kennzahl_wert', sql`${t.wert} >= 0`),
  ],
);
