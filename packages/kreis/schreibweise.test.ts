import { expect, test } from 'vitest';
import { BEISPIELE, istSchreibweise, mitArtikel, personenwort, SCHREIBWEISEN } from './schreibweise.ts';

test.each([
  ['stern', 'Klient*in', 'Kolleg*innen', 'eine*n Kolleg*in', 'einer*m Klient*in'],
  ['doppelpunkt', 'Klient:in', 'Kolleg:innen', 'eine:n Kolleg:in', 'einer:m Klient:in'],
  ['schraegstrich', 'Klient/in', 'Kolleg/innen', 'eine/n Kolleg/in', 'einer/m Klient/in'],
  ['paar', 'Klientin oder Klient', 'Kolleginnen und Kollegen', 'eine Kollegin oder einen Kollegen', 'einer Klientin oder einem Klienten'],
] as const)('%s writes people its own way', (schreibweise, einzahl, mehrzahl, akkusativ, dativ) => {
  expect(personenwort('klient', 'nominativ', schreibweise)).toBe(einzahl);
  expect(personenwort('kolleg', 'mehrzahl', schreibweise)).toBe(mehrzahl);
  expect(mitArtikel('kolleg', 'akkusativ', schreibweise)).toBe(akkusativ);
  expect(mitArtikel('klient', 'dativ', schreibweise)).toBe(dativ);
});

test('the pair declines both words', () => {
  expect(personenwort('kolleg', 'akkusativ', 'paar')).toBe('Kollegin oder Kollegen');
  expect(personenwort('mitarbeiter', 'mehrzahl_dativ', 'paar')).toBe('Mitarbeiterinnen und Mitarbeitern');
  expect(mitArtikel('mitarbeiter', 'nominativ', 'paar')).toBe('eine Mitarbeiterin oder ein Mitarbeiter');
});

test('every choice has an example of its own', () => {
  expect(BEISPIELE.map(({ wert }) => wert)).toEqual(SCHREIBWEISEN);
  expect(new Set(BEISPIELE.map(({ text }) => text)).size).toBe(4);
});

test('nothing else is a Schreibweise', () => {
  expect(SCHREIBWEISEN.every(istSchreibweise)).toBe(true);
  expect(['', 'Stern', 'binnen-i', 'constructor'].some(istSchreibweise)).toBe(false);
});
