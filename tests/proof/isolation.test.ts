import { expect, inject, test } from 'vitest';
import { anzahlProben } from './bericht.ts';
import { pruefeIsolation } from './lauf.ts';

test('no way from one Träger to another, nor past a colleague or the second person', async () => {
  const ergebnis = await pruefeIsolation(inject('zugang'), true);
  expect(ergebnis.befunde).toEqual([]);
  expect(anzahlProben(ergebnis)).toBeGreaterThan(5_000);
}, 600_000);
