import pg from 'pg';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { besucher } from './besucher.ts';

/** A5: whatever somebody adds to an address of the Koordination, she gets released figures and no other. */

const buehne = inject('buehne');
const besuch = besucher(buehne);
const sql = new pg.Client({ connectionString: buehne.verwaltung });
beforeAll(() => sql.connect());
afterAll(async () => {
  await sql.end();
  besuch.erwarteSauber();
});

const hole = (pfad: string) => besuch.geh('Koordination', { pfad });
const TABELLEN = ['bestand', 'bestand_klasse', 'bestand_bedarf', 'bedarf_alter', 'traeger_klasse', 'kommune', 'zugaenge_weg', 'luecken_bereich'];
const ZUSAETZE = ['sort=wert', 'filter=wert%3D1', 'limit=1', 'offset=3', 'group=kommune,klasse', 'merkmale=kommune,traeger', 'roh=1', 'genau=1', 'format=raw', 'stichtag=', 'stichtag=2026-02-30', "stichtag=2026-09-30'--", 'stichtag=9999-12-31', 'stichtag%5B%5D=1'];

test('every figure of every table is a released one, and the same each time', async () => {
  const { rows } = await sql.query<{ wert: number }>('select distinct wert from auswertung.werte union select wert from auswertung.kennzahlen');
  const erlaubt = new Set(rows.map(({ wert }) => wert));
  for (const tabelle of TABELLEN) {
    const grund = await hole(`/koordination/tabellen/${tabelle}/json`);
    expect(grund.status, tabelle).toBe(200);
    const blatt = JSON.parse(grund.rumpf) as { zeilen: { werte: { wert: number | null }[] }[]; stichtage: string[] };
    const zahlen = blatt.zeilen.flatMap(({ werte }) => werte.map(({ wert }) => wert));
    expect(zahlen.length, tabelle).toBeGreaterThan(0);
    expect(zahlen.filter((zahl) => zahl !== null && !erlaubt.has(zahl)), tabelle).toEqual([]);
    for (const zusatz of ZUSAETZE) {
      const antwort = await hole(`/koordination/tabellen/${tabelle}/json?${zusatz}`);
      expect([zusatz, antwort.status, antwort.rumpf === grund.rumpf]).toEqual([zusatz, 200, true]);
    }
  }
});

test('files in every format hold the same figures, all lines, and what they mean', async () => {
  for (const tabelle of TABELLEN) {
    const blatt = JSON.parse((await hole(`/koordination/tabellen/${tabelle}/json`)).rumpf) as { zeilen: { titel: string; werte: { wert: number | null }[] }[]; spalten: string[] };
    const csv = (await hole(`/koordination/tabellen/${tabelle}/csv`)).rumpf;
    const aus = utils.sheet_to_json<(string | number)[]>(read(csv.replace(/^\uFEFF/, ''), { type: 'string', FS: ';' }).Sheets['Sheet1']!, { header: 1 });
    expect(aus.slice(1, 1 + blatt.zeilen.length).map((zeile) => zeile.slice(1).map((wert) => (wert === '' ? null : wert))), tabelle)
      .toEqual(blatt.zeilen.map(({ werte }) => { const liste = werte.map(({ wert }) => wert); while (liste.at(-1) === null) liste.pop(); return liste.map((wert) => wert ?? null); }));
    expect(csv).toContain('Vielfache von 5');
  }
});

test('what is not in the catalogue, not a format or not a picture is not there', async () => {
  for (const pfad of ['/koordination/tabellen/kommune_klasse', '/koordination/tabellen/bestand/xlsm', '/koordination/tabellen/bestand/__proto__', '/koordination/bilder/torte/bestand', '/koordination/bilder/constructor/bestand', '/koordination/bilder/balken/faelle', '/koordination/bilder/karte/bestand', '/koordination/bilder/verlauf/bedarf_alter', '/koordination/tabellen/bestand/json?stichtag=2001-01-31']) {
    expect((await hole(pfad)).status, pfad).toBe(404);
  }
});

test('a picture is an SVG of that table without a script', async () => {
  for (const pfad of ['/koordination/bilder/balken/bedarf_alter', '/koordination/bilder/verlauf/bestand_klasse', '/koordination/bilder/karte/kommune']) {
    const { status, koepfe, rumpf } = await hole(pfad);
    expect([pfad, status, koepfe['content-type']]).toEqual([pfad, 200, 'image/svg+xml']);
    expect(rumpf).toMatch(/^<svg/);
    expect(rumpf).not.toMatch(/<script|onload=/i);
  }
});
