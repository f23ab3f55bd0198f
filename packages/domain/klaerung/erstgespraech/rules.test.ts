import { describe, expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { felderVon } from '../../boegen/schema.ts';
import { BOGEN } from './labels.ts';
import { fruehestens, passendeKanaele } from './rules.ts';
import { erstgespraech } from './schema.ts';
import type { Bogen } from './schema.ts';

const lies = (mehr: Record<string, string>) => erstgespraech.safeParse({ version: '0', am: heute(), kanal: 'persoenlich', ...mehr });

test.each(['telefon', 'video', 'email', 'messenger', 'post', ''])('an Erstgespräch by „%s“ is refused with its reason (R36)', (kanal) => {
  expect(lies({ kanal }).error?.issues).toMatchObject([{ path: ['kanal'], message: expect.stringContaining('immer persönlich') }]);
});

test('every field may stay empty, and what is empty is not stored', () => {
  expect(lies({ staerken: ' Mut ', gesundheit: '', ort: '' }).data).toEqual({ version: 0, am: heute(), kanal: 'persoenlich', ortId: null, sprachmittlung: null, bogen: { staerken: 'Mut' } });
});

test('a day in the future and an interpreting that is not offered are refused', () => {
  expect(lies({ am: '2999-01-01', sprachmittlung: 'kind' }).error?.issues.map(({ path }) => path[0])).toEqual(['am', 'sprachmittlung']);
});

test('strengths and wishes come first, health says that it is voluntary, no field twice', () => {
  expect(BOGEN[0].felder.map(({ name }) => name)).toEqual(['staerken', 'wuensche', 'umfeld']);
  expect(felderVon(BOGEN).find(({ name }) => name === 'gesundheit')?.beschriftung).toContain('freiwillig');
  expect(new Set(felderVon(BOGEN).map(({ name }) => name)).size).toBe(felderVon(BOGEN).length);
});

test.each([['2026-03-31', '2026-02-28'], ['2026-01-15', '2025-12-15']])('opened on %s: not before %s', (eroeffnet, tag) => expect(fruehestens(eroeffnet)).toBe(tag));

describe('ways that fit', () => {
  test.each<[string, Bogen, string[] | null]>([
    ['nothing known', {}, null],
    ['everything well', { alphabetisierung: 'gut', spracherwerb: 'gut', mobilitaet: 'gut', digital: 'gut' }, ['persoenlich', 'aufsuchend', 'telefon', 'email', 'video']],
    ['cannot read yet', { alphabetisierung: 'kaum', spracherwerb: 'etwas', mobilitaet: 'gut', digital: 'gut' }, ['persoenlich', 'aufsuchend', 'telefon', 'video']],
    ['does not get around', { mobilitaet: 'kaum', spracherwerb: 'gut' }, ['aufsuchend', 'telefon']],
    ['no German yet', { spracherwerb: 'kaum', mobilitaet: 'gut' }, ['persoenlich', 'aufsuchend']],
  ])('%s', (_, bogen, wege) => expect(passendeKanaele(bogen)).toEqual(wege));
});
