import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import { darf } from '@kim/policies/ability.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { einmalig } from '../../formulare/mutations.server.ts';
import type { Eingang } from '../../formulare/mutations.server.ts';
import { mitSpur } from '../mutations.server.ts';
import { leseFachkraefte } from '../vertretungen/data.server.ts';
import { leseOffeneFaelle } from './data.server.ts';
import type { Uebergabeeingabe } from './schema.ts';

/**
 * Hands cases of a colleague to another Fachkraft from today on, however many in the same number of statements.
 * Answers how many. In one's own favour it needs a Freigabe (D3); nobody opens a case by it.
 */
export async function uebergibFaelle(akteur: TraegerAkteur, vonId: string, eingabe: Uebergabeeingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const einmal = await einmalig(tx, akteur, eingang, '0');
    if (!einmal.ok) return einmal;
    if (!einmal.wert.neu) return ok(Number(einmal.wert.ergebnis));
    const gelesen = await pruefeUebergabe(tx, akteur, vonId, eingabe);
    if (!gelesen.ok) return gelesen;
    if (await istZuEigenenGunsten(tx, akteur, eingabe.an)) return fehler('freigabe');
    const faelle = gelesen.wert;
    await uebertrage(tx, akteur, faelle.map(({ id }) => id), eingabe.an);
    await Promise.all([
      protokolliereUebergabe(tx, akteur, faelle, vonId, eingabe.an),
      tx.execute(sql`update app.formulareingaben set ergebnis = ${String(faelle.length)} where traeger_id = ${akteur.traegerId} and id = ${eingang.formularId}`),
    ]);
    return ok(faelle.length);
  });
}

/** The cases meant, locked; refuses a receiver who cannot take them and ids that are not the Träger's. */
export async function pruefeUebergabe(tx: Tx, akteur: TraegerAkteur, vonId: string, { an, umfang, faelle }: Uebergabeeingabe) {
  const { traegerId } = akteur;
  const gewaehlt = umfang === 'alle' ? [] : faelle;
  const [kollegen, bekannte, fachkraefte, offene] = await Promise.all([
    tx.execute(sql`select from app.nutzer where traeger_id = ${traegerId} and id in ${[vonId, an]}`),
    tx.execute(sql`select from app.faelle where traeger_id = ${traegerId} and id = any (${sql.param(gewaehlt)}::uuid[])`),
    leseFachkraefte(tx, akteur),
    leseOffeneFaelle(tx, akteur, vonId, umfang === 'alle' ? 'alle' : faelle, true),
  ]);
  if (kollegen.rowCount !== (vonId === an ? 1 : 2) || bekannte.rowCount !== gewaehlt.length) return fehler('nicht_gefunden');
  if (vonId === an) return fehler('dieselbe');
  if (!fachkraefte.some(({ id }) => id === an)) return fehler('keine_fachkraft');
  return offene.length === 0 ? fehler('keine_faelle') : ok(offene);
}

/** The rule stands in the policies; the database asks the same (sec.darf_vergeben). */
async function istZuEigenenGunsten(tx: Tx, akteur: TraegerAkteur, anId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ vertretung_id: string }>(sql`
    select vertretung_id from app.vertretungen where traeger_id = ${akteur.traegerId} and vertretene_id = ${anId} and beendet_am is null and bis >= ${heute()}`);
  return !darf(akteur, 'verwaltend_uebergeben', 'Fall', { zustaendigId: null, gemeinsam: false, anId, anVertretenVon: rows.map((zeile) => zeile.vertretung_id) });
}

async function uebertrage(tx: Tx, { traegerId, nutzerId }: TraegerAkteur, faelle: string[], anId: string): Promise<void> {
  const ids = sql.param(faelle.map(() => neueId()));
  await tx.execute(sql`update app.zustaendigkeiten set bis = ${heute()} where traeger_id = ${traegerId} and bis is null and fall_id = any (${sql.param(faelle)}::uuid[])`);
  await tx.execute(sql`
    insert into app.zustaendigkeiten (traeger_id, id, fall_id, nutzer_id, von, anlass, erfasst_von)
    select ${traegerId}::uuid, x.id, x.fall_id, ${anId}::uuid, ${heute()}::date, 'uebergabe', ${nutzerId}::uuid
      from unnest(${ids}::uuid[], ${sql.param(faelle)}::uuid[]) as x(id, fall_id)`);
}

/** Two lines per case: who receives it and who gave it away each see their own. */
export async function protokolliereUebergabe(tx: Tx, akteur: TraegerAkteur, faelle: { id: string; fallnummer: string }[], vonId: string, anId: string): Promise<void> {
  const richtungen = [['zustaendigkeit.uebergeben', anId], ['zustaendigkeit.abgegeben', vonId]].filter(([, betrifft]) => betrifft !== akteur.nutzerId);
  const zeilen = faelle.flatMap((fall) => richtungen.map(([aktion, betrifft]) => ({ id: neueId(), ...{ fall, aktion, betrifft } })));
  const spalte = (werte: unknown[]) => sql.param(werte);
  await tx.execute(sql`
    insert into app.protokoll (traeger_id, id, nutzer_id, aktion, fall_id, fallnummer, betrifft_id)
    select ${akteur.traegerId}::uuid, x.id, ${akteur.nutzerId}::uuid, x.aktion, x.fall_id, x.fallnummer, x.betrifft_id
      from unnest(${spalte(zeilen.map(({ id }) => id))}::uuid[], ${spalte(zeilen.map(({ aktion }) => aktion))}::text[], ${spalte(zeilen.map(({ fall }) => fall.id))}::uuid[],
                  ${spalte(zeilen.map(({ fall }) => fall.fallnummer))}::text[], ${spalte(zeilen.map(({ betrifft }) => betrifft))}::uuid[]) as x(id, aktion, fall_id, fallnummer, betrifft_id)`);
}
