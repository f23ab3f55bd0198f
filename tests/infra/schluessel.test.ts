import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { migrate } from '@kim/db/migrate.ts';
import type { Datenverzeichnis } from '@kim/infra/local/datenverzeichnis.ts';
import { checkSchluesselbund, recordPruefwerte } from '@kim/infra/local/schluessel.ts';
import { expect, it } from 'vitest';
import { makeCluster, query, startServer } from './umfeld.ts';

async function startMitSchluesseln(): Promise<{ url: string; daten: Datenverzeichnis }> {
  const { daten, verzeichnis, passwort } = await makeCluster();
  const { url } = await startServer({ verzeichnis, passwort });
  expect(await checkSchluesselbund(url, daten.schluesselbund, true)).toBe('angelegt');
  await migrate(url, {});
  await recordPruefwerte(url, daten.schluesselbund);
  return { url, daten };
}

const readPruefwerte = (url: string) => query(url, "select name, generation, encode(wert, 'hex') as wert from sec.pruefwerte order by 1, 2");

it('accepts the Schlüsselbund of the database again and again', async () => {
  const { url, daten } = await startMitSchluesseln();
  const vorher = await readPruefwerte(url);
  expect(vorher).toHaveLength(1);
  expect(await checkSchluesselbund(url, daten.schluesselbund, true)).toBe('geprüft');
  await recordPruefwerte(url, daten.schluesselbund);
  expect(await readPruefwerte(url)).toEqual(vorher);
});

it('refuses to start without it once there are data, and makes no new one', async () => {
  const { url, daten } = await startMitSchluesseln();
  rmSync(daten.schluesselbund);
  await expect(checkSchluesselbund(url, daten.schluesselbund, true)).rejects.toMatchObject({
    message: expect.stringContaining('Schlüsselbund'),
    ausweg: expect.stringContaining('wurde nicht gefunden'),
  });
  expect(existsSync(daten.schluesselbund)).toBe(false);
});

it('refuses another one and changes neither file nor check values', async () => {
  const { url, daten } = await startMitSchluesseln();
  const vorher = await readPruefwerte(url);
  const fremd = await startMitSchluesseln();
  renameSync(fremd.daten.schluesselbund, daten.schluesselbund);
  const inhalt = readFileSync(daten.schluesselbund, 'utf8');
  await expect(checkSchluesselbund(url, daten.schluesselbund, true)).rejects.toThrow(/gehören nicht zusammen/);
  expect(readFileSync(daten.schluesselbund, 'utf8')).toBe(inhalt);
  expect(await readPruefwerte(url)).toEqual(vorher);
});

it('makes none in production unless that was asked for', async () => {
  const { daten, verzeichnis, passwort } = await makeCluster();
  const { url } = await startServer({ verzeichnis, passwort });
  await expect(checkSchluesselbund(url, daten.schluesselbund, false)).rejects.toThrow(/noch keinen Schlüsselbund/);
  expect(existsSync(daten.schluesselbund)).toBe(false);
});
