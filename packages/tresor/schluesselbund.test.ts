import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { neueId } from '@kim/core/ids.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SchluesselbundFehler, TresorFehler, type SchluesselbundGrund } from './fehler.ts';
import {
  erzeugeSchluesselbund, fuegeGenerationHinzu, fuegeTraegerHinzu, oeffneSchluesselbund, WURZEL,
} from './schluesselbund.ts';

let verzeichnis: string;
let pfad: string;
beforeEach(() => {
  verzeichnis = mkdtempSync(join(tmpdir(), 'kim-bund-'));
  pfad = join(verzeichnis, 'tief', 'schluesselbund.json');
});
afterEach(() => rmSync(verzeichnis, { recursive: true, force: true }));

function grundVon(arbeite: () => unknown): SchluesselbundGrund | undefined {
  try {
    arbeite();
  } catch (fehler) {
    expect(fehler).toBeInstanceOf(SchluesselbundFehler);
    expect((fehler as Error).message).toContain(pfad);
    expect((fehler as Error).cause).toBeUndefined();
    return (fehler as SchluesselbundFehler).code;
  }
}

/** A keyring with one Träger, and everything secret that stands in its file. */
function bundMitTraeger() {
  const bund = erzeugeSchluesselbund(pfad);
  const traegerId = neueId();
  fuegeTraegerHinzu(bund, traegerId);
  const geheim = readFileSync(pfad, 'utf8').match(/[A-Za-z0-9+/]{43}=/g) ?? [];
  expect(geheim).toHaveLength(2);
  return { bund, traegerId, geheim };
}

describe('the file', () => {
  test('is made for its owner alone and opens again with the same keys', () => {
    const { bund, traegerId } = bundMitTraeger();
    expect(statSync(pfad).mode & 0o777).toBe(0o600);
    expect(statSync(join(verzeichnis, 'tief')).mode & 0o777).toBe(0o700);
    expect(existsSync(`${pfad}.neu`)).toBe(false);
    const wieder = oeffneSchluesselbund(pfad);
    expect(wieder.traegerIds).toEqual([traegerId]);
    for (const { inhaber, generation } of bund.generationen) {
      expect(wieder.pruefwert(inhaber, generation)).toEqual(bund.pruefwert(inhaber, generation));
    }
  });

  test('is never made over an existing one, whatever that is', () => {
    const { traegerId } = bundMitTraeger();
    const vorher = readFileSync(pfad, 'utf8');
    expect(grundVon(() => erzeugeSchluesselbund(pfad))).toBe('vorhanden');
    expect(readFileSync(pfad, 'utf8')).toBe(vorher);
    expect(oeffneSchluesselbund(pfad).traegerIds).toEqual([traegerId]);
    writeFileSync(pfad, 'zufaellig');
    expect(grundVon(() => erzeugeSchluesselbund(pfad))).toBe('vorhanden');
    expect(readFileSync(pfad, 'utf8')).toBe('zufaellig');
  });

  test('missing, or a folder in its place, is said so', () => {
    expect(grundVon(() => oeffneSchluesselbund(pfad))).toBe('fehlt');
    expect(existsSync(pfad)).toBe(false);
    pfad = verzeichnis;
    chmodSync(pfad, 0o700);
    expect(grundVon(() => oeffneSchluesselbund(pfad))).toBe('unlesbar');
  });

  test.each([0o644, 0o640, 0o604, 0o620, 0o601])('open to others (mode %o) is refused', (modus) => {
    bundMitTraeger();
    chmodSync(pfad, modus);
    expect(grundVon(() => oeffneSchluesselbund(pfad))).toBe('offen');
    chmodSync(pfad, 0o400);
    expect(grundVon(() => oeffneSchluesselbund(pfad))).toBeUndefined();
  });

  test.each([
    ['cut', (text: string) => text.slice(0, -20)],
    ['empty', () => ''],
    ['other JSON', () => '[]'],
    ['null', () => 'null'],
    ['unknown format', (text: string) => text.replace('"format": 1', '"format": 2')],
    ['a key of 31 bytes', (text: string) => text.replace(/"[A-Za-z0-9+/]{43}="/, `"${Buffer.alloc(31).toString('base64')}"`)],
    ['no root key', (text: string) => text.replace(/"wurzel": \{[^}]*\}/, '"wurzel": {}')],
    ['generation 0', (text: string) => text.replace('"1":', '"0":')],
    ['a Träger that is no id', (text: string) => text.replace(/"[0-9a-f-]{36}"/, '"wurzel"')],
    ['another field', (text: string) => text.replace('"format"', '"mehr": 1, "format"')],
  ])('damaged (%s) is refused, left as it is, and not quoted', (_, verdirb) => {
    const { bund, geheim } = bundMitTraeger();
    const verdorben = verdirb(readFileSync(pfad, 'utf8'));
    writeFileSync(pfad, verdorben);
    expect(grundVon(() => oeffneSchluesselbund(pfad))).toBe('beschaedigt');
    expect(grundVon(() => fuegeTraegerHinzu(bund, neueId()))).toBe('beschaedigt');
    expect(readFileSync(pfad, 'utf8')).toBe(verdorben);
    expect(() => oeffneSchluesselbund(pfad)).not.toThrow(new RegExp(geheim.map((g) => g.slice(0, 8)).join('|').replaceAll('+', '\\+')));
  });

  test('a failed write leaves it as it was', () => {
    const { bund } = bundMitTraeger();
    const vorher = readFileSync(pfad, 'utf8');
    writeFileSync(`${pfad}.neu`, 'halb');
    expect(grundVon(() => fuegeTraegerHinzu(bund, neueId()))).toBe('gesperrt');
    expect(readFileSync(pfad, 'utf8')).toBe(vorher);
    expect(readFileSync(`${pfad}.neu`, 'utf8')).toBe('halb');
  }, 30_000);

  test('a folder that cannot be made is said so', () => {
    writeFileSync(join(verzeichnis, 'tief'), '');
    expect(grundVon(() => erzeugeSchluesselbund(pfad))).toBe('schreiben');
  });

  test('processes that add Träger at once lose none', async () => {
    erzeugeSchluesselbund(pfad);
    const modul = new URL('./schluesselbund.ts', import.meta.url).href;
    const ids = Array.from({ length: 12 }, neueId);
    const prozesse = [0, 1, 2].map((n) => spawn(process.execPath, ['--input-type=module', '-e', `
      const { oeffneSchluesselbund, fuegeTraegerHinzu } = await import('${modul}');
      const bund = oeffneSchluesselbund(${JSON.stringify(pfad)});
      for (const id of ${JSON.stringify(ids.slice(n * 4, n * 4 + 4))}) fuegeTraegerHinzu(bund, id);
    `], { stdio: 'ignore' }));
    expect(await Promise.all(prozesse.map(async (p) => (await once(p, 'exit'))[0]))).toEqual([0, 0, 0]);
    expect(oeffneSchluesselbund(pfad).traegerIds.toSorted()).toEqual(ids.toSorted());
  }, 30_000);
});

describe('keys', () => {
  test('a Träger keeps the key it has', () => {
    const { bund, traegerId } = bundMitTraeger();
    const vorher = bund.pruefwert(traegerId, 1);
    expect(fuegeTraegerHinzu(bund, traegerId)).toBe(false);
    expect(fuegeTraegerHinzu(bund, neueId())).toBe(true);
    expect(oeffneSchluesselbund(pfad).pruefwert(traegerId, 1)).toEqual(vorher);
  });

  test('a new generation leaves the old ones', () => {
    const { bund, traegerId } = bundMitTraeger();
    const erste = bund.pruefwert(traegerId, 1);
    expect(fuegeGenerationHinzu(bund, traegerId)).toBe(2);
    expect(bund.aktuelleGeneration(traegerId)).toBe(2);
    expect(bund.pruefwert(traegerId, 1)).toEqual(erste);
    expect(bund.pruefwert(traegerId, 2)).not.toEqual(erste);
  });

  test.each(['wurzel', 'constructor', '__proto__', '', 'ABC', `${neueId()} `])('%j is no Träger', (keineId) => {
    const { bund } = bundMitTraeger();
    const vorher = readFileSync(pfad, 'utf8');
    expect(() => fuegeTraegerHinzu(bund, keineId)).toThrow(TresorFehler);
    expect(() => fuegeGenerationHinzu(bund, keineId)).toThrow(TresorFehler);
    expect(() => bund.fuerTraeger(keineId)).toThrow(TresorFehler);
    expect(readFileSync(pfad, 'utf8')).toBe(vorher);
  });

  test('unknown Träger and generations have no key', () => {
    const { bund, traegerId } = bundMitTraeger();
    const keiner = new TresorFehler('kein-schluessel');
    expect(() => bund.fuerTraeger(neueId())).toThrow(keiner);
    expect(() => fuegeGenerationHinzu(bund, neueId())).toThrow(keiner);
    expect(() => bund.fuerTraeger(traegerId).kek(2)).toThrow(keiner);
  });

  test('what another process added is found without a restart', () => {
    const { bund, traegerId } = bundMitTraeger();
    const [anderer, spaeter] = [oeffneSchluesselbund(pfad), neueId()];
    fuegeTraegerHinzu(anderer, spaeter);
    expect(bund.fuerTraeger(spaeter).aktuelleGeneration()).toBe(1);
    fuegeGenerationHinzu(anderer, traegerId);
    expect(bund.fuerTraeger(traegerId).kek(2).equals(anderer.fuerTraeger(traegerId).kek(2))).toBe(true);
  });

  test('a file exchanged under the running process is noticed', () => {
    const { bund, traegerId } = bundMitTraeger();
    const pruefwert = bund.pruefwert(traegerId, 1);
    rmSync(pfad);
    erzeugeSchluesselbund(pfad);
    expect(grundVon(() => bund.leseNeu())).toBe('veraendert');
    expect(bund.pruefwert(traegerId, 1)).toEqual(pruefwert);
  });

  test('purposes, references and installations have different keys, the same ones the same', () => {
    const { bund, traegerId } = bundMitTraeger();
    const wieder = oeffneSchluesselbund(pfad);
    const alle = [
      bund.zweckschluessel('passwort'), bund.zweckschluessel('totp'), bund.zweckschluessel('formular'),
      bund.zweckschluessel('entwurf', traegerId), bund.zweckschluessel('entwurf', neueId()),
      bund.zweckschluessel('namensindex', traegerId), bund.fuerTraeger(traegerId).kek(1),
    ].map((schluessel) => schluessel.export().toString('hex'));
    expect(new Set(alle).size).toBe(alle.length);
    expect(wieder.zweckschluessel('totp').equals(bund.zweckschluessel('totp', '', bund.aktuelleGeneration(WURZEL)))).toBe(true);
    pfad = join(verzeichnis, 'anderer.json');
    expect(erzeugeSchluesselbund(pfad).zweckschluessel('totp').equals(bund.zweckschluessel('totp'))).toBe(false);
  });

  test('printing a keyring shows no key', () => {
    const { bund, traegerId, geheim } = bundMitTraeger();
    const alles = [bund, bund.fuerTraeger(traegerId), bund.zweckschluessel('totp')];
    const gedruckt = alles.map((x) => JSON.stringify(x) + inspect(x, { depth: 9, showHidden: true })).join('');
    expect(JSON.stringify(bund)).toBe(JSON.stringify({ pfad }));
    for (const wert of geheim) {
      expect(gedruckt).not.toContain(wert);
      expect(gedruckt).not.toContain(Buffer.from(wert, 'base64').toString('hex').slice(0, 8));
    }
  });
});
