import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alsAnhang, dateiname, fassungen, GROESSTE_DATEI, pruefeDatei } from './rules.ts';
import { formatGroesse } from './labels.ts';

const bytes = (...teile: (number[] | string)[]) => Uint8Array.from(teile.flatMap((teil) => (typeof teil === 'string' ? [...Buffer.from(teil)] : teil)));

describe('a file is what its first bytes say', () => {
  test.each<[string, Uint8Array, string | null]>([
    ['PDF', bytes('%PDF-1.7 …'), 'application/pdf'],
    ['PNG', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], 'x'), 'image/png'],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['HTML', bytes('<html>%PDF-'), null],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    ['program', bytes('MZ'), null],
    ['nothing', bytes(), null],
    ['half a PNG', bytes([0x89], 'PN'), null],
  ])('%s', (_, datei, typ) => expect(pruefeDatei(datei)).toMatchObject(typ ? { ok: true, wert: typ } : { ok: false, grund: 'unbekannter_typ' }));

  test('up to 10 MB exactly', () => {
    const gross = (groesse: number) => { const datei = new Uint8Array(groesse); datei.set(bytes('%PDF-')); return datei; };
    expect(pruefeDatei(gross(GROESSTE_DATEI)).ok).toBe(true);
    expect(pruefeDatei(gross(GROESSTE_DATEI + 1))).toMatchObject({ grund: 'zu_gross' });
  });
});

test.each([
  ['Vollmacht.PDF', 'application/pdf', 'Vollmacht.pdf'],
  ['rechnung.exe', 'image/png', 'rechnung.exe.png'],
  ['../../etc/passwd', 'application/pdf', 'etc passwd.pdf'],
  ['', 'image/jpeg', 'Dokument.jpg'],
  ['Довіреність', 'application/pdf', 'Довіреність.pdf'],
] as const)('„%s“ is offered under a harmless name', (name, typ, erwartet) => expect(dateiname(name, typ)).toBe(erwartet));

test('no name gets out of its header', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
    const kopf = alsAnhang(dateiname(name, 'application/pdf'));
    expect(kopf).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.~!$&+%-]+$/);
    expect(kopf).not.toMatch(/[\r\n]/);
  }));
});

test('what is in the record now, with what it replaced', () => {
  const dokument = (id: string, vorgaengerId: string | null = null) => ({ id, vorgaengerId });
  expect(fassungen([dokument('c', 'b'), dokument('x'), dokument('b', 'a'), dokument('a')])).toEqual([
    { ...dokument('c', 'b'), fruehere: [dokument('b', 'a'), dokument('a')] },
    { ...dokument('x'), fruehere: [] },
  ]);
  // An earlier version that one does not see, because it is protected, leaves a chain that begins later.
  expect(fassungen([dokument('c', 'b')])).toEqual([{ ...dokument('c', 'b'), fruehere: [] }]);
});

test.each([[10, '1 KB'], [14_400, '14 KB'], [1_440_000, '1,4 MB']])('%d bytes are %s', (n, text) => expect(formatGroesse(n)).toBe(text));
