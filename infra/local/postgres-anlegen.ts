import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Serverkonto } from './postgres-konto.ts';

/** Login that owns the embedded server; for roles, migrations and backups only. */
export const VERWALTUNG = 'kim_verwaltung';
/** Name of the database. */
export const DATENBANK = 'kim';

/** Messages in English, whatever the terminal speaks: they are recognised by their words. */
export const SERVERUMGEBUNG = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;

function run(datei: string, argumente: string[], konto: Serverkonto, eingabe = ''): Promise<void> {
  return new Promise((erledigt, gescheitert) => {
    const kind = spawn(datei, argumente, { ...konto, env: SERVERUMGEBUNG, cwd: '/' });
    let ausgabe = '';
    for (const strom of [kind.stdout, kind.stderr]) strom.on('data', (stueck) => (ausgabe = (ausgabe + stueck).slice(-2000)));
    kind.on('error', gescheitert);
    kind.on('close', (code) => (code === 0 ? erledigt() : gescheitert(new Error(ausgabe.trim()))));
    kind.stdin.on('error', () => undefined);
    kind.stdin.end(eingabe);
  });
}

/** Fills an empty directory with a new cluster that accepts its administration login by password only. */
export async function initCluster(bin: string, ordner: string, konto: Serverkonto, passwort: string): Promise<void> {
  const geheim = mkdtempSync(join(tmpdir(), 'kim-'));
  const datei = join(geheim, 'passwort');
  try {
    writeFileSync(datei, passwort, { mode: 0o600 });
    if (konto.uid !== undefined) for (const pfad of [geheim, datei]) chownSync(pfad, konto.uid, konto.gid ?? konto.uid);
    // Built-in collation: the same on every machine, so that a copied directory keeps its index order.
    const sprache = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await run(join(bin, 'initdb'), [`--pgdata=${ordner}`, `--username=${VERWALTUNG}`, `--pwfile=${datei}`, '--auth=scram-sha-256', '--data-checksums', ...sprache], konto);
  } finally {
    rmSync(geheim, { recursive: true, force: true });
  }
}

/** Sets a new administration password. Single-user mode needs no password: for whoever owns the files, and only while the server is down. */
export async function setPasswort(bin: string, ordner: string, konto: Serverkonto, passwort: string): Promise<void> {
  const literal = passwort.replaceAll("'", "''");
  await run(join(bin, 'postgres'), ['--single', '-D', ordner, 'postgres'], konto, `alter role ${VERWALTUNG} password '${literal}'\n`);
}
