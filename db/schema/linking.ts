import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { angebote } from './angebote.ts';
import { einwilligungen } from './einwilligungen.ts';
import { faelle } from './faelle.ts';
import { kommunen, traeger } from './kreis.ts';
import { ratsuchende } from './ratsuchende.ts';
import { massnahmen } from './serviceplanung.ts';
import { app, bytea, erfasstAm, id, traegerId, version } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** The way of somebody to a place that helps (R57); the case stays with its Fachkraft. */
export const vermittlungen = app.table(
  'vermittlungen',
  {
    traegerId: traegerId(),
    kreisId: uuid().notNull(),
    id: id(),
    fallId: uuid().notNull(),
    angebotId: uuid().notNull(),
    /** The step of the plan that it serves. */
    massnahmeId: uuid(),
    /** Who is referred; null for the whole household. */
    ratsuchendeId: uuid(),
    art: text().notNull(),
    stand: text().notNull(),
    am: date({ mode: 'string' }).notNull(),
    /** Day on which to ask how it went (R58). */
    pruefenAm: date({ mode: 'string' }),
    inhaltKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    unique().on(t.traegerId, t.fallId, t.id),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    foreignKey({ columns: [t.kreisId, t.angebotId], foreignColumns: [angebote.kreisId, angebote.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId, t.massnahmeId], foreignColumns: [massnahmen.traegerId, massnahmen.fallId, massnahmen.id] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index('vermittlungen_zu_pruefen').on(t.traegerId, t.fallId, t.pruefenAm).where(sql`pruefen_am is not null`),
    check('vermittlung_art', sql`${t.art} in ('angebot', 'abh_anfrage', 'einbuergerung')`),
    check('vermittlung_stand', sql`${t.stand} in ('geplant', 'angefragt', 'angebunden', 'angehalten', 'beendet', 'gescheitert')`),
  ],
);

/** What was told to a third party, under which Schweigepflichtentbindung (U8). Never changed. */
export const weitergaben = app.table(
  'weitergaben',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    vermittlungId: uuid().notNull(),
    einwilligungId: uuid().notNull(),
    am: date({ mode: 'string' }).notNull(),
    weg: text().notNull(),
    zweck: text().notNull(),
    datenarten: text().array().notNull(),
    inhaltKrypt: bytea().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId, t.vermittlungId], foreignColumns: [vermittlungen.traegerId, vermittlungen.fallId, vermittlungen.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId, t.einwilligungId], foreignColumns: [einwilligungen.traegerId, einwilligungen.fallId, einwilligungen.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.id.desc()),
    check('weitergabe_weg', sql`${t.weg} in ('brief', 'email', 'telefon', 'gespraech', 'fallkonferenz')`),
    check('weitergabe_zweck', sql`${t.zweck} ~ '^[a-z_]+$'`),
    check('weitergabe_datenarten', sql`array_to_string(${t.datenarten}, ',') ~ '^[a-z_,]+$'`),
  ],
);

/** What the region does not offer, or not so that it helps (R59, R118); the words stay in the case. */
export const versorgungsluecken = app.table(
  'versorgungsluecken',
  {
    traegerId: traegerId(),
    kreisId: uuid().notNull(),
    id: id(),
    fallId: uuid().notNull(),
    bereich: text().notNull(),
    art: text().notNull(),
    kommuneId: uuid().notNull(),
    /** The referral at which it showed. */
    vermittlungId: uuid(),
    erkanntAm: date({ mode: 'string' }).notNull(),
    inhaltKrypt: bytea(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    foreignKey({ columns: [t.kreisId, t.kommuneId], foreignColumns: [kommunen.kreisId, kommunen.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId, t.vermittlungId], foreignColumns: [vermittlungen.traegerId, vermittlungen.fallId, vermittlungen.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.id.desc()),
    check('luecke_bereich', sql`${t.bereich} ~ '^[a-z_]+$'`),
    check('luecke_art', sql`${t.art} ~ '^[a-z_]+$'`),
  ],
);

/** A task beyond the boundaries of chapter 10 that came up: referred, or done as a documented exception (R83, U11). Never changed. */
export const grenzaufgaben = app.table(
  'grenzaufgaben',
  {
    traegerId: traegerId(),
    kreisId: uuid().notNull(),
    id: id(),
    fallId: uuid().notNull(),
    aufgabe: text().notNull(),
    umgang: text().notNull(),
    /** Where the person was sent; null for an exception. */
    angebotId: uuid(),
    am: date({ mode: 'string' }).notNull(),
    inhaltKrypt: bytea(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    foreignKey({ columns: [t.kreisId, t.angebotId], foreignColumns: [angebote.kreisId, angebote.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.id.desc()),
    check('grenzaufgabe_aufgabe', sql`${t.aufgabe} ~ '^[a-z_]+$'`),
    check('grenzaufgabe_umgang', sql`(${t.umgang} = 'verwiesen' and ${t.angebotId} is not null) or (${t.umgang} = 'ausnahme' and ${t.inhaltKrypt} is not null)`),
  ],
);

/** The four questions about a referral on a day (R58). Never changed. */
export const monitoringpruefungen = app.table(
  'monitoringpruefungen',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    vermittlungId: uuid().notNull(),
    am: date({ mode: 'string' }).notNull(),
    erreicht: text().notNull(),
    vollstaendig: text().notNull(),
    passend: text().notNull(),
    zielErreicht: text().notNull(),
    notizKrypt: bytea(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId, t.vermittlungId], foreignColumns: [vermittlungen.traegerId, vermittlungen.fallId, vermittlungen.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.vermittlungId, t.am),
    check('pruefung_antworten', sql`${t.erreicht} in ('ja', 'teilweise', 'nein', 'offen') and ${t.vollstaendig} in ('ja', 'teilweise', 'nein', 'offen')
      and ${t.passend} in ('ja', 'teilweise', 'nein', 'offen') and ${t.zielErreicht} in ('ja', 'teilweise', 'nein', 'offen')`),
  ],
);
