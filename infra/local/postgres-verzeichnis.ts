import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AUSWEICHORT, isErreichbar, type Serverkonto } from './postgres-konto.ts';
import { Startfehler } from './meldung.ts';
import { isLebendig } from './voraussetzungen.mjs';

/** Major version of the server that comes along. */
export const HAUPTVERSION = '18';

const SICHERUNG_ODER_NEU = (ordner: string) =>
  `Aus einer Sicherung wiederherstellen: mv ${ordner} ${ordner}.defekt, dann npm run wiederherstellen -- DATEI\nOder neu beginnen (die Daten sind dann nicht mehr da): mv ${ordner} ${ordner}.defekt, dann npm start`;

function inspect<T>(ordner: string, blick: () => T): T {
  try {
    return blick();
  } catch (ursache) {
    throw new Startfehler(
      `Das Datenverzeichnis ${ordner} lässt sich nicht lesen: es gehört einem anderen Benutzer.`,
      'Als derselbe Benutzer starten wie beim ersten Mal, oder ein anderes Datenverzeichnis nehmen: KIM_DATEN=/pfad npm start',
      ursache,
    );
  }
}

/** `leer` (to be created) or `vorhanden`; a directory that is neither is refused and left untouched. */
export function checkCluster(ordner: string): 'leer' | 'vorhanden' {
  const eintraege = inspect(ordner, () => (existsSync(ordner) ? readdirSync(ordner) : []));
  if (eintraege.length === 0) return 'leer';
  if (!eintraege.includes('PG_VERSION') || !existsSync(join(ordner, 'global/pg_control'))) {
    const fehlt = eintraege.includes('PG_VERSION') ? 'global/pg_control' : 'PG_VERSION';
    throw new Startfehler(`Das Datenverzeichnis ${ordner} ist beschädigt: ${fehlt} fehlt.`, SICHERUNG_ODER_NEU(ordner));
  }
  const version = inspect(ordner, () => readFileSync(join(ordner, 'PG_VERSION'), 'utf8').trim());
  if (version !== HAUPTVERSION) {
    throw new Startfehler(
      `Das Datenverzeichnis ${ordner} gehört zu PostgreSQL ${version || '(unbekannt)'}, mitgeliefert ist PostgreSQL ${HAUPTVERSION}.`,
      `Mit der zugehörigen Programmversion starten, oder mit PostgreSQL ${version} betreiben und über KIM_DB_VERWALTUNG_URL angeben.`,
    );
  }
  return 'vorhanden';
}

/** Gives a folder with everything in it to the server's user. */
export function chownTree(pfad: string, uid: number, gid: number): void {
  chownSync(pfad, uid, gid);
  if (lstatSync(pfad).isDirectory()) for (const name of readdirSync(pfad)) chownTree(join(pfad, name), uid, gid);
}

/** Sets what PostgreSQL insists on: own the directory, nobody else inside. Repairs copies made by root. */
export function repairRechte(ordner: string, konto: Serverkonto): void {
  if (!isErreichbar(dirname(ordner), konto)) {
    throw new Startfehler(
      `Der Benutzer des Datenbankservers kommt nicht bis ${ordner}: ein Ordner darüber ist verschlossen.`,
      `Die Daten umziehen: mkdir -p ${AUSWEICHORT} && mv ${dirname(ordner)} ${AUSWEICHORT}/daten && chmod 711 ${AUSWEICHORT}/daten, dann KIM_DATEN=${AUSWEICHORT}/daten npm start`,
    );
  }
  const { uid, mode } = statSync(ordner);
  if (konto.uid !== undefined && uid !== konto.uid) chownTree(ordner, konto.uid, konto.gid ?? konto.uid);
  if (mode & 0o027) chmodSync(ordner, 0o700);
}

/** Removes a cluster directory that was just made, with the folder it may be a link to. */
export function removeServerordner(pfad: string): void {
  const stand = lstatSync(pfad, { throwIfNoEntry: false });
  if (stand?.isSymbolicLink()) rmSync(readlinkSync(pfad), { recursive: true, force: true });
  rmSync(pfad, { recursive: true, force: true });
}

/**
 * Fills a new cluster directory beside its final place and moves it there when it is complete: an
 * interrupted attempt never looks like data. Below a closed parent (root's home) the folder is made
 * under /var/lib/kim and linked, so that every reader still finds it in its place.
 */
export async function createServerordner(ziel: string, konto: Serverkonto, fill: (ordner: string) => Promise<void>): Promise<void> {
  const neu = `${ziel}.neu`;
  removeServerordner(neu);
  mkdirSync(dirname(ziel), { recursive: true });
  let ordner = neu;
  if (isErreichbar(dirname(ziel), konto)) mkdirSync(neu, { mode: 0o700 });
  else {
    mkdirSync(AUSWEICHORT, { recursive: true, mode: 0o755 });
    ordner = mkdtempSync(join(AUSWEICHORT, 'daten-'));
    symlinkSync(ordner, neu);
  }
  if (konto.uid !== undefined) chownSync(ordner, konto.uid, konto.gid ?? konto.uid);
  try {
    await fill(ordner);
    if (existsSync(ziel)) rmdirSync(ziel);
    renameSync(neu, ziel);
  } catch (fehler) {
    removeServerordner(neu);
    throw fehler;
  }
}

/** What postmaster.pid says of the server that wrote it. */
export type Serverzustand = { pid: number; port: number; bereit: boolean };

/** Content of postmaster.pid, `undefined` when there is none or it is still being written. */
export function readServerzustand(ordner: string): Serverzustand | undefined {
  try {
    const zeilen = readFileSync(join(ordner, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(zeilen[0]);
    return pid > 0 ? { pid, port: Number(zeilen[3]), bereit: zeilen[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The server that runs on this directory now. After a kill or a power cut the noted process id may
 * belong to anything: where the system shows command lines, only a PostgreSQL on this directory counts.
 */
export function findLaufendenServer(ordner: string): Serverzustand | undefined {
  const zustand = readServerzustand(ordner);
  if (!zustand || !isLebendig(zustand.pid)) return undefined;
  if (process.platform !== 'linux') return zustand;
  try {
    const befehl = readFileSync(`/proc/${zustand.pid}/cmdline`, 'utf8').split('\0');
    return /(^|\/)postgres$/.test(befehl[0] ?? '') && befehl.includes(realpathSync(ordner)) ? zustand : undefined;
  } catch {
    return undefined;
  }
}
