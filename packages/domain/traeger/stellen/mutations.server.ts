import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { besetzungen, stelleKommunen, stellen } from '@kim/db/schema/traeger.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { einmalig } from '../../formulare/mutations.server.ts';
import type { Eingang } from '../../formulare/mutations.server.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import { mitSpur } from '../mutations.server.ts';
import { leseStelle } from './data.server.ts';
import type { Besetzung } from './data.server.ts';
import { pruefeBesetzung } from './rules.ts';
import type { Anteil } from './rules.ts';
import type { Besetzungseingabe, Stelleneingabe } from './schema.ts';

/** Makes a post; answers its id. */
export async function legeStelleAn(akteur: TraegerAkteur, eingabe: Stelleneingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (!(await sindKommunen(tx, akteur, eingabe.kommunen))) return fehler('nicht_gefunden');
    await tx.insert(stellen).values({ traegerId: akteur.traegerId, kreisId: akteur.kreisId, id, ...spalten(eingabe) });
    await Promise.all([schreibeKommunen(tx, akteur, id, eingabe.kommunen), protokolliere(tx, akteur, 'stelle.angelegt', { gegenstandId: id })]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Changes a post that was read at `version`; a newer stored one comes back instead of being overwritten. */
export async function saveStelle(akteur: TraegerAkteur, id: string, version: number, eingabe: Stelleneingabe) {
  return mitSpur(akteur, async (tx) => {
    const { traegerId } = akteur;
    const s = spalten(eingabe);
    const { rowCount } = await tx.execute(sql`
      update app.stellen set bezeichnung = ${s.bezeichnung}, vzae_hundertstel = ${s.vzaeHundertstel}, vertragsart = ${s.vertragsart},
             gefoerdert_von = ${s.gefoerdertVon}, gefoerdert_bis = ${s.gefoerdertBis}, version = version + 1
       where traeger_id = ${traegerId} and id = ${id} and version = ${version}`);
    if (rowCount !== 1) {
      const aktuell = await leseStelle(tx, akteur, id);
      return aktuell ? fehler('konflikt', { aktuell }) : fehler('nicht_gefunden');
    }
    if (!(await sindKommunen(tx, akteur, eingabe.kommunen))) return fehler('nicht_gefunden');
    await tx.execute(sql`delete from app.stelle_kommunen where traeger_id = ${traegerId} and stelle_id = ${id}`);
    await Promise.all([schreibeKommunen(tx, akteur, id, eingabe.kommunen), protokolliere(tx, akteur, 'stelle.geaendert', { gegenstandId: id })]);
    return ok();
  });
}

/** Puts a person on a post. What is unusual about it is asked back once (`warnung`) and done when confirmed. */
export async function besetzeStelle(akteur: TraegerAkteur, stelleId: string, eingabe: Besetzungseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const gruende = await pruefe(tx, akteur, stelleId, eingabe.person, alsAnteil(eingabe), null);
    if (!gruende) return fehler('nicht_gefunden');
    if (gruende.length > 0 && !eingabe.trotzdem) return fehler('warnung', { warnungen: gruende });
    await Promise.all([
      tx.insert(besetzungen).values({ traegerId: akteur.traegerId, id, stelleId, nutzerId: eingabe.person, anteilHundertstel: eingabe.anteil, von: eingabe.besetztVon, bis: eingabe.besetztBis }),
      protokolliere(tx, akteur, 'besetzung.angelegt', { gegenstandId: id, betrifftId: eingabe.person }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Changes share or period of a Besetzung read at `version`; ending it is giving it a last day. */
export async function saveBesetzung(akteur: TraegerAkteur, stelleId: string, id: string, version: number, eingabe: Besetzungseingabe) {
  return mitSpur(akteur, async (tx) => {
    const gruende = await pruefe(tx, akteur, stelleId, eingabe.person, alsAnteil(eingabe), id);
    const vorhanden = await leseBesetzung(tx, akteur, stelleId, id);
    if (!gruende || !vorhanden || vorhanden.personId !== eingabe.person) return fehler('nicht_gefunden');
    if (vorhanden.version !== version) return fehler('konflikt', { aktuell: vorhanden });
    if (gruende.length > 0 && !eingabe.trotzdem) return fehler('warnung', { warnungen: gruende });
    const { rowCount } = await tx.execute(sql`
      update app.besetzungen set anteil_hundertstel = ${eingabe.anteil}, von = ${eingabe.besetztVon}, bis = ${eingabe.besetztBis}, version = version + 1
       where traeger_id = ${akteur.traegerId} and id = ${id} and version = ${version}`);
    if (rowCount !== 1) return fehler('konflikt', { aktuell: vorhanden });
    await protokolliere(tx, akteur, 'besetzung.geaendert', { gegenstandId: id, betrifftId: vorhanden.personId });
    return ok();
  });
}

/** Takes back a Besetzung that never was: recorded on the wrong post or for the wrong person. */
export async function entferneBesetzung(akteur: TraegerAkteur, stelleId: string, id: string) {
  return mitSpur(akteur, async (tx) => {
    const vorhanden = await leseBesetzung(tx, akteur, stelleId, id);
    if (!vorhanden) return fehler('nicht_gefunden');
    await Promise.all([
      tx.execute(sql`delete from app.besetzungen where traeger_id = ${akteur.traegerId} and id = ${id}`),
      protokolliere(tx, akteur, 'besetzung.entfernt', { gegenstandId: stelleId, betrifftId: vorhanden.personId }),
    ]);
    return ok();
  });
}

const spalten = ({ bezeichnung, vzae, vertragsart, gefoerdertVon, gefoerdertBis }: Stelleneingabe) => ({ bezeichnung, vzaeHundertstel: vzae, vertragsart, gefoerdertVon, gefoerdertBis });

const alsAnteil = ({ anteil, besetztVon, besetztBis }: Besetzungseingabe): Anteil => ({ anteil, von: besetztVon, bis: besetztBis });

async function sindKommunen(tx: Tx, { kreisId }: TraegerAkteur, ids: string[]): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from kreis.kommunen where kreis_id = ${kreisId} and id in ${ids}`);
  return rowCount === ids.length;
}

const schreibeKommunen = (tx: Tx, { traegerId, kreisId }: TraegerAkteur, stelleId: string, ids: string[]) =>
  tx.insert(stelleKommunen).values(ids.map((kommuneId) => ({ traegerId, stelleId, kreisId, kommuneId })));

async function leseBesetzung(tx: Tx, akteur: TraegerAkteur, stelleId: string, id: string): Promise<Besetzung | null> {
  await tx.execute(sql`select from app.besetzungen where traeger_id = ${akteur.traegerId} and id = ${id} for update`);
  return (await leseStelle(tx, akteur, stelleId))?.besetzungen.find((besetzung) => besetzung.id === id) ?? null;
}

/** Null when post or person are not the Träger's own. @param ohne the Besetzung that is being changed */
async function pruefe(tx: Tx, akteur: TraegerAkteur, stelleId: string, personId: string, neu: Anteil, ohne: string | null) {
  const [stelle, person, { rows: derPerson }] = await Promise.all([
    leseStelle(tx, akteur, stelleId),
    tx.execute(sql`select from app.nutzer where traeger_id = ${akteur.traegerId} and id = ${personId}`),
    tx.execute<{ id: string; anteil: number; von: string; bis: string | null }>(sql`
      select id, anteil_hundertstel as anteil, von::text, bis::text from app.besetzungen where traeger_id = ${akteur.traegerId} and nutzer_id = ${personId}`),
  ]);
  if (!stelle || person.rowCount !== 1) return null;
  const andere = <B extends { id: string }>(liste: readonly B[]) => liste.filter(({ id }) => id !== ohne);
  return pruefeBesetzung(neu, {
    vzae: stelle.vzae,
    foerderung: { von: stelle.gefoerdertVon, bis: stelle.gefoerdertBis },
    aufDerStelle: andere(stelle.besetzungen),
    derPerson: andere(derPerson),
  });
}
