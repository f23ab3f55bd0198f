import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { monitoringpruefungen } from '@kim/db/schema/linking.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern, leseFallZumPlanen } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseZiele } from '../serviceplanung/data.server.ts';
import { legeMassnahmeAn, schreibeMassnahme } from '../serviceplanung/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseVermittlungen } from '../vermittlungen/data.server.ts';
import { schreibeVermittlung } from '../vermittlungen/mutations.server.ts';
import type { Pruefungsangaben } from './schema.ts';

/**
 * The plan of a referral that does not work, adjusted at one stroke: the referral has failed, its step drops out of the plan,
 * and at the same goal stands an open one to be filled in. What was agreed stays as it was; the next agreement is a new version.
 * Answers the goal.
 */
export async function passePlanAn(akteur: TraegerAkteur, nr: string, vermittlungId: string, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const fall = gelesen.wert;
    const vermittlung = (await leseVermittlungen(tx, akteur, fall)).find(({ id }) => id === vermittlungId);
    if (!vermittlung) return fehler('nicht_gefunden');
    const ziel = (await leseZiele(tx, akteur, fall)).find(({ massnahmen }) => massnahmen.some(({ id }) => id === vermittlung.massnahmeId));
    const massnahme = ziel?.massnahmen.find(({ id }) => id === vermittlung.massnahmeId);
    if (!ziel || !massnahme) return fehler('ohne_massnahme');
    const einmal = await einmalig(tx, akteur, eingang, ziel.id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    await Promise.all([
      schreibeVermittlung(tx, akteur, fall, nr, vermittlung, { ...vermittlung, stand: 'gescheitert', pruefenAm: null }),
      schreibeMassnahme(tx, akteur, fall, nr, massnahme, { ...massnahme, stand: 'entfallen' }),
      legeMassnahmeAn(tx, akteur, fall, nr, ziel.id, neueId(), { was: `Statt „${vermittlung.angebot}“: `, wer: massnahme.wer, grund: massnahme.grund, bis: null }),
    ]);
    return ok(einmal.wert);
  });
}

/** Writes down how a referral went and when to look again (R58). The day of the next check is no part of what a colleague may be editing. */
export async function pruefeVermittlung(akteur: TraegerAkteur, nr: string, vermittlungId: string, { am, erreicht, vollstaendig, passend, zielErreicht, notiz, pruefenAm }: Pruefungsangaben, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (fall.beendetAm) return fehler('beendet');
    const { rows } = await tx.execute<{ zu_frueh: boolean }>(sql`
      update app.vermittlungen set pruefen_am = ${pruefenAm} where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and id = ${vermittlungId} returning am > ${am}::date as zu_frueh`);
    if (!rows[0]) return fehler('nicht_gefunden');
    if (rows[0].zu_frueh) return fehler('zu_frueh');
    const { traegerId, nutzerId, tresor } = akteur;
    await Promise.all([
      tx.insert(monitoringpruefungen).values({
        traegerId, id, fallId: fall.id, vermittlungId, am, erreicht, vollstaendig, passend, zielErreicht, erfasstVon: nutzerId,
        notizKrypt: notiz ? tresor.verschluessle(notiz, fall.schluessel, { besitzerId: id, spalte: 'monitoringpruefungen.notiz', version: 1 }) : null,
      }),
      protokolliere(tx, akteur, 'vermittlung.geprueft', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}
