import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { kriterienkataloge } from './kataloge.ts';
import { traeger } from './kreis.ts';
import { orte } from './orte.ts';
import { app, bytea, erfasstAm, id, traegerId, version, zeitpunkt } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** The first talk, always in person (R36), and its Bogen as one types it. */
export const erstgespraeche = app.table(
  'erstgespraeche',
  {
    traegerId: traegerId(),
    fallId: uuid().notNull(),
    am: date({ mode: 'string' }).notNull(),
    kanal: text().notNull(),
    ortId: uuid(),
    sprachmittlung: text(),
    bogenKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    geaendertVon: uuid(),
    geaendertAm: zeitpunkt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.fallId] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.ortId], foreignColumns: [orte.traegerId, orte.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.geaendertVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    check('erstgespraech_persoenlich', sql`${t.kanal} in ('persoenlich', 'aufsuchend')`),
    check('erstgespraech_sprachmittlung', sql`${t.sprachmittlung} ~ '^[a-z_]+$'`),
  ],
);

/**
 * The five criteria as answered on a day against the catalogue in force, and what a person decided (R46–R49). Never
 * changed: who decides anew writes another one. Below the threshold Case Management needs an override with its reason.
 */
export const kriterienpruefungen = app.table(
  'kriterienpruefungen',
  {
    traegerId: traegerId(),
    kreisId: uuid().notNull(),
    id: id(),
    fallId: uuid().notNull(),
    katalogId: uuid().notNull(),
    am: date({ mode: 'string' }).notNull(),
    schwelle: integer().notNull(),
    /** Keys of the criteria that are met. */
    erfuellt: text().array().notNull(),
    anzahlErfuellt: integer().notNull(),
    entscheidung: text().notNull(),
    abweichung: boolean().notNull(),
    /** Reasons per criterion, of the override, of missing documents. */
    begruendungKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    foreignKey({ columns: [t.kreisId, t.katalogId], foreignColumns: [kriterienkataloge.kreisId, kriterienkataloge.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.id.desc()),
    check('pruefung_erfuellt', sql`array_to_string(${t.erfuellt}, ',') ~ '^[a-z0-9_,]*$' and ${t.anzahlErfuellt} = cardinality(${t.erfuellt})`),
    check('pruefung_entscheidung', sql`${t.entscheidung} in ('verweis', 'kurzberatung', 'case_management')`),
    check('pruefung_schwelle', sql`${t.entscheidung} <> 'case_management' or ${t.abweichung} or ${t.anzahlErfuellt} >= ${t.schwelle}`),
  ],
);

/** How a case ended and by whom (R61, I16); a reopened one keeps the row and gets another when it ends again. */
export const fallabschluesse = app.table(
  'fallabschluesse',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    am: date({ mode: 'string' }).notNull(),
    grund: text().notNull(),
    durch: text().notNull(),
    /** What came of a Kurzberatung (R41). */
    ergebnis: text(),
    notizKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    unique().on(t.traegerId, t.fallId, t.id),
    check('abschluss_grund', sql`${t.grund} ~ '^[a-z_]+$'`),
    check('abschluss_durch', sql`${t.durch} in ('ratsuchende', 'fachkraft', 'beide', 'umstaende')`),
    check('abschluss_ergebnis', sql`${t.ergebnis} ~ '^[a-z_]+$'`),
  ],
);
