import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bedarfe } from './bedarfe.ts';
import { dokumente } from './einwilligungen.ts';
import { faelle } from './faelle.ts';
import { ratsuchende } from './ratsuchende.ts';
import { app, bytea, erfasstAm, id, traegerId, version } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** What somebody wants to reach. One without `oberzielId` is a Leitziel; the others are its Teilziele, with term and measures (R56). */
export const ziele = app.table(
  'ziele',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    oberzielId: uuid(),
    /** Whose goal it is; null for the whole household (D8). */
    ratsuchendeId: uuid(),
    bedarfId: uuid(),
    prioritaet: text().notNull(),
    bis: date({ mode: 'string' }),
    stand: text().notNull(),
    beendetAm: date({ mode: 'string' }),
    inhaltKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    unique().on(t.traegerId, t.fallId, t.id),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId, t.oberzielId], foreignColumns: [t.traegerId, t.fallId, t.id], name: 'ziele_oberziel_fk' }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId, t.bedarfId], foreignColumns: [bedarfe.traegerId, bedarfe.fallId, bedarfe.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    check('ziel_oberziel', sql`${t.oberzielId} <> ${t.id}`),
    check('ziel_prioritaet', sql`${t.prioritaet} in ('hoch', 'mittel', 'niedrig')`),
    check('ziel_stand', sql`${t.stand} in ('offen', 'erreicht', 'aufgegeben')`),
    check('ziel_beendet', sql`(${t.stand} <> 'offen') = (${t.beendetAm} is not null)`),
  ],
);

/** A step towards a Teilziel, by whom and until when (R43, R56). */
export const massnahmen = app.table(
  'massnahmen',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    zielId: uuid().notNull(),
    wer: text().notNull(),
    bis: date({ mode: 'string' }),
    stand: text().notNull(),
    erledigtAm: date({ mode: 'string' }),
    inhaltKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    unique().on(t.traegerId, t.fallId, t.id),
    foreignKey({ columns: [t.traegerId, t.fallId, t.zielId], foreignColumns: [ziele.traegerId, ziele.fallId, ziele.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.zielId),
    check('massnahme_wer', sql`${t.wer} in ('ratsuchende', 'dritte', 'fachkraft')`),
    check('massnahme_stand', sql`${t.stand} in ('offen', 'erledigt', 'entfallen')`),
    check('massnahme_erledigt', sql`(${t.stand} <> 'offen') = (${t.erledigtAm} is not null)`),
  ],
);

/** The plan as it was agreed on a day: frozen, so that a later one can be compared with it (U12). Never changed. */
export const planfassungen = app.table(
  'planfassungen',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    fassung: integer().notNull(),
    vereinbartAm: date({ mode: 'string' }).notNull(),
    form: text().notNull(),
    /** ISO 639-3 of the copy that was handed out. */
    sprache: text(),
    nachweisId: uuid(),
    /** The goals with their measures, who agreed and where. */
    inhaltKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    unique().on(t.traegerId, t.fallId, t.fassung),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.nachweisId], foreignColumns: [dokumente.traegerId, dokumente.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    check('planfassung_form', sql`${t.form} in ('schriftlich', 'elektronisch', 'muendlich')`),
    check('planfassung_sprache', sql`${t.sprache} ~ '^[a-z]{3}$'`),
    check('planfassung_fassung', sql`${t.fassung} > 0`),
  ],
);

/** How far a goal was reached on a day, in whose eyes: five steps from „noch nicht“ to „erreicht“. Never changed. */
export const zielbewertungen = app.table(
  'zielbewertungen',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    zielId: uuid().notNull(),
    am: date({ mode: 'string' }).notNull(),
    stufe: integer().notNull(),
    sicht: text().notNull(),
    notizKrypt: bytea(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId, t.zielId], foreignColumns: [ziele.traegerId, ziele.fallId, ziele.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.zielId, t.am),
    check('zielbewertung_stufe', sql`${t.stufe} between 1 and 5`),
    check('zielbewertung_sicht', sql`${t.sicht} in ('ratsuchende', 'fachkraft', 'gemeinsam')`),
  ],
);
