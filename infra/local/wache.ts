import { setTimeout as wait } from 'node:timers/promises';
import { printFehler } from './meldung.ts';

/** Something that runs until it ends by itself or is stopped. */
export type Laufend = { beendet: Promise<unknown>; stop: () => Promise<void> };

const KUERZESTE_PAUSE_MS = 500;
const LAENGSTE_PAUSE_MS = 15_000;
/** Who ran this long is taken for healthy: the next pause is short again. */
const GESUND_MS = 60_000;

/** Pause before the n-th attempt in a row (from 1): doubles, with an upper limit. */
export function computePause(versuch: number): number {
  return Math.min(KUERZESTE_PAUSE_MS * 2 ** (versuch - 1), LAENGSTE_PAUSE_MS);
}

/**
 * Keeps something running: whenever it ends without having been stopped, it is started again, however
 * often, with growing pauses. `stop` ends the watching and then the thing itself.
 * @param erster what runs already
 * @param restart starts it anew; may fail, then it is tried again
 */
export function keepLaufend(name: string, erster: Laufend, restart: () => Promise<Laufend>): { stop: () => Promise<void> } {
  const ende = new AbortController();
  let laufend: Laufend | undefined = erster;
  const watch = async () => {
    for (let versuch = 0; ; ) {
      const beginn = Date.now();
      await laufend?.beendet;
      if (ende.signal.aborted) return;
      if (laufend) console.error(`${name} hat sich unerwartet beendet und startet neu.`);
      laufend = undefined;
      versuch = Date.now() - beginn > GESUND_MS ? 1 : versuch + 1;
      await wait(computePause(versuch), undefined, { signal: ende.signal }).catch(() => undefined);
      if (ende.signal.aborted) return;
      laufend = await restart().catch((fehler: unknown) => void printFehler(fehler));
      if (ende.signal.aborted) return laufend?.stop();
      if (laufend) console.error(`${name} läuft wieder.`);
    }
  };
  const wache = watch();
  return {
    stop: async () => {
      ende.abort();
      await laufend?.stop();
      await wache;
    },
  };
}
