import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { dateiname } from './rules.ts';
import type { Dateityp, Dokumentart } from './schema.ts';

/** A file of a case without its content. */
export interface Dokument {
  id: string;
  art: Dokumentart;
  dateityp: Dateityp;
  /** Bytes before encryption. */
  groesse: number;
  name: string;
  /** The file that this one replaced. */
  vorgaengerId: string | null;
  /** In the protected part; listed only while that is open. */
  geschuetzt: boolean;
  erfasstVon: string;
  erfasstAm: Date;
}

interface Zeile extends Record<string, unknown> {
  fall_id: string; id: string; art: Dokumentart; dateityp: Dateityp; groesse: number; name_krypt: Buffer; vorgaenger_id: string | null; geschuetzt: boolean; erfasst_von: string; erfasst_am: string; verpackt: Buffer; generation: number;
}

/** A case without files. */
interface Leerzeile extends Record<string, unknown> {
  fall_id: string;
  id: null;
}

/** All files of a case, newest first, those of the protected part only while it is open; null for a case that is not there for the asking person. One statement. */
export async function listDokumente(akteur: TraegerAkteur, nr: string): Promise<Dokument[] | null> {
  return akteur.tx(async (tx) => {
    const gelesen = await leseDokumente(tx, akteur, nr);
    await protokolliere(tx, akteur, gelesen ? 'dokument.gelesen' : 'fall.nicht_gefunden', gelesen ? { fallId: gelesen.fallId, fallnummer: nr } : {});
    return gelesen?.dokumente ?? null;
  });
}

export async function leseDokumente(tx: Tx, { traegerId, tresor }: TraegerAkteur, nr: string): Promise<{ fallId: string; dokumente: Dokument[] } | null> {
  const { rows } = await tx.execute<Zeile | Leerzeile>(sql`
    select f.id as fall_id, d.id, d.art, d.dateityp, d.groesse, d.name_krypt, d.vorgaenger_id, d.geschuetzt, n.name as erfasst_von, d.erfasst_am, s.verpackt, s.generation
      from app.faelle f
      join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
      left join app.dokumente d on d.traeger_id = f.traeger_id and d.fall_id = f.id
      left join app.nutzer n on n.traeger_id = d.traeger_id and n.id = d.erfasst_von
     where f.traeger_id = ${traegerId} and f.fallnummer = ${nr} order by d.id desc`);
  const fallId = rows[0]?.fall_id;
  if (!fallId) return null;
  const dokumente = rows.filter((zeile): zeile is Zeile => zeile.id !== null).map((z) => {
    const schluessel = tresor.oeffneSchluessel(z.fall_id, z.verpackt, z.generation);
    const name = tresor.entschluessleText(z.name_krypt, schluessel, { besitzerId: z.id, spalte: 'dokumente.name', version: 1 });
    return { id: z.id, art: z.art, dateityp: z.dateityp, groesse: z.groesse, name, vorgaengerId: z.vorgaenger_id, geschuetzt: z.geschuetzt, erfasstVon: z.erfasst_von, erfasstAm: new Date(z.erfasst_am) };
  });
  return { fallId, dokumente };
}

/** One file of a case with its bytes, for a download; the name is safe to be a file name. */
export interface Dateiinhalt {
  name: string;
  dateityp: Dateityp;
  inhalt: Buffer;
}

export async function getDateiinhalt(akteur: TraegerAkteur, nr: string, id: string): Promise<Dateiinhalt | null> {
  const { traegerId, tresor } = akteur;
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<Zeile & { inhalt_krypt: Buffer }>(sql`
      select f.id as fall_id, d.id, d.dateityp, d.name_krypt, d.inhalt_krypt, s.verpackt, s.generation
        from app.faelle f
        join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
        join app.dokumente d on d.traeger_id = f.traeger_id and d.fall_id = f.id
       where f.traeger_id = ${traegerId} and f.fallnummer = ${nr} and d.id = ${id}`);
    const z = rows[0];
    await protokolliere(tx, akteur, z ? 'dokument.gelesen' : 'eintrag.nicht_gefunden', z ? { fallId: z.fall_id, fallnummer: nr, gegenstandId: id } : {});
    if (!z) return null;
    const schluessel = tresor.oeffneSchluessel(z.fall_id, z.verpackt, z.generation);
    const name = tresor.entschluessleText(z.name_krypt, schluessel, { besitzerId: id, spalte: 'dokumente.name', version: 1 });
    const inhalt = tresor.entschluessle(z.inhalt_krypt, schluessel, { besitzerId: id, spalte: 'dokumente.inhalt', version: 1 });
    return { name: dateiname(name, z.dateityp), dateityp: z.dateityp, inhalt: inhalt as Buffer };
  });
}
