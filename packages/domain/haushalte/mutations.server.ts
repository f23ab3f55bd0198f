import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { haushalte, haushaltsmitglieder } from '@kim/db/schema/ratsuchende.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Haushaltsrolle, Zugehoerigkeitsstand } from './schema.ts';

/** The household in which the main person of a case `f` lives today. */
export const haushaltDesFalls = sql`(
  select hm.haushalt_id from app.fallbeteiligte hb
    join app.haushaltsmitglieder hm on hm.traeger_id = hb.traeger_id and hm.ratsuchende_id = hb.ratsuchende_id and hm.bis is null
   where hb.traeger_id = f.traeger_id and hb.fall_id = f.id and hb.rolle = 'hauptperson')`;

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

/** Brings what is stored of somebody in the household of the main person to this state; who comes back begins anew, from today. */
export async function aendereHaushalt(tx: Tx, akteur: TraegerAkteur, fallId: string, ratsuchendeId: string, { haushalt, ausgezogenAm }: Zugehoerigkeitsstand) {
  const { traegerId } = akteur;
  const { rows: [mitglied] } = await tx.execute<{ haushalt_id: string; von: Datum; bis: Datum | null }>(sql`
    select m.haushalt_id, m.von::text, m.bis::text from app.faelle f
      join app.haushaltsmitglieder m on m.traeger_id = f.traeger_id and m.ratsuchende_id = ${ratsuchendeId} and m.haushalt_id = ${haushaltDesFalls}
     where f.traeger_id = ${traegerId} and f.id = ${fallId} order by m.bis is not null, m.von desc limit 1`);
  const kommtZurueck = !!mitglied?.bis && haushalt !== '' && ausgezogenAm === null && mitglied.von < heute();
  if (!mitglied || kommtZurueck) {
    if (haushalt && ausgezogenAm) return fehler('nie_im_haushalt');
    if (haushalt) await nimmInHaushaltAuf(tx, akteur, fallId, ratsuchendeId, haushalt);
    return ok();
  }
  const bis = ausgezogenAm ?? (haushalt === '' ? (mitglied.bis ?? heute()) : null);
  if (bis && bis < mitglied.von) return fehler('vor_einzug', { seit: mitglied.von });
  await tx.execute(sql`
    update app.haushaltsmitglieder set bis = ${bis}, rolle = ${haushalt === '' ? sql`rolle` : haushalt}
     where traeger_id = ${traegerId} and haushalt_id = ${mitglied.haushalt_id} and ratsuchende_id = ${ratsuchendeId} and von = ${mitglied.von}`);
  return ok();
}
