import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseErklaerende } from '../einwilligungen/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseFall } from '../faelle/data.server.ts';
import type { Instrumentstand, Zeilen } from './schema.ts';

/** What is encrypted of a filled-in instrument. */
export interface Instrumentinhalt {
  zeilen: Zeilen;
}

/** Without its content. */
export interface Instrumentzeile {
  id: string;
  art: string;
  fassung: number;
  /** null for the whole household. */
  personId: string | null;
  am: Datum;
  stand: Instrumentstand;
  version: number;
  gespeichertVon: string;
  gespeichertAm: Date;
}

export interface Instrument extends Instrumentzeile, Instrumentinhalt {}

interface Zeile extends Record<string, unknown> {
  id: string; art: string; fassung: number; ratsuchende_id: string | null; am: string; stand: Instrumentstand; version: number; von: string; zuletzt: string;
}

const alsZeile = ({ id, art, fassung, ratsuchende_id: personId, am, stand, version, von, zuletzt }: Zeile): Instrumentzeile =>
  ({ id, art, fassung, personId, am, stand, version, gespeichertVon: von, gespeichertAm: new Date(zuletzt) });

const spalten = sql`i.id, i.art, i.fassung, i.ratsuchende_id, i.am::text, i.stand, i.version, n.name as von, coalesce(i.geaendert_am, i.erfasst_am) as zuletzt`;
const quelle = sql`app.instrumente i join app.nutzer n on n.traeger_id = i.traeger_id and n.id = coalesce(i.geaendert_von, i.erfasst_von)`;

/** One filled-in instrument of a case, opened with the case's key. */
export async function leseInstrument(tx: Tx, akteur: TraegerAkteur, fall: { id: string; schluessel: Datenschluessel }, id: string): Promise<Instrument | null> {
  const { rows } = await tx.execute<Zeile & { inhalt_krypt: Buffer }>(sql`
    select ${spalten}, i.inhalt_krypt from ${quelle} where i.traeger_id = ${akteur.traegerId} and i.fall_id = ${fall.id} and i.id = ${id}`);
  const zeile = rows[0];
  if (!zeile) return null;
  const inhalt = akteur.tresor.entschluessle(zeile.inhalt_krypt, fall.schluessel, { besitzerId: id, spalte: 'instrumente.inhalt', version: zeile.version }) as Instrumentinhalt;
  return { ...alsZeile(zeile), ...inhalt };
}

/** All filled-in instruments of a case, the newest first, and for whom one may be begun; null for a case that is not there for the asking person. Four statements. */
export async function getInstrumente(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const [{ rows }, erklaerende] = await Promise.all([
      tx.execute<Zeile>(sql`select ${spalten} from ${quelle} where i.traeger_id = ${akteur.traegerId} and i.fall_id = ${fall.id} order by i.id desc`),
      leseErklaerende(tx, akteur, nr), protokolliere(tx, akteur, 'instrument.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    return { instrumente: rows.map(alsZeile), personen: erklaerende?.personen ?? [], klasse: fall.klasse, nurLesen: fall.nurLesen };
  });
}

/** One filled-in instrument; null for one that is not in this case. Four statements. */
export async function getInstrument(akteur: TraegerAkteur, nr: string, id: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    const instrument = fall && (await leseInstrument(tx, akteur, fall, id));
    if (!fall || !instrument) {
      await protokolliere(tx, akteur, 'eintrag.nicht_gefunden');
      return null;
    }
    const [erklaerende] = await Promise.all([leseErklaerende(tx, akteur, nr), protokolliere(tx, akteur, 'instrument.gelesen', { fallId: fall.id, fallnummer: nr, gegenstandId: id })]);
    return { instrument, personen: erklaerende?.personen ?? [], nurLesen: fall.nurLesen || fall.klasse !== 'case_management' };
  });
}
