import { sql } from 'drizzle-orm';
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
import { istOffen } from '../schutzbereich/data.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { KONTINGENT, pruefeDatei } from './rules.ts';
import type { Dokumentart } from './schema.ts';

/** A file as it came in; it is looked at and encrypted in memory. */
export interface Datei {
  name: string;
  bytes: Uint8Array;
}

/** How a file lies in the record. */
export interface Ablage {
  /** The file that it replaces; it stays in the record as an earlier version. */
  ersetzt?: string | null;
  /** In the protected part. */
  geschuetzt?: boolean;
}

/** Puts a file into the record of a case. */
export async function legeDokumentAb(akteur: TraegerAkteur, nr: string, art: Dokumentart, datei: Datei, eingang: Eingang, ablage: Ablage = {}) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const ersetzt = ablage.ersetzt ? await leseErsetzbares(tx, akteur, fall.id, ablage.ersetzt) : null;
    if (ablage.ersetzt && !ersetzt) return fehler('ersetzt');
    // A new version of what is protected is protected too.
    const abgelegt = await schreibeDokument(tx, akteur, { ...fall, nr }, art, datei, id, { ersetzt: ablage.ersetzt ?? null, geschuetzt: (ablage.geschuetzt ?? false) || (ersetzt?.geschuetzt ?? false) });
    return abgelegt.ok ? ok({ neu: true, ergebnis: id }) : abgelegt;
  });
}

/** The row of a file and its protocol line, as part of a larger act; answers its id. */
export async function schreibeDokument(tx: Tx, akteur: TraegerAkteur, fall: { id: string; nr: string; schluessel: Datenschluessel }, art: Dokumentart, { name, bytes }: Datei, id = neueId(), { ersetzt = null, geschuetzt = false }: Ablage = {}) {
  const geprueft = pruefeDatei(bytes);
  if (!geprueft.ok) return geprueft;
  if (!(await passtHinein(tx, akteur, fall.id, bytes.length))) return fehler('kontingent');
  const { traegerId, nutzerId, tresor } = akteur;
  const krypt = (spalte: string, wert: string | Uint8Array) => tresor.verschluessle(wert, fall.schluessel, { besitzerId: id, spalte: `dokumente.${spalte}`, version: 1 });
  await Promise.all([
    tx.insert(dokumente).values({
      traegerId, id, fallId: fall.id, art, dateityp: geprueft.wert, groesse: bytes.length, vorgaengerId: ersetzt, geschuetzt, nameKrypt: krypt('name', name), inhaltKrypt: krypt('inhalt', bytes), erfasstVon: nutzerId,
    }),
    protokolliere(tx, akteur, 'dokument.abgelegt', { fallId: fall.id, fallnummer: fall.nr, gegenstandId: id }),
  ]);
  return ok(id);
}

/** A file of this case that is visible and not replaced yet. */
async function leseErsetzbares(tx: Tx, { traegerId }: TraegerAkteur, fallId: string, id: string): Promise<{ geschuetzt: boolean } | null> {
  const { rows } = await tx.execute<{ geschuetzt: boolean }>(sql`
    select d.geschuetzt from app.dokumente d where d.traeger_id = ${traegerId} and d.fall_id = ${fallId} and d.id = ${id} and d.art <> 'unterschrift'
       and not exists (select from app.dokumente n where n.traeger_id = d.traeger_id and n.vorgaenger_id = d.id)`);
  return rows[0] ?? null;
}

async function passtHinein(tx: Tx, { traegerId }: TraegerAkteur, fallId: string, groesse: number): Promise<boolean> {
  const { rows } = await tx.execute<{ passt: boolean }>(sql`
    select coalesce(sum(groesse), 0) + ${groesse} <= ${KONTINGENT} as passt from app.dokumente where traeger_id = ${traegerId} and fall_id = ${fallId}`);
  return rows[0]?.passt === true;
}

/** Takes an attachment with its earlier versions into the protected part of the case, or out of it, while that is open. */
export async function setzeSchutz(akteur: TraegerAkteur, nr: string, id: string, geschuetzt: boolean) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall) return fehler('nicht_gefunden');
    if (!(await istOffen(tx, akteur, fall.id))) return fehler('geschlossen');
    const { rowCount } = await tx.execute(sql`
      with recursive kette as (
        select id, vorgaenger_id from app.dokumente where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and id = ${id} and art = 'anlage'
        union all
        select d.id, d.vorgaenger_id from app.dokumente d join kette k on d.traeger_id = ${akteur.traegerId} and d.fall_id = ${fall.id} and d.id = k.vorgaenger_id and d.art = 'anlage')
      update app.dokumente d set geschuetzt = ${geschuetzt} from kette k where d.traeger_id = ${akteur.traegerId} and d.id = k.id`);
    if (!rowCount) return fehler('nicht_gefunden');
    await protokolliere(tx, akteur, geschuetzt ? 'dokument.geschuetzt' : 'dokument.freigegeben', { fallId: fall.id, fallnummer: nr, gegenstandId: id });
    return ok();
  });
}
