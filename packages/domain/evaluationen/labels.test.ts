import { expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { EVALUATIONSTEXTE } from '@kim/kreis/evaluationstexte.ts';
import { felderVon } from '../boegen/schema.ts';
import { EVALUATIONSBOGEN, GRADE, gradworte, personenbogen } from './labels.ts';
import { evaluation, EVALUATIONSSICHTEN } from './schema.ts';

test.each(EVALUATIONSSICHTEN)('the Bogen of „%s“ asks for the three steps first, and no field twice', (sicht) => {
  const namen = felderVon(EVALUATIONSBOGEN[sicht]).map(({ name }) => name);
  expect(namen.slice(0, 3)).toEqual(GRADE);
  expect(new Set(namen).size).toBe(namen.length);
});

test('the client is asked the same in every language', () => {
  const gestalt = (tafel: ReturnType<typeof personenbogen>) => felderVon(tafel).map(({ name, art }) => [name, art]);
  for (const texte of EVALUATIONSTEXTE) expect(gestalt(personenbogen(texte)), texte.code).toEqual(gestalt(EVALUATIONSBOGEN.ratsuchende));
});

test('from „not at all“ to „completely“, and nothing said comes last', () => {
  expect(Object.keys(gradworte(EVALUATIONSTEXTE[0]!))).toEqual(['1', '2', '3', '4', '5', '']);
});

test('steps become numbers, nothing said is null, and words are kept apart', () => {
  expect(evaluation('fachkraft').parse({ version: '0', am: heute(), zielerreichung: '4', zufriedenheit: '', struktur: ' Wohnungen ' }))
    .toEqual({ version: 0, am: heute(), zielerreichung: 4, zufriedenheit: null, selbststaendigkeit: null, bogen: { struktur: 'Wohnungen' } });
  expect(evaluation('ratsuchende').parse({ version: '1', am: heute(), struktur: 'fremdes Feld', geholfen: 'Zuhören' }).bogen).toEqual({ geholfen: 'Zuhören' });
  expect(evaluation('ratsuchende').safeParse({ version: '0', am: '2999-01-01', zielerreichung: '6' }).error?.issues.map(({ path }) => path[0])).toEqual(['am', 'zielerreichung']);
});
