import { describe, expect, test } from 'vitest';
import { auftragFuer, leiteAb, sitzungFuer } from '@kim/testing/actors.ts';
import type { Sitzungszustand } from '@kim/testing/actors.ts';
import { fuehreAus } from '@kim/testing/datenbank.ts';
import { BERG, festeBytes, SPRINGERIN } from '@kim/testing/plan.ts';
import { alsLogin, antwort, eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const anmeldung = alsLogin(db, 'kim_anmeldung');
const traeger = alsLogin(db, 'kim_traeger');
const t = BERG.traeger[0]!;
const { fachkraft, eingeladen, ausgeschieden } = t.personen;

/** Posts of the Träger as seen with this context. */
const mit = async (ctx: string) => {
  await traeger("select set_config('app.ctx', $1, false)", [ctx]);
  return traeger('select id from app.stellen').then(
    (zeilen) => ({ fehler: null, anzahl: zeilen.length }),
    ({ code }: { code: string }) => ({ fehler: code, anzahl: 0 }));
};

describe('a session', () => {
  test.each<[Sitzungszustand, string | null]>([
    ['gueltig', null], ['abgelaufen', '42501'], ['ausgelaufen', '42501'], ['widerrufen', '42501'], ['gesperrt', '42501'], ['zweiter_faktor', '42501'], ['wahl', '42501'],
  ])('that is %s', async (zustand, fehler) => {
    const { ctx } = await sitzungFuer(db.sql, fachkraft, zustand);
    expect(await mit(ctx)).toMatchObject({ fehler, anzahl: fehler ? 0 : 1 });
  });

  test('of somebody who has not accepted, or who left, opens nothing', async () => {
    for (const person of [eingeladen, ausgeschieden]) {
      expect((await db.sql.query('select from app.nutzer where id = $1', [person.nutzerId])).rowCount).toBe(1);
      expect((await mit((await sitzungFuer(db.sql, person)).ctx)).fehler).toBe('42501');
    }
  });

  test('cannot be made from what a stolen table holds', async () => {
    const { ctx, idHash } = await sitzungFuer(db.sql, fachkraft);
    expect((await mit(ctx)).fehler).toBeNull();
    const { rows } = await db.sql.query<{ c: string }>("select encode(ctx_hash, 'hex') as c from sec.sitzungen where id_hash = $1", [idHash]);
    for (const gestohlen of [rows[0]!.c, idHash.toString('hex'), festeBytes(fachkraft.kontoId, 'ctx').toString('hex'), '']) expect((await mit(gestohlen)).fehler).toBe('42501');
  });

  test('of background work lasts fifteen minutes and reads no case content', async () => {
    expect((await mit(await auftragFuer(db.sql, t))).fehler).toBeNull();
    expect((await mit(await auftragFuer(db.sql, t, -1))).fehler).toBe('42501');
  });
});

describe('revocation', () => {
  const faelle = [
    ['signing out', (idHash: Buffer) => anmeldung('select sec.sitzung_widerrufen($1)', [idHash])],
    ['locking the screen', (idHash: Buffer) => anmeldung('select sec.sitzung_sperren($1)', [idHash])],
    ['the end of the membership', () => db.sql.query('update sec.mitgliedschaften set beendet_am = now() where id = $1', [fachkraft.mitgliedschaftId])],
  ] as const;
  test.each(faelle)('by %s counts from the next statement on, inside an open transaction', async (_, widerrufe) => {
    const { ctx, idHash } = await sitzungFuer(db.sql, fachkraft);
    const client = await db.anmelden('kim_traeger');
    await client.query('begin');
    await client.query("select set_config('app.ctx', $1, true)", [ctx]);
    expect((await fuehreAus(client, 'select from app.stellen')).anzahl).toBe(1);
    await widerrufe(idHash);
    expect((await fuehreAus(client, 'select from app.stellen')).fehler).toBe('42501');
    await client.query('rollback');
    await db.sql.query('update sec.mitgliedschaften set beendet_am = null where id = $1', [fachkraft.mitgliedschaftId]);
  });

  test('of a role as well', async () => {
    const { ctx } = await sitzungFuer(db.sql, fachkraft);
    const client = await db.anmelden('kim_traeger');
    await client.query("select set_config('app.ctx', $1, false)", [ctx]);
    expect((await fuehreAus(client, 'select from app.ratsuchende')).anzahl).toBeGreaterThan(0);
    await db.sql.query("update sec.mitgliedschaften set rollen = array['leitung'] where id = $1", [fachkraft.mitgliedschaftId]);
    expect((await fuehreAus(client, 'select from app.ratsuchende')).anzahl).toBe(0);
    await db.sql.query("update sec.mitgliedschaften set rollen = array['fachkraft'] where id = $1", [fachkraft.mitgliedschaftId]);
  });
});

describe('who has several memberships', () => {
  test('chooses one, her own, and once', async () => {
    const [hier, dort] = SPRINGERIN;
    const { idHash, ctx } = await sitzungFuer(db.sql, hier, 'wahl');
    const waehle = (id: string) => antwort(anmeldung('select sec.mitgliedschaft_waehlen($1, $2)', [idHash, id]));
    expect((await anmeldung('select mitgliedschaft_id as id from sec.mitgliedschaften_der_sitzung($1)', [idHash])).map((z) => z.id).sort()).toEqual([hier.mitgliedschaftId, dort.mitgliedschaftId].sort());
    expect((await mit(ctx)).fehler).toBe('42501');
    expect(await waehle(fachkraft.mitgliedschaftId)).toBe(false);
    expect(await waehle(dort.mitgliedschaftId)).toBe(true);
    expect((await mit(ctx)).fehler).toBeNull();
    expect(await waehle(hier.mitgliedschaftId)).toBe(false);
  });
});

describe('a session begun at sign-in', () => {
  const beginne = async (kontoId: string) => {
    const { idHash, ctxHash, ctx } = leiteAb();
    await anmeldung('select sec.sitzung_anlegen($1, $2, $3, $4)', [idHash, ctxHash, kontoId, 'Testgerät']);
    const [zeile] = await anmeldung<{ zustand: string }>('select zustand from sec.sitzung_lesen($1)', [idHash]);
    return { zustand: zeile?.zustand, ctx };
  };

  test('waits for the second factor, or for setting one up', async () => {
    const { zustand, ctx } = await beginne(fachkraft.kontoId);
    expect(zustand).toBe('zweiter_faktor');
    expect((await mit(ctx)).fehler).toBe('42501');
    await db.sql.query('update sec.konten set totp_seit = null where id = $1', [t.personen.beratung.kontoId]);
    const ohne = await beginne(t.personen.beratung.kontoId);
    expect(ohne.zustand).toBe('einrichten');
    expect((await mit(ohne.ctx)).fehler).toBe('42501');
  });

  test('does not begin without an accepted membership', async () => {
    expect((await beginne(eingeladen.kontoId)).zustand).toBeUndefined();
    expect((await beginne(ausgeschieden.kontoId)).zustand).toBeUndefined();
  });
});
