import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { nutzer } from './traeger.ts';
import { app, bytea, erfasstAm, id, traegerId, tresor, version } from './spalten.ts';

/** A person and her name: all Fachkräfte of the Träger may find her before recording her again (D2). */
export const ratsuchende = app.table(
  'ratsuchende',
  {
    traegerId: traegerId(),
    id: id(),
    nameKrypt: bytea().notNull(),
    /** Recorded twice: the row that stands for both. Set back to null to part them again. */
    aufgegangenIn: uuid(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.aufgegangenIn], foreignColumns: [t.traegerId, t.id] }),
    index('ratsuchende_aufgegangen').on(t.traegerId, t.aufgegangenIn).where(sql`aufgegangen_in is not null`),
    check('nicht_in_sich_selbst', sql`${t.aufgegangenIn} <> ${t.id}`),
  ],
);

/** Everything else about her: only for those who may see one of her cases. Codes that are counted stand in clear (D10). */
export const stammdaten = app.table(
  'stammdaten',
  {
    traegerId: traegerId(),
    ratsuchendeId: uuid().notNull(),
    geburtsjahr: integer(),
    geschlecht: text(),
    staatsangehoerigkeit: text(),
    datenKrypt: bytea().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.ratsuchendeId] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    check('geburtsjahr_bereich', sql`${t.geburtsjahr} between 1900 and 2100`),
    check('geschlecht_wert', sql`${t.geschlecht} in ('m', 'w', 'd', 'x')`),
  ],
);

/** Keyed hashes of the first one to three letters of every part of every spelling (D11). */
export const namenstoken = app.table(
  'namenstoken',
  { traegerId: traegerId(), token: bytea().notNull(), ratsuchendeId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.token, t.ratsuchendeId] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }).onDelete('cascade'),
    index().on(t.traegerId, t.ratsuchendeId),
  ],
);

/** A household is its own thing; a member may have a case of her own (D8). */
export const haushalte = app.table(
  'haushalte',
  { traegerId: traegerId(), id: id(), erfasstAm: erfasstAm(), version: version() },
  (t) => [primaryKey({ columns: [t.traegerId, t.id] })],
);

export const haushaltsmitglieder = app.table(
  'haushaltsmitglieder',
  {
    traegerId: traegerId(),
    haushaltId: uuid().notNull(),
    ratsuchendeId: uuid().notNull(),
    rolle: text().notNull(),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.haushaltId, t.ratsuchendeId, t.von] }),
    foreignKey({ columns: [t.traegerId, t.haushaltId], foreignColumns: [haushalte.traegerId, haushalte.id] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    index().on(t.traegerId, t.ratsuchendeId),
    check('haushaltsrolle_wert', sql`${t.rolle} in ('erwachsen', 'partner', 'kind', 'elternteil', 'weitere')`),
    check('mitglied_zeitraum', sql`${t.bis} >= ${t.von}`),
  ],
);

/** The person's data key, wrapped with the Träger's key of that generation. */
export const personenschluessel = tresor.table(
  'personenschluessel',
  { traegerId: traegerId(), ratsuchendeId: uuid().notNull(), generation: integer().notNull(), verpackt: bytea().notNull() },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.ratsuchendeId] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }).onDelete('cascade'),
  ],
);
