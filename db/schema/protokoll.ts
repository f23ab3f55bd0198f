import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { app, bytea, erfasstAm, id, traegerId, zeitpunkt } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** Who did what, when, to which case: written in the transaction of the act; never changed, never with content. */
export const protokoll = app.table(
  'protokoll',
  {
    traegerId: traegerId(),
    id: id(),
    am: erfasstAm(),
    nutzerId: uuid().notNull(),
    aktion: text().notNull(),
    /** The case concerned, if any; no foreign key, so that the line outlives an erased case. */
    fallId: uuid(),
    fallnummer: text(),
    gegenstandId: uuid(),
    /** The colleague whose cases or account the act concerned: she sees the line (D3). */
    betrifftId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.nutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.id.desc()),
    index().on(t.traegerId, t.betrifftId, t.id.desc()).where(sql`betrifft_id is not null`),
  ],
);

/** Form ids already carried out, 30 days (D14): the same form sent twice makes one entry. */
export const formulareingaben = app.table(
  'formulareingaben',
  {
    traegerId: traegerId(),
    id: id(),
    nutzerId: uuid().notNull(),
    inhaltHash: bytea().notNull(),
    ergebnis: text().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.nutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
  ],
);

/** Work for the background, named by ids only (D17). */
export const auftraege = app.table(
  'auftraege',
  {
    traegerId: traegerId(),
    id: id(),
    art: text().notNull(),
    gegenstandId: uuid(),
    beauftragtVon: uuid(),
    erfasstAm: erfasstAm(),
    erledigtAm: zeitpunkt(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    // Timed work: two workers that plan at once make one row.
    uniqueIndex('auftraege_offen').on(t.traegerId, t.art).where(sql`art = 'aufraeumen' and erledigt_am is null`),
    check('auftrag_art', sql`${t.art} in ('aufraeumen')`),
  ],
);
