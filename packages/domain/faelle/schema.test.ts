import { expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { tag, tagOderLeer } from './schema.ts';

const meldung = (eingabe: string) => tag('Bitte angeben.').safeParse(eingabe).error?.issues[0]?.message ?? 'gelesen';

test.each([
  ['01.01.2000', 'gelesen'], [heute(), 'gelesen'], ['31.12.1999', 'Bitte prüfen Sie das Jahr: Angaben sind ab dem 01.01.2000 möglich.'], ['05.03.1026', /^Bitte prüfen Sie das Jahr/],
  ['05.03.2999', 'Das Datum liegt in der Zukunft.'], ['31.02.2026', 'Diesen Tag gibt es im Kalender nicht.'], ['gestern', /^Bitte als TT.MM.JJJJ/], ['', 'Bitte angeben.'],
])('a day of the work: %s', (eingabe, erwartet) => expect(meldung(eingabe)).toMatch(erwartet));

test('a day that may be left out is empty or as good as any other', () => {
  expect([tagOderLeer.parse(undefined), tagOderLeer.parse(' '), tagOderLeer.parse('1.2.2024')]).toEqual([null, null, '2024-02-01']);
  expect(tagOderLeer.safeParse('1.2.1024').success).toBe(false);
});
