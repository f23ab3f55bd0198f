import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { unterlagenVon } from './rules.ts';
import type { Einwilligungslage, Unterlagen } from './rules.ts';
import type { Einwilligungsart, Einwilligungsstand } from './schema.ts';

interface Lagezeile extends Record<string, unknown> {
  id: string; art: Einwilligungsart; stand: Einwilligungsstand; am: string; gueltig_bis: string | null; widerrufen_am: string | null;
}

/** Which papers of a case's main person are there today (R62). One statement. */
export async function leseUnterlagen(tx: Tx, { traegerId }: TraegerAkteur, fallId: string): Promise<Unterlagen> {
  const { rows } = await tx.execute<Lagezeile>(sql`
    select e.id, e.art, e.stand, e.am::text, e.gueltig_bis::text, e.widerrufen_am::text
      from app.einwilligungen e
      join app.fallbeteiligte b on b.traeger_id = e.traeger_id and b.fall_id = e.fall_id and b.ratsuchende_id = e.ratsuchende_id and b.rolle = 'hauptperson'
     where e.traeger_id = ${traegerId} and e.fall_id = ${fallId}`);
  return unterlagenVon(rows.map(alsLage), heute());
}

const alsLage = (z: Lagezeile): Einwilligungslage => ({ id: z.id, art: z.art, stand: z.stand, am: z.am, gueltigBis: z.gueltig_bis, widerrufenAm: z.widerrufen_am });
