import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { orte } from './orte.ts';
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
    /** Kind of service (R35); null for what was written before it was asked. */
    leistung: text(),
    ortId: uuid(),
    sprachmittlung: text(),
    /** Bedarf areas that were spoken of. */
    themen: text().array().notNull().default(sql`'{}'`),
    /** Why somebody was accompanied (R38), or visited (R39). */
    zweck: text(),
    /** The person did not come: a fact without consequence (R75). */
    ausgefallen: boolean().notNull().default(false),
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
    foreignKey({ columns: [t.traegerId, t.ortId], foreignColumns: [orte.traegerId, orte.id] }),
    check('kontakt_leistung', sql`${t.leistung} in ('information', 'anleitung', 'begleitung', 'verweisberatung', 'einzelfallberatung')`),
    check('kontakt_sprachmittlung', sql`${t.sprachmittlung} ~ '^[a-z_]+$'`),
    check('kontakt_themen', sql`array_to_string(${t.themen}, ',') ~ '^[a-z_,]*$'`),
    check('kontakt_zweck', sql`${t.zweck} ~ '^[a-z_]+$'`),
    check('kanal_wert', sql`${t.kanal} in ('persoenlich', 'telefon', 'email', 'video', 'messenger', 'aufsuchend', 'post')`),
    check('dauer_bereich', sql`${t.dauerMinuten} between 1 and 1440`),
  ],
);
