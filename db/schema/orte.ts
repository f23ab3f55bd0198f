import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { kommunen, traeger } from './kreis.ts';
import { app, erfasstAm, id, traegerId, version } from './spalten.ts';

/** Where a Träger advises, and what the place allows (R67). */
export const orte = app.table(
  'orte',
  {
    traegerId: traegerId(),
    kreisId: uuid().notNull(),
    id: id(),
    kommuneId: uuid().notNull(),
    name: text().notNull(),
    art: text().notNull(),
    vertraulich: boolean().notNull(),
    familiengerecht: boolean().notNull(),
    barrierefrei: boolean().notNull(),
    sprechzeiten: text().notNull(),
    /** No longer offered for new entries from this day on. */
    aufgegebenAm: date({ mode: 'string' }),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    foreignKey({ columns: [t.kreisId, t.kommuneId], foreignColumns: [kommunen.kreisId, kommunen.id] }),
    check('ort_art', sql`${t.art} in ('buero', 'aussensprechstunde', 'unterkunft', 'sonstiger')`),
  ],
);
