// The embedded PostgreSQL. The binaries of the npm package are driven directly, not through its class:
// that one installs process-wide exit hooks that end the program before the server has drained, starts
// the database in the terminal's process group (Ctrl-C would stop it first), hands the password over in
// a world-readable file and knows neither stale postmaster.pid files nor interrupted initialisations.
import { randomBytes } from 'node:crypto';
import { closeSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findFreienPort } from './freier-port.ts';
import { Startfehler, translateFehler } from './meldung.ts';
import { DATENBANK, initCluster, setPasswort, VERWALTUNG } from './postgres-anlegen.ts';
import { chooseServerkonto, findBinaries, type Serverkonto } from './postgres-konto.ts';
import { explainScheitern, launch, waitBisBereit, type Serverprozess } from './postgres-prozess.ts';
import { checkCluster, createServerordner, findLaufendenServer, readServerzustand, repairRechte } from './postgres-verzeichnis.ts';
import { openProtokoll } from './protokolldatei.ts';
import { isLebendig } from './voraussetzungen.mjs';

const STOPPFRIST_MS = 30_000;
const RESTEFRIST_MS = 15_000;

/** A running embedded server. */
export type Embedded = {
  /** Administration login on the database `kim`. */
  url: string;
  port: number;
  pid: number;
  passwort: string;
  /** Resolves when the server process is gone, whatever ended it. */
  beendet: Promise<void>;
  /** Ends running transactions, writes everything and waits for the end. */
  stop: () => Promise<void>;
};

/** What {@link starteEmbedded} needs. */
export type EmbeddedWunsch = {
  /** Cluster directory; created when missing or empty. */
  verzeichnis: string;
  /** 0 or none: any free port. */
  port?: number;
  /** Password of the administration login; set anew when the server knows another one. */
  passwort?: string;
  /** File that receives the server's messages; default: beside the directory, ending in .log. */
  protokoll?: string;
  /** Further server settings; `{ fsync: 'off' }` only for throwaway data, never where a crash is tested. */
  einstellungen?: Record<string, string>;
  /** Ends a server that a killed start left behind on this directory instead of refusing. */
  verwaisteBeenden?: boolean;
};

type Plan = { bin: string; ordner: string; konto: Serverkonto; wunsch: EmbeddedWunsch; protokoll: string };

async function startServer({ bin, ordner, konto, wunsch, protokoll }: Plan): Promise<Serverprozess & { port: number }> {
  const ende = Date.now() + RESTEFRIST_MS;
  for (;;) {
    const port = wunsch.port || (await findFreienPort());
    const { fd, beginn } = openProtokoll(protokoll);
    const server = launch(bin, ordner, konto, { port: String(port), ...wunsch.einstellungen }, fd);
    closeSync(fd);
    if (await waitBisBereit(server, ordner)) return { ...server, port };
    await server.stop();
    const meldungen = readFileSync(protokoll).subarray(beginn).toString();
    // After a kill of the main process its helpers need a moment to notice; a free port may be taken by now.
    const voruebergehend = /shared memory block|another server might be running|lock file .* already exists/.test(meldungen);
    const portWeg = /could not bind|could not create any TCP/.test(meldungen);
    if (portWeg && wunsch.port) throw new Startfehler(`Port ${port} für die Datenbank ist belegt.`, 'Das andere Programm beenden, dann erneut starten.');
    if (!(voruebergehend || portWeg) || Date.now() > ende) throw explainScheitern(meldungen, protokoll);
    await wait(300);
  }
}

async function stopVerwaisten(ordner: string, erlaubt: boolean | undefined): Promise<void> {
  const laufend = findLaufendenServer(ordner);
  if (!laufend) return removeFremdeSperre(ordner);
  if (!erlaubt) throw new Startfehler(`Auf ${ordner} läuft schon eine Datenbank (Prozess ${laufend.pid}).`, 'Die andere Instanz beenden, dann erneut versuchen.');
  process.kill(laufend.pid, 'SIGINT');
  for (const ende = Date.now() + STOPPFRIST_MS; findLaufendenServer(ordner); await wait(50)) {
    if (Date.now() > ende) throw new Startfehler(`Die verwaiste Datenbank (Prozess ${laufend.pid}) beendet sich nicht.`, `kill -QUIT ${laufend.pid}, dann erneut: npm start`);
  }
}

/** PostgreSQL recognises a stale lock itself, except when the noted id belongs to another program by now. */
function removeFremdeSperre(ordner: string): void {
  const zustand = readServerzustand(ordner);
  if (zustand && isLebendig(zustand.pid)) rmSync(join(ordner, 'postmaster.pid'), { force: true });
}

async function ensureDatenbank(port: number, passwort: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: VERWALTUNG, password: passwort, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATENBANK]);
    if (!rowCount) await client.query(`create database ${DATENBANK}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded PostgreSQL on a directory and waits until it answers; a missing or empty directory
 * becomes a new cluster with the empty database `kim`. Refuses a damaged directory, one of another major
 * version and one in use ({@link Startfehler}). Leftovers of a crash are recognised and recovered.
 */
export async function starteEmbedded(wunsch: EmbeddedWunsch): Promise<Embedded> {
  const passwort = wunsch.passwort ?? randomBytes(24).toString('hex');
  const protokoll = wunsch.protokoll ?? `${wunsch.verzeichnis}.log`;
  const stand = checkCluster(wunsch.verzeichnis);
  const konto = chooseServerkonto(wunsch.verzeichnis);
  const bin = await findBinaries(konto);
  if (stand === 'leer') {
    await createServerordner(wunsch.verzeichnis, konto, (ordner) => initCluster(bin, ordner, konto, passwort)).catch((fehler: Error) => {
      const klar = translateFehler(fehler);
      if (klar instanceof Startfehler) throw klar;
      throw new Startfehler(`Die Datenbank in ${wunsch.verzeichnis} lässt sich nicht anlegen.`, fehler.message, fehler);
    });
  }
  const plan: Plan = { bin, ordner: realpathSync(wunsch.verzeichnis), konto, wunsch, protokoll };
  repairRechte(plan.ordner, konto);
  await stopVerwaisten(plan.ordner, wunsch.verwaisteBeenden);
  let server = await startServer(plan);
  try {
    await ensureDatenbank(server.port, passwort).catch(async (fehler: NodeJS.ErrnoException) => {
      if (fehler.code !== '28P01') throw fehler;
      await server.stop();
      await setPasswort(bin, plan.ordner, konto, passwort);
      server = await startServer(plan);
      await ensureDatenbank(server.port, passwort);
    });
  } catch (fehler) {
    await server.stop();
    throw fehler;
  }
  const { port, pid, beendet, stop } = server;
  return { url: `postgres://${VERWALTUNG}:${encodeURIComponent(passwort)}@127.0.0.1:${port}/${DATENBANK}`, port, pid, passwort, beendet, stop };
}
