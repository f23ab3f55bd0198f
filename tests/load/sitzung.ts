import type pg from 'pg';
import { leiteAb } from '@kim/testing/actors.ts';
import { insertZeilen } from '@kim/testing/zeilen.ts';
import type { Gemessene } from './bestand.ts';

/** A live session of the measured Fachkraft; answers the cookie. */
export async function oeffneSitzung(sql: pg.Client, { kontoId, mitgliedschaftId }: Gemessene): Promise<{ keks: string; ctx: string }> {
  const { geheimnis, ctx, idHash, ctxHash } = leiteAb();
  const morgen = new Date(Date.now() + 86_400_000);
  await insertZeilen(sql, 'sec.sitzungen', [{
    id_hash: idHash, ctx_hash: ctxHash, konto_id: kontoId, mitgliedschaft_id: mitgliedschaftId, bestaetigt_am: new Date(), laeuft_ab: morgen, endet_spaetestens: morgen, geraet: 'Messung',
  }]);
  return { keks: `sid=${geheimnis}`, ctx };
}

/** What earlier measurements wrote, so that each finds the same case lists. */
export async function raeumeAuf(sql: pg.Client, { traegerId }: Gemessene): Promise<void> {
  await sql.query("delete from app.kontakte where traeger_id = $1 and am = '2026-01-02' and kanal = 'telefon' and dauer_minuten is null", [traegerId]);
  await sql.query("delete from sec.sitzungen where geraet = 'Messung'");
  await sql.query('vacuum analyze app.kontakte');
}
