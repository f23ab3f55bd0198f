import { expect, test } from 'vitest';
import { nenneOrt } from './labels.ts';

test('a place says what it allows', () => {
  expect(nenneOrt({ name: 'Rathaus', vertraulich: true, familiengerecht: false, barrierefrei: true })).toBe('Rathaus (vertraulich, barrierefrei)');
  expect(nenneOrt({ name: 'Flur', vertraulich: false })).toBe('Flur');
});
