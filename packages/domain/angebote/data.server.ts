import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';

/** An entry of the directory to choose from. */
export interface Angebotswahl {
  id: string;
  name: string;
  geschlossen: boolean;
}

/** Everything in the directory that the asking Träger may see, by name; row-level security says what that is. */
export async function leseAngebotswahl(tx: Tx): Promise<Angebotswahl[]> {
  const { rows } = await tx.execute<Angebotswahl & Record<string, unknown>>(sql`
    select id, name, geschlossen_am is not null and geschlossen_am <= ${heute()} as geschlossen from kreis.angebote order by name, id`);
  return rows;
}

/** One that was open on that day; null for a closed or unknown one. */
export async function leseWaehlbaresAngebot(tx: Tx, id: string, am: Datum): Promise<{ id: string; name: string } | null> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from kreis.angebote where id = ${id} and (geschlossen_am is null or geschlossen_am > ${am})`);
  return rows[0] ?? null;
}
