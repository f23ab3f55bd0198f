import { expect, test } from 'vitest';
import { RAHMENTEXTE } from './dokumentsprachen.ts';
import { PLANTEXTE } from './plantexte.ts';

test('every language of the papers has the plan too, and none of its words is missing or left in another language', () => {
  expect(PLANTEXTE.map(({ code }) => code)).toEqual(RAHMENTEXTE.map(({ code }) => code));
  const [deutsch, ...andere] = PLANTEXTE;
  const worte = ({ code: _, bestaetigt: __, ...texte }: (typeof PLANTEXTE)[number]) => Object.entries(texte);
  for (const sprache of andere) {
    expect(worte(sprache).map(([name]) => name), sprache.code).toEqual(worte(deutsch!).map(([name]) => name));
    for (const [name, text] of worte(sprache)) expect(text.trim() !== '' && text !== deutsch![name as keyof typeof deutsch], `${sprache.code} ${name}`).toBe(true);
    expect(sprache.bestaetigt, sprache.code).toBe(false);
  }
});

test.each([['ukr', /^[^A-Za-z؀-ۿ]+$/u], ['ara', /^[^A-Za-zА-я]+$/u], ['tir', /^[^A-Za-zА-я؀-ۿ]+$/u]])('%s is written in its own script', (code, schrift) => {
  const { code: _, bestaetigt: __, ...texte } = PLANTEXTE.find((eine) => eine.code === code)!;
  for (const text of Object.values(texte)) expect(text).toMatch(schrift);
});
