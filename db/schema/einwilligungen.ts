import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { angebote } from './angebote.ts';
import { faelle } from './faelle.ts';
import { traeger } from './kreis.ts';
import { ratsuchende } from './ratsuchende.ts';
import { app, bytea, erfasstAm, id, traegerId, version } from './spalten.ts';
import { nutzer } from './traeger.ts';

const ARTEN = sql`('datenschutzvereinbarung', 'datenschutzerklaerung', 'schweigepflichtentbindung', 'einverstaendnis')`;

/** A Träger's own wording of a consent; what was signed keeps its version. Without one the text of the legal regime holds (U9). */
export const einwilligungstexte = app.table(
  'einwilligungstexte',
  {
    traegerId: traegerId(),
    id: id(),
    art: text().notNull(),
    fassung: integer().notNull(),
    giltAb: date({ mode: 'string' }).notNull(),
    text: text().notNull(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    unique().on(t.traegerId, t.art, t.fassung),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    check('einwilligungstext_art', sql`${t.art} in ${ARTEN}`),
  ],
);

/** A file in the record of a case: a signed form, a signature, an attachment. Never changed; a later version is a file of its own. */
export const dokumente = app.table(
  'dokumente',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    art: text().notNull(),
    dateityp: text().notNull(),
    /** Bytes before encryption. */
    groesse: integer().notNull(),
    nameKrypt: bytea().notNull(),
    inhaltKrypt: bytea().notNull(),
    /** The file that this one replaces. */
    vorgaengerId: uuid(),
    /** In the protected part of the case: neither seen nor listed while that is closed. */
    geschuetzt: boolean().notNull().default(false),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    unique().on(t.traegerId, t.fallId, t.id),
    unique().on(t.traegerId, t.vorgaengerId),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId, t.vorgaengerId], foreignColumns: [t.traegerId, t.fallId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    index().on(t.traegerId, t.fallId, t.id.desc()),
    check('dokument_geschuetzt', sql`not ${t.geschuetzt} or ${t.art} = 'anlage'`),
    check('dokument_art', sql`${t.art} in ('nachweis', 'unterschrift', 'anlage')`),
    check('dokument_dateityp', sql`${t.dateityp} in ('application/pdf', 'image/png', 'image/jpeg')`),
    check('dokument_groesse', sql`${t.groesse} between 1 and 10485760`),
  ],
);

/** What a person agreed to, refused or revoked (R62, U8); a Schweigepflichtentbindung names one recipient. */
export const einwilligungen = app.table(
  'einwilligungen',
  {
    traegerId: traegerId(),
    id: id(),
    fallId: uuid().notNull(),
    ratsuchendeId: uuid().notNull(),
    art: text().notNull(),
    stand: text().notNull(),
    /** Day on which it was given or refused. */
    am: date({ mode: 'string' }).notNull(),
    gueltigBis: date({ mode: 'string' }),
    widerrufenAm: date({ mode: 'string' }),
    form: text().notNull(),
    /** Which wording: a Träger's own text, or null and the version of the shipped one. */
    textId: uuid(),
    vorlage: text(),
    /** ISO 639-3 of the copy that was explained and handed out. */
    sprache: text(),
    /** Kinds of data that a Schweigepflichtentbindung covers, and in which direction. */
    datenarten: text().array().notNull().default(sql`'{}'`),
    richtung: text(),
    /** The recipient as an entry of the directory, and what it may be told for: both are checked before anything is sent (U8). */
    kreisId: uuid(),
    angebotId: uuid(),
    zwecke: text().array().notNull().default(sql`'{}'`),
    /** Recipient, purpose, remarks. */
    inhaltKrypt: bytea().notNull(),
    nachweisId: uuid(),
    erfasstVon: uuid().notNull(),
    erfasstAm: erfasstAm(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.traegerId, t.id] }),
    foreignKey({ columns: [t.traegerId, t.fallId], foreignColumns: [faelle.traegerId, faelle.id] }),
    foreignKey({ columns: [t.traegerId, t.ratsuchendeId], foreignColumns: [ratsuchende.traegerId, ratsuchende.id] }),
    foreignKey({ columns: [t.traegerId, t.textId], foreignColumns: [einwilligungstexte.traegerId, einwilligungstexte.id] }),
    foreignKey({ columns: [t.traegerId, t.nachweisId], foreignColumns: [dokumente.traegerId, dokumente.id] }),
    foreignKey({ columns: [t.traegerId, t.erfasstVon], foreignColumns: [nutzer.traegerId, nutzer.id] }),
    foreignKey({ columns: [t.kreisId, t.angebotId], foreignColumns: [angebote.kreisId, angebote.id] }),
    foreignKey({ columns: [t.kreisId, t.traegerId], foreignColumns: [traeger.kreisId, traeger.id] }),
    unique().on(t.traegerId, t.fallId, t.id),
    index().on(t.traegerId, t.fallId, t.art),
    index().on(t.traegerId, t.ratsuchendeId),
    check('einwilligung_art', sql`${t.art} in ${ARTEN}`),
    check('einwilligung_stand', sql`${t.stand} in ('erteilt', 'verweigert', 'widerrufen')`),
    check('einwilligung_form', sql`${t.form} in ('schriftlich', 'elektronisch', 'muendlich')`),
    check('einwilligung_richtung', sql`${t.richtung} in ('an_empfaenger', 'von_empfaenger', 'gegenseitig')`),
    check('einwilligung_vorlage', sql`${t.vorlage} ~ '^[a-z0-9_]+-[0-9]+$'`),
    check('einwilligung_sprache', sql`${t.sprache} ~ '^[a-z]{3}$'`),
    check('einwilligung_datenarten', sql`array_to_string(${t.datenarten}, ',') ~ '^[a-z_,]*$'`),
    check('einwilligung_zwecke', sql`array_to_string(${t.zwecke}, ',') ~ '^[a-z_,]*$'`),
    check('einwilligung_angebot', sql`(${t.angebotId} is null) = (${t.kreisId} is null)`),
    check('einwilligung_zeitraum', sql`${t.gueltigBis} >= ${t.am} and ${t.widerrufenAm} >= ${t.am}`),
    check('einwilligung_widerruf', sql`(${t.stand} = 'widerrufen') = (${t.widerrufenAm} is not null)`),
  ],
);
