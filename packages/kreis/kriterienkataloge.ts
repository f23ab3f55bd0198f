import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Kataloginhalt } from '@kim/db/schema/kataloge.ts';
import { PLATZHALTER_SCHWELLE, PLATZHALTERKATALOG } from '@kim/db/seed/kriterienkatalog.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Kreisakteur } from './akteur.ts';
import { giltAm } from './kriterienkatalog.ts';
import type { Katalogeingabe, Kriterienkatalog } from './kriterienkatalog.ts';

/** The criteria catalogues of a Kreis: a Träger reads the published ones, the Koordination writes drafts and publishes them (D25). */

interface Zeile extends Record<string, unknown> {
  id: string; fassung: number; stand: Kriterienkatalog['stand']; gilt_ab: string; beschluss: string; platzhalter: boolean; schwelle: number; inhalt: Kataloginhalt; version: number;
}

const spalten = sql`id, fassung, stand, gilt_ab::text, beschluss, platzhalter, schwelle, inhalt, version`;

const alsKatalog = ({ gilt_ab: giltAb, inhalt, ...zeile }: Zeile): Kriterienkatalog => ({ ...zeile, ...inhalt, giltAb });

/** Every version that the asking login may see, the newest first. */
export async function leseKataloge(tx: Tx): Promise<Kriterienkatalog[]> {
  const { rows } = await tx.execute<Zeile>(sql`select ${spalten} from kreis.kriterienkataloge order by fassung desc`);
  return rows.map(alsKatalog);
}

/** The version in force today, as a Träger sees it. */
export async function leseGeltendenKatalog(tx: Tx, tag = heute()): Promise<Kriterienkatalog | null> {
  return giltAm(await leseKataloge(tx), tag);
}

export const listKataloge = (akteur: Kreisakteur): Promise<Kriterienkatalog[]> => akteur.tx(leseKataloge);

/** One version among all, so that its state can be told. */
export async function getKatalog(akteur: Kreisakteur, id: string): Promise<{ katalog: Kriterienkatalog; kataloge: Kriterienkatalog[] } | null> {
  const kataloge = await listKataloge(akteur);
  const katalog = kataloge.find((einer) => einer.id === id);
  return katalog ? { katalog, kataloge } : null;
}

/**
 * A draft with the text of another version, or of the shipped wording where there is none. The id of the form makes a second
 * sending meet the same draft.
 */
export async function legeEntwurfAn(akteur: Kreisakteur & { kreisId: string }, grundlageId: string | null, id: string) {
  return akteur.tx(async (tx) => {
    const kataloge = await leseKataloge(tx);
    if (kataloge.some((katalog) => katalog.id === id)) return ok(id);
    const grundlage = grundlageId === null ? null : kataloge.find((katalog) => katalog.id === grundlageId);
    if (grundlage === undefined) return fehler('nicht_gefunden');
    const { kriterien, orientierungspunkte } = grundlage ?? PLATZHALTERKATALOG;
    const { rowCount } = await tx.execute(sql`
      insert into kreis.kriterienkataloge (kreis_id, id, fassung, stand, gilt_ab, beschluss, platzhalter, schwelle, inhalt)
      values (${akteur.kreisId}, ${id}, ${(kataloge[0]?.fassung ?? 0) + 1}, 'entwurf', ${heute()}, '', false,
              ${grundlage?.schwelle ?? PLATZHALTER_SCHWELLE}, ${JSON.stringify({ kriterien, orientierungspunkte })}::jsonb)
      on conflict do nothing`);
    return rowCount === 1 ? ok(id) : fehler('gleichzeitig');
  });
}

/** Saves a draft that was read at its version; when somebody saved in between, the stored one comes back. */
export async function saveKatalogentwurf(akteur: Kreisakteur, id: string, eingabe: Katalogeingabe) {
  return akteur.tx(async (tx) => {
    const { giltAb, beschluss, schwelle, kriterien, orientierungspunkte, version } = eingabe;
    const { rowCount } = await tx.execute(sql`
      update kreis.kriterienkataloge set gilt_ab = ${giltAb}, beschluss = ${beschluss}, schwelle = ${schwelle}, platzhalter = false,
             inhalt = ${JSON.stringify({ kriterien, orientierungspunkte })}::jsonb, version = version + 1
       where id = ${id} and stand = 'entwurf' and version = ${version}`);
    return rowCount === 1 ? ok() : woran(tx, id);
  });
}

/** From its day on the version is in force for every Träger of the Kreis; it never changes again. */
export async function veroeffentlicheKatalog(akteur: Kreisakteur, id: string, version: number) {
  return akteur.tx(async (tx) => {
    const entwurf = (await leseKataloge(tx)).find((katalog) => katalog.id === id);
    if (!entwurf) return fehler('nicht_gefunden');
    if (entwurf.stand !== 'entwurf') return fehler('veroeffentlicht');
    if (entwurf.beschluss === '') return fehler('beschluss_fehlt');
    if (entwurf.giltAb < heute()) return fehler('vergangen');
    const { rowCount } = await tx.execute(sql`
      update kreis.kriterienkataloge set stand = 'veroeffentlicht', version = version + 1
       where id = ${id} and stand = 'entwurf' and version = ${version}`);
    return rowCount === 1 ? ok() : woran(tx, id);
  });
}

export async function verwirfKatalog(akteur: Kreisakteur, id: string) {
  return akteur.tx(async (tx) => {
    const { rowCount } = await tx.execute(sql`delete from kreis.kriterienkataloge where id = ${id} and stand = 'entwurf'`);
    return rowCount === 1 ? ok() : woran(tx, id);
  });
}

/** Why a change of a draft met no row. */
async function woran(tx: Tx, id: string) {
  const aktuell = (await leseKataloge(tx)).find((katalog) => katalog.id === id);
  if (!aktuell) return fehler('nicht_gefunden');
  return aktuell.stand === 'entwurf' ? fehler('konflikt', { aktuell }) : fehler('veroeffentlicht');
}
