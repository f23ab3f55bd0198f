import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Ergebnis } from './dynamisch.ts';
import type { Befund } from './probe.ts';
import type { HttpErgebnis } from './ueber-http.ts';

const ORDNER = fileURLToPath(new URL('../../reports/', import.meta.url));

export const anzahlProben = (ergebnis: Ergebnis): number => [...ergebnis.proben.values()].reduce((summe, n) => summe + n, 0);

/** Prints one line per area and per finding, closes with the summary line. */
export function druckeErgebnis(ergebnis: Ergebnis, http: HttpErgebnis | undefined, sekunden: number): void {
  for (const [bereich, anzahl] of ergebnis.proben) console.log(`${bereich.padEnd(34)} ${String(anzahl).padStart(9)}`);
  for (const [was, zahlen] of Object.entries(http?.zahlen ?? {})) console.log(`${`HTTP: ${was}`.padEnd(34)} ${Object.entries(zahlen).map(([name, zahl]) => `${zahl} ${name}`).join(', ')}`);
  const gruppen = new Map<string, Befund[]>();
  for (const b of ergebnis.befunde) {
    const kopf = `${b.art} | ${b.befund}`;
    gruppen.set(kopf, [...(gruppen.get(kopf) ?? []), b]);
  }
  for (const [kopf, befunde] of gruppen) {
    console.log(`✗ ${kopf} (${befunde.length}×)`);
    for (const b of befunde.slice(0, 5)) console.log(`    ${b.gegenstand} ← ${b.angreifer}`);
  }
  if (http?.bestanden === false) console.log('✗ HTTP: at least one cell is not as declared; see above');
  const undHttp = http ? `, ${http.anfragen} requests, ${http.bestanden ? 'all as declared' : 'NOT all as declared'}` : '';
  console.log(`${anzahlProben(ergebnis)} probes, ${ergebnis.befunde.length} leaks${undHttp} (${sekunden.toFixed(0)} s)`);
}

export interface Isolationsbericht {
  umfang: string;
  server: string;
  proben: Record<string, number>;
  summe: number;
  befunde: Befund[];
  mutanten?: object[];
  http?: HttpErgebnis | undefined;
}

/** Writes reports/proof-isolation.json. */
export function schreibeBericht(bericht: Isolationsbericht): void {
  mkdirSync(ORDNER, { recursive: true });
  writeFileSync(`${ORDNER}proof-isolation.json`, `${JSON.stringify(bericht, null, 2)}\n`);
}
