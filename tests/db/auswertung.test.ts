import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { findVerraeter } from '@kim/auswertung/pruefung.ts';
import { findZeilen, leseZelle } from '@kim/auswertung/zelle.ts';
import { veroeffentlicheFaellige } from '@kim/auswertung/lauf.ts';
import { neueId } from '@kim/core/ids.ts';
import { inTagen } from '@kim/core/zeit.ts';
import { verbindeAuswertung } from '@kim/db/tenancy.ts';
import { AUFENTHALTSSTATUS } from '@kim/kreis/aufenthaltsstatus.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { RECHTSKREISE } from '@kim/kreis/rechtskreise.ts';
import { STAATSANGEHOERIGKEITEN } from '@kim/kreis/staatsangehoerigkeiten.ts';
import { ZUGAENGE } from '@kim/kreis/zugaenge.ts';
import { ABSCHLUSSGRUND } from '@kim/domain/fallabschluesse/labels.ts';
import { loginUrl } from '@kim/testing/cluster.ts';
import { insertZeilen } from '@kim/testing/zeilen.ts';
import { leseWahrheit, zaehle } from '../anonymitaet/lage.ts';
import { NENNER, GESETZ, schuetze, versatzVon } from '../anonymitaet/referenz.ts';
import { baueWelt } from '../anonymitaet/welt.ts';
import type { Welt } from '../anonymitaet/welt.ts';
import { eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const schluessel = createHash('sha256').update('Test').digest();
const STICHTAGE = ['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30'];
let welt: Welt;

const auswertung = () => verbindeAuswertung(loginUrl(inject('zugang'), 'kim_auswertung', db.name));
const veroeffentliche = async (stichtag: unknown, mit: Buffer | null = schluessel, kreis = welt.kreisId) => {
  const client = await db.anmelden('kim_auswertung');
  return client.query('select auswertung_intern.veroeffentliche($1, $2, $3)', [kreis, stichtag, mit]).then(() => 'ok', (fehler: Error) => fehler.message);
};
const rohwerte = async (stichtag: string) =>
  new Map((await db.sql.query<{ zelle: string; wert: number }>('select zelle, wert from auswertung.rohwerte where kreis_id = $1 and stichtag = $2', [welt.kreisId, stichtag])).rows.map(({ zelle, wert }) => [zelle, wert]));
const werte = async (stichtag: string) =>
  new Map((await db.sql.query<{ zelle: string; wert: number }>('select zelle, wert from auswertung.werte where kreis_id = $1 and stichtag = $2', [welt.kreisId, stichtag])).rows.map(({ zelle, wert }) => [zelle, wert]));

beforeAll(async () => {
  await db.sql.query('delete from auswertung_intern.beginn');
  welt = await baueWelt(db.sql, { saat: 1, bestand: 600, bis: '2026-10-31', monate: 30 });
  await db.sql.query('analyze');
  await db.sql.query('insert into auswertung_intern.beginn (kreis_id, erster_stichtag) values ($1, $2)', [welt.kreisId, STICHTAGE[0]]);
  // Two days are released here; the later ones belong to the tests.
  for (const stichtag of STICHTAGE.slice(0, 2)) await veroeffentliche(stichtag);
}, 120_000);

test('every code of the tables in packages/kreis is counted as something', async () => {
  const { rows } = await db.sql.query<{ merkmal: string; codes: string[] }>('select merkmal, array_agg(code) as codes from auswertung_intern.zuordnungen group by 1');
  const gezaehlt = Object.fromEntries(rows.map(({ merkmal, codes }) => [merkmal, new Set(codes)]));
  const offen = (merkmal: string, codes: Iterable<string>) => [...codes].filter((code) => !gezaehlt[merkmal]?.has(code)).map((code) => `${merkmal} ${code}`);
  expect([
    ...offen('bedarf', Object.keys(BEDARFSBEREICHE)), ...offen('zugang', Object.keys(ZUGAENGE)), ...offen('grund', Object.keys(ABSCHLUSSGRUND)), ...offen('stelle', Object.keys(RECHTSKREISE)),
    ...offen('aufenthalt', AUFENTHALTSSTATUS.map(({ code }) => code)), ...offen('herkunft', STAATSANGEHOERIGKEITEN.map(([code]) => code)),
  ]).toEqual([]);
});

test('no table has more than two Merkmale, and none crosses Kommune with anything (D20)', async () => {
  const { rows } = await db.sql.query('select tabelle from auswertung.tabellen where cardinality(merkmale) > 2 or (\'kommune\' = any (merkmale) and cardinality(merkmale) > 1)');
  expect(rows).toEqual([]);
});

describe('the barrier', () => {
  test('protects as the reference does: law, HMAC and rounding (A13)', async () => {
    const faelle = Array.from({ length: 20_000 }, (_, i) => ({ kennung: `zelle|${i}|${neueId()}`, anzahl: i % 60 }));
    const { rows } = await db.sql.query<{ versatz: number; wert: number }>(`
      with s as (select auswertung_intern.haelfte($1, 54) as innen, auswertung_intern.haelfte($1, 92) as aussen)
      select v.versatz, auswertung_intern.geschuetzt(f.anzahl, v.versatz) as wert from s, unnest($2::text[], $3::bigint[]) with ordinality f(kennung, anzahl, nr)
        cross join lateral (select auswertung_intern.versatz(auswertung_intern.hmac(s.innen, s.aussen, f.kennung)) as versatz) v order by f.nr`,
    [schluessel, faelle.map(({ kennung }) => kennung), faelle.map(({ anzahl }) => anzahl)]);
    expect(rows).toEqual(faelle.map(({ kennung, anzahl }) => {
      const versatz = versatzVon(schluessel, kennung);
      return { versatz, wert: schuetze(anzahl, versatz) };
    }));
    const chi = GESETZ.reduce((summe, { versatz, anteil }) => {
      const erwartet = (rows.length * Number(anteil)) / Number(NENNER);
      return summe + (rows.filter((zeile) => zeile.versatz === versatz).length - erwartet) ** 2 / erwartet;
    }, 0);
    // Chi-square with 12 degrees of freedom: p > 0.001.
    expect(chi).toBeLessThan(32.9);
  });

  test('counts what plain SQL counts: every stock cell is its true count, protected', async () => {
    const [wahrheit, roh] = [await leseWahrheit(db.sql, welt.kreisId, STICHTAGE[0]!), await rohwerte(STICHTAGE[0]!)];
    const { rows } = await db.sql.query<{ zelle: string; kennung: string }>('select zelle, kennung from auswertung_intern.zellen($1, $2)', [welt.kreisId, STICHTAGE[0]]);
    const gezaehlt = rows.flatMap(({ zelle, kennung }) => {
      const anzahl = zaehle(wahrheit, zelle);
      return anzahl === null ? [] : [{ zelle, soll: schuetze(anzahl, versatzVon(schluessel, kennung)) }];
    });
    expect(gezaehlt.length).toBeGreaterThan(150);
    expect(gezaehlt.filter(({ zelle, soll }) => roh.get(zelle) !== soll)).toEqual([]);
    expect([...roh.keys()].sort()).toEqual(rows.map(({ zelle }) => zelle).sort());
  });

  test('a case is in exactly one cell of every division without several values', async () => {
    const { rows } = await db.sql.query<{ merkmal: string }>('select merkmal from auswertung.merkmale where not mehrfach');
    const innen = await db.sql.query('select * from auswertung_intern.basis($1, $2, auswertung_intern.haelfte($3, 54), auswertung_intern.haelfte($3, 92))', [welt.kreisId, STICHTAGE[0], schluessel]);
    const erlaubt = await db.sql.query<{ merkmal: string; werte: string[] }>('select merkmal, array_agg(wert) as werte from auswertung_intern.werteliste($1) group by 1', [welt.kreisId]);
    const werteVon = new Map(erlaubt.rows.map(({ merkmal, werte: eigene }) => [merkmal, eigene]));
    for (const { merkmal } of rows) expect(innen.rows.filter((fall) => !werteVon.get(merkmal)?.includes(fall[merkmal] as string)), merkmal).toEqual([]);
  });

  test('a stock keeps its offset from day to day, a flow does not; a Kommune of one Träger alone shares its cell', async () => {
    const kennungen = async (stichtag: string) => new Map((await db.sql.query<{ zelle: string; kennung: string }>('select zelle, kennung from auswertung_intern.zellen($1, $2)', [welt.kreisId, stichtag])).rows.map(({ zelle, kennung }) => [zelle, kennung]));
    const [juni, september] = [await kennungen('2026-06-30'), await kennungen('2026-09-30')];
    expect(juni.get('bestand|klasse=case_management')).toBe(september.get('bestand|klasse=case_management'));
    expect(juni.get('zugang')).not.toBe(september.get('zugang'));
    // The KI serves every Kommune, so no two cells are equal here; a Träger that serves one Kommune alone makes them so.
    const { rows: [ki] } = await db.sql.query<{ id: string }>("select id from kreis.traeger where kreis_id = $1 and kennung like '%RBK'", [welt.kreisId]);
    const kuerten = welt.traeger.find(({ kennung }) => kennung === 'KUE')!;
    await db.sql.query('begin');
    await db.sql.query('delete from app.stelle_kommunen where traeger_id = $1', [ki!.id]);
    await db.sql.query('select auswertung_intern.setze_epochen($1, $2)', [welt.kreisId, '2026-09-30']);
    const ohne = await kennungen('2026-09-30');
    await db.sql.query('rollback');
    expect(ohne.get(`bestand|kommune=${kuerten.kommunen[0]}`)).toContain(`bestand|traeger=${kuerten.id}`);
  });

  test('refuses a second time, a day that is not over or no end of a month, a missing, short or other key, a Kreis that has not begun', async () => {
    const vorher = await rohwerte(STICHTAGE[0]!);
    expect(await veroeffentliche(STICHTAGE[0])).toMatch(/laeufe_kreis_id_stichtag_pk/);
    expect(await rohwerte(STICHTAGE[0]!)).toEqual(vorher);
    expect(await veroeffentliche('2026-09-29')).toMatch(/noch nicht erreicht/);
    expect(await veroeffentliche(inTagen(new Date().toISOString().slice(0, 10), 400))).toMatch(/noch nicht erreicht/);
    expect(await veroeffentliche(null)).toMatch(/noch nicht erreicht/);
    expect(await veroeffentliche('2026-08-31', null)).toMatch(/Schlüssel der Auswertung fehlt/);
    expect(await veroeffentliche('2026-08-31', randomBytes(16))).toMatch(/Schlüssel der Auswertung fehlt/);
    expect(await veroeffentliche('2026-08-31', randomBytes(32))).toMatch(/anderer Schlüssel/);
    expect(await veroeffentliche('2026-05-31')).toMatch(/veröffentlicht nicht/);
    expect(await veroeffentliche('2026-08-31', schluessel, neueId())).toMatch(/veröffentlicht nicht/);
  });

  test('no login but its own may call it, and that one reads no case; nobody changes what is released', async () => {
    for (const login of ['kim_traeger', 'kim_koordination', 'kim_anmeldung', 'kim_auftrag', 'kim_eigentuemer'] as const) {
      const client = await db.anmelden(login);
      await expect(client.query('select auswertung_intern.veroeffentliche($1, $2, $3)', [welt.kreisId, '2026-08-31', schluessel]), login).rejects.toMatchObject({ code: '42501' });
      if (login !== 'kim_eigentuemer') await expect(client.query('update auswertung.werte set wert = 0'), login).rejects.toMatchObject({ code: '42501' });
    }
    const job = await db.anmelden('kim_auswertung');
    for (const text of ['select * from app.faelle', 'select * from auswertung_intern.beginn', 'select * from auswertung_intern.epochen', 'update auswertung.rohwerte set wert = 0', 'delete from auswertung.werte', 'insert into auswertung.rohwerte select * from auswertung.rohwerte']) {
      await expect(job.query(text), text).rejects.toMatchObject({ code: '42501' });
    }
    await expect(job.query('insert into auswertung.werte (kreis_id, stichtag, zelle, wert) select kreis_id, stichtag, zelle, 7 from auswertung.rohwerte limit 1')).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a release', () => {
  test('is finished where it was cut off; totals add up, values are multiples of five near what was protected, and nothing is missing', async () => {
    const datenbank = auswertung();
    const ergebnisse = await veroeffentlicheFaellige(datenbank, schluessel);
    expect(ergebnisse.map(({ stichtag }) => stichtag)).toEqual([...STICHTAGE, '2026-10-31']);
    expect(ergebnisse.every(({ zurueckgehalten }) => zurueckgehalten === 0)).toBe(true);
    expect(await veroeffentlicheFaellige(datenbank, schluessel)).toEqual([]);
    await datenbank.schliesse();
    const { rows } = await db.sql.query<{ merkmal: string; mehrfach: boolean; anzahl: number }>(`
      select m.merkmal, m.mehrfach, count(*)::int as anzahl from auswertung.merkmale m join auswertung_intern.werteliste($1) w on w.merkmal = m.merkmal group by 1, 2`, [welt.kreisId]);
    const [mehrfach, anzahlen] = [new Set(rows.filter((m) => m.mehrfach).map((m) => m.merkmal)), new Map(rows.map((m) => [m.merkmal, m.anzahl]))];
    for (const stichtag of STICHTAGE) {
      const [roh, wert] = [await rohwerte(stichtag), await werte(stichtag)];
      expect([...wert.keys()].sort()).toEqual([...roh.keys()].sort());
      for (const { rand, teile, vollstaendig } of findZeilen(wert.keys(), mehrfach, anzahlen)) {
        const summe = teile.reduce((bisher, teil) => bisher + (wert.get(teil) ?? 0), 0);
        if (vollstaendig) expect(summe, `${stichtag} ${rand}`).toBe(wert.get(rand));
        else for (const teil of teile) expect(wert.get(teil), teil).toBeLessThanOrEqual(wert.get(rand) ?? 0);
      }
    }
  });

  test('says nothing on a day on which too little moves, and never less than five entries and exits stand behind a table', async () => {
    const { rows } = await db.sql.query<{ tabelle: string; linie: string; takt: string }>('select tabelle, linie, takt from auswertung.takte where kreis_id = $1', [welt.kreisId]);
    expect(new Set(rows.map(({ takt }) => takt)).size).toBeGreaterThan(1);
    const selten = rows.filter(({ linie, takt }) => linie && ['jahr', 'nie'].includes(takt));
    expect(selten.length).toBeGreaterThan(0);
    const september = await werte('2026-09-30');
    expect([...september.keys()].filter((zelle) => {
      const traeger = leseZelle(zelle).werte['traeger'];
      return traeger && !rows.some(({ linie, takt }) => linie === traeger && takt === 'quartal');
    })).toEqual([]);
  });
});

test('the gate finds a cell that its neighbours give away', async () => {
  const zeilen = findZeilen(['b', 'b|m=1', 'b|m=2'], new Set(), new Map([['m', 2]]));
  expect(await findVerraeter(new Map([['b', 100], ['b|m=1', 100], ['b|m=2', 0]]), zeilen)).toEqual([]);
  // The margin is at most 92 − 8, the large part at least 84: nothing is left for the small one.
  expect(await findVerraeter(new Map([['b', 80], ['b|m=1', 95], ['b|m=2', 5]]), zeilen)).toEqual(['b|m=2']);
});

test('a Träger that joins begins a new epoch: other offsets for the lines that it stands behind', async () => {
  const kennung = async () => (await db.sql.query<{ kennung: string }>("select kennung from auswertung_intern.zellen($1, '2026-09-30') where zelle = 'bestand|klasse=case_management'", [welt.kreisId])).rows[0]!.kennung;
  const vorher = await kennung();
  await db.sql.query('begin');
  await insertZeilen(db.sql, 'kreis.traeger', [{ kreis_id: welt.kreisId, id: neueId(), name: 'Neu', kurzname: 'Neu', kennung: 'NEU', traegerart: 'kommune', rechtsregime: 'dsgvo' }]);
  await db.sql.query('select auswertung_intern.setze_epochen($1, $2)', [welt.kreisId, '2026-09-30']);
  const nachher = await kennung();
  await db.sql.query('rollback');
  expect([vorher, nachher]).toEqual([expect.stringContaining('epoche=1'), expect.stringContaining('epoche=2')]);
});
