import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { ratsuchende } from './ratsuchende.ts';
import { app, bytea, erfasstAm, id, traegerId, version } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** Residence status and benefits of a person as a time line within one case; never a reason to close it (R27). */
export const statusangaben = app.table(
  'statusangaben',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    ratsuchendeId: uuid().notNull(),
    art: text().notNull(),
    /** Key of the dated rule table in packages/kreis. */
    code: text().notNull(),
    von: date({ mode: 'string' }).notNull(),
    /** Term of the document or of the grant. */
    bis: date({ mode: 'string' }),
    angabenKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.von.desc()),
    index().on(t.traegerId, t.ratsuchendeId),
    check('status_art', sql`${t.art} in ('aufenthalt', 'leistung')`),
    check('status_code', sql`${t.code} ~ '^[a-z0-9_]+$'`),
    check('status_zeitraum', sql`${t.bis} >= ${t.von}`),
  ],
);
