import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { DEMO_KONTEN } from '@kim/db/seed/demo-konten.ts';
import { starteAnwendung } from '@kim/infra/local/anwendung.ts';
import { starteTestserver, verwirfDatenbank } from '@kim/testing/cluster.ts';
import { richteProduktEin } from '@kim/testing/produkt.ts';
import { meldeAn, oeffneBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import { entziffere, oeffnePostamt } from './postamt.ts';

/** Invitations where a mail server is configured, with that server there and gone. */

const VERWALTUNG = DEMO_KONTEN.find(({ kennung, aufgabe }) => kennung === 'KUE' && aufgabe === 'Administration')!.email;
let postamt: Awaited<ReturnType<typeof oeffnePostamt>>;
let verwaltung: Browser;
let gast: Browser;
let raeumeAuf: () => Promise<void>;

beforeAll(async () => {
  postamt = await oeffnePostamt();
  const server = await starteTestserver();
  const { env, port, protokoll, url, zugang, datenbank, ordner } = await richteProduktEin(server.zugang);
  const anwendung = await starteAnwendung({ port, env: { ...(env as NodeJS.ProcessEnv), KIM_SMTP_URL: postamt.url }, protokoll });
  const ziel = { port, ursprung: url };
  gast = oeffneBrowser(ziel);
  verwaltung = oeffneBrowser(ziel, await meldeAn(ziel, VERWALTUNG));
  raeumeAuf = async () => {
    await anwendung.stop();
    await verwirfDatenbank(zugang, datenbank);
    await server.stop();
    rmSync(ordner, { recursive: true, force: true });
  };
});

afterAll(async () => {
  await raeumeAuf?.();
});

const ladeEin = (email: string) => verwaltung.sende('/verwaltung/personal/neu', { _formular: neueId(), name: 'Neue Kollegin', email, rollen: 'fachkraft' });

test('an invitation goes out by mail, names nobody, and its link is shown to nobody else', async () => {
  const { status, text } = await ladeEin('neu@kue.example');
  expect(status).toBe(201);
  expect(text).toContain('unterwegs an neu@kue.example');
  expect(text).not.toMatch(/\/zugang\/[\w-]{20}/);
  expect(postamt.briefe.map(({ an }) => an)).toEqual(['neu@kue.example']);
  const brief = entziffere(postamt.briefe[0]!);
  expect(brief).not.toMatch(/Neue Kollegin|Kürten|Niessen/);
  const [, pfad = ''] = /http:\/\/localhost:\d+(\/zugang\/[\w-]+)/.exec(brief) ?? [];
  expect((await gast.hole(pfad)).text).toContain('Einladung annehmen');
});

test('with the mail server gone the administrator gets the link once, and the invitation stands', async () => {
  await postamt.schliesse();
  const { status, text } = await ladeEin('spaeter@kue.example');
  expect(status).toBe(201);
  const [, pfad = ''] = /http:\/\/localhost:\d+(\/zugang\/[\w-]+)/.exec(text) ?? [];
  expect((await gast.hole(pfad)).text).toContain('Einladung annehmen');
  expect((await verwaltung.hole('/verwaltung/personal')).text).not.toContain(pfad);
});
