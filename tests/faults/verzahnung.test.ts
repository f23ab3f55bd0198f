import { afterAll, beforeAll, expect, test } from 'vitest';
import { verbinde } from '@kim/db/tenancy.ts';
import { loginUrl, starteTestserver } from '@kim/testing/cluster.ts';
import type { Testserver } from '@kim/testing/cluster.ts';
import { oeffneTestdatenbank } from '@kim/testing/datenbank.ts';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';
import { sitzungsweiterKontext, ungelesenesCommit } from './naive-tenancy.ts';
import { verzahne } from './verzahnung.ts';

let server: Testserver;
let db: Testdatenbank;
let url: string;

beforeAll(async () => {
  server = await starteTestserver();
  db = await oeffneTestdatenbank(server.zugang);
  url = loginUrl(server.zugang, 'kim_traeger', db.name);
});

afterAll(async () => {
  await db?.schliesse();
  await server?.stop();
});

const GUT = { fremdGelesen: 0, haengend: 0, ungefangen: [], fehlend: 0, halb: 0, trotzAblehnung: 0, unklar: [] };

test('Träger take turns on ten dying connections: nothing foreign, hung, uncaught, lost or half', async () => {
  const datenbank = verbinde({ traeger: url, anmeldung: url, koordination: url });
  const bericht = await verzahne(datenbank, { sql: db.sql, transaktionen: 4_000, gleichzeitig: 100, jedeMs: 15 });
  await datenbank.schliesse();
  console.log('T5', JSON.stringify(bericht));
  expect(bericht).toMatchObject(GUT);
  expect(bericht.bestaetigt).toBeGreaterThan(1_000);
  expect(bericht.getoetet).toBeGreaterThan(100);
});

test('a context that outlives its transaction is noticed', async () => {
  const naiv = sitzungsweiterKontext(url);
  const bericht = await verzahne(naiv, { sql: db.sql, transaktionen: 400, gleichzeitig: 50, jedeMs: 0 });
  await naiv.schliesse();
  expect(bericht.fremdGelesen).toBeGreaterThan(0);
});

test('a COMMIT whose answer nobody reads is noticed', async () => {
  const naiv = ungelesenesCommit(url);
  const bericht = await verzahne(naiv, { sql: db.sql, transaktionen: 400, gleichzeitig: 50, jedeMs: 0 });
  await naiv.schliesse();
  expect(bericht.fehlend).toBeGreaterThan(0);
});
