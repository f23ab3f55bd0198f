import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '../akteur.ts';

/** Running, new and ended cases of one's own Träger at a cut-off day, exactly (D21). Unit: cases. */
export interface Kennzahlenstand {
  stichtag: string;
  kurzberatung: number;
  caseManagement: number;
  /** Opened, and ended for good, within the quarter of that day. */
  neu: number;
  beendet: number;
}

/** The last quarters and today, newest first, from dated events; with what was released of them. Two statements. */
export async function getKennzahlen(akteur: TraegerAkteur) {
  const tag = heute();
  return akteur.tx(async (tx) => {
    const [staende, freigegeben] = await Promise.all([
      tx.execute<Kennzahlenstand & Record<string, unknown>>(sql`
        with tage as (
          select ${tag}::date as tag, date_trunc('quarter', ${tag}::date)::date as beginn
          union all select (b - interval '1 day')::date, (b - interval '3 months')::date
            from generate_series(date_trunc('quarter', ${tag}::date) - interval '15 months', date_trunc('quarter', ${tag}::date), interval '3 months') b),
        je as (
          select t.tag, t.beginn, e.fall_id,
            (array_agg(e.wert order by e.gilt_ab desc, e.id desc) filter (where e.art = 'klasse'))[1] as klasse,
            (array_agg(e.art order by e.gilt_ab desc, e.id desc) filter (where e.art in ('eroeffnung', 'ende', 'wiederaufnahme')))[1] as stand,
            min(e.gilt_ab) filter (where e.art = 'eroeffnung') as eroeffnet, max(e.gilt_ab) filter (where e.art = 'ende') as ende
            from tage t join app.fallereignisse e on e.traeger_id = ${akteur.traegerId} and e.gilt_ab <= t.tag
           group by t.tag, t.beginn, e.fall_id)
        select t.tag::text as stichtag,
          count(*) filter (where j.stand <> 'ende' and j.klasse <> 'case_management')::int as kurzberatung,
          count(*) filter (where j.stand <> 'ende' and j.klasse = 'case_management')::int as "caseManagement",
          count(*) filter (where j.eroeffnet >= t.beginn)::int as neu, count(*) filter (where j.stand = 'ende' and j.ende >= t.beginn)::int as beendet
          from tage t left join je j on j.tag = t.tag group by t.tag order by t.tag desc`),
      tx.execute<{ stichtag: string; klasse: string; wert: number }>(sql`
        select stichtag::text, klasse, wert from auswertung.kennzahlen where traeger_id = ${akteur.traegerId} order by stichtag desc, array_position(array['alle', 'kurzberatung', 'case_management'], klasse)`),
    ]);
    return { staende: staende.rows, freigegeben: freigegeben.rows };
  });
}
