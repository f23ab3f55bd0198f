import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { log } from '@kim/core/log.ts';
import type { Auftragsdatenbank } from '@kim/db/tenancy.ts';
import { eraseVeraltetes } from './aufraeumen.ts';

/** Hands an Auftrag to the queue, by its id. */
export type Sende = (auftragId: string) => Promise<unknown>;

/** Functions of schema sec need no context. */
const OHNE = '';

async function rufe<Z>(datenbank: Auftragsdatenbank, anweisung: SQL): Promise<Z[]> {
  return datenbank.inAuftragTx(OHNE, async (tx) => (await tx.execute(anweisung)).rows as Z[]);
}

/** Once an hour: makes the due Aufträge, sends every open one, and erases what belongs to no Träger. */
export async function planAuftraege(datenbank: Auftragsdatenbank, sende: Sende): Promise<void> {
  const offene = await rufe<{ id: string }>(datenbank, sql`select id from sec.auftraege_anlegen() as id`);
  for (const { id } of offene) await sende(id);
  log.info('auftrag.geplant', { anzahl: offene.length });
  const geloescht = await rufe<{ bestand: string; anzahl: number }>(datenbank, sql`select bestand, anzahl from sec.installation_aufraeumen()`);
  for (const { bestand, anzahl } of geloescht) log.info('auftrag.geloescht', { aktion: bestand, anzahl });
}

/** Carries out one Auftrag under a capability of its own; one that is done already, or erased, is left alone. */
export async function runAuftrag(datenbank: Auftragsdatenbank, auftragId: string): Promise<void> {
  const beginn = Date.now();
  const [befugnis] = await rufe<{ ctx: string | null }>(datenbank, sql`select sec.auftrag_beginnen(${auftragId}) as ctx`);
  if (!befugnis?.ctx) return log.info('auftrag.hinfaellig', { auftragId });
  const geloescht = await datenbank.inAuftragTx(befugnis.ctx, (tx) => eraseVeraltetes(tx, auftragId));
  for (const [aktion, anzahl] of Object.entries(geloescht)) log.info('auftrag.geloescht', { auftragId, aktion, anzahl });
  log.info('auftrag.erledigt', { auftragId, dauerMs: Date.now() - beginn });
}
