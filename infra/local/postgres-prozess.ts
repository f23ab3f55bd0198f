import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Startfehler, translateFehler } from './meldung.ts';
import { SERVERUMGEBUNG } from './postgres-anlegen.ts';
import type { Serverkonto } from './postgres-konto.ts';
import { readServerzustand } from './postgres-verzeichnis.ts';

// No value ever reaches the log: neither parameters nor the rows that an error message would quote.
const EINSTELLUNGEN: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Crash recovery of a large database may take its time. */
const STARTFRIST_MS = 10 * 60_000;
const STOPPFRIST_MS = 30_000;

/** A server process, ready or not. `stop` ends transactions, writes everything and waits for the end. */
export type Serverprozess = { pid: number; beendet: Promise<void>; isBeendet: () => boolean; stop: () => Promise<void> };

/** Starts the server program on a directory; its messages go to the open file `protokoll`. */
export function launch(bin: string, ordner: string, konto: Serverkonto, einstellungen: Record<string, string>, protokoll: number): Serverprozess {
  const optionen = Object.entries({ ...EINSTELLUNGEN, ...einstellungen }).flatMap(([name, wert]) => ['-c', `${name}=${wert}`]);
  // An own session: Ctrl-C in the terminal must reach the application first.
  const kind = spawn(join(bin, 'postgres'), ['-D', ordner, ...optionen], { ...konto, env: SERVERUMGEBUNG, cwd: '/', detached: true, stdio: ['ignore', protokoll, protokoll] });
  let vorbei = false;
  const beendet = new Promise<void>((ende) => {
    const finish = () => {
      vorbei = true;
      ende();
    };
    kind.once('exit', finish);
    kind.once('error', finish);
  });
  const stop = async () => {
    if (vorbei) return;
    kind.kill('SIGINT');
    const notfalls = setTimeout(() => kind.kill('SIGQUIT'), STOPPFRIST_MS);
    await beendet;
    clearTimeout(notfalls);
  };
  return { pid: kind.pid ?? 0, beendet, stop, isBeendet: () => vorbei };
}

/** Waits until the server answers; false when it ended instead. */
export async function waitBisBereit(server: Serverprozess, ordner: string): Promise<boolean> {
  const ende = Date.now() + STARTFRIST_MS;
  while (Date.now() < ende && !server.isBeendet()) {
    const zustand = readServerzustand(ordner);
    if (zustand?.pid === server.pid && zustand.bereit) return true;
    await wait(30);
  }
  return false;
}

/** Puts the server's last messages into words for whoever started it. */
export function explainScheitern(meldungen: string, protokoll: string): Startfehler {
  const klar = translateFehler(new Error(meldungen));
  if (klar instanceof Startfehler) return klar;
  const grund = meldungen.split('\n').filter((zeile) => /FATAL|PANIC|ERROR|postgres:/.test(zeile)).slice(-3).join('\n');
  return new Startfehler(
    'Die Datenbank startet nicht; das Datenverzeichnis ist vielleicht beschädigt.',
    `${grund || meldungen.slice(-500)}\nEinzelheiten: ${protokoll}\nAn den Daten wurde nichts geändert. Notfalls aus einer Sicherung wiederherstellen (npm run wiederherstellen).`,
  );
}
