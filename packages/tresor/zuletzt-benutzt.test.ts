import { expect, test } from 'vitest';
import { ZuletztBenutzt } from './zuletzt-benutzt.ts';

test('the value unused for longest goes first', () => {
  const cache = new ZuletztBenutzt<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');
  cache.set('c', 3);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
});

test('setting a known id again evicts nobody, and the size stays bounded', () => {
  const cache = new ZuletztBenutzt<number>(3);
  for (let i = 0; i < 100; i++) cache.set(`${i % 7}`, i);
  cache.set('1', 0);
  expect(cache.size).toBe(3);
  cache.delete('1');
  expect([cache.get('1'), cache.size]).toEqual([undefined, 2]);
});
