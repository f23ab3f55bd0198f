import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neueId } from '@kim/core/ids.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pruefeSchluesselbund, pruefwerteVon } from './pruefwerte.ts';
import { erzeugeSchluesselbund, fuegeTraegerHinzu, oeffneSchluesselbund, type Schluesselbund } from './schluesselbund.ts';

let verzeichnis: string;
let bund: Schluesselbund;
const traegerId = neueId();

beforeEach(() => {
  verzeichnis = mkdtempSync(join(tmpdir(), 'kim-pruef-'));
  bund = erzeugeSchluesselbund(join(verzeichnis, 'bund.json'));
  fuegeTraegerHinzu(bund, traegerId);
});
afterEach(() => rmSync(verzeichnis, { recursive: true, force: true }));

/** A keyring of another installation that knows the same Träger. */
function anderer(): Schluesselbund {
  const fremd = erzeugeSchluesselbund(join(verzeichnis, 'fremd.json'));
  fuegeTraegerHinzu(fremd, traegerId);
  return fremd;
}

test('a keyring is recognised as its own, also when it has more keys', () => {
  const werte = pruefwerteVon(bund);
  expect(werte.map(({ inhaber }) => inhaber)).toEqual(['wurzel', traegerId]);
  expect(pruefeSchluesselbund(oeffneSchluesselbund(bund.pfad), werte)).toEqual({ ok: true, wert: undefined });
  fuegeTraegerHinzu(bund, neueId());
  expect(pruefeSchluesselbund(bund, werte).ok).toBe(true);
  expect(pruefeSchluesselbund(bund, []).ok).toBe(true);
});

test.each([0, 1])('a wrong key (%s) is recognised', (welcher) => {
  const wert = pruefwerteVon(bund)[welcher];
  const geprueft = pruefeSchluesselbund(anderer(), wert ? [wert] : []);
  expect(geprueft).toMatchObject({ ok: false, grund: 'falsch', inhaber: wert?.inhaber, generation: 1 });
});

test('a missing Träger and a missing generation are recognised', () => {
  const werte = pruefwerteVon(bund);
  const datei = JSON.parse(readFileSync(bund.pfad, 'utf8')) as { traeger: object };
  writeFileSync(bund.pfad, JSON.stringify({ ...datei, traeger: {} }));
  expect(pruefeSchluesselbund(oeffneSchluesselbund(bund.pfad), werte)).toMatchObject({ grund: 'fehlt', inhaber: traegerId });
  expect(pruefeSchluesselbund(bund, werte.map((w) => ({ ...w, generation: 2 })))).toMatchObject({ grund: 'fehlt', generation: 2 });
});

test('the text names the key and is German', () => {
  const geprueft = pruefeSchluesselbund(anderer(), pruefwerteVon(bund).slice(1));
  expect(geprueft.ok ? '' : geprueft.text).toContain(`Schlüssel des Trägers ${traegerId}, Generation 1`);
});

test('check values as the database returns them are accepted, cut or changed ones are not', () => {
  const werte = pruefwerteVon(bund).map((w) => ({ ...w, wert: new Uint8Array(w.wert) }));
  expect(pruefeSchluesselbund(bund, werte).ok).toBe(true);
  expect(pruefeSchluesselbund(bund, werte.map((w) => ({ ...w, wert: w.wert.subarray(1) }))).ok).toBe(false);
  expect(pruefeSchluesselbund(bund, werte.map((w) => ({ ...w, wert: new Uint8Array(0) }))).ok).toBe(false);
});
