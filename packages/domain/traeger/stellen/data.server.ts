import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import type { Klasse } from '../../faelle/schema.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import type { Vertragsart } from './schema.ts';

export interface Besetzung {
  id: string;
  personId: string;
  person: string;
  /** VZÄ × 100. */
  anteil: number;
  von: Datum;
  bis: Datum | null;
  version: number;
}

export interface Stelle {
  id: string;
  bezeichnung: string;
  /** VZÄ × 100. */
  vzae: number;
  vertragsart: Vertragsart;
  gefoerdertVon: Datum;
  gefoerdertBis: Datum | null;
  version: number;
  kommunen: { id: string; name: string }[];
  besetzungen: Besetzung[];
}

const stellen = ({ traegerId }: TraegerAkteur) => sql`
  select s.id, s.bezeichnung, s.vzae_hundertstel as vzae, s.vertragsart, s.gefoerdert_von::text as "gefoerdertVon",
         s.gefoerdert_bis::text as "gefoerdertBis", s.version, k.kommunen, b.besetzungen
    from app.stellen s
    left join lateral (
      select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]') as kommunen
        from app.stelle_kommunen x join kreis.kommunen o on o.kreis_id = x.kreis_id and o.id = x.kommune_id
       where x.traeger_id = s.traeger_id and x.stelle_id = s.id) k on true
    left join lateral (
      select coalesce(json_agg(json_build_object('id', x.id, 'personId', x.nutzer_id, 'person', n.name, 'anteil', x.anteil_hundertstel,
               'von', x.von, 'bis', x.bis, 'version', x.version) order by x.von desc, x.id desc), '[]') as besetzungen
        from app.besetzungen x join app.nutzer n on n.traeger_id = x.traeger_id and n.id = x.nutzer_id
       where x.traeger_id = s.traeger_id and x.stelle_id = s.id) b on true
   where s.traeger_id = ${traegerId}`;

/** All posts of the Träger with their communes and everybody who fills or filled them. */
export async function listStellen(akteur: TraegerAkteur): Promise<Stelle[]> {
  return akteur.tx((tx) => leseStellen(tx, akteur));
}

async function leseStellen(tx: Tx, akteur: TraegerAkteur): Promise<Stelle[]> {
  const { rows } = await tx.execute<Stelle & Record<string, unknown>>(sql`${stellen(akteur)} order by s.bezeichnung, s.id`);
  return rows;
}

export async function leseStelle(tx: Tx, akteur: TraegerAkteur, id: string): Promise<Stelle | null> {
  const { rows } = await tx.execute<Stelle & Record<string, unknown>>(sql`${stellen(akteur)} and s.id = ${id}`);
  return rows[0] ?? null;
}

/** Communes of the Kreis and colleagues, for the choices of the forms. */
export interface Wahlmoeglichkeiten {
  kommunen: { id: string; name: string }[];
  personen: { id: string; name: string }[];
}

/** One post with what its forms offer; null, with a line in the protocol, when the Träger has none with this id. */
export async function getStelle(akteur: TraegerAkteur, id: string): Promise<(Wahlmoeglichkeiten & { stelle: Stelle }) | null> {
  return akteur.tx(async (tx) => {
    const [stelle, wahl] = await Promise.all([leseStelle(tx, akteur, id), leseWahl(tx, akteur)]);
    if (stelle) return { stelle, ...wahl };
    await protokolliere(tx, akteur, 'eintrag.nicht_gefunden');
    return null;
  });
}

export async function listKommunenDesKreises(akteur: TraegerAkteur): Promise<{ id: string; name: string }[]> {
  return akteur.tx((tx) => leseKommunen(tx, akteur));
}

export async function leseKommunen(tx: Tx, { kreisId }: TraegerAkteur): Promise<Wahlmoeglichkeiten['kommunen']> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`select id, name from kreis.kommunen where kreis_id = ${kreisId} order by name`);
  return rows;
}

async function leseWahl(tx: Tx, akteur: TraegerAkteur): Promise<Wahlmoeglichkeiten> {
  const [kommunen, personen] = await Promise.all([
    leseKommunen(tx, akteur),
    tx.execute<{ id: string; name: string }>(sql`select id, name from app.nutzer where traeger_id = ${akteur.traegerId} and beendet_am is null order by name`),
  ]);
  return { kommunen, personen: personen.rows };
}

export interface Auslastung {
  stichtag: Datum;
  stellen: Stelle[];
  /** Cases that are open at the cut-off, by class. */
  laufend: Record<Klasse, number>;
}

/** Posts and running cases of the whole Träger today; nothing per person (R120, D21). */
export async function getAuslastung(akteur: TraegerAkteur): Promise<Auslastung> {
  return akteur.tx(async (tx) => {
    const stichtag = heute();
    const [alle, zahlen] = await Promise.all([
      leseStellen(tx, akteur),
      tx.execute<{ klasse: Klasse; faelle: number }>(sql`
        select klasse, count(*)::int as faelle from app.faelle
         where traeger_id = ${akteur.traegerId} and eroeffnet_am <= ${stichtag} and (beendet_am is null or beendet_am > ${stichtag}) group by klasse`),
    ]);
    const laufend = { verweis: 0, kurzberatung: 0, case_management: 0 };
    for (const { klasse, faelle } of zahlen.rows) laufend[klasse] = faelle;
    return { stichtag, stellen: alle, laufend };
  });
}
