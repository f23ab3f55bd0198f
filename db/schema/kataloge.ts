import { sql } from 'drizzle-orm';
import { boolean, check, date, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { kreise } from './kreis.ts';
import { erfasstAm, id, kreisSchema, version } from './spalten.ts';

/** Text of a criteria catalogue: person-free, the same for every Träger of the Kreis. */
export interface Kataloginhalt {
  kriterien: { schluessel: string; titel: string; erlaeuterung: string }[];
  orientierungspunkte: string[];
}

/** The criteria of the Case Finding by version (R3, D25): the newest published one whose day has come is in force. */
export const kriterienkataloge = kreisSchema.table(
  'kriterienkataloge',
  {
    kreisId: uuid().notNull().references(() => kreise.id),
    id: id(),
    fassung: integer().notNull(),
    stand: text().notNull(),
    giltAb: date({ mode: 'string' }).notNull(),
    /** Resolution by which it was adopted. */
    beschluss: text().notNull(),
    /** Shipped wording that stands for the missing one of the paper (I2). */
    platzhalter: boolean().notNull(),
    /** How many criteria must be met for Case Management. */
    schwelle: integer().notNull(),
    inhalt: jsonb().$type<Kataloginhalt>().notNull(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kreisId, t.id] }),
    unique().on(t.kreisId, t.fassung),
    check('katalog_stand', sql`${t.stand} in ('entwurf', 'veroeffentlicht')`),
    check('katalog_schwelle', sql`${t.schwelle} between 1 and 20`),
  ],
);

/** When somebody is handed over to a welfare association (R82), by version; none yet, as the paper says itself. Never changed. */
export const uebergabekriterien = kreisSchema.table(
  'uebergabekriterien',
  {
    kreisId: uuid().notNull().references(() => kreise.id),
    id: id(),
    fassung: integer().notNull(),
    giltAb: date({ mode: 'string' }).notNull(),
    /** Resolution by which it was adopted. */
    beschluss: text().notNull(),
    kriterien: text().array().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.kreisId, t.id] }),
    unique().on(t.kreisId, t.fassung),
  ],
);
