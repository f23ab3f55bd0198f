import { afterAll, beforeAll, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { DEMO_KONTEN } from '@kim/db/seed/demo-konten.ts';
import { verbunden } from '@kim/testing/verbindung.ts';
import { lasseAbstuerzen, verliereAbsichtlich } from './absturz.ts';
import { bearbeiteGleichzeitig, oeffneZuZweit } from './bearbeitung.ts';
import { fallnummernAus, meldeAn, oeffneBrowser } from './browser.ts';
import { sendeDoppelt } from './doppelt.ts';
import { starteHaltbaresProdukt } from './haltbar.ts';
import type { HaltbaresProdukt } from './haltbar.ts';
import { gleicheAb, neueAbsicht, versuche } from './hauptbuch.ts';

const [KONTO, KOLLEGIN] = DEMO_KONTEN.filter(({ rollen, kennung }) => rollen.includes('fachkraft') && kennung === 'RBK');
const email = KONTO!.email;
const HEIL = { verloren: 0, doppelt: 0, halb: 0, unerwartet: [] };

let produkt: HaltbaresProdukt;

beforeAll(async () => {
  produkt = await starteHaltbaresProdukt();
});

afterAll(() => produkt?.schliesse());

test('each intent takes effect once over a line that loses, doubles and delays', async () => {
  const bericht = await sendeDoppelt(produkt.ziel, produkt.einrichtung, { absichten: 60, gleichzeitig: 6, email });
  console.log('R3', JSON.stringify(bericht));
  expect(bericht).toMatchObject({ ...HEIL, eintraege: 60, bestaetigt: 60 });
  expect(Math.min(...Object.values(bericht.stoerungen))).toBeGreaterThan(5);
});

test('without the form id the same line makes entries twice, and that is noticed', async () => {
  const bericht = await sendeDoppelt(produkt.ziel, produkt.einrichtung, { absichten: 15, gleichzeitig: 3, email, ohneFormularId: true });
  expect(bericht.doppelt).toBeGreaterThan(0);
});

test('the same new case sent twice at once is one case', async () => {
  const browser = oeffneBrowser(produkt.ziel, await meldeAn(produkt.ziel, email));
  const [, kommune = ''] = /<option value="([0-9a-f-]{36})"/.exec((await browser.hole('/faelle/neu')).text) ?? [];
  for (let nr = 0; nr < 5; nr++) {
    const felder = { _formular: neueId(), nachname: `Doppelt ${nr}`, kommune, eroeffnetAm: '02.01.2026' };
    const antworten = await Promise.all([browser.sende('/faelle/neu', felder), browser.sende('/faelle/neu', felder)]);
    expect(antworten.map(({ status }) => status)).toEqual([302, 302]);
    expect(antworten[0]!.ort).toBe(antworten[1]!.ort);
  }
  const { text } = await browser.sende('/faelle?index', { q: 'Doppelt' });
  expect(text.match(/>Doppelt \d</g)).toHaveLength(5);
});

test('colleagues save the same entry at once: one wins, the others see both texts', async () => {
  const bericht = await bearbeiteGleichzeitig(await oeffneZuZweit(produkt.ziel, [email, KOLLEGIN!.email]), 25);
  console.log('R4', JSON.stringify(bericht));
  expect(bericht).toMatchObject({ ueberschrieben: 0, versionsfehler: 0, ohneBeideFassungen: 0, unerwartet: 0 });
  expect(bericht.konflikte).toBeGreaterThan(25);
});

test('an update that does not name its version overwrites, and that is noticed', async () => {
  await verbunden(produkt.einrichtung.verwaltung, async (sql) => {
    const { rows: [eintrag] } = await sql.query<{ id: string }>('select id from app.kontakte limit 1');
    const naiv = {
      lese: async () => Number((await sql.query('select version from app.kontakte where id = $1', [eintrag!.id])).rows[0].version),
      speichere: async () => {
        await sql.query('update app.kontakte set version = version + 1 where id = $1', [eintrag!.id]);
        return { status: 302, ort: null, text: '', kekse: [] };
      },
    };
    expect((await bearbeiteGleichzeitig([naiv, naiv], 3)).ueberschrieben).toBeGreaterThan(0);
  });
});

test('without its database the application says so, acknowledges nothing and comes back by itself', async () => {
  const browser = oeffneBrowser(produkt.ziel, await meldeAn(produkt.ziel, email));
  const absicht = neueAbsicht(fallnummernAus((await browser.hole('/faelle')).text)[0]!);
  const pid = produkt.pid();
  await produkt.stoppeDatenbank();
  const seite = await browser.hole('/faelle');
  expect(seite.status).toBe(503);
  expect(seite.text).toMatch(/<html lang="de">.*Vorübergehend nicht erreichbar.*wurde nicht gespeichert/s);
  expect(await browser.sende(`/faelle/${absicht.nr}/verlauf`, { notiz: 'weg' })).toMatchObject({ status: 503, ort: null });
  expect(await versuche(browser, absicht)).toBeNull();
  expect(absicht.bestaetigt).toBe(false);
  expect((await browser.hole('/bereit')).status).toBe(503);
  expect((await browser.hole('/lebt')).status).toBe(200);
  await produkt.starteDatenbank();
  await expect.poll(async () => (await browser.hole('/faelle')).status, { timeout: 10_000 }).toBe(200);
  await versuche(browser, absicht);
  expect(absicht.bestaetigt).toBe(true);
  expect(produkt.pid()).toBe(pid);
  const abgleich = await verbunden(produkt.einrichtung.verwaltung, (sql) => gleicheAb(sql, produkt.einrichtung.bund, [absicht]));
  expect(abgleich).toEqual({ eintraege: 1, verloren: 0, doppelt: 0, halb: 0 });
});

test('kill -9 of database and application in the middle of writing loses nothing that was acknowledged', async () => {
  const bericht = await lasseAbstuerzen(produkt, { abstuerze: 5, jeAbsturz: 25, schreiber: 8, email });
  console.log('R1', JSON.stringify(bericht));
  expect(bericht).toMatchObject({ ...HEIL, pruefsummenfehler: 0, eintraege: bericht.bestaetigt });
  expect(bericht.seiten503).toBeGreaterThan(0);
  expect(bericht.wiederholt).toBeGreaterThan(0);
});

test('a database that acknowledges before it has written is noticed', async () => {
  const abgleich = await verliereAbsichtlich(produkt, email);
  console.log('R1 control', JSON.stringify(abgleich));
  expect(abgleich.verloren).toBeGreaterThan(0);
});
