import { sql } from 'drizzle-orm';
import { ersteIdAb, neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Zugang } from '@kim/kreis/zugaenge.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseEigeneKommunen, oeffneName } from '../faelle/data.server.ts';
import type { Kommunenwahl } from '../faelle/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { anzeigename, vollerName } from '../ratsuchende/rules.ts';
import type { Personenname } from '../ratsuchende/schema.ts';
import type { Anfragestand, Luecke } from './labels.ts';
import type { Anfrageinhalt } from './schema.ts';

/** An Anfrage of which no case has come. */
export interface Anfrage extends Anfrageinhalt {
  id: string;
  ratsuchendeId: string;
  name: string;
  kommuneId: string;
  kommune: string;
  eingegangenAm: string;
  zugang: Zugang;
  kernkriterium: string | null;
  sprachmittlung: string | null;
  stand: Anfragestand;
  erstgespraechAm: string | null;
  /** The colleague who is responsible for the person's Case Management. */
  an: string | null;
  /** The newest running case of the person that the asking Fachkraft may open: what is asked for belongs there. */
  laufenderFall: string | null;
  /** Whether a case may be opened of it: nobody else accompanies the person in Case Management. */
  aufnehmbar: boolean;
  erfasstVon: string;
  version: number;
}

interface Zeile extends Record<string, unknown> {
  id: string; ratsuchende_id: string; kommune_id: string; kommune: string; eingegangen_am: string; zugang: Zugang; kernkriterium: string | null; sprachmittlung: string | null;
  stand: Anfragestand; erstgespraech_am: string | null; an: string | null; laufender_fall: string | null; aufnehmbar: boolean; erfasst_von: string; version: number;
  inhalt_krypt: Buffer | null; inhalt_verpackt: Buffer | null; inhalt_generation: number | null; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number;
}

/** @param aufnehmbar asks the database for one person; of a whole list nobody wants to know it */
const anfragen = ({ traegerId }: TraegerAkteur, aufnehmbar = sql`false`) => sql`
  select a.id, a.ratsuchende_id, a.kommune_id, k.name as kommune, a.eingegangen_am::text, a.zugang, a.kernkriterium, a.sprachmittlung, a.stand, a.erstgespraech_am::text,
         n.name as an, l.fallnummer as laufender_fall, ${aufnehmbar} as aufnehmbar, e.name as erfasst_von, a.version, a.inhalt_krypt, s.verpackt as inhalt_verpackt, s.generation as inhalt_generation,
         r.name_krypt, r.version as name_version, p.verpackt, p.generation
    from app.anfragen a
    join kreis.kommunen k on k.kreis_id = a.kreis_id and k.id = a.kommune_id
    join app.ratsuchende r on r.traeger_id = a.traeger_id and r.id = a.ratsuchende_id
    join tresor.personenschluessel p on p.traeger_id = a.traeger_id and p.ratsuchende_id = a.ratsuchende_id
    join app.nutzer e on e.traeger_id = a.traeger_id and e.id = a.erfasst_von
    left join app.nutzer n on n.traeger_id = a.traeger_id and n.id = a.an_nutzer_id
    left join lateral (
      select f.fallnummer from app.fallbeteiligte b
        join app.faelle f on f.traeger_id = b.traeger_id and f.id = b.fall_id and f.beendet_am is null
       where b.traeger_id = a.traeger_id and b.ratsuchende_id in (r.id, r.aufgegangen_in) and b.bis is null order by f.id desc limit 1) l on true
    left join tresor.anfrageschluessel s on s.traeger_id = a.traeger_id and s.anfrage_id = a.id
   where a.traeger_id = ${traegerId}`;

const SEITE = 50;

/** Fifty Anfragen that wait for somebody, the oldest first. @param nach „day|id“ of the last one of the page before */
export async function listAnfragen(akteur: TraegerAkteur, nach: string | null = null): Promise<{ anfragen: Anfrage[]; weiter: string | null }> {
  const [tag, id] = nach?.split('|') ?? [];
  return akteur.tx(async (tx) => {
    const [{ rows }] = await Promise.all([
      tx.execute<Zeile>(sql`${anfragen(akteur)} and a.stand in ('offen', 'wartet', 'weitergegeben')
        ${tag && id ? sql`and (a.eingegangen_am, a.id) > (${tag}::date, ${id}::uuid)` : sql``} order by a.eingegangen_am, a.id limit ${SEITE + 1}`),
      protokolliere(tx, akteur, 'anfrage.gelesen'),
    ]);
    const seite = rows.slice(0, SEITE).map((zeile) => oeffne(akteur, zeile).anfrage);
    const letzte = seite.at(-1);
    return { anfragen: seite, weiter: rows.length > SEITE && letzte ? `${letzte.eingegangenAm}|${letzte.id}` : null };
  });
}

export async function getAnfrage(akteur: TraegerAkteur, id: string): Promise<Anfrage | null> {
  return akteur.tx(async (tx) => {
    const gelesen = await leseAnfrage(tx, akteur, id);
    await protokolliere(tx, akteur, gelesen ? 'anfrage.gelesen' : 'eintrag.nicht_gefunden', gelesen ? { gegenstandId: id } : {});
    return gelesen?.anfrage ?? null;
  });
}

/** One that has not become a case, with its keys. */
export async function leseAnfrage(tx: Tx, akteur: TraegerAkteur, id: string) {
  const { rows } = await tx.execute<Zeile>(sql`${anfragen(akteur, sql`sec.kennt_person(coalesce(r.aufgegangen_in, r.id))`)} and a.id = ${id} and a.fall_id is null`);
  return rows[0] ? oeffne(akteur, rows[0]) : null;
}

function oeffne(akteur: TraegerAkteur, z: Zeile) {
  const { tresor } = akteur;
  const schluessel = z.inhalt_verpackt && tresor.oeffneSchluessel(z.id, z.inhalt_verpackt, z.inhalt_generation ?? 0);
  const inhalt = z.inhalt_krypt && schluessel
    ? (tresor.entschluessle(z.inhalt_krypt, schluessel, { besitzerId: z.id, spalte: 'anfragen.inhalt', version: 1 }) as Anfrageinhalt)
    : { anliegen: '', sprache: '', telefon: '', bedarfe: [] };
  const name = oeffneName(akteur, { ...z, id: z.ratsuchende_id });
  const anfrage: Anfrage = {
    id: z.id, ratsuchendeId: z.ratsuchende_id, name: anzeigename(akteur, name), kommuneId: z.kommune_id, kommune: z.kommune, eingegangenAm: z.eingegangen_am, zugang: z.zugang,
    kernkriterium: z.kernkriterium, sprachmittlung: z.sprachmittlung, stand: z.stand, erstgespraechAm: z.erstgespraech_am, an: z.an, laufenderFall: z.laufender_fall, aufnehmbar: z.aufnehmbar,
    erfasstVon: z.erfasst_von, version: z.version, ...inhalt,
  };
  return { anfrage, schluessel, vollerName: vollerName(name) };
}

/** A person already recorded, as far as a new Anfrage of hers needs to know. */
export interface BekanntePerson {
  id: string;
  name: Personenname;
  schluessel: Datenschluessel;
  /** Whether a case may be opened for her: she is in none, or in one that one sees (sec.kennt_person). */
  zugaenglich: boolean;
  mitStammdaten: boolean;
  /** Who is responsible for her Case Management; the look is protocolled by the database. */
  zustaendigId: string | null;
}

export async function leseBekanntePerson(tx: Tx, akteur: TraegerAkteur, id: string): Promise<BekanntePerson | null> {
  const { rows } = await tx.execute<{ id: string; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number; zugaenglich: boolean; mit_stammdaten: boolean }>(sql`
    select r.id, r.name_krypt, r.version as name_version, k.verpackt, k.generation, sec.kennt_person(r.id) as zugaenglich,
           exists (select from app.stammdaten s where s.traeger_id = r.traeger_id and s.ratsuchende_id = r.id) as mit_stammdaten
      from app.ratsuchende x
      join app.ratsuchende r on r.traeger_id = x.traeger_id and r.id = coalesce(x.aufgegangen_in, x.id)
      join tresor.personenschluessel k on k.traeger_id = r.traeger_id and k.ratsuchende_id = r.id
     where x.traeger_id = ${akteur.traegerId} and x.id = ${id}`);
  const zeile = rows[0];
  if (!zeile) return null;
  const schluessel = akteur.tresor.oeffneSchluessel(zeile.id, zeile.verpackt, zeile.generation);
  const zustaendigId = zeile.zugaenglich ? null : await leseZustaendige(tx, zeile.id);
  return { id: zeile.id, name: oeffneName(akteur, zeile), schluessel, zugaenglich: zeile.zugaenglich, mitStammdaten: zeile.mit_stammdaten, zustaendigId };
}

/** What the page of a new case shows: the own communes, and the recorded person whose case it will be; null when there is no such person. */
export async function getFallanlage(akteur: TraegerAkteur, personId: string | null): Promise<{ kommunen: Kommunenwahl[]; bekannt: { id: string; name: string; zugaenglich: boolean } | null } | null> {
  return akteur.tx(async (tx) => {
    const [kommunen, person] = await Promise.all([leseEigeneKommunen(tx, akteur), personId ? leseBekanntePerson(tx, akteur, personId) : null]);
    if (!personId) return { kommunen, bekannt: null };
    await protokolliere(tx, akteur, person ? 'person.gelesen' : 'eintrag.nicht_gefunden', person ? { gegenstandId: person.id } : {});
    return person && { kommunen, bekannt: { id: person.id, name: anzeigename(akteur, person.name), zugaenglich: person.zugaenglich } };
  });
}

async function leseZustaendige(tx: Tx, ratsuchendeId: string): Promise<string | null> {
  const ids = sql.join(Array.from({ length: 20 }, () => sql`${neueId()}`), sql`, `);
  const { rows } = await tx.execute<{ fachkraft_id: string | null }>(sql`select fachkraft_id from sec.falltreffer(array[${ids}]::uuid[], array[${ratsuchendeId}]::uuid[])`);
  return rows[0]?.fachkraft_id ?? null;
}

/** What the asking Fachkraft wrote in the open hours, newest first, with what is still missing of it. */
export interface Erfasst {
  id: string;
  /** null: an Anfrage that waits. */
  fallnummer: string | null;
  name: string;
  tag: string;
  fehlt: Luecke[];
}

/** Days for which what is not complete is shown. */
const NACHTRAG_TAGE = 14;
const HOECHSTENS = 40;

/** What the page of the open hours shows. */
export const getSprechstunde = (akteur: TraegerAkteur): Promise<{ kommunen: Kommunenwahl[]; erfasst: Erfasst[] }> =>
  akteur.tx(async (tx) => {
    const [kommunen, erfasst] = await Promise.all([leseEigeneKommunen(tx, akteur), leseErfasst(tx, akteur)]);
    await protokolliere(tx, akteur, 'faelle.aufgelistet');
    return { kommunen, erfasst };
  });

/** All of today, and of the days before what is not complete; ids ascend with time, so that only these days are read. */
async function leseErfasst(tx: Tx, akteur: TraegerAkteur): Promise<Erfasst[]> {
  const ab = ersteIdAb(new Date(Date.now() - NACHTRAG_TAGE * 86_400_000));
  const { rows } = await tx.execute<Erfasstzeile>(sql`
    select w.id, w.tag::text, f.fallnummer, r.id as person_id, r.name_krypt, r.version as name_version, p.verpackt, p.generation,
           d.geburtsjahr is null as ohne_jahr, d.staatsangehoerigkeit is null as ohne_land, w.kernkriterium is null as ohne_kern
      from (
        (select k.id, k.fall_id, k.am as tag, b.ratsuchende_id, a.kernkriterium from app.kontakte k
           join app.fallbeteiligte b on b.traeger_id = k.traeger_id and b.fall_id = k.fall_id and b.rolle = 'hauptperson'
           left join lateral (select x.kernkriterium from app.anfragen x where x.traeger_id = k.traeger_id and x.fall_id = k.fall_id order by x.kernkriterium limit 1) a on true
          where k.traeger_id = ${akteur.traegerId} and k.id >= ${ab} and k.erfasst_von = ${akteur.nutzerId} order by k.id desc limit ${8 * HOECHSTENS})
        union all
        (select a.id, null, a.eingegangen_am, a.ratsuchende_id, a.kernkriterium from app.anfragen a
          where a.traeger_id = ${akteur.traegerId} and a.id >= ${ab} and a.erfasst_von = ${akteur.nutzerId} and a.fall_id is null order by a.id desc limit ${HOECHSTENS})
      ) w
      join app.ratsuchende r on r.traeger_id = ${akteur.traegerId} and r.id = w.ratsuchende_id
      join tresor.personenschluessel p on p.traeger_id = ${akteur.traegerId} and p.ratsuchende_id = r.id
      left join app.faelle f on f.traeger_id = ${akteur.traegerId} and f.id = w.fall_id
      left join app.stammdaten d on d.traeger_id = ${akteur.traegerId} and d.ratsuchende_id = r.id and f.id is not null
     order by w.id desc`);
  const heutiger = heute();
  const jeFall = new Map(rows.toReversed().map((zeile) => [zeile.fallnummer ?? zeile.id, zeile]));
  return [...jeFall.values()].map((zeile) => ({ zeile, fehlt: listLuecken(zeile) }))
    .filter(({ zeile, fehlt }) => zeile.tag === heutiger || (zeile.fallnummer && fehlt.length > 0))
    .sort((a, b) => (a.zeile.id < b.zeile.id ? 1 : -1)).slice(0, HOECHSTENS)
    .map(({ zeile: z, fehlt }) => ({ id: z.id, fallnummer: z.fallnummer, tag: z.tag, name: anzeigename(akteur, oeffneName(akteur, { ...z, id: z.person_id })), fehlt }));
}

const listLuecken = ({ fallnummer, ohne_kern: kern, ohne_jahr: jahr, ohne_land: land }: Erfasstzeile): Luecke[] =>
  [...(kern ? ['kernkriterium' as const] : []), ...(fallnummer && jahr ? ['geburtsjahr' as const] : []), ...(fallnummer && land ? ['staatsangehoerigkeit' as const] : [])];

interface Erfasstzeile extends Record<string, unknown> {
  id: string; tag: string; fallnummer: string | null; person_id: string; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number;
  ohne_jahr: boolean; ohne_land: boolean; ohne_kern: boolean;
}
