import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neueId } from '@kim/core/ids.ts';
import { readGeheimnisse } from '@kim/infra/local/datenbank-urls.ts';
import type { Datenverzeichnis } from '@kim/infra/local/datenverzeichnis.ts';
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

/** Restores into a new place and returns what is in the table there. */
async function restoreInNeue(datei: string): Promise<Record<string, unknown> | undefined> {
  const neu = makeDaten();
  let inhalt: Record<string, unknown> | undefined;
  await restoreSicherung(neu, datei, async (url) => {
    inhalt = await countProbe(url);
  });
  return inhalt;
}

const entschluesselt = (wert: Buffer, bund: Schluesselbund, ort: Feldbezug) => entschluessleText(wert, bund.zweckschluessel('entwurf'), ort);

describe('a Sicherung', () => {
  it('of the running server restores to what was acknowledged before it', async () => {
    const { daten, server } = await startMitTafel();
    const datei = join(daten.pfad, 'laufend.tar.gz');
    // Writes go on meanwhile: whole rows only, in order, must arrive.
    let weiter = true;
    const schreiber = (async () => {
      for (let n = 1001; weiter; n += 1) await query(server.url, 'insert into probe values ($1)', [n]);
    })();
    expect((await createSicherung(daten, datei)).art).toBe('laufend');
    weiter = false;
    await schreiber;
    const { n, summe } = (await restoreInNeue(datei)) as { n: number; summe: number };
    expect(n).toBeGreaterThanOrEqual(1000);
    expect(summe).toBe((n * (n + 1)) / 2);
  });

  it('survives a checkpoint and much writing while it is taken', async () => {
    const { daten, server } = await startMitTafel();
    const datei = join(daten.pfad, 'laufend.tar.gz');
    const last = (async () => {
      for (let runde = 0; runde < 4; runde += 1) {
        await query(server.url, "insert into probe select 0 from generate_series(1, 200000)");
        await query(server.url, 'select pg_switch_wal()');
        await query(server.url, 'checkpoint');
      }
    })();
    await createSicherung(daten, datei);
    await last;
    expect((await restoreInNeue(datei))?.summe).toBe(500500);
  });

  it('of a killed server restores to every acknowledged row', async () => {
    const { daten, server } = await startMitTafel();
    await killHart(server);
    const datei = join(daten.pfad, 'ruhend.tar.gz');
    expect((await createSicherung(daten, datei)).art).toBe('ruhend');
    expect(await restoreInNeue(datei)).toEqual({ n: 1000, summe: 500500 });
  });

  it('contains neither Schlüsselbund nor passwords and is readable by its owner alone', async () => {
    const { daten } = await startMitTafel();
    writeFileSync(daten.schluesselbund, 'streng-geheimer-schluessel', { mode: 0o600 });
    const datei = join(daten.pfad, 'ohne.tar.gz');
    await createSicherung(daten, datei);
    const inhalt = mkdtempSync(join(tmpdir(), 'kim-test-'));
    afterwards(() => rmSync(inhalt, { recursive: true }));
    execFileSync('tar', ['-xzf', datei, '-C', inhalt]);
    for (const geheim of ['streng-geheimer-schluessel', readGeheimnisse(daten.zugang).verwaltung]) {
      expect(() => execFileSync('grep', ['-rqF', geheim, inhalt])).toThrow();
    }
    expect(statSync(datei).mode & 0o777).toBe(0o600);
  });

  it('gives back what was encrypted with its Schlüsselbund, and nothing readable without it', async () => {
    const { daten, server } = await startMitTafel();
    const ort = { traegerId: neueId(), besitzerId: neueId(), spalte: 'probe.name', version: 1 };
    const bund = erzeugeSchluesselbund(daten.schluesselbund);
    await query(server.url, 'create table geheim (name bytea)');
    const geheimtext = verschluessle('Yıldız Kanarienvogel', bund.zweckschluessel('entwurf'), ort);
    await query(server.url, 'insert into geheim values ($1)', [geheimtext]);
    const datei = join(daten.pfad, 'a.tar.gz');
    await createSicherung(daten, datei);
    expect(execFileSync('sh', ['-c', 'gunzip -c "$0" | grep -ac Kanarienvogel || true', datei], { encoding: 'utf8' }).trim()).toBe('0');
    let zurueck: Buffer = Buffer.alloc(0);
    await restoreSicherung(makeDaten(), datei, async (url) => {
      zurueck = (await query(url, 'select name from geheim'))[0]?.name as Buffer;
    });
    const fremd = erzeugeSchluesselbund(join(daten.pfad, 'fremd.json'));
    expect(() => entschluesselt(zurueck, fremd, ort)).toThrow(/gehört nicht hierher/);
    expect(entschluesselt(zurueck, oeffneSchluesselbund(daten.schluesselbund), ort)).toBe('Yıldız Kanarienvogel');
  });

  it('is written completely or not at all, and never over another one', async () => {
    const { daten } = await startMitTafel();
    const datei = join(daten.pfad, 'da.tar.gz');
    writeFileSync(datei, 'schon da');
    await expect(createSicherung(daten, datei)).rejects.toThrow(/gibt es schon/);
    expect(readFileSync(datei, 'utf8')).toBe('schon da');
  });
});

describe('a Wiederherstellung', () => {
  it('refuses to overwrite data', async () => {
    const { daten, server } = await startMitTafel();
    const datei = join(daten.pfad, 'a.tar.gz');
    await createSicherung(daten, datei);
    await server.stop();
    await expect(restoreSicherung(daten, datei, async () => undefined)).rejects.toThrow(/liegen schon Daten/);
    const wieder = await startServer({ verzeichnis: daten.postgres, passwort: server.passwort });
    expect(await countProbe(wieder.url)).toEqual({ n: 1000, summe: 500500 });
  });

  it('refuses a Sicherung in which a file was changed, and leaves nothing behind', async () => {
    const { daten } = await startMitTafel();
    const datei = join(daten.pfad, 'a.tar.gz');
    await createSicherung(daten, datei);
    const ordner = mkdtempSync(join(tmpdir(), 'kim-test-'));
    afterwards(() => rmSync(ordner, { recursive: true }));
    execFileSync('tar', ['-xzf', datei, '-C', ordner]);
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
