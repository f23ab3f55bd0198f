import { expect, test } from 'vitest';
import { neuerFall } from './schema.ts';

test.each([
  ['1990', null], ['2026', null], ['01.02.2026', null], ['02.02.2026', 'geburtsdatum'], ['', null],
])('born %s, opened on 01.02.2026: %s', (geburtsdatum, feld) => {
  const gelesen = neuerFall.safeParse({ nachname: 'Neumann', geburtsdatum, kommune: '0190a5c2-7d11-7c3e-8f00-0123456789ab', eroeffnetAm: '01.02.2026' });
  expect(gelesen.error?.issues[0]?.path[0] ?? null).toBe(feld);
});
