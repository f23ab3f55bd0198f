import { describe, expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { endetSpaetestens, standVon } from './rules.ts';
import { vertretung } from './schema.ts';

const ID = '01900000-0000-7000-8000-000000000000';
const tage = (anzahl: number) => heute(() => new Date(Date.now() + anzahl * 86_400_000));

test.each([
  ['2026-11-21', 'kommt'], ['2026-11-22', 'laeuft'], ['2026-11-30', 'laeuft'], ['2026-12-01', 'vorbei'],
])('on %s a Vertretung from 22. to 30.11.2026 is: %s', (tag, stand) => {
  expect(standVon({ von: '2026-11-22', bis: '2026-11-30', beendet: false }, tag)).toBe(stand);
  expect(standVon({ von: '2026-11-22', bis: '2026-11-30', beendet: true }, tag)).toBe('beendet');
});

test.each([['2026-11-22', '2027-11-22'], ['2028-02-29', '2029-02-28'], ['2026-12-31', '2027-12-31']])('from %s it ends on %s at the latest', (von, bis) => expect(endetSpaetestens(von)).toBe(bis));

describe('typed values', () => {
  test('today alone is a Vertretung', () => expect(vertretung.parse({ vertretung: ID, von: tage(0), bis: tage(0) })).toEqual({ vertretung: ID, von: tage(0), bis: tage(0) }));

  test.each([
    ['yesterday', { von: tage(-1) }, 'von'], ['backwards', { bis: tage(1) }, 'bis'], ['more than a year', { bis: tage(400) }, 'bis'], ['nobody', { vertretung: '' }, 'vertretung'],
    ['no first day', { von: '' }, 'von'], ['no day at all', { bis: 'morgen' }, 'bis'],
  ])('%s is refused beside the field', (_, falsch, feld) => {
    const ergebnis = vertretung.safeParse({ vertretung: ID, von: tage(2), bis: tage(5), ...falsch });
    expect(ergebnis.error?.issues.map(({ path }) => path.join('.'))).toEqual([feld]);
  });
});
