import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { koennteDieselbeSein } from '../doppelte/rules.ts';
import type { Vergleichsperson } from '../doppelte/rules.ts';
import { oeffneName } from '../faelle/data.server.ts';
import { FALLNUMMER } from '../faelle/rules.ts';
import type { Klasse } from '../faelle/schema.ts';
import { istAngekommen } from '../formulare/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { alleSchreibweisen, anzeigename, vollerName } from '../ratsuchende/rules.ts';

/** A person found by her name, with the cases of hers that the asking Fachkraft may open. */
export interface Treffer {
  personId: string;
  name: string;
  geburtsjahr: number | null;
  /** Another hit could be the same person. */
  doppelt: boolean;
  faelle: { fallnummer: string; klasse: Klasse; beendet: boolean; fachkraft: string; meiner: boolean }[];
  /** Cases of colleagues: number and Fachkraft only (D2). */
  kollegen: { fallnummer: string; fachkraft: string }[];
}

/** Under which names somebody is looked for, and born when, where that is known. */
export interface Gesuchte {
  schreibweisen: readonly string[];
  geburtsjahr: number | null;
}

/** Persons shown at most. */
const TREFFER = 20;
/** Persons decrypted at most: the index knows three letters, the rest is compared here. */
const KANDIDATEN = 400;

interface Zeile extends Record<string, unknown> {
  id: string; aufgegangen_in: string | null; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number; geburtsjahr: number | null; faelle: Treffer['faelle'] | null;
}

/** Finds by Fallnummer or by letters of any part of any spelling; own cases first, then newest (D11). */
export async function suche(akteur: TraegerAkteur, eingabe: string): Promise<Treffer[]> {
  const nummer = eingabe.trim().toUpperCase();
  if (FALLNUMMER.test(nummer)) return akteur.tx((tx) => sammle(tx, akteur, ueberNummer(akteur, nummer), () => true));
  const { tokens, passt } = akteur.tresor.suche(eingabe);
  if (tokens.length === 0) return [];
  return akteur.tx((tx) => sammle(tx, akteur, ueberTokens(akteur, tokens), ({ schreibweisen }) => passt(schreibweisen)));
}

/** Spellings of a new person that are looked up at most. */
const SCHREIBWEISEN = 8;

/**
 * Search before create: who is recorded under the whole name of somebody about to be recorded, in any spelling of either,
 * unless both years of birth are known and differ. Shows no more than the search does. Nobody when the form took effect
 * before: then it would meet whom it recorded itself.
 */
export async function findeGleichnamige(akteur: TraegerAkteur, { schreibweisen, geburtsjahr }: Gesuchte, formularId: string): Promise<Treffer[]> {
  const gesucht = schreibweisen.map((eine) => ({ eine, ...akteur.tresor.suche(eine) })).filter(({ tokens }) => tokens.length > 0).slice(0, SCHREIBWEISEN);
  if (gesucht.length === 0) return [];
  const gleich = (andere: string) => gesucht.some(({ eine, passt }) => passt([andere]) && akteur.tresor.suche(andere).passt([eine]));
  const passt = (andere: Gesuchte) => (geburtsjahr === null || andere.geburtsjahr === null || geburtsjahr === andere.geburtsjahr) && andere.schreibweisen.some(gleich);
  return akteur.tx(async (tx) => {
    const treffer = await sammle(tx, akteur, sql.join(gesucht.map(({ tokens }) => ueberTokens(akteur, tokens)), sql` union all `), passt);
    return treffer.length > 0 && (await istAngekommen(tx, akteur, formularId)) ? [] : treffer;
  });
}

async function sammle(tx: Tx, akteur: TraegerAkteur, kandidaten: ReturnType<typeof sql>, passt: (andere: Gesuchte) => boolean): Promise<Treffer[]> {
  const [{ rows }] = await Promise.all([tx.execute<Zeile>(mitNamen(akteur, kandidaten)), protokolliere(tx, akteur, 'faelle.gesucht')]);
  const treffer = new Map<string, Treffer>();
  const vergleiche = new Map<string, Vergleichsperson>();
  for (const zeile of rows) {
    const name = oeffneName(akteur, zeile);
    const schreibweisen = alleSchreibweisen(name);
    if (!passt({ schreibweisen, geburtsjahr: zeile.geburtsjahr })) continue;
    const haupt = zeile.aufgegangen_in ?? zeile.id;
    const schonDa = treffer.get(haupt);
    if (schonDa) ergaenzeFaelle(schonDa, zeile);
    else if (treffer.size < TREFFER) {
      treffer.set(haupt, { personId: zeile.id, name: anzeigename(akteur, name), geburtsjahr: zeile.geburtsjahr, doppelt: false, faelle: zeile.faelle ?? [], kollegen: [] });
      vergleiche.set(zeile.id, { id: zeile.id, geburtsjahr: zeile.geburtsjahr, schreibweisen, passt: akteur.tresor.suche(vollerName(name)).passt });
    } else break;
  }
  const liste = [...treffer.values()];
  const ohneFall = liste.filter(({ faelle }) => faelle.length === 0);
  if (ohneFall.length > 0) await ergaenzeKollegen(tx, ohneFall);
  merkeDoppelte(liste.filter(({ kollegen }) => kollegen.length === 0), vergleiche);
  return liste;
}

/** Two hits that could be one person; whom a colleague alone knows is not compared. */
function merkeDoppelte(liste: readonly Treffer[], vergleiche: ReadonlyMap<string, Vergleichsperson>): void {
  const alle = liste.flatMap((treffer) => vergleiche.get(treffer.personId) ?? []);
  for (const treffer of liste) treffer.doppelt = alle.some((andere) => koennteDieselbeSein(vergleiche.get(treffer.personId) ?? andere, andere));
}

/** Joined records are one hit, with the cases of both. */
function ergaenzeFaelle(treffer: Treffer, { faelle, geburtsjahr }: Zeile): void {
  treffer.geburtsjahr ??= geburtsjahr;
  treffer.faelle.push(...(faelle ?? []).filter(({ fallnummer }) => !treffer.faelle.some((fall) => fall.fallnummer === fallnummer)));
}

const ueberNummer = ({ traegerId }: TraegerAkteur, nummer: string) => sql`
  select b.ratsuchende_id as id, true as eigene from app.faelle f
    join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id
   where f.traeger_id = ${traegerId} and f.fallnummer = ${nummer}`;

/** Own persons by my cases, then the Träger's newest by token: each half stops at its limit. */
function ueberTokens({ traegerId, nutzerId }: TraegerAkteur, [erster, ...weitere]: Buffer[]) {
  const auch = (spalte: ReturnType<typeof sql>) => sql.join(weitere.map((token) => sql`
    and exists (select from app.namenstoken w where w.traeger_id = ${traegerId} and w.token = ${token} and w.ratsuchende_id = ${spalte})`), sql``);
  return sql`
    (select distinct t.ratsuchende_id as id, true as eigene from app.zustaendigkeiten z
       join app.fallbeteiligte b on b.traeger_id = z.traeger_id and b.fall_id = z.fall_id
       join app.namenstoken t on t.traeger_id = b.traeger_id and t.token = ${erster} and t.ratsuchende_id = b.ratsuchende_id
      where z.traeger_id = ${traegerId} and z.nutzer_id = ${nutzerId} and z.bis is null ${auch(sql`t.ratsuchende_id`)} limit ${KANDIDATEN})
    union all
    (select t.ratsuchende_id, false from app.namenstoken t
      where t.traeger_id = ${traegerId} and t.token = ${erster} ${auch(sql`t.ratsuchende_id`)}
      order by t.ratsuchende_id desc limit ${KANDIDATEN})`;
}

function mitNamen({ traegerId, nutzerId }: TraegerAkteur, kandidaten: ReturnType<typeof sql>) {
  return sql`
    select r.id, r.aufgegangen_in, r.name_krypt, r.version as name_version, k.verpackt, k.generation, s.geburtsjahr, f.faelle
      from (select id, bool_or(eigene) as eigene from (${kandidaten}) a group by id) c
      join app.ratsuchende r on r.traeger_id = ${traegerId} and r.id = c.id
      join tresor.personenschluessel k on k.traeger_id = ${traegerId} and k.ratsuchende_id = c.id
      left join app.stammdaten s on s.traeger_id = ${traegerId} and s.ratsuchende_id = c.id
      left join lateral (
        select json_agg(json_build_object('fallnummer', f.fallnummer, 'klasse', f.klasse, 'beendet', f.beendet_am is not null,
                 'fachkraft', n.name, 'meiner', z.nutzer_id = ${nutzerId}) order by f.beendet_am is not null, f.id desc) as faelle
          from app.fallbeteiligte b
          join app.faelle f on f.traeger_id = b.traeger_id and f.id = b.fall_id
          left join app.zustaendigkeiten z on z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null
          left join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id
         where b.traeger_id = ${traegerId} and b.ratsuchende_id = c.id) f on true
     order by c.eigene desc, c.id desc limit ${KANDIDATEN}`;
}

/** The database answers and protocols this itself, so that no caller can look without a trace. */
async function ergaenzeKollegen(tx: Tx, treffer: Treffer[]): Promise<void> {
  const liste = (ids: string[]) => sql`array[${sql.join(ids.map((id) => sql`${id}`), sql`, `)}]::uuid[]`;
  const { rows } = await tx.execute<{ ratsuchende_id: string; fallnummer: string; fachkraft: string | null }>(sql`
    select ratsuchende_id, fallnummer, fachkraft from sec.falltreffer(${liste(Array.from({ length: 20 }, neueId))}, ${liste(treffer.map(({ personId }) => personId))})`);
  for (const zeile of rows) {
    treffer.find(({ personId }) => personId === zeile.ratsuchende_id)?.kollegen.push({ fallnummer: zeile.fallnummer, fachkraft: zeile.fachkraft ?? '' });
  }
}
