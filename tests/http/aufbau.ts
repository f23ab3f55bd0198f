import { mkdirSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { starteProdukt } from '@kim/testing/produkt.ts';
import { baueBuehne } from './buehne.ts';
import type { Buehne } from './buehne.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    buehne: Buehne;
  }
}

/** For `globalSetup`: one product and one scene for all files of this suite. The build must exist. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync('reports', { recursive: true });
  rmSync('reports/http.jsonl', { force: true });
  const produkt = await starteProdukt();
  try {
    project.provide('buehne', await baueBuehne(produkt));
  } catch (fehler) {
    await produkt.stop();
    throw fehler;
  }
  return produkt.stop;
}
