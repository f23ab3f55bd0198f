import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { auftraege, formulareingaben } from '@kim/db/schema/protokoll.ts';
import type { Tx } from '@kim/db/tx.ts';

/** How many rows went, by table. */
export type Geloescht = Record<'formulareingaben' | 'auftraege' | 'anfragen' | 'personen', number>;

/**
 * Erases what a Träger no longer needs: form ids and finished Aufträge, thirty days old (D14), and Anfragen
 * of half a year ago that came to nothing. Whose and which the policies
 * decide as well. The Auftrag is finished in the same transaction: whoever dies in between has done nothing.
 */
export async function eraseVeraltetes(tx: Tx, auftragId: string): Promise<Geloescht> {
  const grenze = sql`now() - interval '30 days'`;
  const [eingaben, alte, anfragen] = await Promise.all([
    tx.delete(formulareingaben).where(lt(formulareingaben.erfasstAm, grenze)),
    tx.delete(auftraege).where(lt(auftraege.erledigtAm, grenze)),
    tx.execute<{ bestand: 'anfragen' | 'personen'; anzahl: number }>(sql`select bestand, anzahl from sec.anfragen_aufraeumen()`),
    // No row: another worker was faster, and there is nothing left to do.
    tx.update(auftraege).set({ erledigtAm: sql`now()` }).where(and(eq(auftraege.id, auftragId), isNull(auftraege.erledigtAm))),
  ]);
  const weg = Object.fromEntries(anfragen.rows.map(({ bestand, anzahl }) => [bestand, anzahl]));
  return { formulareingaben: eingaben.rowCount ?? 0, auftraege: alte.rowCount ?? 0, anfragen: weg['anfragen'] ?? 0, personen: weg['personen'] ?? 0 };
}
