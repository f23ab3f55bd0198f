import { expect, test } from 'vitest';
import { fassungAm } from './rules.ts';
import type { Textfassung } from './rules.ts';

const fassung = (nummer: number, giltAb: string, art: Textfassung['art'] = 'einverstaendnis'): Textfassung => ({ id: String(nummer), art, fassung: nummer, giltAb, text: `Fassung ${nummer}` });

test.each<[string, Textfassung[], string, number | null]>([
  ['none of its own', [], '2026-11-22', null],
  ['one that begins tomorrow', [fassung(1, '2026-11-23')], '2026-11-22', null],
  ['one that begins today', [fassung(1, '2026-11-22')], '2026-11-22', 1],
  ['the later of two', [fassung(1, '2026-01-01'), fassung(2, '2026-06-01')], '2026-11-22', 2],
  ['the earlier of two, in its time', [fassung(1, '2026-01-01'), fassung(2, '2026-06-01')], '2026-05-31', 1],
  ['one written later that began earlier', [fassung(1, '2026-06-01'), fassung(2, '2026-03-01')], '2026-11-22', 1],
  ['two that begin on one day', [fassung(1, '2026-06-01'), fassung(2, '2026-06-01')], '2026-11-22', 2],
  ['of another kind only', [fassung(1, '2026-01-01', 'datenschutzerklaerung')], '2026-11-22', null],
])('in force: %s', (_, fassungen, tag, erwartet) => {
  expect(fassungAm(fassungen, 'einverstaendnis', tag)?.fassung ?? null).toBe(erwartet);
  expect(fassungAm(fassungen.toReversed(), 'einverstaendnis', tag)?.fassung ?? null).toBe(erwartet);
});
