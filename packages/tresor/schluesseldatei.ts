import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import {
  closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { istId } from '@kim/core/ids.ts';
import { z } from 'zod';
import { SchluesselbundFehler } from './fehler.ts';

/** Keys by owner and generation; the owner is a Träger's id, or `wurzel` for the installation. */
export type Schluessel = ReadonlyMap<string, ReadonlyMap<number, KeyObject>>;

const generationen = z
  .record(z.string().regex(/^[1-9]\d{0,5}$/), z.string().regex(/^[A-Za-z0-9+/]{43}=$/))
  .refine((alle) => Object.keys(alle).length > 0);

const datei = z.strictObject({
  format: z.literal(1),
  wurzel: generationen,
  traeger: z.record(z.string().refine(istId), generationen),
});

export type Schluesseldatei = z.infer<typeof datei>;

const ZUGRIFF_ANDERER = 0o077;
const WARTEN_MS = 50;
const VERSUCHE = 40;

/** A new key as it stands in the file. */
export function neuesGeheimnis(): string {
  return randomBytes(32).toString('base64');
}

/** @throws SchluesselbundFehler when the file is missing, unreadable, open to others or no keyring */
export function leseDatei(pfad: string): Schluesseldatei {
  const gelesen = datei.safeParse(alsJson(leseGeschuetzt(pfad)));
  if (!gelesen.success) throw new SchluesselbundFehler('beschaedigt', pfad);
  return gelesen.data;
}

export function alsSchluessel({ wurzel, traeger }: Schluesseldatei): Schluessel {
  return new Map(Object.entries({ wurzel, ...traeger }).map(([inhaber, alle]) => [
    inhaber,
    new Map(Object.entries(alle).map(([nr, wert]) => [Number(nr), createSecretKey(wert, 'base64')])),
  ]));
}

/** @throws SchluesselbundFehler `vorhanden` when anything lies there already */
export function schreibeErsteDatei(pfad: string, inhalt: Schluesseldatei): void {
  ersetze(pfad, () => {
    if (existsSync(pfad)) throw new SchluesselbundFehler('vorhanden', pfad);
    return inhalt;
  });
}

/** Writes what `aendere` makes of the present content, nothing when it gives null; tells which. */
export function aendereDatei(pfad: string, aendere: (alt: Schluesseldatei) => Schluesseldatei | null): boolean {
  return ersetze(pfad, () => aendere(leseDatei(pfad)));
}

/**
 * The neighbour file `.neu` is the lock as well: it is made exclusively and becomes the keyring by
 * renaming; a crash before that leaves the keyring as it was.
 */
function ersetze(pfad: string, baue: () => Schluesseldatei | null): boolean {
  const neu = `${pfad}.neu`;
  const fd = sperre(pfad, neu);
  try {
    const inhalt = baue();
    if (!inhalt) {
      rmSync(neu);
      return false;
    }
    writeFileSync(fd, `${JSON.stringify(inhalt, null, 2)}\n`);
    fsyncSync(fd);
    renameSync(neu, pfad);
  } catch (fehler) {
    rmSync(neu, { force: true });
    throw istSystemfehler(fehler) ? new SchluesselbundFehler('schreiben', pfad) : fehler;
  } finally {
    closeSync(fd);
  }
  sichereVerzeichnis(dirname(pfad));
  return true;
}

function sperre(pfad: string, neu: string): number {
  for (let versuch = 0; versuch < VERSUCHE; versuch++) {
    const fd = versucheSperre(pfad, neu);
    if (fd !== null) return fd;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WARTEN_MS);
  }
  throw new SchluesselbundFehler('gesperrt', pfad);
}

function versucheSperre(pfad: string, neu: string): number | null {
  try {
    if (!existsSync(dirname(pfad))) mkdirSync(dirname(pfad), { recursive: true, mode: 0o700 });
    return openSync(neu, 'wx', 0o600);
  } catch (fehler) {
    if (istSystemfehler(fehler) && fehler.code === 'EEXIST') return null;
    throw new SchluesselbundFehler('schreiben', pfad);
  }
}

/** Without this the renaming itself could be lost with the power. */
function sichereVerzeichnis(verzeichnis: string): void {
  const fd = openSync(verzeichnis, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function leseGeschuetzt(pfad: string): string {
  let fd: number | undefined;
  try {
    fd = openSync(pfad, 'r');
    if ((fstatSync(fd).mode & ZUGRIFF_ANDERER) !== 0) throw new SchluesselbundFehler('offen', pfad);
    return readFileSync(fd, 'utf8');
  } catch (fehler) {
    if (!istSystemfehler(fehler)) throw fehler;
    throw new SchluesselbundFehler(fehler.code === 'ENOENT' ? 'fehlt' : 'unlesbar', pfad);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function alsJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function istSystemfehler(fehler: unknown): fehler is NodeJS.ErrnoException {
  return fehler instanceof Error && 'syscall' in fehler;
}
