import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { giltAm, katalogentwurf, neuerSchluessel } from './kriterienkatalog.ts';

const fassung = (fassung: number, giltAb: string, stand: 'entwurf' | 'veroeffentlicht' = 'veroeffentlicht') => ({ fassung, giltAb, stand });

describe('which version is in force on a day', () => {
  test.each([
    ['none before the first', [fassung(1, '2026-02-01')], '2026-01-31', null],
    ['from its first day on', [fassung(1, '2026-02-01')], '2026-02-01', 1],
    ['never a draft', [fassung(1, '2021-01-01'), fassung(2, '2021-01-01', 'entwurf')], '2026-01-01', 1],
    ['not one of the future', [fassung(1, '2021-01-01'), fassung(2, '2027-01-01')], '2026-12-31', 1],
    ['the later of two', [fassung(2, '2026-06-01'), fassung(1, '2021-01-01')], '2026-07-01', 2],
    ['of two of one day the newer', [fassung(3, '2026-06-01'), fassung(2, '2026-06-01')], '2026-06-01', 3],
  ])('%s', (_, kataloge, tag, erwartet) => expect(giltAm(kataloge, tag)?.fassung ?? null).toBe(erwartet));

  test('a draft or a later version changes nothing about a day', () => {
    const tag = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10));
    const eine = fc.record({ fassung: fc.integer({ min: 1, max: 99 }), giltAb: tag, stand: fc.constantFrom('entwurf' as const, 'veroeffentlicht' as const) });
    fc.assert(fc.property(fc.array(eine), tag, eine, (kataloge, am, neue) => {
      fc.pre(neue.stand === 'entwurf' || neue.giltAb > am);
      expect(giltAm([...kataloge, neue], am)).toEqual(giltAm(kataloge, am));
    }));
  });
});

describe('the form of a draft', () => {
  const gut = { version: '1', giltAb: heute(), beschluss: 'Lenkungskreis', schwelle: '1', 'kriterien.0.schluessel': 'k1', 'kriterien.0.titel': 'Eins', orientierungspunkte: ' a \n\n b' };
  const fehler = (mehr: object) => katalogentwurf.safeParse({ ...gut, ...mehr }).error?.issues.map((eintrag) => eintrag.path.join('.')) ?? [];

  test('collects the criteria and one Orientierungspunkt per line', () => {
    expect(katalogentwurf.parse(gut)).toMatchObject({ schwelle: 1, kriterien: [{ schluessel: 'k1', titel: 'Eins', erlaeuterung: '' }], orientierungspunkte: ['a', 'b'] });
  });

  test.each([
    ['a threshold above the number of criteria', { schwelle: '2' }, ['schwelle']],
    ['a threshold of nothing', { schwelle: '0' }, ['schwelle']],
    ['no number', { schwelle: 'drei' }, ['schwelle']],
    ['a day of the past', { giltAb: '2021-01-01' }, ['giltAb']],
    ['a criterion without a name', { 'kriterien.1.schluessel': 'k2', 'kriterien.1.titel': ' ' }, ['kriterien.1.titel']],
    ['the same criterion twice', { 'kriterien.1.schluessel': 'k1', 'kriterien.1.titel': 'Zwei' }, ['kriterien']],
    ['a key from elsewhere', { 'kriterien.0.schluessel': "k1',drop" }, ['kriterien.0.schluessel']],
  ])('refuses %s', (_, mehr, felder) => expect(fehler(mehr)).toEqual(felder));

  test('gives no key twice, nor one of a criterion that another version had', () => {
    const fruehere = [{ kriterien: ['k1', 'k5'].map((schluessel) => ({ schluessel, titel: '', erlaeuterung: '' })) }];
    expect([neuerSchluessel([], []), neuerSchluessel([], ['k1', 'k7']), neuerSchluessel([], ['x']), neuerSchluessel(fruehere, ['k1', 'k4'])]).toEqual(['k1', 'k8', 'k1', 'k6']);
  });
});
