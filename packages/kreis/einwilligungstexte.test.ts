import { expect, test } from 'vitest';
import { RAHMENTEXTE, rahmentexteIn } from './dokumentsprachen.ts';
import { vorlageFuer, vorlageMit } from './einwilligungstexte.ts';
import { RECHTSREGIME } from './rechtsregime.ts';
import type { RegimeCode } from './rechtsregime.ts';
import { SPRACHEN } from './sprachen.ts';

test.each<[RegimeCode, string, string]>([
  ['dsgvo', 'LDI NRW', 'Artikel 7 Absatz 3 DSGVO'],
  ['kdg', 'Katholisches Datenschutzzentrum, Dortmund', '§ 8 Absatz 6 KDG'],
  ['dsg_ekd', 'BfD EKD', '§ 11 Absatz 3 DSG-EKD'],
])('under %s the text names its own authority and norm, and no other law', (regime, aufsicht, widerruf) => {
  const { id, texte } = vorlageFuer(regime);
  expect(id).toBe(`${regime}-1`);
  expect(texte.datenschutzerklaerung).toContain(aufsicht);
  for (const text of Object.values(texte)) expect(text).toContain(widerruf);
  const fremde = Object.entries(RECHTSREGIME).filter(([code]) => code !== regime).flatMap(([, r]) => [r.aufsicht, r.widerruf, r.gesetz]);
  for (const text of Object.values(texte)) for (const wort of fremde) expect(text).not.toContain(wort);
});

test('a version that was signed is found again; one that was never shipped is not', () => {
  expect(vorlageMit('dsgvo-1')).toBe(vorlageFuer('dsgvo').texte);
  expect(vorlageMit('dsgvo-99')).toBeNull();
});

test('every language of the papers is a language of the product, in its direction, and complete', () => {
  for (const eine of RAHMENTEXTE) {
    const sprache = SPRACHEN.find(({ code }) => code === eine.code);
    expect(sprache, eine.code).toBeDefined();
    expect(eine.rechtsLaeufig).toBe(sprache?.rechtsLaeufig);
    for (const text of [...Object.values(eine.titel), eine.name, eine.ortDatum, eine.unterschrift, eine.widerruf, eine.klaerung]) expect(text.trim()).not.toBe('');
  }
  expect(rahmentexteIn('kmr')).toBeNull();
});
