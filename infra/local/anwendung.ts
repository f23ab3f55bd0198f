import { spawn } from 'node:child_process';
import { closeSync, existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { WURZEL } from './datenverzeichnis.ts';
import { Startfehler } from './meldung.ts';
import { openProtokoll } from './protokolldatei.ts';
import { checkPort } from './voraussetzungen.mjs';
import type { Laufend } from './wache.ts';

/** How to run the built application. */
export type Anwendungswunsch = {
  port: number;
  /** Complete environment of the process. */
  env: NodeJS.ProcessEnv;
  /** File for its messages; none: they go to the terminal (production, where a log collector reads them). */
  protokoll: string | undefined;
  /** Entry file; the application's own unless a test says otherwise. */
  datei?: string;
};

const STARTFRIST_MS = 60_000;
/** The application drains for at most 20 s. */
const STOPPFRIST_MS = 25_000;

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
  const ausgabe = protokoll === undefined ? undefined : openProtokoll(protokoll);
  const ziel = ausgabe?.fd ?? 'inherit';
  // Detached: Ctrl-C in the terminal reaches it once, in order, through `stop`.
  const kind = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', new URL('./elternwache.ts', import.meta.url).href, datei], {
    cwd: WURZEL,
    env,
    detached: true,
    stdio: ['ignore', ziel, ziel, 'ipc'],
  });
  if (ausgabe) closeSync(ausgabe.fd);
  let vorbei = false;
  const beendet = new Promise<void>((ende) => {
    for (const ereignis of ['exit', 'error']) kind.once(ereignis, () => ende(void (vorbei = true)));
  });
  const stop = async () => {
    if (vorbei) return;
    kind.kill('SIGTERM');
    const notfalls = setTimeout(() => kind.kill('SIGKILL'), STOPPFRIST_MS);
    await beendet;
    clearTimeout(notfalls);
  };
  for (const ende = Date.now() + STARTFRIST_MS; !(await isErreichbar(port)); await wait(50)) {
    if (!vorbei && Date.now() < ende) continue;
    await stop();
    const meldungen = protokoll ? readFileSync(protokoll).subarray(ausgabe?.beginn).toString().slice(-2000) : '';
    throw new Startfehler('Die Anwendung startet nicht.', `${meldungen}\n${protokoll ? `Einzelheiten: ${protokoll}` : ''}`.trim());
  }
  return { beendet, stop };
}
