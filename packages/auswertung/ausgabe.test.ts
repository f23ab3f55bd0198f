import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { schreibeBlatt } from './ausgabe.ts';
import type { Blatt } from './blatt.ts';

const BLATT: Blatt = {
  tabelle: 'bestand_bedarf', titel: 'Laufende Fälle nach Bedarf', mass: 'Laufende Fälle', einheit: 'Fälle', spanne: 'stichtag', definitionen: ['Fälle, nie Personen.'], stichtag: '2026-09-30', stichtage: ['2026-09-30'],
  zeilenkopf: 'Bedarf', spalten: ['Laufende Fälle'], zeilen: [{ titel: 'Wohnen; „Miete“', werte: [{ wert: 120 }] }, { titel: '=1+1', werte: [{ wert: 0 }] }, { titel: 'nie', werte: [{ wert: null }] }, { titel: 'zusammen', werte: [{ wert: 125, genau: true }], rand: true }],
};

test.each(['xlsx', 'ods'] as const)('%s: values as numbers, zeros too, no formula, and a sheet that says what they mean', (format) => {
  const mappe = read(schreibeBlatt(BLATT, format));
  expect(mappe.SheetNames).toEqual(['Werte', 'Angaben']);
  expect(utils.sheet_to_json(mappe.Sheets['Werte']!, { header: 1 })).toEqual([['Bedarf', 'Laufende Fälle'], ['Wohnen; „Miete“', 120], ['=1+1', 0], ['nie'], ['zusammen', 125]]);
  expect(Object.values(mappe.Sheets['Werte']!).some((zelle: { f?: string }) => zelle?.f)).toBe(false);
  expect(JSON.stringify(utils.sheet_to_json(mappe.Sheets['Angaben']!, { header: 1 }))).toMatch(/Vielfache von 5.*ausdrücklich genau freigegeben/);
});

test('csv: semicolons, quoted where needed, and nothing that a spreadsheet would calculate', () => {
  const zeilen = schreibeBlatt(BLATT, 'csv').toString().split('\r\n');
  expect(zeilen.slice(0, 5)).toEqual(['\uFEFFBedarf;Laufende Fälle', '"Wohnen; „Miete“";120', "'=1+1;0", 'nie;', 'zusammen;125']);
});

test('json: the table as it is, with the note', () => {
  expect(JSON.parse(schreibeBlatt(BLATT, 'json').toString())).toMatchObject({ tabelle: 'bestand_bedarf', stichtag: '2026-09-30', zeilen: BLATT.zeilen, hinweis: expect.stringContaining('Vielfache von 5') });
});
