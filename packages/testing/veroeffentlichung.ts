import type pg from 'pg';
import { heute } from '@kim/core/zeit.ts';
import { monatsende } from '@kim/auswertung/lagebild.ts';

/**
 * Releases of every table of the catalogue for the last months, a quarter and a year, with made-up figures: what a page of the
 * Koordination shows where the cases of a test are too few to be counted.
 */
export async function fuelleVeroeffentlichung(sql: pg.ClientBase): Promise<void> {
  const tag = heute();
  const letztesJahr = `${Number(tag.slice(0, 4)) - 1}-12-31`;
  const monate = [-2, -3, -4, -5].map((monat) => monatsende(tag, monat));
  const { rows: kreise } = await sql.query<{ id: string }>('select id from kreis.kreise');
  for (const { id } of kreise) {
    for (const stichtag of [...new Set([letztesJahr, ...monate])].sort()) {
      await sql.query('insert into auswertung.laeufe (kreis_id, stichtag, katalog) values ($1, $2::date, md5($2::date::text))', [id, stichtag]);
      await sql.query(
        `insert into auswertung.takte (kreis_id, jahr, tabelle, linie, takt)
         select $1, extract(year from $2::date), t.tabelle, l.linie, t.takt from auswertung.tabellen t
           cross join lateral (select '' as linie union all select x.id::text from kreis.traeger x where x.kreis_id = $1 and 'traeger' = any (t.merkmale)) l on conflict do nothing`, [id, stichtag]);
      await sql.query(
        `with neu as (insert into auswertung.rohwerte (kreis_id, stichtag, zelle, wert) select $1, $2, z.zelle, 5 * (abs(hashtext(z.zelle)) % 40) from auswertung_intern.zellen($1, $2) z returning *)
         select count(*) from neu`, [id, stichtag]);
      await sql.query('insert into auswertung.werte select kreis_id, stichtag, zelle, wert from auswertung.rohwerte where kreis_id = $1 and stichtag = $2', [id, stichtag]);
      await sql.query(
        `insert into auswertung.tabellenstaende (kreis_id, stichtag, tabelle, stand, grund)
         select distinct $1::uuid, $2::date, g.tabelle, 'veroeffentlicht', '' from auswertung_intern.faellige_gruppen($1, $2) g`, [id, stichtag]);
    }
  }
}
