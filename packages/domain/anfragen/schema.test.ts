import { expect, test } from 'vitest';
import { anfrage, neuerFall } from './schema.ts';

test.each([
  ['1990', null], ['2026', null], ['01.02.2026', null], ['02.02.2026', 'geburtsdatum'], ['', null],
])('born %s, opened on 01.02.2026: %s', (geburtsdatum, feld) => {
  const gelesen = neuerFall.safeParse({ nachname: 'Neumann', geburtsdatum, kommune: '0190a5c2-7d11-7c3e-8f00-0123456789ab', eroeffnetAm: '01.02.2026' });
  expect(gelesen.error?.issues[0]?.path[0] ?? null).toBe(feld);
});

const gefragt = (mehr: Record<string, string>) => anfrage.safeParse({
  name: 'Nele', kommune: '0190a5c2-7d11-7c3e-8f00-0123456789ab', eingegangenAm: '01.02.2026', zugang: 'sprechstunde', anliegen: 'Kurs', ergebnis: 'kurzberatung', ...mehr,
}).error?.issues.map(({ path }) => path[0]) ?? [];

test.each([
  [{ zugang: 'selbst_telefon' }, ['ergebnis']],
  [{ zugang: 'selbst_messenger' }, ['ergebnis']],
  [{ kanal: 'video' }, ['ergebnis']],
  [{ zugang: 'beratungsstelle', kanal: 'telefon' }, ['ergebnis']],
  [{ zugang: 'selbst_telefon', kanal: 'persoenlich' }, []],
  [{ zugang: 'selbst_telefon', ergebnis: 'erstgespraech' }, []],
  [{ zugang: 'selbst_telefon', ergebnis: 'offen' }, []],
  [{ zugang: 'selbst_telefon', ergebnis: 'verweis', verwiesenAn: 'VHS' }, []],
  [{ zugang: 'selbst_telefon', fall: 'WKN-2026-0001' }, []],
])('a case never begins with a consultation from afar: %j is refused for %j', (mehr, felder) => {
  expect(gefragt(mehr)).toEqual(felder);
});

test('a note into a running case says what it was about, whatever comes of it', () => {
  expect(gefragt({ fall: 'WKN-2026-0001', anliegen: '', ergebnis: 'offen' })).toEqual(['anliegen']);
  expect(gefragt({ anliegen: '', ergebnis: 'offen' })).toEqual([]);
});
