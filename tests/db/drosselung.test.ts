import { describe, expect, test } from 'vitest';
import { festeBytes } from '@kim/testing/plan.ts';
import { alsLogin, antwort, eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const anmeldung = alsLogin(db, 'kim_anmeldung');

const versuch = (schluessel: Buffer, frei = 3) => antwort(anmeldung('select sec.drossel_versuch($1, $2)', [schluessel, frei])) as Promise<number>;
/** Lets the wait go by without waiting. */
const warte = (schluessel: Buffer, sekunden: number) =>
  db.sql.query("update sec.drosselung set zuletzt_am = zuletzt_am - $2 * interval '1 second' where schluessel = $1", [schluessel, sekunden]);

describe('failed attempts', () => {
  test('are free three times, then cost one, two, four seconds', async () => {
    const schluessel = festeBytes('konto');
    expect([await versuch(schluessel), await versuch(schluessel), await versuch(schluessel)]).toEqual([0, 0, 0]);
    for (const sekunden of [1, 2, 4, 8]) {
      expect(await versuch(schluessel)).toBe(sekunden);
      await warte(schluessel, sekunden);
      expect(await versuch(schluessel)).toBe(0);
    }
  });

  test('wait a quarter of an hour at most and are forgotten after an hour', async () => {
    const schluessel = festeBytes('geduld');
    await versuch(schluessel);
    await db.sql.query('update sec.drosselung set versuche = 400 where schluessel = $1', [schluessel]);
    expect(await versuch(schluessel)).toBeLessThanOrEqual(900);
    await warte(schluessel, 3601);
    expect(await versuch(schluessel)).toBe(0);
  });

  test('of one account do not slow another, and success clears them', async () => {
    const [a, b] = [festeBytes('a'), festeBytes('b')];
    for (let i = 0; i < 4; i += 1) await versuch(a);
    expect(await versuch(a)).toBeGreaterThan(0);
    expect(await versuch(b)).toBe(0);
    await anmeldung('select sec.drossel_erfolg($1)', [a]);
    expect(await versuch(a)).toBe(0);
  });

  test('sent at once do not slip past each other', async () => {
    const schluessel = festeBytes('gleichzeitig');
    const antworten = await Promise.all(Array.from({ length: 12 }, async () => {
      const client = await db.anmelden('kim_anmeldung');
      return (await client.query('select sec.drossel_versuch($1, 3) as warten', [schluessel])).rows[0].warten as number;
    }));
    expect(antworten.filter((warten) => warten === 0)).toHaveLength(3);
  });
});
