import { expect, test } from 'vitest';
import { koennteDieselbeSein, planeZusammenfuehrung } from './rules.ts';

const person = (id: string, name: string, geburtsjahr: number | null) => ({ id, geburtsjahr, schreibweisen: [name], passt: (andere: readonly string[]) => andere.includes(name) });

test.each([
  ['Nele Neumann', 1990, 'Nele Neumann', 1990, true], ['Nele Neumann', null, 'Nele Neumann', 1990, true], ['Nele Neumann', null, 'Nele Neumann', null, true],
  ['Nele Neumann', 1989, 'Nele Neumann', 1990, false], ['Nele Neumann', 1990, 'Nela Neumann', 1990, false],
] as const)('%s %s and %s %s could be one: %s', (a, jahrA, b, jahrB, erwartet) => {
  expect(koennteDieselbeSein(person('1', a, jahrA), person('2', b, jahrB))).toBe(erwartet);
  expect(koennteDieselbeSein(person('1', a, jahrA), person('1', a, jahrA))).toBe(false);
});

const zeile = (id: string, aufgegangenIn: string | null = null) => ({ id, aufgegangenIn });

test.each([
  [zeile('1'), zeile('2'), { haupt: '1', doppelt: '2' }], [zeile('2'), zeile('1'), { haupt: '1', doppelt: '2' }],
  [zeile('3', '1'), zeile('2'), { haupt: '1', doppelt: '2' }], [zeile('3', '2'), zeile('4', '1'), { haupt: '1', doppelt: '2' }],
  [zeile('1'), zeile('1'), null], [zeile('2', '1'), zeile('1'), null], [zeile('2', '1'), zeile('3', '1'), null],
])('%j and %j: %j; never a chain, never into herself', (eine, andere, erwartet) => expect(planeZusammenfuehrung(eine, andere)).toEqual(erwartet));
