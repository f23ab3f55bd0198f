import { describe, expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { felderVon } from '../boegen/schema.ts';
import { VORDRUCKE } from './labels.ts';
import { alsWerte, alsZeilen, HOECHSTZEILEN, istUeberholt, mitLeerzeilen, vordruckVon, waehlbare, zeilentafel } from './rules.ts';
import { instrument, instrumentbeginn } from './schema.ts';
import type { Vordruck, Zeilen } from './schema.ts';

const eins = VORDRUCKE[0]!;
const zwei: Vordruck = { ...eins, fassung: 2, spalten: eins.spalten.slice(0, 2) };

test('the eight of the Assessment phase, as the paper lists them (R62); no version and no column twice', () => {
  expect(waehlbare(VORDRUCKE).map(({ titel }) => titel)).toEqual([
    'Netzwerkkarte', 'Mehrperspektivenraster', 'Stärkeneinschätzung', 'Stärkenkarten', 'Lebenslinie', 'Bedürfnisanalyse', 'Problemanalyse', 'Ressourcenerhebung',
  ]);
  expect(new Set(VORDRUCKE.map(({ art, fassung }) => `${art} ${fassung}`)).size).toBe(VORDRUCKE.length);
  for (const { art, zweck, spalten } of VORDRUCKE) {
    expect([art, zweck]).toEqual([expect.stringMatching(/^[a-z_]+$/), expect.stringMatching(/[.?]$/)]);
    expect(new Set(spalten.map(({ name }) => name)).size, art).toBe(spalten.length);
    for (const { name } of spalten) expect(name).toMatch(/^\w+$/);
  }
});

describe('versions', () => {
  test.each<[string, Vordruck[], number[]]>([
    ['the newest is begun', [eins, zwei], [2]],
    ['in any order', [zwei, eins], [2]],
    ['a withdrawn newest leaves nothing to begin: the older one was replaced by it', [eins, { ...zwei, zurueckgezogen: true }], []],
    ['a withdrawn only one too', [{ ...eins, zurueckgezogen: true }], []],
  ])('%s', (_, vordrucke, fassungen) => expect(waehlbare(vordrucke).map(({ fassung }) => fassung)).toEqual(fassungen));

  test('what was begun with an older or a withdrawn one keeps its columns', () => {
    expect(vordruckVon([eins, zwei], eins.art, 1, [])).toBe(eins);
    expect([istUeberholt([eins, zwei], eins), istUeberholt([eins, zwei], zwei), istUeberholt([{ ...eins, zurueckgezogen: true }], eins)]).toEqual([true, false, true]);
    const felder = instrument(eins).parse({ version: '1', am: heute(), 'zeile.0.wobei': 'Wohnung' });
    expect(felder.zeilen).toEqual([{ wobei: 'Wohnung' }]);
  });

  test('where its version is gone, what was written is still shown', () => {
    expect(vordruckVon([], 'eigenes', 3, [{ wer: 'Ali' }, { wann: '2020' }])).toMatchObject({ titel: 'eigenes', fassung: 3, spalten: [{ name: 'wer' }, { name: 'wann' }] });
  });
});

describe('rows', () => {
  test('three empty ones at the end, until the list is long enough', () => {
    expect(mitLeerzeilen(eins, []).map(({ titel }) => titel)).toEqual(['Kontakt 1', 'Kontakt 2', 'Kontakt 3']);
    expect(mitLeerzeilen(eins, [{ wer: 'a' }, { wer: 'b' }])).toHaveLength(5);
    expect(zeilentafel(eins, 99)).toHaveLength(HOECHSTZEILEN);
    expect(felderVon(zeilentafel(eins, 1)).map(({ name }) => name)).toEqual(['zeile.0.wer', 'zeile.0.beziehung', 'zeile.0.naehe', 'zeile.0.wirkung', 'zeile.0.wobei']);
  });

  test('what is empty falls away, the order stays, and there and back is the same', () => {
    expect(alsZeilen({ 'zeile.10.wer': 'c', 'zeile.2.wer': 'b', 'zeile.0.wer': '', 'zeile.x.wer': 'd', am: '1' })).toEqual([{ wer: 'b' }, { wer: 'c' }]);
    const zeilen: Zeilen = [{ wer: 'a', naehe: 'eng' }, { wobei: 'b' }];
    expect(alsZeilen(alsWerte(zeilen))).toEqual(zeilen);
  });

  test('columns that the version does not have are not taken, choices only as offered', () => {
    expect(instrument(zwei).parse({ version: '1', am: heute(), 'zeile.0.wer': 'a', 'zeile.0.wobei': 'fremd' }).zeilen).toEqual([{ wer: 'a' }]);
    expect(instrument(eins).safeParse({ version: '1', am: '2999-01-01', person: 'x', 'zeile.0.naehe': 'fern' }).error?.issues.map(({ path }) => path[0])).toEqual(['am', 'person', 'zeile.0.naehe']);
    expect(instrumentbeginn.safeParse({ art: 'horoskop' }).success).toBe(false);
  });
});
