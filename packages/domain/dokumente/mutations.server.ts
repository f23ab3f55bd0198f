import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { dokumente } from '@kim/db/schema/einwilligungen.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { pruefeDatei } from './rules.ts';
import type { Dokumentart } from './schema.ts';

/** A file as it came in; it is looked at and encrypted in memory. */
export interface Datei {
  name: string;
  bytes: Uint8Array;
}

/** Puts a file into the record of a case. */
export async function legeDokumentAb(akteur: TraegerAkteur, nr: string, art: Dokumentart, datei: Datei, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const abgelegt = await schreibeDokument(tx, akteur, { ...fall, nr }, art, datei, id);
    return abgelegt.ok ? ok({ neu: true, ergebnis: id }) : abgelegt;
  });
}

/** The row of a file and its protocol line, as part of a larger act; answers its id. */
export async function schreibeDokument(tx: Tx, akteur: TraegerAkteur, fall: { id: string; nr: string; schluessel: Datenschluessel }, art: Dokumentart, { name, bytes }: Datei, id = neueId()) {
  const geprueft = pruefeDatei(bytes);
  if (!geprueft.ok) return geprueft;
  const { traegerId, nutzerId, tresor } = akteur;
  const krypt = (spalte: string, wert: string | Uint8Array) => tresor.verschluessle(wert, fall.schluessel, { besitzerId: id, spalte: `dokumente.${spalte}`, version: 1 });
  await Promise.all([
    tx.insert(dokumente).values({
      traegerId, id, fallId: fall.id, art, dateityp: geprueft.wert, groesse: bytes.length, nameKrypt: krypt('name', name), inhaltKrypt: krypt('inhalt', bytes), erfasstVon: nutzerId,
    }),
    protokolliere(tx, akteur, 'dokument.abgelegt', { fallId: fall.id, fallnummer: fall.nr, gegenstandId: id }),
  ]);
  return ok(id);
}
