import { and, eq } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { angebote } from '@kim/db/schema/angebote.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseKommunen } from '../traeger/stellen/data.server.ts';
import { leseAngebot } from './data.server.ts';
import type { Angebotseingabe } from './schema.ts';

/** Adds an entry that one has just made sure of; the writing Fachkraft sees to it from then on. */
export async function legeAngebotAn(akteur: TraegerAkteur, eingabe: Angebotseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (!(await sindKommunen(tx, akteur, eingabe))) return fehler('nicht_gefunden');
    await Promise.all([
      tx.insert(angebote).values({ kreisId: akteur.kreisId, id, ...spalten(akteur, eingabe), nurFuerId: eingabe.nurEigene ? akteur.traegerId : null, geprueftAm: heute() }),
      protokolliere(tx, akteur, 'angebot.angelegt', { gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Changes an entry read at `version`; one that nobody sees to is taken on with it. Another Träger's entry is its own to change. */
export async function saveAngebot(akteur: TraegerAkteur, id: string, version: number, eingabe: Angebotseingabe) {
  return mitSpur(akteur, async (tx) => {
    const bisher = await leseAngebot(tx, akteur, id);
    if (!bisher || !(await sindKommunen(tx, akteur, eingabe))) return fehler('nicht_gefunden');
    if (!bisher.pflegbar) return fehler('fremd');
    const { rowCount } = await tx.update(angebote).set({ ...spalten(akteur, eingabe), version: version + 1 })
      .where(and(eq(angebote.kreisId, akteur.kreisId), eq(angebote.id, id), eq(angebote.version, version)));
    if (rowCount !== 1) return fehler('konflikt', { aktuell: bisher });
    await protokolliere(tx, akteur, 'angebot.geaendert', { gegenstandId: id });
    return ok();
  });
}

/** Somebody made sure today that it is still so (R116). */
export async function bestaetigeAngebot(akteur: TraegerAkteur, id: string) {
  return mitSpur(akteur, async (tx) => {
    const bisher = await leseAngebot(tx, akteur, id);
    if (!bisher) return fehler('nicht_gefunden');
    if (!bisher.pflegbar) return fehler('fremd');
    await Promise.all([
      tx.update(angebote).set({ geprueftAm: heute(), pflegeTraegerId: akteur.traegerId, pflegeNutzerId: akteur.nutzerId }).where(and(eq(angebote.kreisId, akteur.kreisId), eq(angebote.id, id))),
      protokolliere(tx, akteur, 'angebot.geaendert', { gegenstandId: id }),
    ]);
    return ok();
  });
}

const spalten = ({ traegerId, nutzerId }: TraegerAkteur, { nurEigene: _, ...eingabe }: Angebotseingabe) => ({ ...eingabe, pflegeTraegerId: traegerId, pflegeNutzerId: nutzerId });

async function sindKommunen(tx: Tx, akteur: TraegerAkteur, { einzugsgebiet }: Angebotseingabe): Promise<boolean> {
  const kommunen = new Set((await leseKommunen(tx, akteur)).map(({ id }) => id));
  return einzugsgebiet.every((id) => kommunen.has(id));
}
