import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { fuelleDemo } from '@kim/infra/demo/fuellen.ts';
import { kopiereDatenbank, loginUrl, urlFuer, verwirfDatenbank } from '@kim/testing/cluster.ts';
import { erzeugeSchluesselbund } from '@kim/tresor/schluesselbund.ts';

/** The figures of requirements 1.14 from the dated facts alone, by plain SQL: nothing of the product counts here. */

const zugang = inject('zugang');
const datenbank = `${zugang.leer}_${randomBytes(3).toString('hex')}`;
const ordner = mkdtempSync(join(tmpdir(), 'kim-bestand-'));
const verwaltung = urlFuer(zugang.verwaltung, datenbank);
const sql = new pg.Client({ connectionString: verwaltung });

beforeAll(async () => {
  await kopiereDatenbank(zugang, zugang.leer, datenbank);
  const url = (login: 'traeger' | 'anmeldung' | 'koordination') => loginUrl(zugang, `kim_${login}`, datenbank);
  const bund = erzeugeSchluesselbund(join(ordner, 'bund', 'schluesselbund.json'));
  await fuelleDemo(verwaltung, { traeger: url('traeger'), anmeldung: url('anmeldung'), koordination: url('koordination') }, bund);
  await sql.connect();
}, 600_000);

afterAll(async () => {
  await sql.end();
  await verwirfDatenbank(zugang, datenbank);
  rmSync(ordner, { recursive: true, force: true });
});

/** Class of each case that is open at the end of a day, with its Fachkraft, from events and responsibilities. */
const LAUFEND = `
  select t.kennung, f.id, n.name as fachkraft,
         (select e.wert from app.fallereignisse e where e.traeger_id = f.traeger_id and e.fall_id = f.id and e.art = 'klasse' and e.gilt_ab <= $1 order by e.gilt_ab desc, e.id desc limit 1) as klasse
    from app.faelle f join kreis.traeger t on t.id = f.traeger_id
    join app.zustaendigkeiten z on z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null
    join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id
   where exists (select from app.fallereignisse e where e.traeger_id = f.traeger_id and e.fall_id = f.id and e.art = 'eroeffnung' and e.gilt_ab <= $1)
     and not exists (select from app.fallereignisse e where e.traeger_id = f.traeger_id and e.fall_id = f.id and e.art = 'ende' and e.gilt_ab <= $1)`;

test.each([
  ['Kreis (KI): 54 running cases', 'RBK', 50, 4],
  ['Bergisch Gladbach: 19 in Case Management', 'BGL', 19, 1],
  ['KJA: 26 in Case Management', 'KJA', 26, 0],
  ['Kürten: 65 in Case Management', 'KUE', 65, 6],
  ['Odenthal: 74 cases in Case Management', 'ODE', 74, 5],
  ['Rösrath: 71 in Case Management', 'ROE', 71, 1],
  ['Wermelskirchen: 500, 107 in Case Management', 'WKN', 107, 393],
  ['Diakonie Köln: 26 in Case Management', 'DKO', 26, 0],
])('%s, as stock of today', async (_, kennung, caseManagement, kurzberatung) => {
  const { rows } = await sql.query(
    `select count(*) filter (where klasse = 'case_management')::int as cm, count(*) filter (where klasse = 'kurzberatung')::int as kurz from (${LAUFEND}) x where kennung = $2`, [heute(), kennung]);
  expect(rows).toEqual([{ cm: caseManagement, kurz: kurzberatung }]);
});

test('Wermelskirchen: 250 cases for each Fachkraft, 19.2 % and 23.6 % of them Case Management', async () => {
  const { rows } = await sql.query(
    `select count(*)::int as faelle, count(*) filter (where klasse = 'case_management')::int as cm, round(100.0 * count(*) filter (where klasse = 'case_management') / count(*), 1)::text as anteil
       from (${LAUFEND}) x where kennung = 'WKN' group by fachkraft order by cm`, [heute()]);
  expect(rows).toEqual([{ faelle: 250, cm: 48, anteil: '19.2' }, { faelle: 250, cm: 59, anteil: '23.6' }]);
});

test.each([['Kürten', 'KUE', 131], ['Odenthal', 'ODE', 209], ['Rösrath', 'ROE', 174]])('%s: persons in Case Management', async (_, kennung, personen) => {
  const { rows } = await sql.query(
    `select count(distinct b.ratsuchende_id)::int as personen from (${LAUFEND}) x join app.fallbeteiligte b on b.fall_id = x.id where x.kennung = $2 and x.klasse = 'case_management'`, [heute(), kennung]);
  expect(rows).toEqual([{ personen }]);
});

test('KJA: 123 clients over the calendar year 2024, 26 of them in Case Management', async () => {
  const { rows } = await sql.query(`
    select count(distinct b.ratsuchende_id)::int as personen, count(distinct b.ratsuchende_id) filter (where f.klasse = 'case_management')::int as cm
      from app.faelle f join kreis.traeger t on t.id = f.traeger_id and t.kennung = 'KJA'
      join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id
     where f.eroeffnet_am <= '2024-12-31' and (f.beendet_am is null or f.beendet_am >= '2024-01-01')`);
  expect(rows).toEqual([{ personen: 123, cm: 26 }]);
});

test.each([['Shiva with three children', 'ODE', { kind: 3 }], ['the father from Syria with his wife and two children', 'WKN', { partner: 1, kind: 2 }]])('%s is one household', async (_, kennung, rollen) => {
  const { rows } = await sql.query<{ rolle: string; anzahl: number }>(`
    select m.rolle, count(*)::int as anzahl from app.fallbeteiligte b join app.haushaltsmitglieder m on m.ratsuchende_id = b.ratsuchende_id
     where b.rolle = 'familie' and b.fall_id = (select f.id from app.faelle f join kreis.traeger t on t.id = f.traeger_id and t.kennung = $1 order by f.id limit 1) group by m.rolle`, [kennung]);
  expect(Object.fromEntries(rows.map(({ rolle, anzahl }) => [rolle, anzahl]))).toEqual(rollen);
});
