import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { kommunen, traeger } from './kreis.ts';
import { ratsuchende } from './ratsuchende.ts';
import { app, bytea, erfasstAm, id, traegerId, tresor, version } from './spalten.ts';
import { nutzer } from './traeger.ts';

/**
 * Somebody asks for help: how she came and what for, before there is a case. Belongs to the Fachkräfte of a Träger
 * together (D2). Once a case has come of it, its codes stay for the figures (R122) and its content lies in the case.
 */
export const anfragen = app.table(
  'anfragen',
  {
    traegerId: traegerId(),
    kreisId: uuid().notNull(),
    id: id(),
    ratsuchendeId: uuid().notNull(),
    kommuneId: uuid().notNull(),
    eingegangenAm: date({ mode: 'string' }).notNull(),
    zugang: text().notNull(),
    /** null: not known yet; the decision asks for it (R25). */
    kernkriterium: text(),
    sprachmittlung: text(),
    stand: text().notNull(),
    /** Appointment for the Erstgespräch. */
    erstgespraechAm: date({ mode: 'string' }),
    /** The colleague to whom it was passed on, because she is responsible for the person's Case Management. */
    anNutzerId: uuid(),
    fallId: uuid(),
    /** Own words and how to reach the person; erased once they lie in the case. */
    inhaltKrypt: bytea(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.anNutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    foreignKey({ columns: [t.kreisId, t.kommuneId], foreignColumns: [kommunen.kreisId, kommunen.id] }),
    index('anfragen_offen').on(t.traegerId, t.eingegangenAm, t.id).where(sql`stand in ('offen', 'wartet', 'weitergegeben')`),
    index().on(t.traegerId, t.ratsuchendeId),
    index().on(t.traegerId, t.fallId),
    check('anfrage_zugang', sql`${t.zugang} ~ '^[a-z_]+$'`),
    check('anfrage_kernkriterium', sql`${t.kernkriterium} in ('erstintegration', 'wiederaufnahme')`),
    check('anfrage_sprachmittlung', sql`${t.sprachmittlung} ~ '^[a-z_]+$'`),
    check('anfrage_stand', sql`${t.stand} in ('offen', 'wartet', 'aufgenommen', 'weitergegeben', 'nicht_aufgenommen')`),
    check('anfrage_fall', sql`(${t.stand} = 'aufgenommen') = (${t.fallId} is not null)`),
  ],
);

/** The Anfrage's own data key (D8). */
export const anfrageschluessel = tresor.table(
  'anfrageschluessel',
  { traegerId: traegerId(), anfrageId: uuid().notNull(), generation: integer().notNull(), verpackt: bytea().notNull() },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.anfrageId] }),
    foreignKey({ columns: [t.traegerId, t.anfrageId], foreignColumns: [anfragen.traegerId, anfragen.id] }).onDelete('cascade'),
  ],
);
