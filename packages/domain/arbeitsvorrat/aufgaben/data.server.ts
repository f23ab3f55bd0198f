import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { oeffneName } from '../../faelle/data.server.ts';
import { leseKlaerungsstaende } from '../../klaerung/data.server.ts';
import type { Klaerungsstand } from '../../klaerung/data.server.ts';
import { anzeigename } from '../../ratsuchende/rules.ts';
import { TAGE_OHNE_KONTAKT, VORLAUF } from '../rules.ts';
import type { Aufgabenart } from '../rules.ts';

/** One thing to do in a case, or to know about it. */
export interface Aufgabe {
  art: Aufgabenart;
  /** Wiedervorlage, Statusangabe, Einwilligung, Vermittlung or goal; the case where it is about the case. */
  id: string;
  fallnummer: string;
  name: string;
  /** Due day; the day of the last Kontakt or of the revocation; null where there is none. */
  tag: Datum | null;
  /** Text of a Wiedervorlage, key of a status or kind of consent, name of an Angebot, why to check anew, what is missing. */
  text: string;
  /** Nothing may be recorded in the case (R61 b). */
  gestoppt: boolean;
}

/** Lines per kind; the rest is found in the list of cases. */
const JE_ART = 12;

interface Zeile extends Record<string, unknown> {
  art: Aufgabenart; id: string; fall_id: string; fallnummer: string; gestoppt: boolean; tag: string | null; code: string | null; krypt: Buffer | null; verpackt: Buffer; generation: number;
  person_id: string; name_krypt: Buffer; name_version: number; person_verpackt: Buffer; person_generation: number;
}

/** What is due in one's own cases and in those one stands in for: three statements, the last with names. */
export async function leseAufgaben(tx: Tx, akteur: TraegerAkteur, tag: Datum): Promise<Aufgabe[]> {
  const faelle = eigeneFaelle(akteur, tag);
  const staende = await leseKlaerungsstaende(tx, akteur, faelle);
  const { rows } = await tx.execute<Zeile>(faelliges(akteur, tag, faelle, staende));
  return rows.map((zeile) => oeffne(akteur, zeile));
}

function oeffne(akteur: TraegerAkteur, z: Zeile): Aufgabe {
  const schluessel = akteur.tresor.oeffneSchluessel(z.fall_id, z.verpackt, z.generation);
  const text = z.krypt ? akteur.tresor.entschluessleText(z.krypt, schluessel, { besitzerId: z.id, spalte: 'wiedervorlagen.text', version: 1 }) : (z.code ?? '');
  const name = oeffneName(akteur, { id: z.person_id, name_krypt: z.name_krypt, name_version: z.name_version, verpackt: z.person_verpackt, generation: z.person_generation });
  return { art: z.art, id: z.id, fallnummer: z.fallnummer, name: anzeigename(akteur, name), tag: z.tag, text, gestoppt: z.gestoppt };
}

/** The running cases; each is looked up by its id, because responsibilities are few and cases are many. */
const eigeneFaelle = ({ traegerId, nutzerId }: TraegerAkteur, tag: Datum) => sql`
    select f.* from app.zustaendigkeiten z
     cross join lateral (
       select f.id, f.fallnummer, f.klasse, f.eroeffnet_am, f.gestoppt_am from app.faelle f
        where f.traeger_id = ${traegerId} and f.id = z.fall_id and f.beendet_am is null and f.klasse <> 'verweis' limit 1) f
     where z.traeger_id = ${traegerId} and z.bis is null and z.nutzer_id = any (array(
       select ${nutzerId}::uuid union select v.vertretene_id from app.vertretungen v
        where v.traeger_id = ${traegerId} and v.vertretung_id = ${nutzerId} and v.beendet_am is null and ${tag}::date between v.von and v.bis))`;

/** What the rules of the Klärung found, as lines. */
function ausKlaerung(staende: readonly Klaerungsstand[]) {
  const neupruefung = staende.flatMap(({ fallId, vorschlag }) => (vorschlag ? [{ rang: 7, art: 'neupruefung', fallId, code: vorschlag as string }] : [])).slice(0, JE_ART);
  const unterlagen = staende.filter(({ fehlt }) => fehlt.length > 0).slice(0, JE_ART).map(({ fallId, fehlt }) => ({ rang: 8, art: 'unterlagen', fallId, code: fehlt.join(',') }));
  const zeilen = [...neupruefung, ...unterlagen];
  return sql`unnest(${sql.param(zeilen.map(({ rang }) => rang))}::int[], ${sql.param(zeilen.map(({ art }) => art))}::text[],
    ${sql.param(zeilen.map(({ fallId }) => fallId))}::uuid[], ${sql.param(zeilen.map(({ code }) => code))}::text[])`;
}

/** Each kind is a branch with its own limit; names and keys are joined once, to the lines that are left. In a stopped case nothing is asked for that nobody may record. */
const faelliges = ({ traegerId }: TraegerAkteur, tag: Datum, faelle: SQL, staende: readonly Klaerungsstand[]) => sql`
  with meine as materialized (${faelle}),
  laufende as materialized (select * from meine where gestoppt_am is null),
  aufgaben as (
    (select 1 as rang, 'wiedervorlage' as art, w.id, m.id as fall_id, w.faellig_am as tag, null as code, w.text_krypt as krypt
       from meine m join app.wiedervorlagen w on w.traeger_id = ${traegerId} and w.fall_id = m.id and w.erledigt_am is null
      where w.faellig_am <= ${tag}::date + ${VORLAUF.wiedervorlage}::int order by w.faellig_am, w.id limit ${JE_ART})
    union all
    (select 2, 'gestoppt', m.id, m.id, m.gestoppt_am, null, null from meine m where m.gestoppt_am is not null order by m.gestoppt_am, m.id limit ${JE_ART})
    union all
    (select 3, 'frist', s.id, m.id, s.bis, s.code, null from laufende m join app.statusangaben s on s.traeger_id = ${traegerId} and s.fall_id = m.id
      where s.bis between ${tag}::date - 30 and ${tag}::date + ${VORLAUF.frist}::int and not exists (
        select from app.statusangaben n where n.traeger_id = ${traegerId} and n.fall_id = s.fall_id and n.ratsuchende_id = s.ratsuchende_id and n.art = s.art and n.von > s.von) and not exists (
        select from app.fallbeteiligte b where b.traeger_id = ${traegerId} and b.fall_id = s.fall_id and b.ratsuchende_id = s.ratsuchende_id and b.bis is not null)
      order by s.bis, s.id limit ${JE_ART})
    union all
    (select 4, 'einwilligung', e.id, m.id, e.gueltig_bis, e.art, null from laufende m join app.einwilligungen e on e.traeger_id = ${traegerId} and e.fall_id = m.id and e.stand = 'erteilt'
      where e.gueltig_bis between ${tag}::date - 30 and ${tag}::date + ${VORLAUF.einwilligung}::int order by e.gueltig_bis, e.id limit ${JE_ART})
    union all
    (select 5, 'pruefung', v.id, m.id, v.pruefen_am, a.name, null from laufende m join app.vermittlungen v on v.traeger_id = ${traegerId} and v.fall_id = m.id and v.stand in ('geplant', 'angefragt', 'angebunden')
       join kreis.angebote a on a.kreis_id = v.kreis_id and a.id = v.angebot_id
      where v.pruefen_am <= ${tag}::date + ${VORLAUF.pruefung}::int order by v.pruefen_am, v.id limit ${JE_ART})
    union all
    (select 6, 'zielfrist', z.id, m.id, z.bis, null, null from laufende m join app.ziele z on z.traeger_id = ${traegerId} and z.fall_id = m.id and z.stand = 'offen' and z.oberziel_id is not null
      where z.bis <= ${tag}::date + ${VORLAUF.zielfrist}::int order by z.bis, z.id limit ${JE_ART})
    union all
    select x.rang, x.art, x.fall_id, x.fall_id, null, x.code, null from ${ausKlaerung(staende)} as x(rang, art, fall_id, code)
    union all
    (select 9, 'ohne_kontakt', m.id, m.id, l.am, null, null from laufende m
       left join lateral (select k.am from app.kontakte k where k.traeger_id = ${traegerId} and k.fall_id = m.id and not k.ausgefallen order by k.am desc, k.id desc limit 1) l on true
      where coalesce(l.am, m.eroeffnet_am) < ${tag}::date - case m.klasse when 'case_management' then ${TAGE_OHNE_KONTAKT.case_management}::int else ${TAGE_OHNE_KONTAKT.kurzberatung}::int end
      order by coalesce(l.am, m.eroeffnet_am), m.id limit ${JE_ART}))
  select a.art, a.id, a.fall_id, m.fallnummer, m.gestoppt_am is not null as gestoppt, a.tag::text, a.code, a.krypt, s.verpackt, s.generation,
         r.id as person_id, r.name_krypt, r.version as name_version, p.verpackt as person_verpackt, p.generation as person_generation
    from aufgaben a
    join meine m on m.id = a.fall_id
    join tresor.fallschluessel s on s.traeger_id = ${traegerId} and s.fall_id = a.fall_id
    join lateral (select b.ratsuchende_id from app.fallbeteiligte b where b.traeger_id = ${traegerId} and b.fall_id = a.fall_id and b.rolle = 'hauptperson' limit 1) b on true
    join app.ratsuchende r on r.traeger_id = ${traegerId} and r.id = b.ratsuchende_id
    join tresor.personenschluessel p on p.traeger_id = ${traegerId} and p.ratsuchende_id = r.id
   order by a.rang, a.tag, m.eroeffnet_am, a.id`;

/** Somebody waits for the Erstgespräch on a day; a day that is over was missed or not written down. */
export interface Erstgespraechstermin {
  /** Of the Anfrage. */
  id: string;
  name: string;
  tag: Datum;
}

/** Appointments of the Träger's Anfragen up to the near future, overdue ones first; what went to a colleague is hers. */
export async function leseErstgespraechstermine(tx: Tx, akteur: TraegerAkteur, tag: Datum): Promise<Erstgespraechstermin[]> {
  const { rows } = await tx.execute<{ id: string; tag: string; person_id: string; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number }>(sql`
    select a.id, a.erstgespraech_am::text as tag, r.id as person_id, r.name_krypt, r.version as name_version, p.verpackt, p.generation
      from app.anfragen a
      join app.ratsuchende r on r.traeger_id = a.traeger_id and r.id = a.ratsuchende_id
      join tresor.personenschluessel p on p.traeger_id = a.traeger_id and p.ratsuchende_id = r.id
     where a.traeger_id = ${akteur.traegerId} and a.stand in ('offen', 'wartet', 'weitergegeben') and (a.an_nutzer_id is null or a.an_nutzer_id = ${akteur.nutzerId})
       and a.erstgespraech_am <= ${tag}::date + ${VORLAUF.erstgespraech}::int order by a.erstgespraech_am, a.id limit ${JE_ART}`);
  return rows.map((z) => ({ id: z.id, tag: z.tag, name: anzeigename(akteur, oeffneName(akteur, { ...z, id: z.person_id })) }));
}
