import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';

/** One Fachkraft with a live session of hers. */
export interface Mitspieler {
  traeger: TraegerPlan;
  ctx: string;
}

/**
 * How one unit of work goes. `vergessen`: a statement fails and nobody looks at its answer, so that only the answer
 * to COMMIT tells. `abgelehnt`: it throws after having written.
 */
export type Verlauf = 'schreibend' | 'lesend' | 'vergessen' | 'abgelehnt';

/** The id that entry and protocol line of one unit of work share, and what it read on the way. */
export interface Einheit {
  id: string;
  verlauf: Verlauf;
  fremd: number;
}

export class Ablehnung extends Error {}

/** Reads tables of the own Träger, writes an entry and its protocol line, and takes its time in between. */
export async function arbeite(tx: Tx, { traeger }: Mitspieler, einheit: Einheit): Promise<void> {
  await zaehleFremdes(tx, traeger, einheit);
  if (einheit.verlauf === 'lesend') return;
  await tx.execute(sql`select pg_sleep(0.002)`);
  await schreibe(tx, traeger, einheit.id);
  await zaehleFremdes(tx, traeger, einheit);
  if (einheit.verlauf === 'vergessen') tx.execute(protokollzeile(traeger, einheit.id)).catch(() => {});
  if (einheit.verlauf === 'abgelehnt') throw new Ablehnung();
}

async function zaehleFremdes(tx: Tx, { id, personen }: TraegerPlan, einheit: Einheit): Promise<void> {
  const [namen, wer] = await Promise.all([
    tx.execute<{ traeger_id: string }>(sql`select traeger_id from app.nutzer`),
    tx.execute<{ nutzer: string }>(sql`select sec.nutzer() as nutzer`),
  ]);
  einheit.fremd += namen.rows.filter((zeile) => zeile.traeger_id !== id).length;
  if (wer.rows[0]?.nutzer !== personen.fachkraft.nutzerId || namen.rows.length === 0) einheit.fremd += 1;
}

async function schreibe(tx: Tx, traeger: TraegerPlan, id: string): Promise<void> {
  const { faelle, personen } = traeger;
  await tx.execute(sql`
    insert into app.kontakte (traeger_id, id, fall_id, am, kanal, notiz_krypt, erfasst_von)
    values (${traeger.id}, ${id}, ${faelle.eigener.id}, '2026-01-02', 'telefon', ${Buffer.from(traeger.kanarie)}, ${personen.fachkraft.nutzerId})`);
  await tx.execute(protokollzeile(traeger, id));
}

const protokollzeile = ({ id: traegerId, personen }: TraegerPlan, id: string) => sql`
  insert into app.protokoll (traeger_id, id, nutzer_id, aktion, gegenstand_id)
  values (${traegerId}, ${id}, ${personen.fachkraft.nutzerId}, 'kontakt.erfasst', ${id})`;
