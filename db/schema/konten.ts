import { sql } from 'drizzle-orm';
import { bigint, boolean, check, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, erfasstAm, id, sec, zeitpunkt } from './spalten.ts';
import { nutzer } from './traeger.ts';

/** One per human (D4). */
export const konten = sec.table(
  'konten',
  {
    id: id().primaryKey(),
    email: text().notNull().unique(),
    /** Koordination or Träger work, never both: memberships repeat it in a foreign key. */
    art: text().notNull(),
    passwortHash: text(),
    totpKrypt: bytea(),
    /** A new secret until a code of it was accepted; the old one counts meanwhile. */
    totpNeuKrypt: bytea(),
    /** Last accepted 30-second step: a code is good once. */
    totpSchritt: bigint({ mode: 'number' }).notNull().default(0),
    totpSeit: zeitpunkt(),
    passwortSeit: zeitpunkt(),
    demo: boolean().notNull().default(false),
    schreibweise: text().notNull().default('stern'),
    blickschutz: boolean().notNull().default(false),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    unique('konten_art_unique').on(t.id, t.art),
    check('konto_art', sql`${t.art} in ('traeger', 'koordination')`),
    check('schreibweise_wert', sql`${t.schreibweise} in ('stern', 'doppelpunkt', 'schraegstrich', 'paar')`),
  ],
);

export const mitgliedschaften = sec.table(
  'mitgliedschaften',
  {
    id: id().primaryKey(),
    kontoId: uuid().notNull(),
    kontoArt: text().notNull(),
    traegerId: uuid(),
    kreisId: uuid().notNull(),
    nutzerId: uuid().notNull(),
    rollen: text().array().notNull(),
    angenommenAm: zeitpunkt(),
    beendetAm: zeitpunkt(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    foreignKey({ columns: [t.kontoId, t.kontoArt], foreignColumns: [konten.id, konten.art] }),
    foreignKey({ columns: [t.traegerId, t.nutzerId], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    unique().on(t.traegerId, t.nutzerId),
    unique().on(t.kontoId, t.traegerId),
    check(
      'koordination_allein',
      sql`case when ${t.kontoArt} = 'koordination'
            then ${t.traegerId} is null and ${t.rollen} = array['koordination']
            else ${t.traegerId} is not null and cardinality(${t.rollen}) > 0
             and ${t.rollen} <@ array['fachkraft', 'leitung', 'traegeradministration'] end`,
    ),
    index().on(t.kreisId, t.nutzerId),
  ],
);

/** Lucia's sessions. Only hashes are kept: a stolen table signs nobody in. */
export const sitzungen = sec.table(
  'sitzungen',
  {
    idHash: bytea().primaryKey(),
    /** sha256 of the context that travels into transactions; see db/security/20-kontext.sql. */
    ctxHash: bytea().notNull().unique(),
    kontoId: uuid().notNull().references(() => konten.id, { onDelete: 'cascade' }),
    mitgliedschaftId: uuid().references(() => mitgliedschaften.id, { onDelete: 'cascade' }),
    zweiterFaktorAm: zeitpunkt(),
    bestaetigtAm: zeitpunkt(),
    gesperrtAm: zeitpunkt(),
    widerrufenAm: zeitpunkt(),
    laeuftAb: zeitpunkt().notNull(),
    endetSpaetestens: zeitpunkt().notNull(),
    geraet: text().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [index().on(t.kontoId)],
);

export const einmallinks = sec.table('einmallinks', {
  tokenHash: bytea().primaryKey(),
  kontoId: uuid().notNull().references(() => konten.id, { onDelete: 'cascade' }),
  mitgliedschaftId: uuid().references(() => mitgliedschaften.id, { onDelete: 'cascade' }),
  art: text().notNull(),
  laeuftAb: zeitpunkt().notNull(),
  eingeloestAm: zeitpunkt(),
  erfasstAm: erfasstAm(),
});

export const wiederherstellungscodes = sec.table(
  'wiederherstellungscodes',
  {
    kontoId: uuid().notNull().references(() => konten.id, { onDelete: 'cascade' }),
    codeHash: bytea().notNull(),
    eingeloestAm: zeitpunkt(),
  },
  (t) => [primaryKey({ columns: [t.kontoId, t.codeHash] })],
);

/** Failed attempts per account and per address, both hashed; the delay grows instead of locking out. */
export const drosselung = sec.table('drosselung', {
  schluessel: bytea().primaryKey(),
  versuche: integer().notNull().default(0),
  zuletztAm: erfasstAm(),
});

/** What somebody typed after the session had expired: encrypted, for that membership only, 24 hours (D14). */
export const entwuerfe = sec.table(
  'entwuerfe',
  {
    mitgliedschaftId: uuid().notNull().references(() => mitgliedschaften.id, { onDelete: 'cascade' }),
    pfad: text().notNull(),
    inhaltKrypt: bytea().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [primaryKey({ columns: [t.mitgliedschaftId, t.pfad] })],
);

/** Recognises a wrong keyring at start, before anything is written with it (D9). */
export const pruefwerte = sec.table(
  'pruefwerte',
  { name: text().notNull(), generation: integer().notNull(), wert: bytea().notNull() },
  (t) => [primaryKey({ columns: [t.name, t.generation] })],
);

/** Fifteen-minute capabilities of background work (D17). */
export const auftragsbefugnisse = sec.table('auftragsbefugnisse', {
  ctxHash: bytea().primaryKey(),
  traegerId: uuid().notNull(),
  auftragId: uuid().notNull(),
  art: text().notNull(),
  laeuftAb: zeitpunkt().notNull(),
});

