import { lstatSync, realpathSync } from 'node:fs';
import type { Umgebung } from '@kim/core/umgebung.ts';
import { embeddedZugaenge, fremdeZugaenge, readGeheimnisse, type Zugaenge } from './datenbank-urls.ts';
import { claimDaten, prepareDaten, type Datenverzeichnis } from './datenverzeichnis.ts';
import { checkFremdeDatenbank } from './fremde-datenbank.ts';
import { DATENBANK, VERWALTUNG } from './postgres-anlegen.ts';
import { starteEmbedded, type Embedded } from './postgres.ts';
import { findLaufendenServer } from './postgres-verzeichnis.ts';
import { keepLaufend } from './wache.ts';

/** A reachable database; `stop` ends it only if it was started here. */
export type OffeneDatenbank = { zugaenge: Zugaenge; art: string; isFremd: boolean; stop: () => Promise<void> };

const openEmbedded = (daten: Datenverzeichnis, port?: number): Promise<Embedded> =>
  starteEmbedded({ verzeichnis: daten.postgres, port, passwort: readGeheimnisse(daten.zugang).verwaltung, verwaisteBeenden: true });

/** Root's data may lie elsewhere than the link suggests: whoever wants to find them must be told. */
function describeOrt(ordner: string): string {
  return lstatSync(ordner).isSymbolicLink() ? `mitgeliefert, läuft, Daten in ${realpathSync(ordner)}` : 'mitgeliefert, läuft';
}

/**
 * The database of this installation: the given one, checked, or the embedded one, started and kept
 * running. The caller holds the data directory (`claimDaten`).
 */
export async function openDatenbank(umgebung: Umgebung, daten: Datenverzeichnis): Promise<OffeneDatenbank> {
  const fremd = fremdeZugaenge(umgebung.datenbank, () => readGeheimnisse(daten.zugang));
  if (fremd) {
    const version = await checkFremdeDatenbank([fremd.verwaltung ?? fremd.urls.traeger]);
    return { zugaenge: fremd, art: `PostgreSQL ${version}, gegeben`, isFremd: true, stop: async () => undefined };
  }
  const server = await openEmbedded(daten);
  // The same port again: the application's pools find the way back by themselves.
  const wache = keepLaufend('Die Datenbank', server, () => openEmbedded(daten, server.port));
  return { zugaenge: embeddedZugaenge(server.url, readGeheimnisse(daten.zugang)), art: describeOrt(daten.postgres), isFremd: false, stop: wache.stop };
}

/** Address of the embedded server that a running `npm start` holds, `undefined` when it is down. */
export function findEmbeddedUrl(daten: Datenverzeichnis): string | undefined {
  const zustand = findLaufendenServer(daten.postgres);
  if (!zustand?.bereit) return undefined;
  return `postgres://${VERWALTUNG}:${readGeheimnisse(daten.zugang).verwaltung}@127.0.0.1:${zustand.port}/${DATENBANK}`;
}

/** Lends an operator command the database: the one that runs, a given one too, else one started for the time of the work. */
export async function useDatenbank<T>(umgebung: Umgebung, daten: Datenverzeichnis, arbeit: (zugaenge: Zugaenge) => Promise<T>): Promise<T> {
  if (Object.values(umgebung.datenbank).some(Boolean)) return arbeit((await openDatenbank(umgebung, daten)).zugaenge);
  const laufend = findEmbeddedUrl(daten);
  if (laufend) return arbeit(embeddedZugaenge(laufend, readGeheimnisse(daten.zugang)));
  prepareDaten(daten);
  const release = claimDaten(daten, 'Befehl des Betreibers');
  try {
    const datenbank = await openDatenbank(umgebung, daten);
    try {
      return await arbeit(datenbank.zugaenge);
    } finally {
      await datenbank.stop();
    }
  } finally {
    release();
  }
}
