import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { kommunen, traeger } from './kreis.ts';
import { app, erfasstAm, id, traegerId, version, zeitpunkt } from './spalten.ts';

/** A person employed by a Träger. Accounts and roles lie in sec. */
export const nutzer = app.table(
  'nutzer',
  {
    traegerId: traegerId().references(() => traeger.id),
    id: id(),
    name: text().notNull(),
    beendetAm: zeitpunkt(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.traegerId, t.id] })],
);

/** A funded post; who fills it is a Besetzung (D7). */
export const stellen = app.table(
  'stellen',
  {
    traegerId: traegerId(),
    kreisId: uuid().notNull(),
    id: id(),
    bezeichnung: text().notNull(),
    /** VZÄ × 100: 0,77 VZÄ is 77. */
    vzaeHundertstel: integer().notNull(),
    vertragsart: text().notNull(),
    gefoerdertVon: date({ mode: 'string' }).notNull(),
    gefoerdertBis: date({ mode: 'string' }),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    check('vzae_bereich', sql`${t.vzaeHundertstel} between 1 and 2000`),
    check('vertragsart_wert', sql`${t.vertragsart} in ('eigene_stelle', 'weiterleitung', 'weiterleitung_kooperation')`),
    check('foerderung_zeitraum', sql`${t.gefoerdertBis} >= ${t.gefoerdertVon}`),
  ],
);

/** Which communes a post serves: n:m, a commune may have several Träger or none of its own (R10). */
export const stelleKommunen = app.table(
  'stelle_kommunen',
  { traegerId: traegerId(), stelleId: uuid().notNull(), kreisId: uuid().notNull(), kommuneId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.stelleId, t.kommuneId] }),
    foreignKey({ columns: [t.traegerId, t.stelleId], foreignColumns: [stellen.traegerId, stellen.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.kreisId, t.kommuneId], foreignColumns: [kommunen.kreisId, kommunen.id] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
  ],
);

export const besetzungen = app.table(
  'besetzungen',
  {
    traegerId: traegerId(),
    id: id(),
    stelleId: uuid().notNull(),
    nutzerId: uuid().notNull(),
    /** Share of the post in VZÄ × 100. */
    anteilHundertstel: integer().notNull(),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.stelleId], foreignColumns: [stellen.traegerId, stellen.id] }),
    foreignKey({ columns: [t.traegerId, t.nutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.stelleId),
    check('anteil_bereich', sql`${t.anteilHundertstel} between 1 and 100`),
    check('besetzung_zeitraum', sql`${t.bis} >= ${t.von}`),
  ],
);

/** Absence: the Vertretung works the cases of the vertretene Fachkraft between two days. */
export const vertretungen = app.table(
  'vertretungen',
  {
    traegerId: traegerId(),
    id: id(),
    vertreteneId: uuid().notNull(),
    vertretungId: uuid().notNull(),
    von: date({ mode: 'string' }).notNull(),
    bis: date({ mode: 'string' }).notNull(),
    eingerichtetVon: uuid().notNull(),
    beendetAm: zeitpunkt(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.vertreteneId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.vertretungId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.vertretungId, t.bis),
    check('vertretung_zeitraum', sql`${t.bis} >= ${t.von}`),
    check('vertretung_andere', sql`${t.vertreteneId} <> ${t.vertretungId}`),
  ],
);

/** What makes an administrator a reader waits here for a second person (D3). */
export const freigaben = app.table(
  'freigaben',
  {
    traegerId: traegerId(),
    id: id(),
    art: text().notNull(),
    beantragtVon: uuid().notNull(),
    /** Whose cases or account are concerned. */
    betrifftId: uuid().notNull(),
    /** Who would be able to read afterwards; null where the link itself is the gain. */
    beguenstigtId: uuid(),
    faelle: uuid().array(),
    rollen: text().array(),
    von: date({ mode: 'string' }),
    bis: date({ mode: 'string' }),
    beantragtAm: erfasstAm(),
    entschiedenVon: uuid(),
    entschiedenAm: zeitpunkt(),
    bestaetigt: text(),
    eingeloestAm: zeitpunkt(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.beantragtVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.traegerId, t.betrifftId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    check('freigabe_art', sql`${t.art} in ('vertretung', 'uebergabe', 'rolle_fachkraft', 'zugang')`),
    check('freigabe_zweite_person', sql`${t.entschiedenVon} is null or ${t.entschiedenVon} <> ${t.beantragtVon}`),
    check('freigabe_ergebnis', sql`${t.bestaetigt} in ('ja', 'nein')`),
  ],
);
