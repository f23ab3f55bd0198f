import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leseUmgebung, UmgebungFehler, type Umgebung } from '@kim/core/umgebung.ts';
import { Startfehler } from './meldung.ts';
import { findDatenverzeichnis, readLaufendenStart, readStartzeit } from './voraussetzungen.mjs';

/** Root of the repository. */
export const WURZEL = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The server must be able to finish a checkpoint and write its log. */
const KLEINSTER_FREIER_PLATZ = 200 * 1024 * 1024;

/** Places inside the data directory. */
export type Datenverzeichnis = { pfad: string; postgres: string; zugang: string; schluesselbund: string; sicherungen: string };

/** The data directory of this installation, whether or not it exists yet. */
export function locateDaten(env: Record<string, string | undefined> = process.env): Datenverzeichnis {
  const pfad = findDatenverzeichnis(WURZEL, env);
  return {
    pfad,
    postgres: join(pfad, 'postgres'),
    zugang: join(pfad, 'zugang.json'),
    schluesselbund: env.KIM_SCHLUESSELBUND ? resolve(WURZEL, env.KIM_SCHLUESSELBUND) : join(pfad, 'schluesselbund.json'),
    sicherungen: join(pfad, 'sicherungen'),
  };
}

/** The settings of this process. @throws Startfehler naming every wrong variable */
export function readUmgebung(): Umgebung {
  try {
    return leseUmgebung(process.env, WURZEL);
  } catch (fehler) {
    if (fehler instanceof UmgebungFehler) throw new Startfehler('Eine Einstellung stimmt nicht.', fehler.message, fehler);
    throw fehler;
  }
}

/** Creates the data directory for this user alone and refuses when its disk is nearly full. */
export function prepareDaten(daten: Datenverzeichnis): void {
  mkdirSync(daten.pfad, { recursive: true });
  // As root the database server runs as another user, who must be able to walk through, not to list.
  chmodSync(daten.pfad, process.getuid?.() === 0 ? 0o711 : 0o700);
  const { bavail, bsize } = statfsSync(daten.pfad);
  if (bavail * bsize < KLEINSTER_FREIER_PLATZ) {
    throw new Startfehler(
      `Auf dem Datenträger von ${daten.pfad} sind weniger als 200 MB frei.`,
      'Platz schaffen oder ein Datenverzeichnis auf einem anderen Datenträger nehmen: KIM_DATEN=/pfad npm start',
    );
  }
}

/**
 * Takes the data directory for this process, so that no second start or backup works on it at the
 * same time; returns the release. A note left behind by a killed start is recognised and replaced.
 */
export function claimDaten(daten: Datenverzeichnis, url: string): () => void {
  const datei = join(daten.pfad, 'start.json');
  const notiz = JSON.stringify({ pid: process.pid, startzeit: readStartzeit(process.pid), url });
  for (let versuch = 0; ; versuch += 1) {
    try {
      writeFileSync(datei, notiz, { flag: 'wx', mode: 0o644 });
      return () => rmSync(datei, { force: true });
    } catch (fehler) {
      if ((fehler as NodeJS.ErrnoException).code !== 'EEXIST') throw fehler;
    }
    const laeuft = readLaufendenStart(daten.pfad);
    if (laeuft || versuch > 0) {
      throw new Startfehler(
        `Das Datenverzeichnis ${daten.pfad} ist in Benutzung${laeuft ? `: ${laeuft.url} (Prozess ${laeuft.pid})` : ''}.`,
        'Den anderen Vorgang beenden und erneut versuchen.',
      );
    }
    rmSync(datei, { force: true });
  }
}
