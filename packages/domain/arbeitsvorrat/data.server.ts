import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseEigeneKommunen, leseFaelle } from '../faelle/data.server.ts';
import type { Listenauswahl } from '../faelle/data.server.ts';
import type { Klasse } from '../faelle/schema.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseAufgaben, leseErstgespraechstermine } from './aufgaben/data.server.ts';
import type { Aufgabe, Erstgespraechstermin } from './aufgaben/data.server.ts';
import type { Eigenlast } from './rules.ts';

export interface MeinTag {
  stichtag: Datum;
  last: Eigenlast;
  aufgaben: Aufgabe[];
  /** Anfragen of the Träger that wait, and those passed on to me. */
  anfragen: { offen: number; fuerMich: number };
  erstgespraeche: Erstgespraechstermin[];
}

/** What is due in my cases and those I stand in for, my own load, and who waits. */
export async function getMeinTag(akteur: TraegerAkteur): Promise<MeinTag> {
  return akteur.tx(async (tx) => {
    const stichtag = heute();
    const [aufgaben, zahlen, anfragen, erstgespraeche] = await Promise.all([
      leseAufgaben(tx, akteur, stichtag),
      tx.execute<{ klassen: Partial<Record<Klasse, number>>; vzae: number; angepasst: number | null }>(eigenlast(akteur, stichtag)),
      tx.execute<{ offen: number; fuer_mich: number }>(wartende(akteur)),
      leseErstgespraechstermine(tx, akteur, stichtag),
      protokolliere(tx, akteur, 'arbeitsvorrat.gelesen'),
    ]);
    const [last] = zahlen.rows;
    const [wartend] = anfragen.rows;
    return {
      stichtag,
      last: { kurzberatung: last?.klassen.kurzberatung ?? 0, caseManagement: last?.klassen.case_management ?? 0, vzae: last?.vzae ?? 0, angepasst: last?.angepasst ?? null },
      aufgaben,
      anfragen: { offen: wartend?.offen ?? 0, fuerMich: wartend?.fuer_mich ?? 0 },
      erstgespraeche,
    };
  });
}

/** Anfragen that wait, and those passed on to a Case Management in which one works, also after an Übergabe or in Vertretung: the others one does not see. */
const wartende = ({ traegerId }: TraegerAkteur) => sql`
  select count(*) filter (where a.stand <> 'weitergegeben')::int as offen,
         count(*) filter (where a.stand = 'weitergegeben' and exists (
           select from app.fallbeteiligte b join app.faelle f on f.traeger_id = b.traeger_id and f.id = b.fall_id and f.klasse = 'case_management' and f.beendet_am is null
            where b.traeger_id = a.traeger_id and b.ratsuchende_id = a.ratsuchende_id and b.bis is null))::int as fuer_mich
    from app.anfragen a where a.traeger_id = ${traegerId} and a.stand in ('offen', 'wartet', 'weitergegeben')`;

const eigenlast = ({ traegerId, nutzerId }: TraegerAkteur, tag: Datum) => sql`
  select (select coalesce(json_object_agg(k.klasse, k.anzahl), '{}') from (
           select f.klasse, count(*)::int as anzahl from app.zustaendigkeiten z join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id
            where z.traeger_id = ${traegerId} and z.nutzer_id = ${nutzerId} and z.bis is null and f.beendet_am is null group by f.klasse) k) as klassen,
         (select coalesce(sum(b.anteil_hundertstel), 0)::int from app.besetzungen b
           where b.traeger_id = ${traegerId} and b.nutzer_id = ${nutzerId} and b.von <= ${tag} and (b.bis is null or b.bis >= ${tag})) as vzae,
         (select r.faelle from app.richtwertanpassungen r
           where r.traeger_id = ${traegerId} and r.nutzer_id = ${nutzerId} and r.von <= ${tag} and (r.bis is null or r.bis >= ${tag}) order by r.von desc, r.id desc limit 1) as angepasst`;

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
