import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { copyLaufend, copyRuhend, type Pruefsummen } from './grundsicherung.ts';
import { findEmbeddedUrl } from './datenbank.ts';
import { readGeheimnisse } from './datenbank-urls.ts';
import { claimDaten, prepareDaten, WURZEL, type Datenverzeichnis } from './datenverzeichnis.ts';
import { Startfehler } from './meldung.ts';
import { chooseServerkonto } from './postgres-konto.ts';
import { checkCluster, chownTree, createServerordner, findLaufendenServer, HAUPTVERSION, removeServerordner } from './postgres-verzeichnis.ts';
import { starteEmbedded } from './postgres.ts';

/** First file of a backup: what it is and what must be in it. */
type Verzeichnis = { format: 1; programm: string; postgres: string; erstellt: string; art: 'laufend' | 'ruhend'; dateien: Pruefsummen };

const run = promisify(execFile);
const tar = (...argumente: string[]) => run('tar', argumente, { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, LC_ALL: 'C' } });

function copyCluster(daten: Datenverzeichnis, ziel: string): Promise<{ art: Verzeichnis['art']; dateien: Pruefsummen }> {
  return withRuhe(daten, async (url) =>
    url ? { art: 'laufend', dateien: await copyLaufend(url, daten.postgres, ziel) } : { art: 'ruhend', dateien: copyRuhend(daten.postgres, ziel) },
  );
}

/** Gives the running server's address, or nothing and the certainty that none starts meanwhile. */
async function withRuhe<T>(daten: Datenverzeichnis, arbeit: (url: string | undefined) => Promise<T>): Promise<T> {
  const url = findEmbeddedUrl(daten);
  if (url) return arbeit(url);
  const release = claimDaten(daten, 'Sicherung');
  try {
    if (findLaufendenServer(daten.postgres)) throw new Startfehler('Die Datenbank startet oder beendet sich gerade.', 'In einigen Sekunden noch einmal versuchen.');
    return await arbeit(undefined);
  } finally {
    release();
  }
}

/**
 * Writes a complete copy of the embedded database as one tar.gz, readable by this user alone, while it
 * runs or while it rests. The keyring is never in it (D9).
 * @throws Startfehler when there is nothing to save or the file exists
 */
export async function createSicherung(daten: Datenverzeichnis, datei: string): Promise<Verzeichnis> {
  if (existsSync(datei)) throw new Startfehler(`${datei} gibt es schon.`, 'Einen anderen Namen angeben; vorhandene Sicherungen werden nicht überschrieben.');
  if (checkCluster(daten.postgres) === 'leer') throw new Startfehler(`In ${daten.postgres} liegt noch keine Datenbank.`, 'Erst starten: npm start');
  mkdirSync(dirname(datei), { recursive: true, mode: 0o700 });
  const ordner = mkdtempSync(`${datei}.teil-`);
  try {
    const { art, dateien } = await copyCluster(daten, join(ordner, 'postgres'));
    const { version } = JSON.parse(readFileSync(join(WURZEL, 'package.json'), 'utf8')) as { version: string };
    const verzeichnis: Verzeichnis = { format: 1, programm: version, postgres: HAUPTVERSION, erstellt: new Date().toISOString(), art, dateien };
    writeFileSync(join(ordner, 'manifest.json'), JSON.stringify(verzeichnis), { mode: 0o600 });
    // Opened first, so that nobody else can read it while it grows.
    const fertig = join(ordner, 'fertig.tar.gz');
    const fd = openSync(fertig, 'wx', 0o600);
    await tar('--use-compress-program=gzip -1', '-cf', fertig, '-C', ordner, 'manifest.json', 'postgres');
    fsyncSync(fd);
    closeSync(fd);
    renameSync(fertig, datei);
    return verzeichnis;
  } finally {
    rmSync(ordner, { recursive: true, force: true });
  }
}

async function readVerzeichnis(datei: string): Promise<Verzeichnis> {
  try {
    const { stdout } = await tar('-xzOf', datei, 'manifest.json');
    const verzeichnis = JSON.parse(stdout) as Verzeichnis;
    if (verzeichnis.format === 1 && verzeichnis.dateien) return verzeichnis;
  } catch (ursache) {
    throw new Startfehler(`${datei} ist keine lesbare Sicherung von KIM.`, 'Die Datei prüfen oder eine andere Sicherung nehmen.', ursache);
  }
  throw new Startfehler(`${datei} hat ein unbekanntes Format.`, 'Mit der Programmversion wiederherstellen, die sie geschrieben hat.');
}

async function listDateien(ordner: string, unter = ''): Promise<string[]> {
  const pfade: string[] = [];
  for (const name of readdirSync(join(ordner, unter))) {
    const pfad = join(unter, name);
    const stand = lstatSync(join(ordner, pfad));
    if (stand.isDirectory()) pfade.push(...(await listDateien(ordner, pfad)));
    else pfade.push(pfad);
  }
  return pfade;
}

async function computeSumme(datei: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(datei), hash);
  return hash.digest('hex');
}

async function checkInhalt(ordner: string, soll: Pruefsummen): Promise<void> {
  const da = await listDateien(ordner);
  const abweichend = [...Object.keys(soll).filter((pfad) => !da.includes(pfad)), ...da.filter((pfad) => !soll[pfad])];
  for (const pfad of da) if (lstatSync(join(ordner, pfad)).isFile() && soll[pfad] && (await computeSumme(join(ordner, pfad))) !== soll[pfad]) abweichend.push(pfad);
  if (abweichend.length > 0) {
    throw new Startfehler(`Die Sicherung ist beschädigt (${abweichend.length} Dateien, zuerst ${abweichend[0]}).`, 'Eine andere Sicherung nehmen. Es wurde nichts wiederhergestellt.');
  }
}

/**
 * Puts a backup into the empty place of the embedded database, checks every file of it and starts the
 * database once, so that a backup that cannot be used is noticed now.
 * @param check is given the running database's address
 * @throws Startfehler when there are data already, or the backup is damaged or of another version
 */
export async function restoreSicherung(daten: Datenverzeichnis, datei: string, check: (url: string) => Promise<void>): Promise<Verzeichnis> {
  if (!existsSync(datei)) throw new Startfehler(`${datei} gibt es nicht.`, 'Den Pfad der Sicherung angeben: npm run wiederherstellen -- DATEI.tar.gz');
  prepareDaten(daten);
  const release = claimDaten(daten, 'Wiederherstellung');
  try {
    if (existsSync(daten.postgres) && readdirSync(daten.postgres).length > 0) {
      throw new Startfehler(`In ${daten.postgres} liegen schon Daten; sie werden nicht überschrieben.`, `Zur Seite legen: mv ${daten.postgres} ${daten.postgres}.alt\nOder an einen anderen Ort wiederherstellen: KIM_DATEN=/pfad npm run wiederherstellen -- ${datei}`);
    }
    const verzeichnis = await readVerzeichnis(datei);
    if (verzeichnis.postgres !== HAUPTVERSION) throw new Startfehler(`Die Sicherung gehört zu PostgreSQL ${verzeichnis.postgres}, mitgeliefert ist ${HAUPTVERSION}.`, `Mit Programmversion ${verzeichnis.programm} wiederherstellen.`);
    const konto = chooseServerkonto(daten.postgres);
    await createServerordner(daten.postgres, konto, async (ordner) => {
      await tar('-xzf', datei, '-C', ordner, '--strip-components=1', '--no-same-owner', 'postgres');
      await checkInhalt(ordner, verzeichnis.dateien);
      if (konto.uid !== undefined) chownTree(ordner, konto.uid, konto.gid ?? konto.uid);
    });
    const server = await starteEmbedded({ verzeichnis: daten.postgres, passwort: readGeheimnisse(daten.zugang).verwaltung }).catch((fehler: unknown) => {
      removeServerordner(daten.postgres);
      throw fehler;
    });
    try {
      await check(server.url);
    } finally {
      await server.stop();
    }
    return verzeichnis;
  } finally {
    release();
  }
}
