import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { app, bytea, erfasstAm, id, traegerId, version, zeitpunkt } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** The Evaluationsbogen, once in the words of the client and once in those of the Fachkraft (R60). */
export const evaluationen = app.table(
  'evaluationen',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    sicht: text().notNull(),
    am: date({ mode: 'string' }).notNull(),
    /** Five steps from „gar nicht“ to „voll und ganz“; null where nothing was said. */
    zielerreichung: integer(),
    zufriedenheit: integer(),
    selbststaendigkeit: integer(),
    bogenKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    geaendertVon: uuid(),
    geaendertAm: zeitpunkt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.geaendertVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.id.desc()),
    check('evaluation_sicht', sql`${t.sicht} in ('ratsuchende', 'fachkraft')`),
    check('evaluation_stufen', sql`${t.zielerreichung} between 1 and 5 and ${t.zufriedenheit} between 1 and 5 and ${t.selbststaendigkeit} between 1 and 5`),
  ],
);
