// npm run sichern [-- ZIEL]: a backup of the database, never of the keyring.
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { locateDaten, prepareDaten, readUmgebung } from './datenverzeichnis.ts';
import { printFehler, Startfehler } from './meldung.ts';
import { createSicherung } from './sicherung.ts';

/** A given PostgreSQL is saved by the host's pg_dump; the password travels in the environment, not in `ps`. */
async function dumpFremde(verwaltung: string | undefined, ziel: string): Promise<void> {
  if (!verwaltung || spawnSync('pg_dump', ['--version']).status !== 0) {
    throw new Startfehler(
      verwaltung ? 'pg_dump ist auf diesem Rechner nicht vorhanden.' : 'Für die Sicherung fehlt KIM_DB_VERWALTUNG_URL.',
      'Eine eigene PostgreSQL sichert der Betrieb, am besten fortlaufend mit pgBackRest: infra/backup/README.md',
    );
  }
  const { hostname, port, pathname, username, password } = new URL(verwaltung);
  const env = { ...process.env, PGHOST: decodeURIComponent(hostname), PGPORT: port || '5432', PGDATABASE: decodeURIComponent(pathname.slice(1)), PGUSER: decodeURIComponent(username), PGPASSWORD: decodeURIComponent(password) };
  process.umask(0o077);
  try {
    await promisify(execFile)('pg_dump', ['--format=custom', '--no-password', `--file=${ziel}.teil`], { env });
  } catch (fehler) {
    throw new Startfehler('pg_dump ist gescheitert.', (fehler as { stderr?: string }).stderr?.trim() || String(fehler), fehler);
  }
  renameSync(`${ziel}.teil`, ziel);
}

try {
  const umgebung = readUmgebung();
  const daten = locateDaten();
  const isFremd = Object.values(umgebung.datenbank).some(Boolean);
  const name = `kim-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}${isFremd ? '.dump' : '.tar.gz'}`;
  const ziel = process.argv[2] ? resolve(process.env.INIT_CWD ?? '.', process.argv[2]) : join(daten.sicherungen, name);
  prepareDaten(daten);
  mkdirSync(dirname(ziel), { recursive: true, mode: 0o700 });
  if (isFremd) await dumpFremde(umgebung.datenbank.verwaltung, ziel);
  else await createSicherung(daten, ziel);
  console.log(`Sicherung geschrieben: ${ziel} (${(statSync(ziel).size / 1e6).toFixed(1).replace('.', ',')} MB)`);
  console.log(
    `\nDer Schlüsselbund (${daten.schluesselbund}) ist absichtlich NICHT darin: wer nur die Sicherung hat, kann keine Namen und Texte lesen.\n` +
      'Sichern Sie ihn getrennt und an einem anderen Ort. Ohne ihn ist diese Sicherung wertlos.',
  );
} catch (fehler) {
  printFehler(fehler);
  process.exitCode = 1;
}
