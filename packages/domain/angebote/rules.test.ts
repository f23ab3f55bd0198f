import { expect, test } from 'vitest';
import { frische } from './rules.ts';
import { angebot } from './schema.ts';

test.each([[null, 'ungeprueft'], ['2026-11-23', 'frisch'], ['2025-11-23', 'frisch'], ['2025-11-22', 'alt']])('checked on %s is %s on 23 November 2026', (am, wie) => {
  expect(frische(am, '2026-11-23')).toBe(wie);
});

test.each([
  [{ name: '' }, 'name'], [{ rechtskreis: 'x' }, 'rechtskreis'], [{ web: 'javascript:alert(1)' }, 'web'], [{ email: 'kein' }, 'email'], [{ bereiche: ['x'] }, 'bereiche'], [{ geschlossenAm: '01.01.2999' }, 'geschlossenAm'],
])('%j is refused beside its field', (mehr, feld) => {
  expect(angebot.safeParse({ name: 'Schuldnerberatung', rechtskreis: 'beratung', ...mehr }).error?.issues[0]?.path[0]).toBe(feld);
});
