import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { ratsuchende } from './ratsuchende.ts';
import { app, bytea, erfasstAm, id, traegerId, version, zeitpunkt } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** The analysis of situation, resources and wishes (R55); a Re-Assessment is another row (R59). */
export const assessments = app.table(
  'assessments',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    anlass: text().notNull(),
    am: date({ mode: 'string' }).notNull(),
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
    check('assessment_anlass', sql`${t.anlass} in ('assessment', 'reassessment')`),
  ],
);

/** An instrument of the Methodenkoffer as it was filled in (R62, R64), with the version of its form. */
export const instrumente = app.table(
  'instrumente',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    art: text().notNull(),
    /** Version of the form that it was begun with. */
    fassung: integer().notNull(),
    /** Whom it is about; null for the whole household. */
    ratsuchendeId: uuid(),
    am: date({ mode: 'string' }).notNull(),
    stand: text().notNull(),
    inhaltKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    geaendertVon: uuid(),
    geaendertAm: zeitpunkt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.geaendertVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.id.desc()),
    check('instrument_art', sql`${t.art} ~ '^[a-z_]+$'`),
    check('instrument_stand', sql`${t.stand} in ('entwurf', 'abgeschlossen')`),
    check('instrument_fassung', sql`${t.fassung} > 0`),
  ],
);
