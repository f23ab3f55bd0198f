import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { app, bytea, erfasstAm, id, traegerId } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** What is to be done in a case by a day. */
export const wiedervorlagen = app.table(
  'wiedervorlagen',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    faelligAm: date({ mode: 'string' }).notNull(),
    textKrypt: bytea().notNull(),
    erledigtAm: date({ mode: 'string' }),
    erledigtVon: uuid(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.erledigtVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.faelligAm),
    index('wiedervorlagen_offen').on(t.traegerId, t.fallId, t.faelligAm).where(sql`erledigt_am is null`),
  ],
);

/** A list of cases as somebody wants to find it again: codes only, never a name. */
export const ansichten = app.table(
  'ansichten',
  {
    traegerId: traegerId(),
    id: id(),
    nutzerId: uuid().notNull(),
    name: text().notNull(),
    auswahl: jsonb().$type<Record<string, string>>().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.nutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.nutzerId),
  ],
);

/** For a time somebody is to carry fewer cases than the guideline says; why is nowhere (R51). */
export const richtwertanpassungen = app.table(
  'richtwertanpassungen',
  {
    traegerId: traegerId(),
    id: id(),
    nutzerId: uuid().notNull(),
    /** Cases instead of the guideline band. */
    faelle: integer().notNull(),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.nutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.nutzerId, t.von),
    check('anpassung_faelle', sql`${t.faelle} between 0 and 500`),
    check('anpassung_zeitraum', sql`${t.bis} >= ${t.von}`),
  ],
);
