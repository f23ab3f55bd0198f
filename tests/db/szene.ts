import { afterAll, beforeAll, inject } from 'vitest';
import { oeffneTestdatenbank } from '@kim/testing/datenbank.ts';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';

/** One database per test file, filled with the fixture. Read its fields inside tests only. */
export function eigeneDatenbank(): Testdatenbank {
  let db: Testdatenbank | undefined;
  beforeAll(async () => {
    db = await oeffneTestdatenbank(inject('zugang'));
  });
  afterAll(() => db?.schliesse());
  return new Proxy({} as Testdatenbank, { get: (_, feld) => Reflect.get(db!, feld) as unknown });
}
