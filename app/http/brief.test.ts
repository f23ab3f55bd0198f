import { expect, test } from 'vitest';
import { brief, GUELTIG } from './brief.ts';

test.each(['einladung', 'passwort', 'zweiter_faktor', 'beides'] as const)('the letter for %s carries the link and how long it opens', (art) => {
  const { subject, text } = brief(art, 'https://kim.example.de/zugang/abc');
  expect(subject).toContain('KIM Case Management');
  expect(text).toContain('\nhttps://kim.example.de/zugang/abc\n');
  expect(text).toContain(GUELTIG[art]);
});
