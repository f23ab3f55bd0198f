import { chmodSync, chownSync, cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { locateDaten, type Datenverzeichnis } from '@kim/infra/local/datenverzeichnis.ts';
import { starteEmbedded, type Embedded, type EmbeddedWunsch } from '@kim/infra/local/postgres.ts';
import { afterAll, afterEach } from 'vitest';

const aufraeumen: (() => unknown)[] = [];

afterEach(async () => {
  for (const undo of aufraeumen.splice(0).reverse()) await undo();
});

/** An empty data directory for one test, removed afterwards. */
export function makeDaten(): Datenverzeichnis {
  const daten = newOrdner();
  aufraeumen.push(() => rmSync(daten.pfad, { recursive: true, force: true }));
  return daten;
}

function newOrdner(): Datenverzeichnis {
  const pfad = mkdtempSync(join(tmpdir(), 'kim-test-'));
  chmodSync(pfad, 0o711);
  return locateDaten({ KIM_DATEN: pfad });
}

let vorlage: { daten: Datenverzeichnis; passwort: string } | undefined;

afterAll(() => vorlage && rmSync(vorlage.daten.pfad, { recursive: true, force: true }));

/** A data directory with a new, stopped cluster: a copy of one that is made once per test file. */
export async function makeCluster(): Promise<{ daten: Datenverzeichnis; verzeichnis: string; passwort: string }> {
  if (!vorlage) {
    const daten = newOrdner();
    const server = await starteEmbedded({ verzeichnis: daten.postgres });
    await server.stop();
    vorlage = { daten, passwort: server.passwort };
  }
  const daten = makeDaten();
  cpSync(vorlage.daten.postgres, daten.postgres, { recursive: true });
  copyEigentuemer(vorlage.daten.postgres, daten.postgres);
  return { daten, verzeichnis: daten.postgres, passwort: vorlage.passwort };
}

function copyEigentuemer(quelle: string, ziel: string): void {
  const { uid, gid } = lstatSync(quelle);
  chownSync(ziel, uid, gid);
  if (lstatSync(ziel).isDirectory()) for (const name of readdirSync(ziel)) copyEigentuemer(join(quelle, name), join(ziel, name));
}

/** An embedded server for one test, stopped afterwards whatever happened. */
export async function startServer(wunsch: EmbeddedWunsch): Promise<Embedded> {
  const server = await starteEmbedded(wunsch);
  aufraeumen.push(() => server.stop());
  return server;
}

/** Calls this after the test. */
export function afterwards(undo: () => unknown): void {
  aufraeumen.push(undo);
}

/** Runs one statement with a connection of its own. */
export async function query(url: string, text: string, werte: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, werte)).rows;
  } finally {
    await client.end();
  }
}

/** Ends a process as a power cut would. */
export async function killHart(server: Embedded): Promise<void> {
  process.kill(server.pid, 'SIGKILL');
  await server.beendet;
}
