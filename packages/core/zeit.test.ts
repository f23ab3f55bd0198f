import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datumVon, formatDatum, formatZeitpunkt, heute, nenneDatumsfehler, parseDatum } from './zeit.ts';

test.each([
  ['2026-11-22T13:05:00Z', '22.11.2026, 14:05 Uhr', '2026-11-22'],
  ['2026-07-01T22:30:00Z', '02.07.2026, 00:30 Uhr', '2026-07-02'],
  ['2026-12-31T23:00:00Z', '01.01.2027, 00:00 Uhr', '2027-01-01'],
  ['2026-03-29T00:59:59Z', '29.03.2026, 01:59 Uhr', '2026-03-29'],
  ['2026-03-29T01:00:00Z', '29.03.2026, 03:00 Uhr', '2026-03-29'],
])('%s is %s in Germany', (iso, text, tag) => {
  expect(formatZeitpunkt(new Date(iso))).toBe(text);
  expect(heute(() => new Date(iso))).toBe(tag);
});

test.each([
  ['22.11.2026', '2026-11-22'],
  [' 1.2.2026 ', '2026-02-01'],
  ['1. 2. 2026', '2026-02-01'],
  ['2026-11-22', '2026-11-22'],
  ['29.02.2024', '2024-02-29'],
  ['29.02.2026', null],
  ['31.04.2026', null],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['00.01.2026', null],
  ['22.11.26', null],
  ['22.11.0026', null],
  ['11/22/2026', null],
  ['2026-11-22T00:00', null],
  ['२२.११.२०२६', null],
  ['', null],
  ['22112026', '2026-11-22'],
  ['31022026', null],
  ['221126', null],
])('parseDatum(%j) is %j', (eingabe, erwartet) => {
  expect(parseDatum(eingabe)).toBe(erwartet);
});

test('what is shown reads back as the same day', () => {
  const tage = fc.date({ min: new Date('1000-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }).map(datumVon);
  fc.assert(fc.property(tage, (tag) => {
    expect(formatDatum(tag)).toMatch(/^\d\d\.\d\d\.\d{4}$/);
    expect(parseDatum(formatDatum(tag))).toBe(tag);
  }));
});

test('a text that is no day is not formatted, nor repeated in the error', () => {
  expect(() => formatDatum('Müller')).toThrow(RangeError);
  expect(() => formatDatum('Müller')).not.toThrow(/Müller/);
});

test.each([
  ['31.02.1990', 'Diesen Tag gibt es im Kalender nicht.'],
  ['31021990', 'Diesen Tag gibt es im Kalender nicht.'],
  ['gestern', 'Bitte als TT.MM.JJJJ angeben, zum Beispiel 22.11.2026.'],
])('nenneDatumsfehler(%j)', (eingabe, erwartet) => {
  expect(nenneDatumsfehler(eingabe)).toBe(erwartet);
});
