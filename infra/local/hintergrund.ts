import { join } from 'node:path';
import { WURZEL } from './datenverzeichnis.ts';
import { starteKind, type Kindwunsch } from './kindprozess.ts';
import { printFehler } from './meldung.ts';
import { keepLaufend, type Laufend } from './wache.ts';

/** How to run the worker; its entry file is the product's own unless a test says otherwise. */
export type Hintergrundwunsch = Pick<Kindwunsch, 'env' | 'protokoll'> & { datei?: string };

/** Starts the worker and waits until it listens to its queues; it says so through the channel to its starter. */
export function starteHintergrund({ env, protokoll, datei = join(WURZEL, 'packages/auftraege/prozess.ts') }: Hintergrundwunsch): ReturnType<typeof starteKind> {
  return starteKind({
    titel: 'Die Hintergrundarbeit', datei, env, protokoll,
    bereit: (kind) => {
      let gemeldet = false;
      kind.on('message', (meldung) => (gemeldet ||= meldung === 'bereit'));
      return () => gemeldet;
    },
  });
}

/** Keeps the worker running. What it does can wait: when it does not start, that is said, and the application serves meanwhile. */
export async function keepHintergrund(start: () => Promise<Laufend>): Promise<{ stop: () => Promise<void> }> {
  const vorbei: Laufend = { beendet: Promise.resolve(), stop: async () => undefined };
  const erster = await start().catch((fehler: unknown) => {
    printFehler(fehler);
    return vorbei;
  });
  return keepLaufend('Die Hintergrundarbeit', erster, start);
}
