import type pg from 'pg';
import { fuelleFaelle } from './fixture-faelle.ts';
import { fuelleKonten } from './fixture-konten.ts';
import { fuellePersonal } from './fixture-personal.ts';
import { fuelleAngebote } from './fixture-regelkreis.ts';
import { festeId, KREISE } from './plan.ts';
import type { KreisPlan } from './plan.ts';
import { insertZeilen } from './zeilen.ts';

/**
 * Fills a migrated database with two Kreise and eleven Träger: every Träger table holds rows of every Träger, and every
 * free text column its canary. Written as superuser: the rules of the database are what the tests are about.
 */
export async function fuelleBestand(sql: pg.Client): Promise<void> {
  await sql.query('begin');
  for (const kreis of KREISE) await fuelleKreis(sql, kreis);
  for (const kreis of KREISE) {
    for (const traeger of kreis.traeger) {
      await fuellePersonal(sql, traeger);
      await fuelleFaelle(sql, traeger);
    }
  }
  await fuelleKonten(sql);
  await sql.query('commit');
  await sql.query('vacuum analyze');
  const luecken = await findLuecken(sql);
  if (luecken.length > 0) throw new Error(`Testbestand unvollständig, packages/testing/fixture-*.ts ergänzen:\n  ${luecken.join('\n  ')}`);
}

async function fuelleKreis(sql: pg.Client, kreis: KreisPlan): Promise<void> {
  await insertZeilen(sql, 'kreis.kreise', [{ id: kreis.id, name: kreis.name }]);
  await insertZeilen(sql, 'kreis.kommunen', kreis.kommunen.map((id, i) => (
    { kreis_id: kreis.id, id, name: `${kreis.name} ${i}`, ags: `0537800${i}` })));
  await insertZeilen(sql, 'kreis.traeger', kreis.traeger.map((t) => ({
    kreis_id: kreis.id, id: t.id, name: `Träger ${t.kennung}`, kurzname: t.kennung, kennung: t.kennung,
    traegerart: 'kommune', rechtsregime: 'dsgvo',
  })));
  await insertZeilen(sql, 'kreis.kriterienkataloge', [1, 2].map((fassung) => ({
    kreis_id: kreis.id, id: festeId(kreis.id, 'katalog', `${fassung}`), fassung, stand: fassung === 1 ? 'veroeffentlicht' : 'entwurf', gilt_ab: '2021-01-01',
    beschluss: `${kreis.name} ${fassung}`, platzhalter: true, schwelle: 3, inhalt: JSON.stringify({ kriterien: [{ schluessel: 'k1', titel: 'K1', erlaeuterung: '' }], orientierungspunkte: [] }),
  })));
  await insertZeilen(sql, 'kreis.uebergabekriterien', [{ kreis_id: kreis.id, id: festeId(kreis.id, 'uebergabe'), fassung: 1, gilt_ab: '2021-01-01', beschluss: kreis.name, kriterien: [kreis.name] }]);
  await fuelleAngebote(sql, kreis);
  await fuelleAuswertung(sql, kreis);
  const { nutzerId, name } = kreis.koordination;
  await insertZeilen(sql, 'kreis.koordinierende', [{ kreis_id: kreis.id, id: nutzerId, name }]);
}

/** A release of each Kreis, as the barrier would leave it. */
async function fuelleAuswertung(sql: pg.Client, kreis: KreisPlan): Promise<void> {
  const [kreis_id, stichtag] = [kreis.id, '2025-12-31'];
  await insertZeilen(sql, 'auswertung_intern.beginn', [{ kreis_id, erster_stichtag: stichtag }]);
  await insertZeilen(sql, 'auswertung_intern.epochen', [{ kreis_id, linie: 'kreis', nr: 1, traeger: kreis.traeger.map(({ id }) => id), seit: stichtag }]);
  await insertZeilen(sql, 'auswertung.laeufe', [{ kreis_id, stichtag, katalog: kreis.name }]);
  await insertZeilen(sql, 'auswertung.takte', [{ kreis_id, jahr: 2025, tabelle: 'bestand', linie: '', takt: 'monat' }]);
  await insertZeilen(sql, 'auswertung.rohwerte', [{ kreis_id, stichtag, zelle: 'bestand', wert: 100 }]);
  await insertZeilen(sql, 'auswertung.werte', [{ kreis_id, stichtag, zelle: 'bestand', wert: 105 }]);
  await insertZeilen(sql, 'auswertung.tabellenstaende', [{ kreis_id, stichtag, tabelle: 'bestand', stand: 'veroeffentlicht', grund: kreis.name }]);
  await insertZeilen(sql, 'auswertung.kennzahlen', [{ kreis_id, traeger_id: kreis.traeger[0]!.id, stichtag, klasse: 'alle', wert: 42 }]);
}

/** What the catalogue holds and the fixture forgets: tables without rows of a Träger, text columns without its canary. */
export async function findLuecken(sql: pg.Client): Promise<string[]> {
  const { rows: spalten } = await sql.query<{ tabelle: string; spalte: string; frei: boolean }>(`
    select c.oid::regclass::text as tabelle, a.attname as spalte,
           a.atttypid = 'text'::regtype and a.attname <> 'fallnummer' and not exists (
             select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)) as frei
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('app', 'tresor')
       and (a.attname = 'traeger_id' or a.atttypid = 'text'::regtype)`);
  const luecken: string[] = [];
  for (const { tabelle, spalte, frei } of spalten) {
    if (spalte !== 'traeger_id' && !frei) continue;
    const bedingung = spalte === 'traeger_id' ? 'true' : `t.${spalte} like 'kanarie-' || lower(k.kennung) || '-%'`;
    const { rows } = await sql.query<{ kennung: string }>(
      `select k.kennung from kreis.traeger k where not exists (select from ${tabelle} t where t.traeger_id = k.id and ${bedingung})`);
    if (rows.length > 0) luecken.push(`${tabelle}.${spalte}: ${rows.map((r) => r.kennung).join(', ')}`);
  }
  const { rows: leere } = await sql.query<{ tabelle: string }>(`
    select c.oid::regclass::text as tabelle from pg_class c
     where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('app', 'tresor', 'sec', 'kreis')`);
  for (const { tabelle } of leere) {
    const { rowCount } = await sql.query(`select from ${tabelle} limit 1`);
    if (!rowCount) luecken.push(`${tabelle}: keine Zeile`);
  }
  return luecken;
}
