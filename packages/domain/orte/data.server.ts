import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';

/** A place as a form offers it. */
export interface Ortswahl {
  id: string;
  name: string;
}

/** The places of the Träger that are still used today, by name. */
export const listOrtswahl = (akteur: TraegerAkteur): Promise<Ortswahl[]> => akteur.tx((tx) => leseOrtswahl(tx, akteur));

export async function leseOrtswahl(tx: Tx, { traegerId }: TraegerAkteur): Promise<Ortswahl[]> {
  const { rows } = await tx.execute<Ortswahl & Record<string, unknown>>(sql`
    select id, name from app.orte where traeger_id = ${traegerId} and (aufgegeben_am is null or aufgegeben_am > ${heute()}) order by name, id`);
  return rows;
}

/** Whether the Träger used this place on that day. */
export async function istOrt(tx: Tx, { traegerId }: TraegerAkteur, id: string, am: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from app.orte where traeger_id = ${traegerId} and id = ${id} and (aufgegeben_am is null or aufgegeben_am > ${am})`);
  return rowCount === 1;
}
