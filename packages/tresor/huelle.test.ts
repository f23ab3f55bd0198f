import { expect, test } from 'vitest';
import { TresorFehler } from './fehler.ts';
import { entschluessle, verschluessle } from './feld.ts';
import { entpacke, neuerDatenschluessel, verpacke, type Huelle } from './huelle.ts';

const kek = neuerDatenschluessel();
const huelle: Huelle = { traegerId: 't1', schluesselId: 's1', generation: 1 };
const unlesbar = new TresorFehler('unlesbar');

test('a data key comes back from its wrapping', () => {
  const dek = neuerDatenschluessel();
  expect(entpacke(verpacke(dek, kek, huelle), kek, huelle).equals(dek)).toBe(true);
  expect(dek.symmetricKeySize).toBe(32);
});

test.each([{ traegerId: 't2' }, { schluesselId: 's2' }, { generation: 2 }])('it does not unwrap as %j', (anders) => {
  const verpackt = verpacke(neuerDatenschluessel(), kek, huelle);
  expect(() => entpacke(verpackt, kek, { ...huelle, ...anders })).toThrow(unlesbar);
});

test('it does not unwrap with another key, nor after a change of any byte', () => {
  const verpackt = verpacke(neuerDatenschluessel(), kek, huelle);
  expect(() => entpacke(verpackt, neuerDatenschluessel(), huelle)).toThrow(unlesbar);
  for (let stelle = 0; stelle < verpackt.length; stelle++) {
    const falsch = Buffer.from(verpackt);
    falsch[stelle] = (falsch[stelle] ?? 0) ^ 1;
    expect(() => entpacke(falsch, kek, huelle), `byte ${stelle}`).toThrow(unlesbar);
  }
});

test('a value encrypted with the same key is not taken for a wrapped key', () => {
  const bezug = { traegerId: 't1', besitzerId: 's1', spalte: 'x', version: 1 };
  expect(() => entpacke(verschluessle('x', kek, bezug), kek, huelle)).toThrow(unlesbar);
  expect(() => entschluessle(verpacke(neuerDatenschluessel(), kek, huelle), kek, bezug)).toThrow(unlesbar);
});
