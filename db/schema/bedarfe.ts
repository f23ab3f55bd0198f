import { sql } from 'drizzle-orm';
import { check, date, foreignKey, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { faelle } from './faelle.ts';
import { ratsuchende } from './ratsuchende.ts';
import { app, bytea, erfasstAm, id, traegerId, version } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** What somebody needs, by area; the area is counted (D10), the words are not. */
export const bedarfe = app.table(
  'bedarfe',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    /** Whose need it is; null for the whole household (D8). */
    ratsuchendeId: uuid(),
    bereich: text().notNull(),
    dringlichkeit: text().notNull(),
    stand: text().notNull(),
    erkanntAm: date({ mode: 'string' }).notNull(),
    erledigtAm: date({ mode: 'string' }),
    beschreibungKrypt: bytea(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    unique().on(t.traegerId, t.fallId, t.id),
    check('bedarf_bereich', sql`${t.bereich} ~ '^[a-z_]+$'`),
    check('bedarf_dringlichkeit', sql`${t.dringlichkeit} in ('niedrig', 'mittel', 'hoch')`),
    check('bedarf_stand', sql`${t.stand} in ('offen', 'in_arbeit', 'erledigt', 'entfallen')`),
    check('bedarf_zeitraum', sql`${t.erledigtAm} >= ${t.erkanntAm}`),
    check('bedarf_erledigt', sql`(${t.stand} in ('erledigt', 'entfallen')) = (${t.erledigtAm} is not null)`),
  ],
);
