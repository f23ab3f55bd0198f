import { describe, expect, test } from 'vitest';
import { sitzungFuer } from '@kim/testing/actors.ts';
import type { Sitzungszustand } from '@kim/testing/actors.ts';
import { BERG, SPRINGERIN } from '@kim/testing/plan.ts';
import type { Person } from '@kim/testing/plan.ts';
import { alsLogin, antwort, eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const anmeldung = alsLogin(db, 'kim_anmeldung');
const { kollegin, vertretung } = BERG.traeger[0]!.personen;
const text = Buffer.from('verschlüsselt');

const lege = (idHash: Buffer, pfad = '/faelle/neu') => antwort(anmeldung('select sec.entwurf_ablegen($1, $2, $3)', [idHash, pfad, text]));
const nimm = (idHash: Buffer, pfad = '/faelle/neu') => antwort(anmeldung('select sec.entwurf_nehmen($1, $2)', [idHash, pfad]));
const hash = async (person: Person, zustand?: Sitzungszustand) => (await sitzungFuer(db.sql, person, zustand)).idHash;

describe('what was typed when the session ran out', () => {
  test.each(['abgelaufen', 'ausgelaufen', 'gesperrt'] as const)('is kept (%s) and handed out once, after signing in again', async (zustand) => {
    expect(await lege(await hash(kollegin, zustand))).toBe(true);
    const neu = await hash(kollegin);
    expect(await nimm(neu)).toEqual(text);
    expect(await nimm(neu)).toBeNull();
  });

  test.each(['widerrufen', 'zweiter_faktor', 'wahl'] as const)('is not kept for a session that is %s', async (zustand) => {
    expect(await lege(await hash(kollegin, zustand))).toBe(false);
    expect(await nimm(await hash(kollegin))).toBeNull();
  });

  test('is for that person and that membership only', async () => {
    const [hier, dort] = SPRINGERIN;
    expect(await lege(await hash(hier, 'abgelaufen'))).toBe(true);
    expect(await nimm(await hash(vertretung))).toBeNull();
    expect(await nimm(await hash(dort))).toBeNull();
    expect(await nimm(await hash(hier, 'gesperrt'))).toBeNull();
    expect(await nimm(await hash(hier))).toEqual(text);
  });

  test('is gone after a day', async () => {
    expect(await lege(await hash(kollegin, 'abgelaufen'))).toBe(true);
    await db.sql.query("update sec.entwuerfe set erfasst_am = now() - interval '25 hours' where mitgliedschaft_id = $1", [kollegin.mitgliedschaftId]);
    expect(await nimm(await hash(kollegin))).toBeNull();
  });

  test('does not pile up', async () => {
    const idHash = await hash(vertretung, 'abgelaufen');
    for (let i = 0; i < 20; i += 1) expect(await lege(idHash, `/seite/${i}`)).toBe(true);
    expect(await lege(idHash, '/seite/20')).toBe(false);
  });
});
