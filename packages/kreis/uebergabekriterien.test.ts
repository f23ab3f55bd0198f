import { expect, test } from 'vitest';
import { formatDatum, heute, inTagen } from '@kim/core/zeit.ts';
import { geltende, uebergabekriterien } from './uebergabekriterien.ts';

const fassung = (nummer: number, giltAb: string) => ({ id: `f${nummer}`, fassung: nummer, giltAb, beschluss: 'x', kriterien: ['x'] });

test.each<[string, [number, string][], number | null]>([
  ['none', [], null],
  ['one to come', [[1, '2027-01-01']], null],
  ['the latest day that has come', [[3, '2027-01-01'], [2, '2026-06-01'], [1, '2026-01-01']], 2],
  ['an earlier one adopted later does not replace it', [[2, '2026-01-01'], [1, '2026-06-01']], 1],
  ['the newest of one day', [[2, '2026-01-01'], [1, '2026-01-01']], 2],
])('in force: %s', (_, liste, nummer) => expect(geltende(liste.map(([n, tag]) => fassung(n, tag)), '2026-11-23')?.fassung ?? null).toBe(nummer));

const eingabe = (mehr: object = {}) => uebergabekriterien.safeParse({ giltAb: formatDatum(heute()), beschluss: 'Lenkungskreis', kriterien: ' Duldung \n\nSucht ', ...mehr });

test('one criterion per line, empty ones left out', () => expect(eingabe().data?.kriterien).toEqual(['Duldung', 'Sucht']));

test.each([
  ['nothing written', { kriterien: ' \n ' }],
  ['no resolution', { beschluss: ' ' }],
  ['a day that is over', { giltAb: formatDatum(inTagen(heute(), -1)) }],
  ['a day that does not exist', { giltAb: '31.02.2027' }],
  ['too many', { kriterien: 'x\n'.repeat(31) }],
])('refused: %s', (_, mehr) => expect(eingabe(mehr).success).toBe(false));
