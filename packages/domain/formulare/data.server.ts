import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';

/** Whether a form took effect before, so that sending it again changes nothing (D14). */
export async function istAngekommen(tx: Tx, { traegerId }: TraegerAkteur, formularId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from app.formulareingaben where traeger_id = ${traegerId} and id = ${formularId}`);
  return rowCount === 1;
}
