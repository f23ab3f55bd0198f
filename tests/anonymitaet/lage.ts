import type pg from 'pg';
import { leseZelle } from '@kim/auswertung/zelle.ts';

/** Everything that the Koordination can fetch by SQL, as its login and session: the input of every attack. */
export interface Beute {
  /** By cut-off day and cell. */
  werte: Map<string, Map<string, number>>;
  mehrfach: Set<string>;
  anzahlWerte: Map<string, number>;
  kennzahlen: { stichtag: string; zelle: string; wert: number }[];
}

export async function sammleBeute(koordination: pg.ClientBase, ctx: string): Promise<Beute> {
  await koordination.query('begin');
  await koordination.query("select set_config('app.ctx', $1, true)", [ctx]);
  const lies = async <Z extends pg.QueryResultRow>(text: string) => (await koordination.query<Z>(text)).rows;
  const zeilen = await lies<{ stichtag: string; zelle: string; wert: number }>('select stichtag::text, zelle, wert from auswertung.werte');
  const merkmale = await lies<{ merkmal: string }>('select merkmal from auswertung.merkmale where mehrfach');
  const anzahlen = await lies<{ merkmal: string; anzahl: number }>(`
    select merkmal, count(*)::int as anzahl from auswertung.auspraegungen group by 1
    union all select 'traeger', count(*)::int from kreis.traeger union all select 'kommune', count(*)::int from kreis.kommunen`);
  const kennzahlen = await lies<{ stichtag: string; traeger_id: string; klasse: string; wert: number }>('select stichtag::text, traeger_id, klasse, wert from auswertung.kennzahlen');
  await koordination.query('rollback');
  return {
    werte: new Map([...Map.groupBy(zeilen, ({ stichtag }) => stichtag)].map(([tag, eigene]) => [tag, new Map(eigene.map(({ zelle, wert }) => [zelle, wert]))])),
    mehrfach: new Set(merkmale.map(({ merkmal }) => merkmal)),
    anzahlWerte: new Map(anzahlen.map(({ merkmal, anzahl }) => [merkmal, anzahl])),
    kennzahlen: kennzahlen.map(({ stichtag, traeger_id, klasse, wert }) => ({ stichtag, wert, zelle: klasse === 'alle' ? `bestand|traeger=${traeger_id}` : `bestand|klasse=${klasse}|traeger=${traeger_id}` })),
  };
}

/** The true counts, for scoring only: one row per running case with its values, by a query that shares nothing with the barrier. */
export interface Wahrheit {
  stichtag: string;
  faelle: Record<string, string | string[]>[];
}

export async function leseWahrheit(sql: pg.ClientBase, kreisId: string, stichtag: string): Promise<Wahrheit> {
  const { rows } = await sql.query<Record<string, string | string[]>>(`
    select f.traeger_id::text as traeger, (select e.wert from app.fallereignisse e where e.traeger_id = f.traeger_id and e.fall_id = f.id and e.art = 'kommune' and e.gilt_ab <= $2 order by e.gilt_ab desc, e.id desc limit 1) as kommune,
      case when (select e.wert from app.fallereignisse e where e.traeger_id = f.traeger_id and e.fall_id = f.id and e.art = 'klasse' and e.gilt_ab <= $2 order by e.gilt_ab desc, e.id desc limit 1) = 'case_management' then 'case_management' else 'kurzberatung' end as klasse,
      case when (extract(year from $2::date) - s.geburtsjahr) < 27 then 'unter_27' when (extract(year from $2::date) - s.geburtsjahr) < 40 then '27_39' when (extract(year from $2::date) - s.geburtsjahr) < 60 then '40_59' else 'sonstige' end as altersgruppe,
      coalesce((select z.wert from auswertung_intern.zuordnungen z where z.merkmal = 'herkunft' and z.code = s.staatsangehoerigkeit), 'uebrige') as herkunft,
      coalesce((select z.wert from app.statusangaben a join auswertung_intern.zuordnungen z on z.merkmal = 'aufenthalt' and z.code = a.code where a.traeger_id = f.traeger_id and a.fall_id = f.id and a.art = 'aufenthalt' and a.von <= $2 order by a.von desc, a.id desc limit 1), 'unbekannt') as aufenthalt,
      coalesce((select z.wert from app.anfragen a join auswertung_intern.zuordnungen z on z.merkmal = 'zugang' and z.code = a.zugang where a.traeger_id = f.traeger_id and a.fall_id = f.id order by a.eingegangen_am, a.id limit 1), 'unbekannt') as zugang,
      array(select distinct z.wert from app.bedarfe b join auswertung_intern.zuordnungen z on z.merkmal = 'bedarf' and z.code = b.bereich where b.traeger_id = f.traeger_id and b.fall_id = f.id and b.erkannt_am <= $2 and (b.erledigt_am is null or b.erledigt_am > $2)) as bedarf
      from app.faelle f
      join app.fallbeteiligte p on p.traeger_id = f.traeger_id and p.fall_id = f.id and p.rolle = 'hauptperson'
      join app.stammdaten s on s.traeger_id = p.traeger_id and s.ratsuchende_id = p.ratsuchende_id
     where f.kreis_id = $1 and f.eroeffnet_am <= $2
       and (select e.art from app.fallereignisse e where e.traeger_id = f.traeger_id and e.fall_id = f.id and e.art in ('eroeffnung', 'ende', 'wiederaufnahme') and e.gilt_ab <= $2 order by e.gilt_ab desc, e.id desc limit 1) <> 'ende'`, [kreisId, stichtag]);
  return { stichtag, faelle: rows };
}

/** True count of a stock cell; null for a cell that the truth does not hold (sex of some is drawn, phases). */
export function zaehle({ faelle }: Wahrheit, zelle: string): number | null {
  const { mass, werte } = leseZelle(zelle);
  if (mass !== 'bestand' || 'geschlecht' in werte || 'phase' in werte) return null;
  return faelle.filter((fall) => Object.entries(werte).every(([merkmal, wert]) => (Array.isArray(fall[merkmal]) ? fall[merkmal].includes(wert) : fall[merkmal] === wert))).length;
}
