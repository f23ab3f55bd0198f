import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TresorFehler } from './fehler.ts';
import { entschluessle, entschluessleText, verschluessle, type Feldbezug } from './feld.ts';
import { neuerDatenschluessel } from './huelle.ts';
import { SIEGEL_BYTES } from './siegel.ts';

const dek = neuerDatenschluessel();
const bezug: Feldbezug = { traegerId: 't1', besitzerId: 'p1', spalte: 'personen.stammdaten', version: 3 };
const unlesbar = new TresorFehler('unlesbar');

test.each([
  ['empty text', ''],
  ['one letter', 'X'],
  ['emoji and right-to-left', 'Amina 😀 أمينة\u200f'],
  ['200 characters', 'ä'.repeat(200)],
  ['bytes', Buffer.from([0, 255, 0])],
  ['no bytes', Buffer.alloc(0)],
  ['object', { name: 'Müller', kinder: [1, null] }],
  ['list', ['a']],
])('%s comes back as it was', (_, klartext) => {
  expect(entschluessle(verschluessle(klartext, dek, bezug), dek, bezug)).toEqual(klartext);
});

test('any text, bytes and JSON come back as they were', () => {
  const json = fc.jsonValue().map((wert) => ({ wert: JSON.parse(JSON.stringify(wert)) as unknown }));
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array().map((b) => Buffer.from(b)), json), (klartext) => {
    expect(entschluessle(verschluessle(klartext, dek, bezug), dek, bezug)).toEqual(klartext);
  }), { numRuns: 200 });
}, 30_000);

test('a change of any single byte, a cut and an addition are recognised', () => {
  const geheim = verschluessle('Amina', dek, bezug);
  for (let stelle = 0; stelle < geheim.length; stelle++) {
    for (const bit of [1, 128]) {
      const falsch = Buffer.from(geheim);
      falsch[stelle] = (falsch[stelle] ?? 0) ^ bit;
      expect(() => entschluessle(falsch, dek, bezug), `byte ${stelle}`).toThrow(unlesbar);
    }
    expect(() => entschluessle(geheim.subarray(0, stelle), dek, bezug), `cut at ${stelle}`).toThrow(unlesbar);
  }
  expect(() => entschluessle(Buffer.concat([geheim, Buffer.of(0)]), dek, bezug)).toThrow(unlesbar);
});

test.each([
  { traegerId: 't2' },
  { besitzerId: 'p2' },
  { spalte: 'personen.notiz' },
  { version: 2 },
])('a value does not open with %j', (anders) => {
  const geheim = verschluessle('Amina', dek, bezug);
  expect(entschluessle(geheim, dek, { ...bezug })).toBe('Amina');
  expect(() => entschluessle(geheim, dek, { ...bezug, ...anders })).toThrow(unlesbar);
});

test.each(['', '|', ',', '","', '\u0000'])('no shift over the border between Träger and row (%j) opens a value', (grenze) => {
  const geheim = verschluessle('Amina', dek, { ...bezug, traegerId: `a${grenze}b`, besitzerId: 'c' });
  expect(() => entschluessle(geheim, dek, { ...bezug, traegerId: 'a', besitzerId: `b${grenze}c` })).toThrow(unlesbar);
});

test('a value does not open with another key', () => {
  expect(() => entschluessle(verschluessle('Amina', dek, bezug), neuerDatenschluessel(), bezug)).toThrow(unlesbar);
});

test('an error carries neither the value nor a cause', () => {
  const geheim = verschluessle('Amina', dek, bezug);
  geheim[20] = (geheim[20] ?? 0) ^ 1;
  try {
    entschluessle(geheim, dek, bezug);
    expect.unreachable();
  } catch (fehler) {
    expect(fehler).toBeInstanceOf(TresorFehler);
    expect((fehler as TresorFehler).cause).toBeUndefined();
    expect(JSON.stringify(fehler)).toBe('{"name":"TresorFehler","code":"unlesbar"}');
  }
});

test('the length shows in steps of 32 bytes only', () => {
  const laengen = Array.from({ length: 28 }, (_, n) => verschluessle('x'.repeat(n), dek, bezug).length);
  expect(new Set(laengen)).toEqual(new Set([32 + SIEGEL_BYTES]));
  expect(verschluessle('x'.repeat(28), dek, bezug)).toHaveLength(64 + SIEGEL_BYTES);
});

test('the same value never looks the same twice', () => {
  const gesehen = new Set(Array.from({ length: 200 }, () => verschluessle('', dek, bezug).toString('base64')));
  expect(gesehen.size).toBe(200);
});

test('what is no text is not passed off as one', () => {
  expect(entschluessleText(verschluessle('Amina', dek, bezug), dek, bezug)).toBe('Amina');
  expect(() => entschluessleText(verschluessle({ a: 1 }, dek, bezug), dek, bezug)).toThrow(new TresorFehler('kein-text'));
});
