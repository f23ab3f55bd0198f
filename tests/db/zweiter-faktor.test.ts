import { describe, expect, test } from 'vitest';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { codeHash } from '@kim/testing/fixture-konten.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { Person } from '@kim/testing/plan.ts';
import { alsLogin, antwort, eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const anmeldung = alsLogin(db, 'kim_anmeldung');
const { fachkraft, kollegin, vertretung, beratung } = BERG.traeger[0]!.personen;

const wartend = async (person: Person) => (await sitzungFuer(db.sql, person, 'zweiter_faktor')).idHash;
const schritt = (idHash: Buffer, n: number) => antwort(anmeldung('select sec.zweiten_faktor_annehmen($1, $2)', [idHash, n]));
/** Whether the second factor is still asked for. */
const wartet = async (idHash: Buffer) => (await db.sql.query('select bestaetigt_am is null as ja from sec.sitzungen where id_hash = $1', [idHash])).rows[0].ja as boolean;

describe('a step of the second factor', () => {
  test('is accepted once, for whichever session, and no older one after it', async () => {
    const [erste, zweite] = [await wartend(fachkraft), await wartend(fachkraft)];
    expect(await schritt(erste, 100)).toBe(true);
    expect([await wartet(erste), await wartet(zweite)]).toEqual([false, true]);
    expect(await schritt(zweite, 100)).toBe(false);
    expect(await schritt(zweite, 99)).toBe(false);
    expect(await wartet(zweite)).toBe(true);
    expect(await schritt(zweite, 101)).toBe(true);
  });

  test('is not accepted twice when two send it at once', async () => {
    const hashes = await Promise.all(Array.from({ length: 8 }, () => wartend(kollegin)));
    const antworten = await Promise.all(hashes.map(async (hash) => {
      const client = await db.anmelden('kim_anmeldung');
      return (await client.query('select sec.zweiten_faktor_annehmen($1, 500) as ja', [hash])).rows[0].ja as boolean;
    }));
    expect(antworten.filter(Boolean)).toHaveLength(1);
  });

  test('counts for no expired and no revoked session', async () => {
    for (const art of ['abgelaufen', 'ausgelaufen', 'widerrufen'] as const) {
      const { idHash } = await sitzungFuer(db.sql, vertretung, art);
      expect(await schritt(idHash, 900)).toBe(false);
    }
    expect(await schritt(await wartend(vertretung), 900)).toBe(true);
  });
});

describe('a recovery code', () => {
  test('is spent once and by its owner', async () => {
    const loese = async (person: Person, hash: Buffer) => antwort(anmeldung('select sec.code_einloesen($1, $2)', [await wartend(person), hash]));
    expect(await loese(kollegin, codeHash(beratung))).toBe(false);
    expect(await loese(beratung, codeHash(beratung))).toBe(true);
    expect(await loese(beratung, codeHash(beratung))).toBe(false);
  });
});

describe('with the password alone', () => {
  test('nobody lists or ends the sessions of the account, changes its password or its second factor', async () => {
    const offen = await sitzungFuer(db.sql, fachkraft);
    const nur = await wartend(fachkraft);
    expect((await anmeldung('select * from sec.sitzungen_auflisten($1)', [offen.idHash])).length).toBeGreaterThan(0);
    expect(await anmeldung('select * from sec.sitzungen_auflisten($1)', [nur])).toEqual([]);
    expect(await antwort(anmeldung('select sec.andere_sitzung_widerrufen($1, null)', [nur]))).toBe(0);
    const stand = async () => (await db.sql.query(`select passwort_hash, totp_krypt, totp_neu_krypt, (select widerrufen_am from sec.sitzungen where id_hash = $2)
      from sec.konten where id = $1`, [fachkraft.kontoId, offen.idHash])).rows[0];
    const vorher = await stand();
    await anmeldung("select sec.passwort_setzen($1, 'anders')", [nur]);
    await anmeldung("select sec.totp_vorbereiten($1, '\\x00')", [nur]);
    expect(await stand()).toEqual(vorher);
    await anmeldung("select sec.passwort_setzen($1, 'anders')", [offen.idHash]);
    expect(await stand()).not.toEqual(vorher);
  });
});
