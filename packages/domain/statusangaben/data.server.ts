import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { oeffneName } from '../faelle/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { anzeigename } from '../ratsuchende/rules.ts';
import type { Statusart, Statusgeheimnis } from './schema.ts';

/** One entry of a person's time line, decrypted. */
export interface Statusangabe extends Statusgeheimnis {
  id: string;
  art: Statusart;
  code: string;
  von: Datum;
  /** Term; null is open. */
  bis: Datum | null;
  erfasstVon: string;
  version: number;
}

interface Zeile extends Record<string, unknown> {
  fall_id: string; id: string; art: Statusart; code: string; von: Datum; bis: Datum | null; angaben_krypt: Buffer; version: number; erfasst_von: string; verpackt: Buffer; generation: number;
}

const angaben = ({ traegerId }: TraegerAkteur, nr: string, personId: string) => sql`
  select a.fall_id, a.id, a.art, a.code, a.von::text, a.bis::text, a.angaben_krypt, a.version, n.name as erfasst_von, s.verpackt, s.generation
    from app.faelle f
    join app.statusangaben a on a.traeger_id = f.traeger_id and a.fall_id = f.id
    join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
    join app.nutzer n on n.traeger_id = a.traeger_id and n.id = a.erfasst_von
   where f.traeger_id = ${traegerId} and f.fallnummer = ${nr} and a.ratsuchende_id = ${personId}`;

/** The time line of a person in a case, newest first, under her name; null when she is not in it for the asking person. */
export function listStatusangaben(akteur: TraegerAkteur, nr: string, personId: string): Promise<{ name: string; angaben: Statusangabe[] } | null> {
  return akteur.tx(async (tx) => {
    const [{ rows }, beteiligte] = await Promise.all([
      tx.execute<Zeile>(sql`${angaben(akteur, nr, personId)} order by a.von desc, a.id desc`),
      leseBeteiligte(tx, akteur, nr, personId),
    ]);
    await protokolliere(tx, akteur, beteiligte ? 'person.gelesen' : 'eintrag.nicht_gefunden', beteiligte ? { fallId: beteiligte.fallId, fallnummer: nr, gegenstandId: personId } : {});
    return beteiligte && { name: beteiligte.name, angaben: rows.map((zeile) => oeffne(akteur, zeile)) };
  });
}

interface Namenszeile extends Record<string, unknown> {
  fall_id: string; id: string; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number; geburtsjahr: number | null;
}

/** Case, year of birth and name of a person who is in it, for who may see it. */
export async function leseBeteiligte(tx: Tx, akteur: TraegerAkteur, nr: string, personId: string): Promise<{ fallId: string; geburtsjahr: number | null; name: string } | null> {
  const { rows } = await tx.execute<Namenszeile>(sql`
    select f.id as fall_id, r.id, r.name_krypt, r.version as name_version, k.verpackt, k.generation, d.geburtsjahr
      from app.faelle f
      join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id
      join app.ratsuchende r on r.traeger_id = b.traeger_id and r.id = b.ratsuchende_id
      join tresor.personenschluessel k on k.traeger_id = b.traeger_id and k.ratsuchende_id = b.ratsuchende_id
      left join app.stammdaten d on d.traeger_id = b.traeger_id and d.ratsuchende_id = b.ratsuchende_id
     where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr} and b.ratsuchende_id = ${personId}`);
  const zeile = rows[0];
  return zeile ? { fallId: zeile.fall_id, geburtsjahr: zeile.geburtsjahr, name: anzeigename(akteur, oeffneName(akteur, zeile)) } : null;
}

export async function leseStatusangabe(tx: Tx, akteur: TraegerAkteur, nr: string, personId: string, id: string): Promise<Statusangabe | null> {
  const { rows } = await tx.execute<Zeile>(sql`${angaben(akteur, nr, personId)} and a.id = ${id}`);
  return rows[0] ? oeffne(akteur, rows[0]) : null;
}

function oeffne({ tresor }: TraegerAkteur, { id, art, code, von, bis, version, ...z }: Zeile): Statusangabe {
  const schluessel = tresor.oeffneSchluessel(z.fall_id, z.verpackt, z.generation);
  const geheim = tresor.entschluessle(z.angaben_krypt, schluessel, { besitzerId: id, spalte: 'statusangaben.angaben', version }) as Statusgeheimnis;
  return { id, art, code, von, bis, version, erfasstVon: z.erfasst_von, ...geheim };
}
