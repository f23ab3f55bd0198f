import { leseZelle } from '@kim/auswertung/zelle.ts';
import type { Befund } from './angriffe.ts';
import type { Schauplatz } from './lauf.ts';

/** The rules of the catalogue (D20) on what was in fact released: at most two Merkmale, Kommunen only as totals, every margin there. */
export async function lintKatalog({ db, tage }: Schauplatz): Promise<Befund> {
  const maengel = new Set<string>();
  let versuche = 0;
  for (const { roh } of tage) {
    for (const zelle of roh.keys()) {
      versuche++;
      const merkmale = Object.keys(leseZelle(zelle).werte);
      if (merkmale.length > 2) maengel.add('mehr als zwei Merkmale');
      if (merkmale.includes('kommune') && merkmale.length > 1) maengel.add('Kommune mit einem anderen Merkmal');
    }
  }
  const { rows } = await db.sql.query<{ tabelle: string }>("select tabelle from auswertung.tabellen where cardinality(merkmale) > 2 or ('kommune' = any (merkmale) and cardinality(merkmale) > 1)");
  for (const { tabelle } of rows) maengel.add(`Tabelle ${tabelle}`);
  return { angriff: 'Regeln des Katalogs', versuche, werte: { Verstöße: maengel.size }, maengel: [...maengel] };
}

/** Which tables, and which Träger's lines, pass the row-size rule, and how often they appear. */
export async function zeigeTakte({ db, welt }: Schauplatz): Promise<string> {
  const { rows } = await db.sql.query<{ jahr: number; tabelle: string; linie: string; takt: string }>(
    `select k.jahr, k.tabelle, coalesce(t.kurzname, '') as linie, k.takt from auswertung.takte k left join kreis.traeger t on t.id::text = k.linie where k.kreis_id = $1 order by k.jahr, k.tabelle, 3`, [welt.kreisId]);
  return rows.map(({ jahr, tabelle, linie, takt }) => `${jahr} ${tabelle.padEnd(22)} ${linie.padEnd(22)} ${takt}`).join('\n');
}
