import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { DEMO_PASSWORT } from '@kim/db/seed/demo-konten.ts';
import { nimmAbbild, PROTOKOLL } from './abbild.ts';
import type { Abbild } from './abbild.ts';
import { sende } from './anfrage.ts';

/** A screen that was handed to a client: one page, whatever she tries, and then the lock. */

const buehne = inject('buehne');
const sql = new pg.Client({ connectionString: buehne.verwaltung });
let abbild: Abbild;
const { url } = buehne;
const sid = buehne.wer.Fachkraft.cookie ?? '';
const fall = `/faelle/${buehne.faelle.eigener.nummer}`;
const seite = `${fall}/evaluation/uebergabe?sprache=ara`;

beforeAll(async () => {
  await sql.connect();
  abbild = await nimmAbbild(sql);
});
afterEach(async () => abbild.stelleHer(await abbild.geaendert(PROTOKOLL)));
afterAll(() => sql.end());

/** What stands on the screen. */
const sichtbares = (rumpf: string): string => (rumpf.split('<body')[1] ?? '').split('<script')[0] ?? '';

/** Opens the page; answers the cookies of the browser from then on. */
async function uebergib(): Promise<string> {
  const antwort = await sende(url, { pfad: seite, cookie: sid });
  expect(antwort.status).toBe(200);
  expect(antwort.rumpf).toContain('dir="rtl"');
  expect(sichtbares(antwort.rumpf)).not.toMatch(/<nav|<header|<footer|Abmelden|Judith/);
  const marke = [antwort.koepfe['set-cookie'] ?? []].flat().find((zeile) => zeile.startsWith('uebergabe='));
  expect(marke).toContain('HttpOnly');
  return `${sid}; ${marke?.split(';')[0]}`;
}

test.each([`${fall}/evaluation`, fall, '/faelle', '/', '/konto', `${fall}/evaluation/druck`, `${fall}.data`])('%s is locked, and so is every page after it', async (pfad) => {
  const cookie = await uebergib();
  expect((await sende(url, { pfad: seite, cookie })).status).toBe(200);
  expect((await sende(url, { pfad, cookie })).ziel).toMatch(/^\/entsperren/);
  expect((await sende(url, { pfad: seite, cookie })).ziel).toMatch(/^\/entsperren/);
});

test.each(['/barrierefreiheit', '/barrierefreiheit.data?_routes=root', `${fall}/verlauf.data?_routes=root&entwurf=1`])('%s says nothing of who is signed in', async (pfad) => {
  const cookie = await uebergib();
  const antwort = await sende(url, { pfad, cookie });
  expect(antwort.status).toBe(200);
  expect(antwort.rumpf).not.toMatch(/Abmelden|fachkraft|Judith/);
});

test('what the client sends is stored, and the screen is locked', async () => {
  const cookie = await uebergib();
  const antwort = await sende(url, { pfad: seite, cookie, formular: { _formular: neueId(), version: '1', zufriedenheit: '5', geholfen: 'الإصغاء' } });
  expect(antwort.ziel).toMatch(/^\/danke\?sprache=ara&/);
  const danke = await sende(url, { pfad: antwort.ziel ?? '', cookie });
  expect(danke.status).toBe(200);
  expect(danke.rumpf).toContain('شكرًا');
  expect(sichtbares(danke.rumpf)).not.toMatch(/<nav|<header|<footer|Abmelden|Judith/);
  expect((await sende(url, { pfad: '/faelle', cookie })).ziel).toMatch(/^\/entsperren/);
  const { rows } = await sql.query("select zufriedenheit, version from app.evaluationen where fall_id = $1 and sicht = 'ratsuchende'", [buehne.faelle.eigener.id]);
  expect(rows).toEqual([{ zufriedenheit: 5, version: 2 }]);
});

test('the password takes the screen back', async () => {
  const cookie = await uebergib();
  await sende(url, { pfad: '/faelle', cookie });
  const antwort = await sende(url, { pfad: '/entsperren', cookie, formular: { _formular: neueId(), passwort: DEMO_PASSWORT } });
  expect(antwort.status).toBe(302);
  expect([antwort.koepfe['set-cookie'] ?? []].flat().join('\n')).toMatch(/uebergabe=; .*Max-Age=0/);
  expect((await sende(url, { pfad: '/faelle', cookie: sid })).status).toBe(200);
});

test('the mark of another session means nothing', async () => {
  const marke = (await uebergib()).split('; ')[1];
  expect((await sende(url, { pfad: '/faelle', cookie: `${buehne.wer.Kollegin.cookie}; ${marke}` })).status).toBe(200);
});
