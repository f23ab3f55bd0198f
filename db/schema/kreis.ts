import { sql } from 'drizzle-orm';
import { check, foreignKey, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { erfasstAm, id, kreisSchema, zeitpunkt } from './spalten.ts';

export const kreise = kreisSchema.table('kreise', {
  id: id().primaryKey(),
  name: text().notNull(),
});

export const kommunen = kreisSchema.table(
  'kommunen',
  {
    kreisId: uuid().notNull().references(() => kreise.id),
    id: id(),
    name: text().notNull(),
    /** Amtlicher Gemeindeschlüssel, eight digits. */
    ags: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kreisId, t.id] }), unique().on(t.kreisId, t.ags)],
);

export const traeger = kreisSchema.table(
  'traeger',
  {
    kreisId: uuid().notNull().references(() => kreise.id),
    /** The `traeger_id` of every table in schema app. */
    id: id().unique(),
    name: text().notNull(),
    kurzname: text().notNull(),
    /** Mark in every Fallnummer (D13), for example KUE. */
    kennung: text().notNull().unique(),
    traegerart: text().notNull(),
    /** Which data-protection law binds this Träger (U9). */
    rechtsregime: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kreisId, t.id] }),
    check('kennung_form', sql`${t.kennung} ~ '^[A-Z]{2,5}$'`),
    check('traegerart_wert', sql`${t.traegerart} in ('kreis', 'kommune', 'freier_traeger')`),
    check('rechtsregime_wert', sql`${t.rechtsregime} in ('dsgvo', 'kdg', 'dsg_ekd')`),
  ],
);

/** The people of the Koordination; their accounts never hold a role at a Träger (D4). */
export const koordinierende = kreisSchema.table(
  'koordinierende',
  {
    kreisId: uuid().notNull(),
    id: id(),
    name: text().notNull(),
    erfasstAm: erfasstAm(),
    beendetAm: zeitpunkt(),
  },
  (t) => [
    primaryKey({ columns: [t.kreisId, t.id] }),
    foreignKey({ columns: [t.kreisId], foreignColumns: [kreise.id] }),
  ],
);
