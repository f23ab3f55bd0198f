import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import { haushalte, haushaltsmitglieder } from '@kim/db/schema/ratsuchende.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Haushaltsrolle } from './schema.ts';

/**
 * Puts a person of the case into the household of its main person; makes that household when there is none yet (D8).
 * Nobody lives in a household twice: who is in it stays as she is.
 */
export async function nimmInHaushaltAuf(tx: Tx, akteur: TraegerAkteur, fallId: string, ratsuchendeId: string, rolle: Haushaltsrolle): Promise<void> {
  const { traegerId } = akteur;
  const { rows } = await tx.execute<{ hauptperson: string; haushalt: string | null }>(sql`
    select b.ratsuchende_id as hauptperson, m.haushalt_id as haushalt
      from app.fallbeteiligte b
      left join app.haushaltsmitglieder m on m.traeger_id = b.traeger_id and m.ratsuchende_id = b.ratsuchende_id and m.bis is null
     where b.traeger_id = ${traegerId} and b.fall_id = ${fallId} and b.rolle = 'hauptperson' limit 1`);
  const haupt = rows[0];
  if (!haupt || haupt.hauptperson === ratsuchendeId) return;
  const haushaltId = haupt.haushalt ?? neueId();
  const mitglied = (id: string, als: string) => ({ traegerId, haushaltId, ratsuchendeId: id, rolle: als, von: heute() });
  if (!haupt.haushalt) {
    await tx.insert(haushalte).values({ traegerId, id: haushaltId });
    await tx.insert(haushaltsmitglieder).values(mitglied(haupt.hauptperson, 'erwachsen'));
  }
  const { rowCount } = await tx.execute(sql`select from app.haushaltsmitglieder where traeger_id = ${traegerId} and ratsuchende_id = ${ratsuchendeId} and bis is null`);
  if (!rowCount) await tx.insert(haushaltsmitglieder).values(mitglied(ratsuchendeId, rolle));
}
