import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseKommunen } from '../traeger/stellen/data.server.ts';
import type { Ortseigenschaft } from './labels.ts';
import type { Ortsart } from './schema.ts';

/** A place as a form offers it. */
export interface Ortswahl {
  id: string;
  name: string;
}

/** The same with what it allows (R67), so that one chooses by it. */
export interface WaehlbarerOrt extends Ortswahl, Partial<Record<Ortseigenschaft, boolean>> {}

/** A place as the administration keeps it. */
export interface Ort extends Ortswahl, Record<Ortseigenschaft, boolean> {
  art: Ortsart;
  kommuneId: string;
  kommune: string;
  sprechzeiten: string;
  /** Not offered from this day on. */
  aufgegebenAm: Datum | null;
  version: number;
}

const orte = ({ traegerId }: TraegerAkteur) => sql`
  select o.id, o.name, o.art, o.kommune_id as "kommuneId", k.name as kommune, o.vertraulich, o.familiengerecht, o.barrierefrei, o.sprechzeiten,
         o.aufgegeben_am::text as "aufgegebenAm", o.version
    from app.orte o join kreis.kommunen k on k.kreis_id = o.kreis_id and k.id = o.kommune_id
   where o.traeger_id = ${traegerId}`;

/** All places of the Träger, those in use first. */
export function listOrte(akteur: TraegerAkteur): Promise<Ort[]> {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<Ort & Record<string, unknown>>(sql`${orte(akteur)} order by o.aufgegeben_am is not null, o.name, o.id`);
    return rows;
  });
}

/** One place and the communes it may lie in; null, with a line in the protocol, when the Träger has none with this id. */
export function getOrt(akteur: TraegerAkteur, id: string): Promise<{ ort: Ort; kommunen: Ortswahl[] } | null> {
  return akteur.tx(async (tx) => {
    const [ort, kommunen] = await Promise.all([leseOrt(tx, akteur, id), leseKommunen(tx, akteur)]);
    if (ort) return { ort, kommunen };
    await protokolliere(tx, akteur, 'eintrag.nicht_gefunden');
    return null;
  });
}

export async function leseOrt(tx: Tx, akteur: TraegerAkteur, id: string): Promise<Ort | null> {
  const { rows } = await tx.execute<Ort & Record<string, unknown>>(sql`${orte(akteur)} and o.id = ${id}`);
  return rows[0] ?? null;
}

/** The places of the Träger that are still used today, by name. */
export const listOrtswahl = (akteur: TraegerAkteur): Promise<WaehlbarerOrt[]> => akteur.tx((tx) => leseOrtswahl(tx, akteur));

export async function leseOrtswahl(tx: Tx, { traegerId }: TraegerAkteur): Promise<WaehlbarerOrt[]> {
  const { rows } = await tx.execute<WaehlbarerOrt & Record<string, unknown>>(sql`
    select id, name, vertraulich, familiengerecht, barrierefrei from app.orte where traeger_id = ${traegerId} and (aufgegeben_am is null or aufgegeben_am > ${heute()}) order by name, id`);
  return rows;
}

/** Whether the Träger used this place on that day. */
export async function istOrt(tx: Tx, { traegerId }: TraegerAkteur, id: string, am: Datum): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from app.orte where traeger_id = ${traegerId} and id = ${id} and (aufgegeben_am is null or aufgegeben_am > ${am})`);
  return rowCount === 1;
}
