import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { kreise, traeger } from './kreis.ts';
import { erfasstAm, id, kreisSchema, version } from './spalten.ts';
import { nutzer } from './traeger.ts';

/**
 * The partner directory (R114–R117): institutions and offers, person-free. Shared by all Träger of the Kreis, but for what
 * one Träger keeps to itself (`nurFuerId`).
 */
export const angebote = kreisSchema.table(
  'angebote',
  {
    kreisId: uuid().notNull().references(() => kreise.id),
    id: id(),
    /** The Träger that alone sees it; null for all of the Kreis. */
    nurFuerId: uuid(),
    name: text().notNull(),
    /** Organisation behind it. */
    organisation: text().notNull(),
    rechtskreis: text().notNull(),
    /** Areas of need that it serves, as in bedarfsbereiche.ts. */
    bereiche: text().array().notNull(),
    /** Ids of the communes that it serves; none stands for all. */
    einzugsgebiet: uuid().array().notNull(),
    /** ISO 639-3. */
    sprachen: text().array().notNull(),
    anschrift: text().notNull(),
    anfahrt: text().notNull(),
    telefon: text().notNull(),
    email: text().notNull(),
    web: text().notNull(),
    zeiten: text().notNull(),
    hinweise: text().notNull(),
    /** Day on which somebody last made sure that it is still so (R116); null when nobody has. */
    geprueftAm: date({ mode: 'string' }),
    /** Whose Fachkraft sees to it; null while nobody does. */
    pflegeTraegerId: uuid(),
    pflegeNutzerId: uuid(),
    geschlossenAm: date({ mode: 'string' }),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kreisId, t.id] }),
    foreignKey({ columns: [t.kreisId, t.nurFuerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    foreignKey({ columns: [t.kreisId, t.pflegeTraegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    foreignKey({ columns: [t.pflegeTraegerId, t.pflegeNutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.kreisId, t.name),
    check('angebot_rechtskreis', sql`${t.rechtskreis} ~ '^[a-z0-9_]+$'`),
    check('angebot_bereiche', sql`array_to_string(${t.bereiche}, ',') ~ '^[a-z_,]*$'`),
    check('angebot_sprachen', sql`array_to_string(${t.sprachen}, ',') ~ '^[a-z,]*$'`),
  ],
);
