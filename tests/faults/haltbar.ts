import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { LOGINS, migrate } from '@kim/db/migrate.ts';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { starteEmbedded } from '@kim/infra/local/postgres.ts';
import type { Embedded } from '@kim/infra/local/postgres.ts';
import { urlFuer } from '@kim/testing/cluster.ts';
import { richteProduktEin } from '@kim/testing/produkt.ts';
import type { Einrichtung } from '@kim/testing/produkt.ts';
import { verbunden } from '@kim/testing/verbindung.ts';
import { oeffneBrowser } from './browser.ts';
import type { Ziel } from './browser.ts';

/** The product on a database that keeps what it acknowledges, with both processes in our hands. */
export interface HaltbaresProdukt {
  einrichtung: Einrichtung;
  ziel: Ziel;
  /** kill -9 of the server and every process of it: what only lay in its memory is gone. */
  toeteDatenbank: () => Promise<void>;
  /** Orderly stop, as for maintenance. */
  stoppeDatenbank: () => Promise<void>;
  /** On the same port. @param einstellungen server settings until the next start */
  starteDatenbank: (einstellungen?: Record<string, string>) => Promise<void>;
  toeteAnwendung: () => Promise<void>;
  starteAnwendung: () => Promise<void>;
  /** Process id of the application: it tells whether it went through a fault alive. */
  pid: () => number;
  schliesse: () => Promise<void>;
}

export async function starteHaltbaresProdukt(): Promise<HaltbaresProdukt> {
  const pfad = mkdtempSync(join(tmpdir(), 'kim-haltbar-'));
  chmodSync(pfad, 0o711);
  const passwort = randomBytes(18).toString('hex');
  let server = await starteEmbedded({ verzeichnis: join(pfad, 'postgres'), passwort });
  const { port } = server;
  const einrichtung = await richteEin(server);
  let anwendung = await starteProzess(einrichtung);
  return {
    einrichtung,
    ziel: { port: einrichtung.port, ursprung: einrichtung.url },
    toeteDatenbank: async () => {
      for (const pid of [...kinderVon(server.pid), server.pid]) toete(pid);
      await server.beendet;
    },
    stoppeDatenbank: () => server.stop(),
    starteDatenbank: async (einstellungen = {}) => {
      server = await starteEmbedded({ verzeichnis: join(pfad, 'postgres'), passwort, port, einstellungen });
    },
    toeteAnwendung: () => beende(anwendung, 'SIGKILL'),
    starteAnwendung: async () => {
      anwendung = await starteProzess(einrichtung);
    },
    pid: () => anwendung.pid ?? 0,
    schliesse: async () => {
      await beende(anwendung, 'SIGTERM');
      await server.stop();
      for (const ordner of [pfad, einrichtung.ordner]) rmSync(ordner, { recursive: true, force: true });
    },
  };
}

async function richteEin(server: Embedded): Promise<Einrichtung> {
  const leer = 'kim_faults';
  const passwoerter = Object.fromEntries(LOGINS.map((login) => [login, randomBytes(18).toString('hex')]));
  await verbunden(server.url, (sql) => sql.query(`create database ${leer}`));
  await migrate(urlFuer(server.url, leer), passwoerter);
  return richteProduktEin({ verwaltung: server.url, passwoerter, leer, bestand: leer });
}

/** Started as `npm start` does it, but with its process known. */
async function starteProzess({ env, protokoll, port, url }: Einrichtung): Promise<ChildProcess> {
  const ausgabe = openSync(protokoll, 'a');
  const waechter = join(WURZEL, 'infra/local/elternwache.ts');
  const prozess = spawn(process.execPath, ['--import', waechter, join(WURZEL, 'app/server.ts')], {
    cwd: WURZEL, env: env as NodeJS.ProcessEnv, stdio: ['ignore', ausgabe, ausgabe, 'ipc'],
  });
  closeSync(ausgabe);
  const browser = oeffneBrowser({ port, ursprung: url });
  for (let lebt = false; !lebt; await warte(50)) {
    if (prozess.exitCode !== null) throw new Error(`Die Anwendung startet nicht: ${readFileSync(protokoll, 'utf8').slice(-1000)}`);
    lebt = await browser.hole('/lebt').then(({ status }) => status === 200, () => false);
  }
  return prozess;
}

async function beende(prozess: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (prozess.exitCode !== null || prozess.signalCode !== null) return;
  const ende = once(prozess, 'exit');
  prozess.kill(signal);
  await ende;
}

function kinderVon(pid: number): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && elternVon(name) === pid).map(Number);
}

function elternVon(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

function toete(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone by itself.
  }
}
