import { expect, test } from 'vitest';
import { fehler, ok, type Result } from './result.ts';

function teile(a: number, b: number): Result<number, 'durch-null', { zaehler: number }> {
  return b === 0 ? fehler('durch-null', { zaehler: a }) : ok(a / b);
}

test('a Result carries its value, or its reason with details', () => {
  expect(teile(6, 3)).toEqual({ ok: true, wert: 2 });
  const abgelehnt = teile(6, 0);
  expect(abgelehnt.ok ? null : [abgelehnt.grund, abgelehnt.zaehler]).toEqual(['durch-null', 6]);
});

test('details cannot turn a refusal into a success', () => {
  expect(fehler('x', { ok: true, grund: 'y' })).toEqual({ ok: false, grund: 'x' });
});
