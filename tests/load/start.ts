import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Bestand } from './bestand.ts';
import { speicherMb, starteKandidat } from './prozesse.ts';

/** How the built application starts on a running database. */
export interface Startwerte {
  /** From the start of the process to the first page, median, milliseconds. */
  kaltstartMs: number;
  /** Resident memory after the first page, at rest. */
  ruheMb: number;
  /** Scripts of the first page, gzipped. */
  skripteKb: number;
}

export const STARTGRENZEN: Startwerte = { kaltstartMs: 3_000, ruheMb: 200, skripteKb: 150 };

const STARTS = 5;
const RUHE_MS = 2_000;

export async function misseStart(bestand: Bestand): Promise<Startwerte> {
  const ordner = mkdtempSync(join(tmpdir(), 'kim-start-'));
  const zeiten: number[] = [];
  let rest = { ruheMb: 0, skripteKb: 0 };
  for (let nr = 0; nr < STARTS; nr++) {
    const product = await starteKandidat('product', bestand, join(ordner, 'start.log'));
    zeiten.push(product.startMs);
    if (nr === STARTS - 1) {
      const skripteKb = await wiegeSkripte(`http://127.0.0.1:${product.port}`);
      await warte(RUHE_MS);
      rest = { ruheMb: speicherMb(product.pid), skripteKb };
    }
    await product.beende();
  }
  rmSync(ordner, { recursive: true });
  return { kaltstartMs: zeiten.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)]!, ...rest };
}

/** Everything that the first page names, its inline script included. */
async function wiegeSkripte(url: string): Promise<number> {
  const html = await (await fetch(`${url}/anmelden`)).text();
  const namen = new Set([...html.matchAll(/\/assets\/[\w.$-]+\.js/g)].map(([name]) => name));
  let summe = 0;
  for (const name of namen) summe += gzipSync(Buffer.from(await (await fetch(url + name)).arrayBuffer())).length;
  return summe / 1024;
}
