import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepHintergrund, starteHintergrund } from '@kim/infra/local/hintergrund.ts';
import { loginUrl, starteTestserver, urlFuer } from '@kim/testing/cluster.ts';
import { verbinde } from '@kim/testing/verbindung.ts';
import { expect, it, vi } from 'vitest';
import { afterwards, makeDaten } from './umfeld.ts';

const FRIST = { timeout: 60_000, interval: 100 };

/** A server with the fixture: every Träger has an open Auftrag and an old form id. */
async function prepare() {
  const { zugang, stop } = await starteTestserver();
  afterwards(stop);
  const sql = await verbinde(urlFuer(zugang.verwaltung, zugang.bestand));
  afterwards(() => sql.end());
  const protokoll = join(makeDaten().pfad, 'hintergrund.log');
  const env = { ...process.env, KIM_DB_AUFTRAG_URL: loginUrl(zugang, 'kim_auftrag', zugang.bestand) };
  const zaehle = async (auswahl: string) => Number((await sql.query(`select count(*) from ${auswahl}`)).rows[0].count);
  return { sql, env, protokoll, zaehle };
}

const OFFEN = 'app.auftraege where erledigt_am is null';
const ALT = "app.formulareingaben where erfasst_am < now() - interval '30 days'";
// Not pg_stat_activity: within a transaction it stays as it was first seen.
const WARTET = "pg_locks where relation = 'app.formulareingaben'::regclass and not granted";

it('carries out what is due; killed in the middle it has done nothing, is started again and goes on', async () => {
  const { sql, env, protokoll, zaehle } = await prepare();
  const [offen, alt] = [await zaehle(OFFEN), await zaehle(ALT)];
  expect([offen, alt]).not.toContain(0);
  await sql.query('begin; lock table app.formulareingaben in share mode');
  const pids: (number | undefined)[] = [];
  const { stop } = await keepHintergrund(async () => {
    const prozess = await starteHintergrund({ env, protokoll });
    pids.push(prozess.pid);
    return prozess;
  });
  afterwards(stop);
  await vi.waitFor(async () => expect(await zaehle(WARTET)).toBe(1), FRIST);
  process.kill(pids[0]!, 'SIGKILL');
  await vi.waitFor(() => expect(pids).toHaveLength(2), FRIST);
  expect([await zaehle(OFFEN), await zaehle(ALT)]).toEqual([offen, alt]);
  await sql.query('commit');
  await vi.waitFor(async () => expect([await zaehle(OFFEN), await zaehle(ALT)]).toEqual([0, 0]), FRIST);
  await stop();
  const zeilen = readFileSync(protokoll, 'utf8');
  expect(zeilen.match(/auftrag\.faehrt_herunter/g)).toHaveLength(1);
  expect(zeilen).not.toMatch(/auftrag\.(warteschlange|gescheitert|unerwartet)/);
});

it('that does not start is reported, keeps nobody waiting and is tried again', async () => {
  const fehler = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  afterwards(() => fehler.mockRestore());
  const { pfad } = makeDaten();
  const [datei, protokoll] = [join(pfad, 'prozess.mjs'), join(pfad, 'hintergrund.log')];
  writeFileSync(datei, "throw new Error('KIM_DB_AUFTRAG_URL fehlt.')");
  let versuche = 0;
  const { stop } = await keepHintergrund(() => {
    versuche += 1;
    return starteHintergrund({ env: process.env, protokoll, datei });
  });
  await vi.waitFor(() => expect(versuche).toBeGreaterThan(1), FRIST);
  await stop();
  const gesagt = fehler.mock.calls.flat().join('\n');
  expect(gesagt).toContain('Die Hintergrundarbeit startet nicht.');
  expect(gesagt).toContain('KIM_DB_AUFTRAG_URL fehlt.');
});
