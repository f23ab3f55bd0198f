import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatZahl, parseDezimal } from './zahl.ts';

test.each([
  [11.54, undefined, '11,54'],
  [0.5, undefined, '0,5'],
  [3, undefined, '3'],
  [3, 2, '3,00'],
  [1234.5, undefined, '1.234,5'],
  [-2.345, 1, '-2,3'],
  [-0.001, undefined, '0'],
])('formatZahl(%s, %s) is %s', (zahl, stellen, text) => {
  expect(formatZahl(zahl, stellen)).toBe(text);
});

test.each([
  ['11,54', 11.54],
  [' 0,5 ', 0.5],
  ['1.234,50', 1234.5],
  ['1234,5', 1234.5],
  ['−3', -3],
  ['-3', -3],
  ['11.54', null],
  ['1.23', null],
  ['1.2345', null],
  ['12.34.567', null],
  ['1,2,3', null],
  [',5', null],
  ['5,', null],
  ['1e3', null],
  ['٣', null],
  ['', null],
  ['9999999999999999', null],
])('parseDezimal(%j) is %s', (eingabe, erwartet) => {
  expect(parseDezimal(eingabe)).toBe(erwartet);
});

test('what is shown reads back as the same number', () => {
  fc.assert(fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (hundertstel) => {
    expect(parseDezimal(formatZahl(hundertstel / 100))).toBe(hundertstel / 100);
  }));
});

test('what is no number is not shown as one', () => {
  expect(() => formatZahl(Number.NaN)).toThrow(RangeError);
});
