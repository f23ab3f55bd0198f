import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { neueId } from '@kim/core/ids.ts';
import { afterAll, expect, test } from 'vitest';
import { TresorFehler } from './fehler.ts';
import { erzeugeSchluesselbund, fuegeGenerationHinzu, fuegeTraegerHinzu, oeffneSchluesselbund } from './schluesselbund.ts';
import { tresorFuer } from './traeger-tresor.ts';

const verzeichnis = mkdtempSync(join(tmpdir(), 'kim-tresor-'));
afterAll(() => rmSync(verzeichnis, { recursive: true, force: true }));
const bund = erzeugeSchluesselbund(join(verzeichnis, 'bund.json'));
const [a, b] = [neueId(), neueId()];
for (const id of [a, b]) fuegeTraegerHinzu(bund, id);
const [tresorA, tresorB] = [tresorFuer(bund, a), tresorFuer(bund, b)];

const bezug = { besitzerId: neueId(), spalte: 'personen.stammdaten', version: 1 };
const unlesbar = new TresorFehler('unlesbar');
const fremd = new TresorFehler('fremder-schluessel');

test('what was written is read after a restart, through the stored data key', () => {
  const id = neueId();
  const { dek, verpackt, generation } = tresorA.neuerSchluessel(id);
  const geheim = tresorA.verschluessle({ name: 'Amina' }, dek, bezug);
  const spaeter = tresorFuer(oeffneSchluesselbund(bund.pfad), a);
  const offen = spaeter.oeffneSchluessel(id, new Uint8Array(verpackt), generation);
  expect(spaeter.entschluessle(geheim, offen, bezug)).toEqual({ name: 'Amina' });
  expect(spaeter.entschluessleText(spaeter.verschluessle('x', offen, bezug), offen, bezug)).toBe('x');
});

test('another Träger opens neither data keys nor values', () => {
  const id = neueId();
  const { dek, verpackt, generation } = tresorA.neuerSchluessel(id);
  const geheim = tresorA.verschluessle('Amina', dek, bezug);
  expect(tresorA.entschluessle(geheim, dek, bezug)).toBe('Amina');
  expect(() => tresorB.oeffneSchluessel(id, verpackt, generation)).toThrow(unlesbar);
  expect(() => tresorB.entschluessle(geheim, dek, bezug)).toThrow(fremd);
  expect(() => tresorB.verschluessle('x', dek, bezug)).toThrow(fremd);
  expect(() => tresorB.verpackeSchluessel(dek)).toThrow(fremd);
  expect(() => tresorA.entschluessle(geheim, { id }, bezug)).toThrow(fremd);
});

test('a data key opens under its own id and generation only, also when it is known already', () => {
  const id = neueId();
  const { verpackt, generation } = tresorA.neuerSchluessel(id);
  const dek = tresorA.oeffneSchluessel(id, verpackt, generation);
  expect(tresorA.oeffneSchluessel(id, verpackt, generation)).toBe(dek);
  expect(() => tresorA.oeffneSchluessel(neueId(), verpackt, generation)).toThrow(unlesbar);
  expect(() => tresorA.oeffneSchluessel(id, verpackt, generation + 1)).toThrow(new TresorFehler('kein-schluessel'));
  const falsch = Buffer.from(verpackt);
  falsch[30] = (falsch[30] ?? 0) ^ 1;
  expect(() => tresorA.oeffneSchluessel(id, falsch, generation)).toThrow(unlesbar);
});

test('a forgotten data key is opened anew', () => {
  const id = neueId();
  const { verpackt, generation } = tresorA.neuerSchluessel(id);
  const dek = tresorA.oeffneSchluessel(id, verpackt, generation);
  tresorA.vergissSchluessel(id);
  expect(tresorA.oeffneSchluessel(id, verpackt, generation)).not.toBe(dek);
});

test('a data key moves to a new generation and still opens the old values', () => {
  const traegerId = neueId();
  fuegeTraegerHinzu(bund, traegerId);
  const tresor = tresorFuer(bund, traegerId);
  const alt = tresor.neuerSchluessel('k');
  const geheim = tresor.verschluessle('Amina', alt.dek, bezug);
  expect(fuegeGenerationHinzu(bund, traegerId)).toBe(2);
  const dek = tresor.oeffneSchluessel('k', alt.verpackt, alt.generation);
  const neu = tresor.verpackeSchluessel(dek);
  expect([alt.generation, neu.generation, tresor.neuerSchluessel('l').generation]).toEqual([1, 2, 2]);
  const spaeter = tresorFuer(oeffneSchluesselbund(bund.pfad), traegerId);
  expect(spaeter.entschluessle(geheim, spaeter.oeffneSchluessel('k', neu.verpackt, 2), bezug)).toBe('Amina');
});

test('name tokens and form hashes differ between Träger and stay the same within one', () => {
  const wieder = tresorFuer(oeffneSchluesselbund(bund.pfad), a);
  expect(wieder).not.toBe(tresorA);
  expect(tresorFuer(bund, a)).toBe(tresorA);
  expect(wieder.namenstokens(['Amina'])).toEqual(tresorA.namenstokens(['Amina']));
  const hex = (tokens: Buffer[]) => tokens.map((t) => t.toString('hex'));
  const bei = hex(tresorB.namenstokens(['Amina']));
  expect(hex(tresorA.namenstokens(['Amina'])).filter((t) => bei.includes(t))).toEqual([]);
  expect(hex(tresorA.suche('ami').tokens)).not.toEqual(hex(tresorB.suche('ami').tokens));
  expect(wieder.formularhash('a=1')).toEqual(tresorA.formularhash(Buffer.from('a=1')));
  expect(tresorA.formularhash('a=1')).not.toEqual(tresorA.formularhash('a=2'));
  expect(tresorA.formularhash('a=1')).not.toEqual(tresorB.formularhash('a=1'));
});

test('a tresor and its handles show no key when printed', () => {
  const { dek, verpackt, generation } = tresorA.neuerSchluessel('gedruckt');
  const offen = tresorA.oeffneSchluessel('gedruckt', verpackt, generation);
  expect(JSON.stringify([tresorA, dek, offen])).toBe(`[{"traegerId":"${a}"},{"id":"gedruckt"},{"id":"gedruckt"}]`);
  expect(inspect([tresorA, dek], { depth: 9, showHidden: true })).not.toMatch(/Buffer|KeyObject|Uint8Array/);
});
