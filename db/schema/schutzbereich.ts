import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { ratsuchende } from './ratsuchende.ts';
import { app, bytea, erfasstAm, id, traegerId, version, zeitpunkt } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** Somebody opened the protected part of a case for a quarter of an hour, and why; without a live one nobody reads it. */
export const schutzoeffnungen = app.table(
  'schutzoeffnungen',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    nutzerId: uuid().notNull(),
    anlass: text().notNull(),
    /** Why, in words; only who is responsible for the case opens it without. */
    grundKrypt: bytea(),
    bis: zeitpunkt().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.nutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.nutzerId, t.bis.desc()),
    check('oeffnung_anlass', sql`${t.anlass} in ('zustaendig', 'vertretung', 'wunsch', 'gefahr', 'fallberatung')`),
    check('oeffnung_grund', sql`(${t.anlass} = 'zustaendig') = (${t.grundKrypt} is null)`),
  ],
);

/** What nobody is to read in passing: health, violence, sexual orientation, faith (Art. 9 DSGVO). */
export const schutzeintraege = app.table(
  'schutzeintraege',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    /** Whom it concerns; null for the whole household. */
    ratsuchendeId: uuid(),
    inhaltKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    geaendertVon: uuid(),
    geaendertAm: zeitpunkt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    unique().on(t.traegerId, t.fallId, t.id),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.geaendertVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
  ],
);
