import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { kommunen, traeger } from './kreis.ts';
import { ratsuchende } from './ratsuchende.ts';
import { app, bytea, erfasstAm, id, traegerId, tresor, version } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** Last number given per Träger and year (D13). */
export const fallnummern = app.table(
  'fallnummern',
  { traegerId: traegerId(), jahr: integer().notNull(), letzte: integer().notNull() },
  (t) => [primaryKey({ columns: [t.traegerId, t.jahr] })],
);

/**
 * The directory entry of a case, free of persons: what Leitung and Trägeradministration may know of it.
 * Class, phase, Kommune and ending repeat the latest Fallereignis for filters and policies (D12).
 */
export const faelle = app.table(
  'faelle',
  {
    traegerId: traegerId(),
    kreisId: uuid().notNull(),
    id: id(),
    fallnummer: text().notNull(),
    klasse: text().notNull(),
    /** Anfragen and Kurzberatungen belong to the Fachkräfte of a Träger together (D2). */
    gemeinsam: boolean().notNull().generatedAlwaysAs(sql`klasse <> 'case_management'`),
    kommuneId: uuid().notNull(),
    eroeffnetAm: date({ mode: 'string' }).notNull(),
    beendetAm: date({ mode: 'string' }),
    /** Phase of the procedure (R53); null where there is none: Verweis, and Kurzberatung after its decision. */
    phase: text(),
    /** The consent to record was revoked: what is stored can be read, nothing is added (R61 b). */
    gestopptAm: date({ mode: 'string' }),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    unique().on(t.traegerId, t.fallnummer),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    foreignKey({ columns: [t.kreisId, t.kommuneId], foreignColumns: [kommunen.kreisId, kommunen.id] }),
    check('klasse_wert', sql`${t.klasse} in ('verweis', 'kurzberatung', 'case_management')`),
    check('fall_phase', sql`${t.phase} in ('klaerung', 'assessment', 'serviceplanung', 'linking', 'monitoring', 'reassessment', 'evaluation')`),
    check('fall_zeitraum', sql`${t.beendetAm} >= ${t.eroeffnetAm}`),
  ],
);

export const fallinhalte = app.table(
  'fallinhalte',
  { traegerId: traegerId(), fallId: uuid().notNull(), anliegenKrypt: bytea().notNull(), version: version() },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.fallId] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
  ],
);

/** Dated facts (valid on, recorded at): every figure for any cut-off comes from these rows (D12). */
export const fallereignisse = app.table(
  'fallereignisse',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    art: text().notNull(),
    wert: text().notNull(),
    giltAb: date({ mode: 'string' }).notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.art, t.giltAb),
    check('ereignis_art', sql`${t.art} in ('eroeffnung', 'klasse', 'kommune', 'phase', 'ende', 'wiederaufnahme')`),
  ],
);

/** A step through the procedure with its reason, where one was asked for (R53). Never changed. */
export const phasenwechsel = app.table(
  'phasenwechsel',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    von: text().notNull(),
    nach: text().notNull(),
    am: date({ mode: 'string' }).notNull(),
    begruendungKrypt: bytea(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.id.desc()),
    check('phasenwechsel_phasen', sql`${t.von} ~ '^[a-z]+$' and ${t.nach} ~ '^[a-z]+$' and ${t.von} <> ${t.nach}`),
  ],
);

/** Who is responsible from when to when; the open row is today's. */
export const zustaendigkeiten = app.table(
  'zustaendigkeiten',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    nutzerId: uuid().notNull(),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }),
    anlass: text().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.nutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    uniqueIndex('zustaendigkeiten_eine_offene').on(t.traegerId, t.fallId).where(sql`bis is null`),
    index('zustaendigkeiten_offen_je_nutzer').on(t.traegerId, t.nutzerId, t.fallId).where(sql`bis is null`),
    check('zustaendigkeit_anlass', sql`${t.anlass} in ('eroeffnung', 'uebernahme', 'uebergabe')`),
    check('zustaendigkeit_zeitraum', sql`${t.bis} >= ${t.von}`),
  ],
);

/** A colleague looks into one case for a reason and until a day (D2). */
export const fallberatungen = app.table(
  'fallberatungen',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    nutzerId: uuid().notNull(),
    grundKrypt: bytea().notNull(),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }).notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.nutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.nutzerId, t.bis),
    index().on(t.traegerId, t.fallId),
    check('fallberatung_zeitraum', sql`${t.bis} >= ${t.von}`),
  ],
);

/** Persons in a case, n:m (D8). */
export const fallbeteiligte = app.table(
  'fallbeteiligte',
  {
    traegerId: traegerId(),
    fallId: uuid().notNull(),
    ratsuchendeId: uuid().notNull(),
    rolle: text().notNull(),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.fallId, t.ratsuchendeId] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    index().on(t.traegerId, t.ratsuchendeId),
    check('beteiligung_rolle', sql`${t.rolle} in ('hauptperson', 'familie', 'weitere')`),
    check('beteiligung_zeitraum', sql`${t.bis} >= ${t.von}`),
  ],
);

/** The case's data key: everything written in the case is encrypted with it (D8). */
export const fallschluessel = tresor.table(
  'fallschluessel',
  { traegerId: traegerId(), fallId: uuid().notNull(), generation: integer().notNull(), verpackt: bytea().notNull() },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.fallId] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }).onDelete('cascade'),
  ],
);
