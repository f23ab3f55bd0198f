import { describe, expect, test } from 'vitest';
import { alsText, vergleiche, zustandVon } from './rules.ts';
import { einladung } from './schema.ts';

test.each([
  [{ angenommen: true, beendet: false }, 'aktiv'], [{ angenommen: false, beendet: false }, 'eingeladen'], [{ angenommen: true, beendet: true }, 'ausgeschieden'],
  [{ angenommen: false, beendet: true }, 'ausgeschieden'], [{ angenommen: null, beendet: null }, 'eingeladen'],
])('%j is %s', (mitgliedschaft, zustand) => expect(zustandVon(mitgliedschaft)).toBe(zustand));

test('people are sorted by state, then as in a German list of names', () => {
  const namen = ['Öztürk', 'Zander', 'Oster', 'Ägidi', 'Adam', 'Ozan'].map((name) => ({ name, zustand: 'aktiv' as const }));
  const liste = [{ name: 'Aaron', zustand: 'ausgeschieden' as const }, { name: 'Abel', zustand: 'eingeladen' as const }, ...namen].sort(vergleiche);
  expect(liste.map(({ name }) => name)).toEqual(['Adam', 'Ägidi', 'Oster', 'Ozan', 'Öztürk', 'Zander', 'Abel', 'Aaron']);
});

test('roles are compared in one order', () => expect(alsText(['traegeradministration', 'fachkraft'])).toBe(alsText(['fachkraft', 'traegeradministration'])));

describe('an invitation', () => {
  const gut = { name: 'Nur Yılmaz', email: ' Nur.Yilmaz@Kuerten.Example ', rollen: 'fachkraft' };
  test('takes one or several roles and one spelling of the address', () => {
    expect(einladung.parse(gut)).toEqual({ name: 'Nur Yılmaz', email: 'nur.yilmaz@kuerten.example', rollen: ['fachkraft'] });
    expect(einladung.parse({ ...gut, rollen: ['leitung', 'fachkraft', 'leitung'] }).rollen).toEqual(['leitung', 'fachkraft']);
  });
  test.each([
    [{ name: '  ' }, 'name'], [{ name: 'x'.repeat(201) }, 'name'], [{ email: '' }, 'email'], [{ email: 'ohne-at' }, 'email'], [{ email: 'a@b' }, 'email'],
    [{ rollen: undefined }, 'rollen'], [{ rollen: 'koordination' }, 'rollen'], [{ rollen: ['fachkraft', 'admin'] }, 'rollen'],
  ])('refuses %j beside the field', (falsch, feld) => {
    const ergebnis = einladung.safeParse({ ...gut, ...falsch });
    expect([...new Set(ergebnis.error?.issues.map(({ path }) => path[0]))]).toEqual([feld]);
  });
});
