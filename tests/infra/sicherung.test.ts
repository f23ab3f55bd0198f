import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neueId } from '@kim/core/ids.ts';
import { readGeheimnisse } from '@kim/infra/local/datenbank-urls.ts';
import { WURZEL, type Datenverzeichnis } from '@kim/infra/local/datenverzeichnis.ts';
import { createSicherung, restoreSicherung } from '@kim/infra/local/sicherung.ts';
import { entschluessleText, verschluessle, type Feldbezug } from '@kim/tresor/feld.ts';
import { erzeugeSchluesselbund, oeffneSchluesselbund, type Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { describe, expect, it } from 'vitest';
import { afterwards, killHart, makeCluster, makeDaten, query, startServer } from './umfeld.ts';
import type { Embedded } from '@kim/infra/local/postgres.ts';

async function startMitTafel(): Promise<{ daten: Datenverzeichnis; server: Embedded }> {
  const { daten, verzeichnis } = await makeCluster();
  const server = await startServer({ verzeichnis, passwort: readGeheimnisse(daten.zugang).verwaltung });
  await query(server.url, 'create table probe (n int)');
  await query(server.url, 'insert into probe select generate_series(1, 1000)');
  return { daten, server };
}

const countProbe = async (url: string) => (await query(url, 'select count(*)::int as n, sum(n)::int as summe from probe'))[0];

/** Another process that changes every row in each transaction, with checkpoints; copying blocks this one. */
async function startSchreiber(url: string): Promise<void> {
  const programm = `import pg from 'pg'; const c = new pg.Client(process.argv[1]); c.on('error', () => {}); await c.connect();
    for (let i = 0; ; i += 1) { await c.query('update waage set n = n + 1'); if (i % 5 === 4) await c.query("select pg_switch_wal()"); await c.query('checkpoint'); if (i === 0) console.log('schreibt'); }`;
  const kind = spawn(process.execPath, ['--input-type=module', '-e', programm, url], { cwd: WURZEL, stdio: ['ignore', 'pipe', 'ignore'] });
  afterwards(() => kind.kill('SIGKILL'));
  await once(kind.stdout, 'data');
}

/** Unpacks a Sicherung for a look inside. */
function unpack(datei: string): string {
  const ordner = mkdtempSync(join(tmpdir(), 'kim-test-'));
  afterwards(() => rmSync(ordner, { recursive: true }));
  execFileSync('tar', ['-xzf', datei, '-C', ordner]);
  return ordner;
}

/** None of these may be found in a Sicherung, and nobody but its owner may read it. */
function expectGeheim(datei: string, geheimnisse: string[]): void {
  const ordner = unpack(datei);
  for (const geheim of geheimnisse) expect(spawnSync('grep', ['-rqF', '--', geheim, ordner]).status).toBe(1);
  expect(statSync(datei).mode & 0o777).toBe(0o600);
}

const schluesselIn = (pfad: string) => (JSON.parse(readFileSync(pfad, 'utf8')) as { wurzel: Record<string, string> }).wurzel['1'] ?? 'fehlt';

const entschluesselt = (wert: Buffer, bund: Schluesselbund, ort: Feldbezug) => entschluessleText(wert, bund.zweckschluessel('entwurf'), ort);

describe('a Sicherung', () => {
  it('of the running server restores every acknowledged row, and what is encrypted only with its Schlüsselbund', async () => {
    const { daten, server } = await startMitTafel();
    const bund = erzeugeSchluesselbund(daten.schluesselbund);
    const ort = { traegerId: neueId(), besitzerId: neueId(), spalte: 'probe.name', version: 1 };
    await query(server.url, 'create table geheim (name bytea)');
    await query(server.url, 'insert into geheim values ($1)', [verschluessle('Yıldız Kanarienvogel', bund.zweckschluessel('entwurf'), ort)]);
    const datei = join(daten.pfad, 'laufend.tar.gz');
    expect((await createSicherung(daten, datei)).art).toBe('laufend');
    expectGeheim(datei, ['Kanarienvogel', readGeheimnisse(daten.zugang).verwaltung, schluesselIn(daten.schluesselbund)]);

    let geheimtext: Buffer = Buffer.alloc(0);
    await restoreSicherung(makeDaten(), datei, async (url) => {
      expect(await countProbe(url)).toEqual({ n: 1000, summe: 500500 });
      geheimtext = (await query(url, 'select name from geheim'))[0]?.name as Buffer;
    });
    const fremd = erzeugeSchluesselbund(join(daten.pfad, 'fremd.json'));
    expect(() => entschluesselt(geheimtext, fremd, ort)).toThrow(/gehört nicht hierher/);
    expect(entschluesselt(geheimtext, oeffneSchluesselbund(daten.schluesselbund), ort)).toBe('Yıldız Kanarienvogel');
  });

  it('shows one moment, though others write and checkpoints pass while it is taken', async () => {
    const { daten, server } = await startMitTafel();
    await query(server.url, "create table waage as select id, 0 as n, repeat('x', 200) as ballast from generate_series(1, 4000) id");
    await startSchreiber(server.url);
    const datei = join(daten.pfad, 'laufend.tar.gz');
    await createSicherung(daten, datei);
    let waage: unknown;
    await restoreSicherung(makeDaten(), datei, async (url) => {
      waage = await query(url, 'select count(*)::int as zeilen, count(distinct n)::int as staende from waage');
    });
    expect(waage).toEqual([{ zeilen: 4000, staende: 1 }]);
  });

  it('of a killed server restores to every acknowledged row', async () => {
    const { daten, server } = await startMitTafel();
    await killHart(server);
    const datei = join(daten.pfad, 'ruhend.tar.gz');
    expect((await createSicherung(daten, datei)).art).toBe('ruhend');
    await restoreSicherung(makeDaten(), datei, async (url) => expect(await countProbe(url)).toEqual({ n: 1000, summe: 500500 }));
  });

  it('is never written over another one', async () => {
    const { daten } = await makeCluster();
    const datei = join(daten.pfad, 'da.tar.gz');
    writeFileSync(datei, 'schon da');
    await expect(createSicherung(daten, datei)).rejects.toThrow(/gibt es schon/);
    expect(readFileSync(datei, 'utf8')).toBe('schon da');
  });
});

describe('a Wiederherstellung', () => {
  it('refuses to overwrite data', async () => {
    const { daten } = await makeCluster();
    const datei = join(daten.pfad, 'a.tar.gz');
    await createSicherung(daten, datei);
    const steuerdatei = join(daten.postgres, 'global/pg_control');
    const vorher = statSync(steuerdatei);
    await expect(restoreSicherung(daten, datei, async () => undefined)).rejects.toThrow(/liegen schon Daten/);
    expect(statSync(steuerdatei)).toMatchObject({ ino: vorher.ino, mtimeMs: vorher.mtimeMs });
  });

  it('refuses a Sicherung in which a file was changed, and leaves nothing behind', async () => {
    const { daten } = await makeCluster();
    const datei = join(daten.pfad, 'a.tar.gz');
    await createSicherung(daten, datei);
    const ordner = unpack(datei);
    writeFileSync(join(ordner, 'postgres/pg_hba.conf'), 'host all all 0.0.0.0/0 trust\n');
    execFileSync('tar', ['-czf', datei, '-C', ordner, 'manifest.json', 'postgres']);
    const neu = makeDaten();
    await expect(restoreSicherung(neu, datei, async () => undefined)).rejects.toThrow(/beschädigt \(1 Dateien, zuerst pg_hba.conf\)/);
    expect(existsSync(neu.postgres)).toBe(false);
    expect(existsSync(`${neu.postgres}.neu`)).toBe(false);
  });

  it('refuses a file that is no Sicherung', async () => {
    const neu = makeDaten();
    const datei = join(neu.pfad, 'x.tar.gz');
    writeFileSync(datei, 'kein Archiv');
    await expect(restoreSicherung(neu, datei, async () => undefined)).rejects.toThrow(/keine lesbare Sicherung/);
  });
});
