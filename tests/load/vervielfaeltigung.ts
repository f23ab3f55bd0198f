import type pg from 'pg';
import { TABELLEN } from './erzeuger.ts';
import type { Traegerbestand } from './erzeuger.ts';

/**
 * Gives a Träger the rows of another one, under the same ids: every key begins with the Träger. What was encrypted stays
 * as it is and opens for nobody; it is there to be passed by.
 */
export async function vervielfaeltige(sql: pg.Client, muster: Traegerbestand, traeger: Traegerbestand): Promise<void> {
  const anders: Record<string, string> = {
    traeger_id: `'${traeger.id}'::uuid`,
    kreis_id: `'${traeger.kreisId}'::uuid`,
    kommune_id: `('{${traeger.kommunen.join(',')}}'::uuid[])[1 + abs(hashtext(id::text)) % ${traeger.kommunen.length}]`,
    fallnummer: `'${traeger.kennung}' || substr(fallnummer, ${muster.kennung.length + 1})`,
  };
  for (const [tabelle, spalten] of Object.entries(TABELLEN)) {
    await sql.query(`insert into ${tabelle} (${spalten.join(', ')}) select ${spalten.map((spalte) => anders[spalte] ?? spalte).join(', ')} from ${tabelle} where traeger_id = $1`, [muster.id]);
  }
}
