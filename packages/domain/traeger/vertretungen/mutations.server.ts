import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { vertretungen } from '@kim/db/schema/traeger.ts';
import type { Tx } from '@kim/db/tx.ts';
import { darf } from '@kim/policies/ability.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { einmalig } from '../../formulare/mutations.server.ts';
import type { Eingang } from '../../formulare/mutations.server.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import { mitSpur } from '../mutations.server.ts';
import { leseFachkraefte } from './data.server.ts';
import type { Vertretungseingabe } from './schema.ts';

/** Sets a Vertretung for oneself, or as administration for a colleague; in one's own favour it needs a Freigabe (D3). */
export async function richteVertretungEin(akteur: TraegerAkteur, vertreteneId: string, eingabe: Vertretungseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const geprueft = await pruefeVertretung(tx, akteur, vertreteneId, eingabe);
    if (!geprueft.ok) return geprueft;
    if (!darf(akteur, 'einrichten', 'Vertretung', { vertreteneId, vertretungId: eingabe.vertretung })) {
      return fehler(akteur.rollen.includes('traegeradministration') ? 'freigabe' : 'nicht_erlaubt');
    }
    const { traegerId, nutzerId } = akteur;
    await tx.insert(vertretungen).values({ traegerId, id, vertreteneId, vertretungId: eingabe.vertretung, von: eingabe.von, bis: eingabe.bis, eingerichtetVon: nutzerId });
    await protokolliereBeiden(tx, akteur, 'vertretung.eingerichtet', id, [vertreteneId, eingabe.vertretung]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Whether this Vertretung can be set or asked for at all. */
export async function pruefeVertretung(tx: Tx, akteur: TraegerAkteur, vertreteneId: string, { vertretung, von, bis }: Vertretungseingabe) {
  const { traegerId } = akteur;
  const [kollegen, fachkraefte, ueberschneidung] = await Promise.all([
    tx.execute(sql`select from app.nutzer where traeger_id = ${traegerId} and id in ${[vertreteneId, vertretung]}`),
    leseFachkraefte(tx, akteur),
    tx.execute(sql`select from app.vertretungen where traeger_id = ${traegerId} and vertretene_id = ${vertreteneId} and vertretung_id = ${vertretung}
      and beendet_am is null and von <= ${bis} and bis >= ${von}`),
  ]);
  if (kollegen.rowCount !== (vertreteneId === vertretung ? 1 : 2)) return fehler('nicht_gefunden');
  if (vertreteneId === vertretung) return fehler('dieselbe');
  if (!fachkraefte.some(({ id }) => id === vertreteneId)) return fehler('vertretene_keine_fachkraft');
  if (!fachkraefte.some(({ id }) => id === vertretung)) return fehler('keine_fachkraft');
  if (ueberschneidung.rowCount) return fehler('ueberschneidung');
  return ok();
}

/** Ends a Vertretung at once: by the vertretene Fachkraft, her Vertretung or the administration. */
export async function beendeVertretung(akteur: TraegerAkteur, id: string) {
  return mitSpur(akteur, async (tx) => {
    const { traegerId } = akteur;
    const { rows } = await tx.execute<{ vertretene_id: string; vertretung_id: string; beendet: boolean }>(sql`
      select vertretene_id, vertretung_id, beendet_am is not null as beendet from app.vertretungen where traeger_id = ${traegerId} and id = ${id}`);
    const zeile = rows[0];
    if (!zeile) return fehler('nicht_gefunden');
    if (zeile.beendet) return ok();
    if (!darf(akteur, 'beenden', 'Vertretung', { vertreteneId: zeile.vertretene_id, vertretungId: zeile.vertretung_id })) return fehler('nicht_gefunden');
    await tx.execute(sql`update app.vertretungen set beendet_am = now() where traeger_id = ${traegerId} and id = ${id} and beendet_am is null`);
    await protokolliereBeiden(tx, akteur, 'vertretung.beendet', id, [zeile.vertretene_id, zeile.vertretung_id]);
    return ok();
  });
}

/** One line for each of the two who did not act herself, so that both see it; one at least. */
export function protokolliereBeiden(tx: Tx, akteur: TraegerAkteur, aktion: 'vertretung.eingerichtet' | 'vertretung.beendet', id: string, beide: readonly string[]) {
  const andere = beide.filter((nutzerId) => nutzerId !== akteur.nutzerId);
  return Promise.all(andere.map((betrifftId) => protokolliere(tx, akteur, aktion, { gegenstandId: id, betrifftId })));
}
