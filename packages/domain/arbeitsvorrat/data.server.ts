import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseEigeneKommunen, leseFaelle, oeffneName } from '../faelle/data.server.ts';
import type { Listenauswahl } from '../faelle/data.server.ts';
import type { Klasse } from '../faelle/schema.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { anzeigename } from '../ratsuchende/rules.ts';
import { TAGE_OHNE_KONTAKT, VORLAUF } from './rules.ts';
import type { Aufgabenart, Eigenlast } from './rules.ts';

/** One thing to do in a case, or to know about it. */
export interface Aufgabe {
  art: Aufgabenart;
  /** Wiedervorlage, Statusangabe or Einwilligung; the case where it is about the case. */
  id: string;
  fallnummer: string;
  name: string;
  /** Due day; the day of the last Kontakt; null where there is none. */
  tag: Datum | null;
  /** Text of a Wiedervorlage, key of a status or kind of consent. */
  text: string;
}

export interface MeinTag {
  stichtag: Datum;
  last: Eigenlast;
  aufgaben: Aufgabe[];
  /** Anfragen of the Träger that wait, and those passed on to me. */
  anfragen: { offen: number; fuerMich: number; naechsterTermin: Datum | null };
}

/** Lines per kind; the rest is found in the list of cases. */
const JE_ART = 12;

interface Zeile extends Record<string, unknown> {
  art: Aufgabenart; id: string; fall_id: string; fallnummer: string; tag: string | null; code: string | null; krypt: Buffer | null; verpackt: Buffer; generation: number;
  person_id: string; name_krypt: Buffer; name_version: number; person_verpackt: Buffer; person_generation: number;
}

/** What is due in my cases and those I stand in for, my own load, and who waits: four statements for a page. */
export async function getMeinTag(akteur: TraegerAkteur): Promise<MeinTag> {
  return akteur.tx(async (tx) => {
    const stichtag = heute();
    const [aufgaben, zahlen, anfragen] = await Promise.all([
      tx.execute<Zeile>(faelliges(akteur, stichtag)),
      tx.execute<{ klassen: Partial<Record<Klasse, number>>; vzae: number; angepasst: number | null }>(eigenlast(akteur, stichtag)),
      tx.execute<{ offen: number; fuer_mich: number; termin: string | null }>(sql`
        select count(*) filter (where a.an_nutzer_id is null)::int as offen, count(*) filter (where a.an_nutzer_id = ${akteur.nutzerId})::int as fuer_mich,
               min(a.erstgespraech_am) filter (where a.erstgespraech_am >= ${stichtag})::text as termin
          from app.anfragen a where a.traeger_id = ${akteur.traegerId} and a.stand in ('offen', 'wartet', 'weitergegeben')`),
      protokolliere(tx, akteur, 'arbeitsvorrat.gelesen'),
    ]);
    const [last] = zahlen.rows;
    const [wartend] = anfragen.rows;
    return {
      stichtag,
      last: { kurzberatung: last?.klassen.kurzberatung ?? 0, caseManagement: last?.klassen.case_management ?? 0, vzae: last?.vzae ?? 0, angepasst: last?.angepasst ?? null },
      aufgaben: aufgaben.rows.map((zeile) => oeffne(akteur, zeile)),
      anfragen: { offen: wartend?.offen ?? 0, fuerMich: wartend?.fuer_mich ?? 0, naechsterTermin: wartend?.termin ?? null },
    };
  });
}

function oeffne(akteur: TraegerAkteur, z: Zeile): Aufgabe {
  const schluessel = akteur.tresor.oeffneSchluessel(z.fall_id, z.verpackt, z.generation);
  const text = z.krypt ? akteur.tresor.entschluessleText(z.krypt, schluessel, { besitzerId: z.id, spalte: 'wiedervorlagen.text', version: 1 }) : (z.code ?? '');
  const name = oeffneName(akteur, { id: z.person_id, name_krypt: z.name_krypt, name_version: z.name_version, verpackt: z.person_verpackt, generation: z.person_generation });
  return { art: z.art, id: z.id, fallnummer: z.fallnummer, name: anzeigename(akteur, name), tag: z.tag, text };
}

const eigenlast = ({ traegerId, nutzerId }: TraegerAkteur, tag: Datum) => sql`
  select (select coalesce(json_object_agg(k.klasse, k.anzahl), '{}') from (
           select f.klasse, count(*)::int as anzahl from app.zustaendigkeiten z join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id
            where z.traeger_id = ${traegerId} and z.nutzer_id = ${nutzerId} and z.bis is null and f.beendet_am is null group by f.klasse) k) as klassen,
         (select coalesce(sum(b.anteil_hundertstel), 0)::int from app.besetzungen b
           where b.traeger_id = ${traegerId} and b.nutzer_id = ${nutzerId} and b.von <= ${tag} and (b.bis is null or b.bis >= ${tag})) as vzae,
         (select r.faelle from app.richtwertanpassungen r
           where r.traeger_id = ${traegerId} and r.nutzer_id = ${nutzerId} and r.von <= ${tag} and (r.bis is null or r.bis >= ${tag}) order by r.von desc, r.id desc limit 1) as angepasst`;

/** Each kind is a branch with its own limit; names and keys are joined once, to the lines that are left. */
const faelliges = ({ traegerId, nutzerId }: TraegerAkteur, tag: Datum) => sql`
  with meine as materialized (
    select f.id, f.fallnummer, f.klasse, f.phase, f.eroeffnet_am from app.zustaendigkeiten z
      join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id and f.beendet_am is null and f.klasse <> 'verweis'
     where z.traeger_id = ${traegerId} and z.bis is null and z.nutzer_id = any (array(
       select ${nutzerId}::uuid union select v.vertretene_id from app.vertretungen v
        where v.traeger_id = ${traegerId} and v.vertretung_id = ${nutzerId} and v.beendet_am is null and ${tag}::date between v.von and v.bis))),
  aufgaben as (
    (select 1 as rang, 'wiedervorlage' as art, w.id, m.id as fall_id, w.faellig_am as tag, null as code, w.text_krypt as krypt
       from meine m join app.wiedervorlagen w on w.traeger_id = ${traegerId} and w.fall_id = m.id and w.erledigt_am is null
      where w.faellig_am <= ${tag}::date + ${VORLAUF.wiedervorlage}::int order by w.faellig_am, w.id limit ${JE_ART})
    union all
    (select 2, 'frist', s.id, m.id, s.bis, s.code, null from meine m join app.statusangaben s on s.traeger_id = ${traegerId} and s.fall_id = m.id
      where s.bis between ${tag}::date - 30 and ${tag}::date + ${VORLAUF.frist}::int and not exists (
        select from app.statusangaben n where n.traeger_id = ${traegerId} and n.fall_id = s.fall_id and n.ratsuchende_id = s.ratsuchende_id and n.art = s.art and n.von > s.von)
      order by s.bis, s.id limit ${JE_ART})
    union all
    (select 3, 'einwilligung', e.id, m.id, e.gueltig_bis, e.art, null from meine m join app.einwilligungen e on e.traeger_id = ${traegerId} and e.fall_id = m.id and e.stand = 'erteilt'
      where e.gueltig_bis between ${tag}::date - 30 and ${tag}::date + ${VORLAUF.einwilligung}::int order by e.gueltig_bis, e.id limit ${JE_ART})
    union all
    (select 4, 'unterlagen', m.id, m.id, null, a.arten, null from meine m
       join lateral (select string_agg(p.art, ',') as arten from unnest(array['datenschutzvereinbarung', 'datenschutzerklaerung', 'einverstaendnis']) p(art)
          where not exists (select from app.einwilligungen e where e.traeger_id = ${traegerId} and e.fall_id = m.id and e.art = p.art and e.stand = 'erteilt' and (e.gueltig_bis is null or e.gueltig_bis >= ${tag}))) a on a.arten is not null
      where m.klasse = 'case_management' order by m.eroeffnet_am, m.id limit ${JE_ART})
    union all
    (select 5, 'ohne_kontakt', m.id, m.id, l.am, null, null from meine m
       left join lateral (select k.am from app.kontakte k where k.traeger_id = ${traegerId} and k.fall_id = m.id order by k.am desc, k.id desc limit 1) l on true
      where coalesce(l.am, m.eroeffnet_am) < ${tag}::date - case m.klasse when 'case_management' then ${TAGE_OHNE_KONTAKT.case_management}::int else ${TAGE_OHNE_KONTAKT.kurzberatung}::int end
      order by coalesce(l.am, m.eroeffnet_am), m.id limit ${JE_ART}))
  select a.art, a.id, a.fall_id, m.fallnummer, a.tag::text, a.code, a.krypt, s.verpackt, s.generation,
         r.id as person_id, r.name_krypt, r.version as name_version, p.verpackt as person_verpackt, p.generation as person_generation
    from aufgaben a
    join meine m on m.id = a.fall_id
    join tresor.fallschluessel s on s.traeger_id = ${traegerId} and s.fall_id = a.fall_id
    join lateral (select b.ratsuchende_id from app.fallbeteiligte b where b.traeger_id = ${traegerId} and b.fall_id = a.fall_id and b.rolle = 'hauptperson' limit 1) b on true
    join app.ratsuchende r on r.traeger_id = ${traegerId} and r.id = b.ratsuchende_id
    join tresor.personenschluessel p on p.traeger_id = ${traegerId} and p.ratsuchende_id = r.id
   order by a.rang, a.tag, a.id`;

/** An open step of one case. */
export interface Wiedervorlage {
  id: string;
  faelligAm: Datum;
  text: string;
  erledigtAm: Datum | null;
}

/** Steps of a case, open ones first; null for a case that is not there for the asking person. */
export async function listWiedervorlagen(akteur: TraegerAkteur, nr: string): Promise<Wiedervorlage[] | null> {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<{ fall_id: string; id: string | null; faellig_am: string; erledigt_am: string | null; text_krypt: Buffer; verpackt: Buffer; generation: number }>(sql`
      select f.id as fall_id, w.id, w.faellig_am::text, w.erledigt_am::text, w.text_krypt, s.verpackt, s.generation
        from app.faelle f
        join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
        left join app.wiedervorlagen w on w.traeger_id = f.traeger_id and w.fall_id = f.id
       where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr} order by w.erledigt_am desc nulls first, w.faellig_am, w.id limit 100`);
    const fallId = rows[0]?.fall_id;
    await protokolliere(tx, akteur, fallId ? 'fall.gelesen' : 'fall.nicht_gefunden', fallId ? { fallId, fallnummer: nr } : {});
    if (!fallId) return null;
    return rows.flatMap(({ id, ...z }) => {
      if (!id) return [];
      const schluessel = akteur.tresor.oeffneSchluessel(fallId, z.verpackt, z.generation);
      return [{ id, faelligAm: z.faellig_am, erledigtAm: z.erledigt_am, text: akteur.tresor.entschluessleText(z.text_krypt, schluessel, { besitzerId: id, spalte: 'wiedervorlagen.text', version: 1 }) }];
    });
  });
}

/** A choice of the list that somebody kept for herself. */
export interface GespeicherteAnsicht {
  id: string;
  name: string;
  auswahl: Record<string, string>;
}

export const listAnsichten = (akteur: TraegerAkteur): Promise<GespeicherteAnsicht[]> => akteur.tx((tx) => leseAnsichten(tx, akteur));

async function leseAnsichten(tx: Tx, { traegerId, nutzerId }: TraegerAkteur): Promise<GespeicherteAnsicht[]> {
  const { rows } = await tx.execute<GespeicherteAnsicht & Record<string, unknown>>(sql`
    select id, name, auswahl from app.ansichten where traeger_id = ${traegerId} and nutzer_id = ${nutzerId} order by name, id limit 30`);
  return rows;
}

/** The list of cases with what narrows it: one transaction, statements that travel together. */
export async function getFallliste(akteur: TraegerAkteur, auswahl: Listenauswahl) {
  return akteur.tx(async (tx) => {
    const [seite, kommunen, ansichten] = await Promise.all([leseFaelle(tx, akteur, auswahl), leseEigeneKommunen(tx, akteur), leseAnsichten(tx, akteur)]);
    return { ...seite, kommunen, ansichten };
  });
}
