import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { WURZEL } from './datenverzeichnis.ts';
import { starteKind, type Kindwunsch } from './kindprozess.ts';
import { Startfehler } from './meldung.ts';
import { checkPort } from './voraussetzungen.mjs';
import type { Laufend } from './wache.ts';

/** How to run the built application. */
export type Anwendungswunsch = Pick<Kindwunsch, 'env' | 'protokoll'> & {
  port: number;
  /** Entry file; the application's own unless a test says otherwise. */
  datei?: string;
};

const isErreichbar = (port: number) =>
  new Promise<boolean>((fertig) => {
    const probe = connect({ port, host: 'localhost' }, () => {
      probe.destroy();
      fertig(true);
    });
    probe.once('error', () => fertig(false));
  });

/** Starts the application as a process of its own and waits until it accepts connections. */
export async function starteAnwendung({ port, env, protokoll, datei = join(WURZEL, 'app/server.ts') }: Anwendungswunsch): Promise<Laufend> {
  if (!existsSync(datei)) throw new Startfehler(`${datei} fehlt: der Quelltext ist unvollständig.`, 'Den Stand wiederherstellen: git checkout -- app');
  // Else whoever holds the port would be taken for the application.
  if ((await checkPort(port)) !== 'frei') throw new Startfehler(`Port ${port} ist inzwischen belegt.`, `Das andere Programm beenden, oder einen anderen Port nehmen: KIM_PORT=${port + 1} npm start`);
  return starteKind({ titel: 'Die Anwendung', datei, env, protokoll, bereit: () => () => isErreichbar(port) });
}
