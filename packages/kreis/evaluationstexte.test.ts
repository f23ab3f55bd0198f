import { expect, test } from 'vitest';
import { RAHMENTEXTE } from './dokumentsprachen.ts';
import { EVALUATIONSTEXTE } from './evaluationstexte.ts';

test('every language of the papers has the Evaluationsbogen too, and none of its words is missing or left in another language', () => {
  expect(EVALUATIONSTEXTE.map(({ code }) => code)).toEqual(RAHMENTEXTE.map(({ code }) => code));
  const [deutsch, ...andere] = EVALUATIONSTEXTE;
  const worte = ({ code: _, bestaetigt: __, ...texte }: (typeof EVALUATIONSTEXTE)[number]) => Object.entries(texte);
  for (const sprache of andere) {
    expect(worte(sprache).map(([name]) => name), sprache.code).toEqual(worte(deutsch!).map(([name]) => name));
    for (const [name, text] of worte(sprache)) expect(text.trim() !== '' && text !== deutsch![name as keyof typeof deutsch], `${sprache.code} ${name}`).toBe(true);
    expect(sprache.bestaetigt, sprache.code).toBe(false);
  }
});

test.each([['ukr', /^[^A-Za-z؀-ۿ]+$/u], ['ara', /^[^A-Za-zА-я]+$/u], ['tir', /^[^A-Za-zА-я؀-ۿ]+$/u]])('%s is written in its own script', (code, schrift) => {
  const { code: _, bestaetigt: __, ...texte } = EVALUATIONSTEXTE.find((eine) => eine.code === code)!;
  for (const text of Object.values(texte)) expect(text).toMatch(schrift);
});

test('the five steps of a language are five different words', () => {
  for (const { code, grad1, grad2, grad3, grad4, grad5, keineAngabe } of EVALUATIONSTEXTE) expect(new Set([grad1, grad2, grad3, grad4, grad5, keineAngabe]).size, code).toBe(6);
});
