import { describe, expect, inject, test } from 'vitest';
import { beurteileMutanten, jageMutanten } from './mutantenlauf.ts';
import { MUTANTEN } from './mutanten.ts';

describe('the prober', () => {
  test('raises no alarm on the unchanged database', async () => {
    expect(beurteileMutanten(await jageMutanten(inject('zugang'), []))).toEqual([]);
  }, 300_000);

  test.each(MUTANTEN)('finds „$name“', async (mutant) => {
    expect(beurteileMutanten(await jageMutanten(inject('zugang'), [mutant], undefined, false))).toEqual([]);
  }, 300_000);
});
