import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { app, bytea, erfasstAm, id, traegerId, version, zeitpunkt } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** An entry in the record of a case (D24). */
export const kontakte = app.table(
  'kontakte',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    am: date({ mode: 'string' }).notNull(),
    kanal: text().notNull(),
    dauerMinuten: integer(),
    notizKrypt: bytea().notNull(),
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
    index('kontakte_je_fall').on(t.traegerId, t.fallId, t.am.desc(), t.id.desc()),
    check('kanal_wert', sql`${t.kanal} in ('persoenlich', 'telefon', 'email', 'video', 'messenger', 'aufsuchend', 'post')`),
    check('dauer_bereich', sql`${t.dauerMinuten} between 1 and 1440`),
  ],
);
