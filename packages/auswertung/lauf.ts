import { and, eq, sql } from 'drizzle-orm';
import { auspraegungen, merkmale, rohwerte, tabellen, tabellenstaende, werte } from '@kim/db/schema/auswertung.ts';
import type { Tx } from '@kim/db/tx.ts';
import { gleicheAb } from './abgleich.ts';
import { findVerraeter } from './pruefung.ts';
import { findZeilen, leseZelle } from './zelle.ts';

/** The transactions of the statistics job (db/tenancy.ts). */
export interface Auswertungsdatenbank {
  inAuswertungTx: <T>(arbeit: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** What came of one cut-off day. */
export interface Laufergebnis {
  kreisId: string;
  stichtag: string;
  zellen: number;
  veroeffentlicht: number;
  zurueckgehalten: number;
}

/**
 * Makes every release that is due, oldest first: counts and protects inside the database, then checks and adds up outside of
 * it. A run that was cut off in between is finished by the next.
 * @param schluessel the 32 bytes from which the database draws its offsets
 */
export async function veroeffentlicheFaellige(datenbank: Auswertungsdatenbank, schluessel: Buffer): Promise<Laufergebnis[]> {
  const faellige = await datenbank.inAuswertungTx(async (tx) =>
    (await tx.execute<{ kreis_id: string; stichtag: string; gezaehlt: boolean }>(sql`select kreis_id, stichtag::text, gezaehlt from auswertung_intern.faellige()`)).rows);
  const ergebnisse: Laufergebnis[] = [];
  for (const { kreis_id: kreisId, stichtag, gezaehlt } of faellige) {
    if (!gezaehlt) await datenbank.inAuswertungTx((tx) => tx.execute(sql`select auswertung_intern.veroeffentliche(${kreisId}, ${stichtag}, ${schluessel})`));
    ergebnisse.push(await schliesseAb(datenbank, kreisId, stichtag));
  }
  return ergebnisse;
}

/** Gate and totals of a counted day, released in one transaction. */
async function schliesseAb(datenbank: Auswertungsdatenbank, kreisId: string, stichtag: string): Promise<Laufergebnis> {
  const { roh, vorher, zeilen, faellig } = await datenbank.inAuswertungTx((tx) => leseStand(tx, kreisId, stichtag));
  const verraeter = new Set(await findVerraeter(roh, zeilen));
  const abgeglichen = roh.size > 0 ? await gleicheAb(roh, zeilen, vorher) : new Map<string, number>();
  const staende = faellig.map((tabelle) => {
    const eigene = [...roh.keys()].filter((zelle) => gehoertZu(zelle, tabelle));
    const gruende = eigene.filter((zelle) => verraeter.has(zelle)).length;
    return { ...tabelle, eigene, stand: gruende > 0 ? ('zurueckgehalten' as const) : ('veroeffentlicht' as const), grund: gruende > 0 ? `${gruende} Zellen ließen zu wenig offen` : '' };
  });
  const frei = new Set(staende.filter(({ stand }) => stand === 'veroeffentlicht').flatMap(({ eigene }) => eigene));
  await datenbank.inAuswertungTx(async (tx) => {
    const zeilenDerWerte = [...abgeglichen].filter(([zelle]) => frei.has(zelle)).map(([zelle, wert]) => ({ kreisId, stichtag, zelle, wert }));
    for (let ab = 0; ab < zeilenDerWerte.length; ab += 5_000) await tx.insert(werte).values(zeilenDerWerte.slice(ab, ab + 5_000));
    // A day on which nothing was due is closed by a line as well, so that it is not taken up again.
    const abschluss = staende.length > 0 ? staende : [{ tabelle: '-', stand: 'zurueckgehalten' as const, grund: 'keine Tabelle fällig' }];
    await tx.insert(tabellenstaende).values(abschluss.map(({ tabelle, stand, grund }) => ({ kreisId, stichtag, tabelle, stand, grund })));
  });
  const veroeffentlicht = staende.filter(({ stand }) => stand === 'veroeffentlicht').length;
  return { kreisId, stichtag, zellen: roh.size, veroeffentlicht, zurueckgehalten: staende.length - veroeffentlicht };
}

/** Whether a cell is in a table or one of its margins. */
export function gehoertZu(zelle: string, tabelle: { mass: string; merkmale: readonly string[] }): boolean {
  const { mass, werte: eigene } = leseZelle(zelle);
  return mass === tabelle.mass && Object.keys(eigene).every((merkmal) => tabelle.merkmale.includes(merkmal));
}

async function leseStand(tx: Tx, kreisId: string, stichtag: string) {
  const [roh, alt, alleTabellen, alleMerkmale, anzahlen] = await Promise.all([
    tx.select({ zelle: rohwerte.zelle, wert: rohwerte.wert }).from(rohwerte).where(and(eq(rohwerte.kreisId, kreisId), eq(rohwerte.stichtag, stichtag))),
    tx.execute<{ zelle: string; rohwert: number; wert: number }>(sql`
      select distinct on (r.zelle) r.zelle, r.wert as rohwert, w.wert from ${rohwerte} r
        join ${werte} w on w.kreis_id = r.kreis_id and w.stichtag = r.stichtag and w.zelle = r.zelle
       where r.kreis_id = ${kreisId} and r.stichtag < ${stichtag} and r.stichtag >= ${stichtag}::date - interval '13 months' and r.zelle like 'bestand%'
       order by r.zelle, r.stichtag desc`),
    tx.select({ tabelle: tabellen.tabelle, mass: tabellen.mass, merkmale: tabellen.merkmale }).from(tabellen),
    tx.select({ merkmal: merkmale.merkmal, mehrfach: merkmale.mehrfach }).from(merkmale),
    tx.execute<{ merkmal: string; anzahl: number }>(sql`
      select merkmal, count(*)::int as anzahl from ${auspraegungen} group by 1
      union all select 'traeger', count(*)::int from kreis.traeger where kreis_id = ${kreisId}
      union all select 'kommune', count(*)::int from kreis.kommunen where kreis_id = ${kreisId}`),
  ]);
  const rohe = new Map(roh.map(({ zelle, wert }) => [zelle, wert]));
  const mehrfach = new Set(alleMerkmale.filter((m) => m.mehrfach).map((m) => m.merkmal));
  return {
    roh: rohe,
    vorher: new Map(alt.rows.map(({ zelle, ...rest }) => [zelle, rest])),
    zeilen: findZeilen(rohe.keys(), mehrfach, new Map(anzahlen.rows.map(({ merkmal, anzahl }) => [merkmal, anzahl]))),
    faellig: alleTabellen.filter((tabelle) => istDa(rohe, tabelle)),
  };
}

/** Whether the finest cells of a table were counted on that day. */
function istDa(roh: ReadonlyMap<string, number>, { mass, merkmale: eigene }: { mass: string; merkmale: readonly string[] }): boolean {
  if (eigene.length === 0) return roh.has(mass);
  return [...roh.keys()].some((zelle) => {
    const gelesen = leseZelle(zelle);
    return gelesen.mass === mass && Object.keys(gelesen.werte).length === eigene.length && eigene.every((merkmal) => merkmal in gelesen.werte);
  });
}
