import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';

/** The id a form was rendered with, and what was posted (D14). */
export interface Eingang {
  formularId: string;
  inhalt: unknown;
}

/**
 * Lets a form take effect once. The first sender writes its row and works on; a second one waits for that row
 * and gets the stored answer. The same id with another body is refused.
 * @param ergebnis what the first sender will have made, known before the work begins (an id)
 */
export async function einmalig(tx: Tx, akteur: TraegerAkteur, eingang: Eingang, ergebnis: string) {
  const hash = akteur.tresor.formularhash(JSON.stringify(eingang.inhalt));
  const { rowCount } = await tx.execute(sql`
    insert into app.formulareingaben (traeger_id, id, nutzer_id, inhalt_hash, ergebnis)
    values (${akteur.traegerId}, ${eingang.formularId}, ${akteur.nutzerId}, ${hash}, ${ergebnis}) on conflict do nothing`);
  if (rowCount === 1) return ok({ neu: true, ergebnis });
  const frueher = await tx.execute<{ gleich: boolean; ergebnis: string }>(sql`
    select inhalt_hash = ${hash} as gleich, ergebnis from app.formulareingaben
     where traeger_id = ${akteur.traegerId} and id = ${eingang.formularId}`);
  const zeile = frueher.rows[0];
  if (!zeile?.gleich) return fehler('anderer_inhalt');
  return ok({ neu: false, ergebnis: zeile.ergebnis });
}
