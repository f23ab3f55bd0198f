import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { assessments } from '@kim/db/schema/assessment.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Phase } from '../faelle/schema.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { leseErstgespraech } from '../klaerung/erstgespraech/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseFallZumPlanen } from '../faelle/data.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseAssessments } from './data.server.ts';
import type { Assessmentinhalt } from './data.server.ts';
import { naechsterAnlass, uebernommen } from './rules.ts';
import type { Assessmentbeginn, Assessmenteingabe } from './schema.ts';

const SPALTE = 'assessments.bogen';

/** Begins an Assessment or Re-Assessment with what is known from the one before or from the Erstgespräch. */
export async function beginneAssessment(akteur: TraegerAkteur, nr: string, { nach }: Assessmentbeginn, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const [fall, id] = [gelesen.wert, neueId()];
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const [[neuestes], erstgespraech] = await Promise.all([leseAssessments(tx, akteur, fall), leseErstgespraech(tx, akteur, fall)]);
    if ((neuestes?.id ?? null) !== nach) return fehler('schon_begonnen');
    const vorlage = neuestes ?? erstgespraech;
    const inhalt: Assessmentinhalt = { bogen: uebernommen(vorlage?.bogen ?? {}), herkunft: vorlage && { art: neuestes ? 'assessment' : 'erstgespraech', am: vorlage.am } };
    await Promise.all([
      tx.insert(assessments).values({
        traegerId: akteur.traegerId, id, fallId: fall.id, anlass: naechsterAnlass(fall.phase as Phase | null, neuestes !== undefined), am: heute(), erfasstVon: akteur.nutzerId,
        bogenKrypt: akteur.tresor.verschluessle(inhalt, fall.schluessel, { besitzerId: id, spalte: SPALTE, version: 1 }),
      }),
      protokolliere(tx, akteur, 'assessment.begonnen', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Saves an Assessment that was read at its version; when it was saved elsewhere in between, the stored one comes back. */
export async function saveAssessment(akteur: TraegerAkteur, nr: string, id: string, { version, am, bogen }: Assessmenteingabe) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const fall = gelesen.wert;
    const bisher = (await leseAssessments(tx, akteur, fall)).find((eines) => eines.id === id);
    if (!bisher) return fehler('nicht_gefunden');
    if (bisher.version !== version) return isDeepStrictEqual([bisher.am, bisher.bogen], [am, bogen]) ? ok(bisher.version) : fehler('konflikt', { aktuell: bisher });
    const inhalt: Assessmentinhalt = { bogen, herkunft: bisher.herkunft };
    await Promise.all([
      tx.execute(sql`
        update app.assessments set am = ${am}, bogen_krypt = ${akteur.tresor.verschluessle(inhalt, fall.schluessel, { besitzerId: id, spalte: SPALTE, version: version + 1 })},
               geaendert_von = ${akteur.nutzerId}, geaendert_am = now(), version = version + 1
         where traeger_id = ${akteur.traegerId} and id = ${id}`),
      protokolliere(tx, akteur, 'assessment.gespeichert', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok(version + 1);
  });
}
