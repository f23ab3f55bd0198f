import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { WURZEL } from './datenverzeichnis.ts';
import { Startfehler } from './meldung.ts';
import { openProtokoll } from './protokolldatei.ts';
import type { Laufend } from './wache.ts';

/** A program of the product that runs as a process of its own. */
export type Kindwunsch = {
  /** For the message when it does not start: „Die Anwendung“. */
  titel: string;
  datei: string;
  /** Complete environment of the process. */
  env: NodeJS.ProcessEnv;
  /** File for its messages; none: they go to the terminal (production, where a log collector reads them). */
  protokoll: string | undefined;
  /** Given the process, a question whether it is ready. */
  bereit: (kind: ChildProcess) => () => boolean | Promise<boolean>;
};

/** V8 takes as much as the machine has before it cleans up; with these limits an idle process holds 140 MB instead of 270. */
export const NODE_OPTIONEN = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', '--max-old-space-size=512'] as const;

const STARTFRIST_MS = 60_000;
/** The application drains for at most 20 s. */
const STOPPFRIST_MS = 25_000;

/** Starts a process and waits until it is ready. It stops in order when asked to, and when its starter is gone. */
export async function starteKind({ titel, datei, env, protokoll, bereit }: Kindwunsch): Promise<Laufend & { pid: number | undefined }> {
  const ausgabe = protokoll === undefined ? undefined : openProtokoll(protokoll);
  const ziel = ausgabe?.fd ?? 'inherit';
  // Detached: Ctrl-C in the terminal reaches it once, in order, through `stop`.
  const kind = spawn(process.execPath, [...NODE_OPTIONEN, '--import', new URL('./elternwache.ts', import.meta.url).href, datei], {
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
  const isBereit = bereit(kind);
  for (const ende = Date.now() + STARTFRIST_MS; !(await isBereit()); await wait(50)) {
    if (!vorbei && Date.now() < ende) continue;
    await stop();
    const meldungen = protokoll ? readFileSync(protokoll).subarray(ausgabe?.beginn).toString().slice(-2000) : '';
    throw new Startfehler(`${titel} startet nicht.`, `${meldungen}\n${protokoll ? `Einzelheiten: ${protokoll}` : ''}`.trim());
  }
  return { beendet, stop, pid: kind.pid };
}
