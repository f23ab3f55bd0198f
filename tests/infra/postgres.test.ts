import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chooseServerkonto } from '@kim/infra/local/postgres-konto.ts';
import { starteEmbedded } from '@kim/infra/local/postgres.ts';
import { describe, expect, it } from 'vitest';
import { afterwards, killHart, makeCluster, makeDaten, query, startServer } from './umfeld.ts';

const TAFEL = 'create table probe (n int)';

async function occupyPort(): Promise<{ port: number; free: () => void }> {
  const probe = createServer();
  await new Promise<void>((fertig) => probe.listen(0, '127.0.0.1', fertig));
  return { port: (probe.address() as AddressInfo).port, free: () => probe.close() };
}

describe('the embedded PostgreSQL', () => {
  it('creates itself in a new directory and keeps its data over a clean stop', async () => {
    const { postgres: verzeichnis } = makeDaten();
    const erster = await startServer({ verzeichnis });
    const { passwort } = erster;
    await query(erster.url, TAFEL);
    await query(erster.url, 'insert into probe values (1)');
    await erster.stop();
    const zweiter = await startServer({ verzeichnis, passwort });
    expect(await query(zweiter.url, 'select n from probe')).toEqual([{ n: 1 }]);
  });

  it('recovers acknowledged rows after kill -9 of the server', async () => {
    const { verzeichnis, passwort } = await makeCluster();
    const erster = await startServer({ verzeichnis, passwort });
    await query(erster.url, TAFEL);
    for (let n = 0; n < 20; n += 1) await query(erster.url, 'insert into probe values ($1)', [n]);
    await killHart(erster);
    const zweiter = await startServer({ verzeichnis, passwort });
    expect(await query(zweiter.url, 'select count(*)::int as n from probe')).toEqual([{ n: 20 }]);
  });

  it('recognises a stale postmaster.pid whose number another program has by now', async () => {
    const { verzeichnis, passwort } = await makeCluster();
    const erster = await startServer({ verzeichnis, passwort });
    await erster.stop();
    const fremd = spawn('sleep', ['60'], chooseServerkonto(verzeichnis));
    afterwards(() => fremd.kill());
    writeFileSync(join(verzeichnis, 'postmaster.pid'), `${fremd.pid}\n${verzeichnis}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`);
    const zweiter = await startServer({ verzeichnis, passwort });
    expect(await query(zweiter.url, 'select 1 as da')).toEqual([{ da: 1 }]);
  });

  it('refuses a directory in use and leaves its server alone', async () => {
    const { verzeichnis, passwort } = await makeCluster();
    const erster = await startServer({ verzeichnis, passwort });
    await expect(starteEmbedded({ verzeichnis, passwort })).rejects.toThrow(/läuft schon eine Datenbank/);
    expect(await query(erster.url, 'select 1 as da')).toEqual([{ da: 1 }]);
  });

  it('takes over from a server that a killed start left behind', async () => {
    const { verzeichnis, passwort } = await makeCluster();
    const verwaist = await startServer({ verzeichnis, passwort });
    await query(verwaist.url, TAFEL);
    const neu = await startServer({ verzeichnis, passwort, verwaisteBeenden: true });
    await verwaist.beendet;
    expect(await query(neu.url, 'select count(*)::int as n from probe')).toEqual([{ n: 0 }]);
  });

  it('accepts a new password when the old one was lost', async () => {
    const { verzeichnis, passwort } = await makeCluster();
    const erster = await startServer({ verzeichnis, passwort });
    await erster.stop();
    const zweiter = await startServer({ verzeichnis, passwort: "neu'es" });
    expect(await query(zweiter.url, 'select 1 as da')).toEqual([{ da: 1 }]);
    await expect(query(erster.url.replace(/:\d+\//, `:${zweiter.port}/`), 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('names the port when the wanted one is taken', async () => {
    const { verzeichnis } = await makeCluster();
    const { port, free } = await occupyPort();
    await expect(starteEmbedded({ verzeichnis, port })).rejects.toThrow(`Port ${port} für die Datenbank ist belegt`);
    free();
  });

  it('logs neither values nor failed statements', async () => {
    const { verzeichnis, passwort } = await makeCluster();
    const server = await startServer({ verzeichnis, passwort });
    await query(server.url, 'create table geheim (name text unique)');
    await query(server.url, "insert into geheim values ('Kanarienvogel')");
    await expect(query(server.url, 'insert into geheim values ($1)', ['Kanarienvogel'])).rejects.toThrow(/duplicate key/);
    await expect(query(server.url, "insert into geheim values ('Kanarienvogel')")).rejects.toThrow(/duplicate key/);
    const protokoll = readFileSync(`${verzeichnis}.log`, 'utf8');
    expect(protokoll).toContain('duplicate key');
    expect(protokoll).not.toContain('Kanarienvogel');
  });
});

describe('a damaged data directory', () => {
  it('is refused and left untouched when PG_VERSION is missing', async () => {
    const { postgres: verzeichnis } = makeDaten();
    mkdirSync(verzeichnis);
    writeFileSync(join(verzeichnis, 'wichtig.txt'), 'bleibt');
    await expect(starteEmbedded({ verzeichnis })).rejects.toThrow(/beschädigt: PG_VERSION fehlt/);
    expect(readFileSync(join(verzeichnis, 'wichtig.txt'), 'utf8')).toBe('bleibt');
  });

  it('is refused when it belongs to another major version', async () => {
    const { postgres: verzeichnis } = makeDaten();
    mkdirSync(join(verzeichnis, 'global'), { recursive: true });
    writeFileSync(join(verzeichnis, 'global/pg_control'), '');
    writeFileSync(join(verzeichnis, 'PG_VERSION'), '17\n');
    await expect(starteEmbedded({ verzeichnis })).rejects.toThrow(/gehört zu PostgreSQL 17/);
  });

  it('names the reason when the server itself gives up', async () => {
    const { verzeichnis } = await makeCluster();
    rmSync(join(verzeichnis, 'pg_wal'), { recursive: true });
    await expect(starteEmbedded({ verzeichnis })).rejects.toMatchObject({
      message: expect.stringContaining('Die Datenbank startet nicht'),
      ausweg: expect.stringMatching(/pg_wal/),
    });
  });

  it('is repaired when only its rights are too wide', async () => {
    const { verzeichnis, passwort } = await makeCluster();
    const erster = await startServer({ verzeichnis, passwort });
    await erster.stop();
    chmodSync(verzeichnis, 0o755);
    await startServer({ verzeichnis, passwort });
    expect(statSync(verzeichnis).mode & 0o777).toBe(0o700);
  });

  it('never results from an interrupted creation: the next start begins anew', async () => {
    const { postgres: verzeichnis } = makeDaten();
    mkdirSync(`${verzeichnis}.neu`);
    writeFileSync(join(`${verzeichnis}.neu`, 'PG_VERSION'), '18\n');
    const server = await startServer({ verzeichnis });
    expect(await query(server.url, 'select 1 as da')).toEqual([{ da: 1 }]);
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it('places the data where the server can reach them when a parent is closed', async () => {
    const daten = makeDaten();
    chmodSync(daten.pfad, 0o700);
    const server = await startServer({ verzeichnis: daten.postgres });
    expect(await query(server.url, 'select 1 as da')).toEqual([{ da: 1 }]);
    const ort = readFileSync(join(daten.postgres, 'postmaster.pid'), 'utf8').split('\n')[1] ?? '';
    expect(ort).toMatch(/^\/var\/lib\/kim\/daten-/);
    await server.stop();
    rmSync(ort, { recursive: true });
  });
});
