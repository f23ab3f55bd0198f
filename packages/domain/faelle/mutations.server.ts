import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { faelle, fallbeteiligte, fallereignisse, fallinhalte, fallschluessel, zustaendigkeiten } from '@kim/db/schema/faelle.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseFallZumAendern } from './data.server.ts';
import { formatFallnummer, phaseNach } from './rules.ts';
import type { Klasse } from './schema.ts';

export interface Fallanlage {
  id: string;
  fallnummer: string;
  klasse: Klasse;
  kommune: string;
  eroeffnetAm: Datum;
  anliegen: string;
  /** Main person; the database lets only somebody through whom one may know (sec.kennt_person). */
  ratsuchendeId: string;
}

/** A case with its key, main person and first dated facts, shared by the Träger's Fachkräfte until it is decided otherwise. Answers its key. */
export async function legeFallAn(tx: Tx, akteur: TraegerAkteur, { id, fallnummer, klasse, kommune, eroeffnetAm, anliegen, ratsuchendeId }: Fallanlage): Promise<Datenschluessel> {
  const { traegerId, kreisId, nutzerId, tresor } = akteur;
  const { dek, verpackt, generation } = tresor.neuerSchluessel(id);
  const phase = klasse === 'verweis' ? null : 'klaerung';
  const ereignis = (art: string, wert: string) => ({ traegerId, id: neueId(), fallId: id, art, wert, giltAb: eroeffnetAm, erfasstVon: nutzerId });
  await tx.insert(faelle).values({ traegerId, kreisId, id, fallnummer, klasse, phase, kommuneId: kommune, eroeffnetAm });
  await Promise.all([
    tx.insert(zustaendigkeiten).values({ traegerId, id: neueId(), fallId: id, nutzerId, von: eroeffnetAm, anlass: 'eroeffnung', erfasstVon: nutzerId }),
    tx.insert(fallschluessel).values({ traegerId, fallId: id, generation, verpackt }),
    tx.insert(fallinhalte).values({ traegerId, fallId: id, anliegenKrypt: tresor.verschluessle(anliegen, dek, { besitzerId: id, spalte: 'fallinhalte.anliegen', version: 1 }) }),
    tx.insert(fallereignisse).values([ereignis('eroeffnung', klasse), ereignis('klasse', klasse), ereignis('kommune', kommune), ...(phase ? [ereignis('phase', phase)] : [])]),
    tx.insert(fallbeteiligte).values({ traegerId, fallId: id, ratsuchendeId, rolle: 'hauptperson', von: eroeffnetAm }),
    protokolliere(tx, akteur, 'fall.eroeffnet', { fallId: id, fallnummer }),
  ]);
  return dek;
}

/** The counter row of Träger and year serialises openings; numbers have no gaps among committed cases. */
export async function naechsteFallnummer(tx: Tx, akteur: TraegerAkteur, jahr: number): Promise<string> {
  const { rows } = await tx.execute<{ letzte: number }>(sql`
    insert into app.fallnummern as n (traeger_id, jahr, letzte) values (${akteur.traegerId}, ${jahr}, 1)
    on conflict (traeger_id, jahr) do update set letzte = n.letzte + 1 returning letzte`);
  return formatFallnummer(akteur.kennung, jahr, rows[0]?.letzte ?? 0);
}

export async function fallnummerVon(tx: Tx, akteur: TraegerAkteur, id: string): Promise<string> {
  const { rows } = await tx.execute<{ fallnummer: string }>(sql`select fallnummer from app.faelle where traeger_id = ${akteur.traegerId} and id = ${id}`);
  return rows[0]?.fallnummer ?? '';
}

export async function bedientKommune(tx: Tx, akteur: TraegerAkteur, kommuneId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from app.stelle_kommunen where traeger_id = ${akteur.traegerId} and kommune_id = ${kommuneId} limit 1`);
  return (rowCount ?? 0) > 0;
}

/** Saves the concern; a newer stored version wins nothing and loses nothing: both come back. */
export async function saveAnliegen(akteur: TraegerAkteur, nr: string, version: number, anliegen: string) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const krypt = akteur.tresor.verschluessle(anliegen, fall.schluessel, { besitzerId: fall.id, spalte: 'fallinhalte.anliegen', version: version + 1 });
    const geaendert = await tx.execute(sql`
      update app.fallinhalte set anliegen_krypt = ${krypt}, version = version + 1
       where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and version = ${version}`);
    if (geaendert.rowCount !== 1) return fehler('konflikt');
    await protokolliere(tx, akteur, 'fall.geaendert', { fallId: fall.id, fallnummer: nr });
    return ok();
  });
}

/** Class and phase of a case from a day on; „keine“ stands for the end of all phases, so that every change of the column has its dated row (D12). */
export async function schreibeKlasse(tx: Tx, { traegerId, nutzerId }: TraegerAkteur, fall: { id: string; klasse: Klasse; phase: string | null }, klasse: Klasse, am: Datum): Promise<void> {
  const phase = phaseNach(klasse, fall.phase);
  const ereignis = (art: string, wert: string) => ({ traegerId, id: neueId(), fallId: fall.id, art, wert, giltAb: am, erfasstVon: nutzerId });
  const neu = [
    ...(klasse === fall.klasse ? [] : [ereignis('klasse', klasse)]),
    ...(phase === fall.phase ? [] : [ereignis('phase', phase ?? 'keine')]),
  ];
  if (neu.length === 0) return;
  await Promise.all([
    tx.execute(sql`update app.faelle set klasse = ${klasse}, phase = ${phase}, version = version + 1 where traeger_id = ${traegerId} and id = ${fall.id}`),
    tx.insert(fallereignisse).values(neu),
  ]);
}

/**
 * Takes over the class of a case that was decided elsewhere and before: stock. What is decided here goes through the Klärung.
 * Case Management binds the case to its Fachkraft (D2), so only she makes it one.
 */
export async function setzeKlasse(akteur: TraegerAkteur, nr: string, klasse: Klasse, am: Datum = heute()) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    if (fall.beendetAm) return fehler('beendet');
    if (fall.zustaendigId !== akteur.nutzerId) return fehler('nicht_zustaendig');
    await Promise.all([schreibeKlasse(tx, akteur, fall, klasse, am), protokolliere(tx, akteur, 'fall.klasse', { fallId: fall.id, fallnummer: nr })]);
    return ok();
  });
}
