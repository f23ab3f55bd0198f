import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseTextbestand, wortlautVon } from '../einwilligungstexte/data.server.ts';
import type { Textbestand, Wortlaut } from '../einwilligungstexte/data.server.ts';
import { oeffneName } from '../faelle/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { anzeigename } from '../ratsuchende/rules.ts';
import { leseAngebotswahl } from '../angebote/data.server.ts';
import type { Angebotswahl } from '../angebote/data.server.ts';
import { unterlagenVon } from './rules.ts';
import type { Einwilligungslage, Unterlagen } from './rules.ts';
import type { Datenart, Einwilligungsart, Einwilligungsform, Einwilligungsstand, Richtung, Zweck } from './schema.ts';

/** What was typed about a consent; encrypted with the case's key. */
export interface Einwilligungsinhalt {
  empfaenger: string;
  zweck: string;
  bemerkung: string;
}

export interface Einwilligung extends Einwilligungslage, Einwilligungsinhalt {
  personId: string;
  form: Einwilligungsform;
  sprache: string | null;
  datenarten: Datenart[];
  richtung: Richtung | null;
  /** Entry of the directory that the recipient is; null where it was only named. */
  angebotId: string | null;
  zwecke: Zweck[];
  textId: string | null;
  vorlage: string | null;
  nachweisId: string | null;
  erfasstVon: string;
  version: number;
}

interface Lagezeile extends Record<string, unknown> {
  id: string; art: Einwilligungsart; stand: Einwilligungsstand; am: string; gueltig_bis: string | null; widerrufen_am: string | null;
}

interface Zeile extends Lagezeile {
  fall_id: string; ratsuchende_id: string; form: Einwilligungsform; sprache: string | null; datenarten: Datenart[]; richtung: Richtung | null; angebot_id: string | null; zwecke: Zweck[]; text_id: string | null;
  vorlage: string | null; nachweis_id: string | null; inhalt_krypt: Buffer; erfasst_von: string; version: number; verpackt: Buffer; generation: number;
}

const lagespalten = sql`e.id, e.art, e.stand, e.am::text, e.gueltig_bis::text, e.widerrufen_am::text`;

const alsLage = (z: Lagezeile): Einwilligungslage => ({ id: z.id, art: z.art, stand: z.stand, am: z.am, gueltigBis: z.gueltig_bis, widerrufenAm: z.widerrufen_am });

/** Which papers of a case's main person are there today (R62). One statement. */
export async function leseUnterlagen(tx: Tx, akteur: TraegerAkteur, fallId: string): Promise<Unterlagen> {
  return (await leseUnterlagenJeFall(tx, akteur, sql`select ${fallId}::uuid as id`)).get(fallId) ?? unterlagenVon([], heute());
}

/** The same by case; one of which nothing was ever recorded is left out. @param auswahl a select that answers `id` of the cases */
export async function leseUnterlagenJeFall(tx: Tx, { traegerId }: TraegerAkteur, auswahl: SQL): Promise<Map<string, Unterlagen>> {
  const { rows } = await tx.execute<Lagezeile & { fall_id: string }>(sql`
    with auswahl as materialized (${auswahl})
    select ${lagespalten}, e.fall_id
      from auswahl a
      join app.fallbeteiligte b on b.traeger_id = ${traegerId} and b.fall_id = a.id and b.rolle = 'hauptperson'
      join app.einwilligungen e on e.traeger_id = b.traeger_id and e.fall_id = b.fall_id and e.ratsuchende_id = b.ratsuchende_id`);
  const jeFall = Map.groupBy(rows, ({ fall_id: fallId }) => fallId);
  return new Map([...jeFall].map(([fallId, zeilen]) => [fallId, unterlagenVon(zeilen.map(alsLage), heute())]));
}

/** The consents of a case as written, newest first, each with the key that opens it. */
export async function leseEinwilligungen(tx: Tx, akteur: TraegerAkteur, nr: string): Promise<{ einwilligung: Einwilligung; schluessel: Datenschluessel; fallId: string }[]> {
  const { rows } = await tx.execute<Zeile>(sql`
    select ${lagespalten}, e.fall_id, e.ratsuchende_id, e.form, e.sprache, e.datenarten, e.richtung, e.angebot_id, e.zwecke, e.text_id, e.vorlage, e.nachweis_id, e.inhalt_krypt,
           n.name as erfasst_von, e.version, s.verpackt, s.generation
      from app.faelle f
      join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
      join app.einwilligungen e on e.traeger_id = f.traeger_id and e.fall_id = f.id
      join app.nutzer n on n.traeger_id = e.traeger_id and n.id = e.erfasst_von
     where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr} order by coalesce(e.widerrufen_am, e.am) desc, e.id desc`);
  return rows.map((z) => {
    const schluessel = akteur.tresor.oeffneSchluessel(z.fall_id, z.verpackt, z.generation);
    const inhalt = akteur.tresor.entschluessle(z.inhalt_krypt, schluessel, { besitzerId: z.id, spalte: 'einwilligungen.inhalt', version: z.version }) as Einwilligungsinhalt;
    const { form, sprache, datenarten, richtung, zwecke, vorlage, version } = z;
    const einwilligung = { ...alsLage(z), ...inhalt, personId: z.ratsuchende_id, form, sprache, datenarten, richtung, angebotId: z.angebot_id, zwecke, textId: z.text_id, vorlage, nachweisId: z.nachweis_id, erfasstVon: z.erfasst_von, version };
    return { einwilligung, schluessel, fallId: z.fall_id };
  });
}

/** A person who can agree to something in a case. */
export interface Erklaerende {
  id: string;
  name: string;
  hauptperson: boolean;
  /** Still in the case. */
  dabei: boolean;
}

/** Everybody of a case, by name; the main person first. */
export async function leseErklaerende(tx: Tx, akteur: TraegerAkteur, nr: string): Promise<{ fallId: string; personen: Erklaerende[] } | null> {
  const { rows } = await tx.execute<{ fall_id: string; id: string; hauptperson: boolean; dabei: boolean; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number }>(sql`
    select f.id as fall_id, r.id, b.rolle = 'hauptperson' as hauptperson, b.bis is null as dabei, r.name_krypt, r.version as name_version, k.verpackt, k.generation
      from app.faelle f
      join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id
      join app.ratsuchende r on r.traeger_id = f.traeger_id and r.id = b.ratsuchende_id
      join tresor.personenschluessel k on k.traeger_id = f.traeger_id and k.ratsuchende_id = r.id
     where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr} order by b.rolle <> 'hauptperson', r.id`);
  if (!rows[0]) return null;
  return { fallId: rows[0].fall_id, personen: rows.map((z) => ({ id: z.id, name: anzeigename(akteur, oeffneName(akteur, z)), hauptperson: z.hauptperson, dabei: z.dabei })) };
}

/** Everything about consent in a case; null for a case that is not there for the asking person. Five statements. */
export interface Einwilligungsakte {
  personen: Erklaerende[];
  einwilligungen: Einwilligung[];
  unterlagen: Unterlagen;
  bestand: Textbestand;
  /** Recipients to choose from. */
  angebote: Angebotswahl[];
}

export async function getEinwilligungsakte(akteur: TraegerAkteur, nr: string): Promise<Einwilligungsakte | null> {
  return akteur.tx(async (tx) => {
    const [fall, gelesen, bestand, angebote] = await Promise.all([leseErklaerende(tx, akteur, nr), leseEinwilligungen(tx, akteur, nr), leseTextbestand(tx, akteur), leseAngebotswahl(tx)]);
    await protokolliere(tx, akteur, fall ? 'einwilligung.gelesen' : 'fall.nicht_gefunden', fall ? { fallId: fall.fallId, fallnummer: nr } : {});
    if (!fall) return null;
    const einwilligungen = gelesen.map(({ einwilligung }) => einwilligung);
    const haupt = fall.personen.find(({ hauptperson }) => hauptperson)?.id;
    return { personen: fall.personen, einwilligungen, bestand, angebote, unterlagen: unterlagenVon(einwilligungen.filter(({ personId }) => personId === haupt), heute()) };
  });
}

/** One consent with the wording that was signed; null for one that is not in this case. */
export interface Einwilligungsblatt {
  einwilligung: Einwilligung;
  person: string;
  traeger: string;
  wortlaut: Wortlaut;
}

export async function getEinwilligungsblatt(akteur: TraegerAkteur, nr: string, id: string): Promise<Einwilligungsblatt | null> {
  return akteur.tx(async (tx) => {
    const [fall, gelesen, bestand] = await Promise.all([leseErklaerende(tx, akteur, nr), leseEinwilligungen(tx, akteur, nr), leseTextbestand(tx, akteur)]);
    const einwilligung = gelesen.find((eine) => eine.einwilligung.id === id)?.einwilligung;
    await protokolliere(tx, akteur, fall && einwilligung ? 'einwilligung.gelesen' : 'eintrag.nicht_gefunden', fall && einwilligung ? { fallId: fall.fallId, fallnummer: nr, gegenstandId: id } : {});
    if (!fall || !einwilligung) return null;
    const person = fall.personen.find((eine) => eine.id === einwilligung.personId)?.name ?? '';
    return { einwilligung, person, traeger: bestand.traeger, wortlaut: wortlautVon(bestand, einwilligung.art, einwilligung) };
  });
}
