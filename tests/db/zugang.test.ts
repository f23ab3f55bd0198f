import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { leiteAb, sitzungFuer } from '@kim/testing/actors.ts';
import type { Testsitzung } from '@kim/testing/actors.ts';
import { codeHash, linkHash } from '@kim/testing/fixture-konten.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { Person } from '@kim/testing/plan.ts';
import { alsLogin, antwort, eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const anmeldung = alsLogin(db, 'kim_anmeldung');
const [A, B] = [BERG.traeger[0]!, BERG.traeger[1]!];

/** What the application would see of this session. */
async function zustand({ idHash, ctx }: Testsitzung): Promise<string | undefined> {
  await anmeldung("select set_config('app.ctx', $1, false)", [ctx]);
  return (await anmeldung<{ zustand: string }>('select zustand from sec.sitzung_lesen($1)', [idHash]))[0]?.zustand;
}

/** One after the other: they share a connection and its context. */
async function zustaende(sitzungen: Testsitzung[]): Promise<(string | undefined)[]> {
  const alle: (string | undefined)[] = [];
  for (const sitzung of sitzungen) alle.push(await zustand(sitzung));
  return alle;
}

const lies = async (token: Buffer) => (await anmeldung('select * from sec.link_lesen($1)', [token])).length;
const loeseEin = (token: Buffer, hash: string | null = 'hash') => antwort(anmeldung('select sec.link_einloesen($1, $2)', [token, hash]));

async function beginne({ kontoId }: Person) {
  const sitzung = leiteAb();
  await anmeldung('select sec.sitzung_anlegen($1, $2, $3, $4)', [sitzung.idHash, sitzung.ctxHash, kontoId, 'Testgerät']);
  return sitzung;
}

describe('a one-time link', () => {
  test('is read as often as one likes and spent once, also by two at once', async () => {
    const token = linkHash(A.personen.eingeladen);
    expect([await lies(token), await lies(token)]).toEqual([1, 1]);
    const antworten = await Promise.all(Array.from({ length: 6 }, async () => {
      const client = await db.anmelden('kim_anmeldung');
      return (await client.query('select sec.link_einloesen($1, $2) as ja', [token, 'hash'])).rows[0].ja as boolean;
    }));
    expect(antworten.filter(Boolean)).toHaveLength(1);
    expect([await lies(token), await loeseEin(token)]).toEqual([0, false]);
  });

  test('is worth nothing once expired, invented or of a membership that has ended', async () => {
    const token = linkHash(B.personen.eingeladen);
    expect(await lies(token)).toBe(1);
    await db.sql.query('update sec.mitgliedschaften set beendet_am = now() where id = $1', [B.personen.eingeladen.mitgliedschaftId]);
    expect(await lies(token)).toBe(0);
    await db.sql.query('update sec.mitgliedschaften set beendet_am = null where id = $1', [B.personen.eingeladen.mitgliedschaftId]);
    await db.sql.query("update sec.einmallinks set laeuft_ab = now() - interval '1 second' where token_hash = $1", [token]);
    expect([await lies(token), await loeseEin(token)]).toEqual([0, false]);
    expect([await lies(randomBytes(32)), await loeseEin(randomBytes(32))]).toEqual([0, false]);
  });

  test('of a reset ends every session', async () => {
    const { beratung } = A.personen;
    const sitzung = await sitzungFuer(db.sql, beratung);
    const token = randomBytes(32);
    await db.sql.query("insert into sec.einmallinks (token_hash, konto_id, art, laeuft_ab) values ($1, $2, 'passwort', now() + interval '1 day')", [token, beratung.kontoId]);
    expect(await zustand(sitzung)).toBe('gueltig');
    expect(await loeseEin(token)).toBe(true);
    expect(await zustand(sitzung)).toBe('widerrufen');
  });
});

describe('setting up the second factor', () => {
  const bereiteVor = ({ idHash }: Testsitzung) => antwort(anmeldung("select sec.totp_vorbereiten($1, '\\x01')", [idHash]));
  const bestaetige = ({ idHash }: Testsitzung, schritt: number) => antwort(anmeldung('select sec.totp_bestaetigen($1, $2)', [idHash, schritt]));
  const nimmCode = ({ idHash }: Testsitzung, schritt: number) => antwort(anmeldung('select sec.zweiten_faktor_annehmen($1, $2)', [idHash, schritt]));
  const codes = async ({ kontoId }: Person) => (await db.sql.query('select from sec.wiederherstellungscodes where konto_id = $1', [kontoId])).rowCount;

  test('is all that an account without one may do, and opens it', async () => {
    const sie = A.personen.vertretung;
    await db.sql.query('update sec.konten set totp_krypt = null, totp_seit = null, totp_schritt = 0 where id = $1', [sie.kontoId]);
    const sitzung = await beginne(sie);
    expect(await zustand(sitzung)).toBe('einrichten');
    expect(await bestaetige(sitzung, 10)).toBe(false);
    expect(await bereiteVor(sitzung)).toBe(true);
    await anmeldung('select sec.codes_ersetzen($1, $2)', [sitzung.idHash, [randomBytes(32)]]);
    expect(await codes(sie)).toBe(1);
    expect(await bestaetige(sitzung, 10)).toBe(true);
    expect(await zustand(sitzung)).toBe('gueltig');
    expect(await codes(sie)).toBe(0);
    await anmeldung('select sec.codes_ersetzen($1, $2)', [sitzung.idHash, Array.from({ length: 10 }, () => randomBytes(32))]);
    expect(await codes(sie)).toBe(10);
    expect(await nimmCode(await beginne(sie), 10)).toBe(false);
  });

  test('on another device leaves the old one valid until the new one is confirmed, then ends other sessions', async () => {
    const sie = A.personen.kollegin;
    const [hier, anderswo] = [await sitzungFuer(db.sql, sie), await sitzungFuer(db.sql, sie)];
    expect(await bereiteVor(hier)).toBe(true);
    expect(await nimmCode(await beginne(sie), 50)).toBe(true);
    expect(await bestaetige(hier, 60)).toBe(true);
    expect(await zustaende([hier, anderswo])).toEqual(['gueltig', 'widerrufen']);
    expect((await db.sql.query('select totp_krypt, totp_neu_krypt from sec.konten where id = $1', [sie.kontoId])).rows[0]).toEqual({ totp_krypt: Buffer.from([1]), totp_neu_krypt: null });
    expect(await antwort(anmeldung('select sec.code_einloesen($1, $2)', [(await beginne(sie)).idHash, codeHash(sie)]))).toBe(false);
  });

  test('does not begin on a session that still waits for the second factor', async () => {
    expect(await bereiteVor(await beginne(A.personen.fachkraft))).toBe(false);
    expect(await bereiteVor(await sitzungFuer(db.sql, A.personen.fachkraft, 'wahl'))).toBe(false);
  });
});

describe('sessions of one person', () => {
  test('are at most three, the oldest gives way; those of a demo account are not counted', async () => {
    const sie = B.personen.fachkraft;
    const eroeffne = async (schritt: number) => {
      const sitzung = await beginne(sie);
      await anmeldung('select sec.zweiten_faktor_annehmen($1, $2)', [sitzung.idHash, schritt]);
      return sitzung;
    };
    const vier = [await eroeffne(1), await eroeffne(2), await eroeffne(3), await eroeffne(4)];
    expect(await zustaende(vier)).toEqual(['widerrufen', 'gueltig', 'gueltig', 'gueltig']);
    await db.sql.query('update sec.konten set demo = true where id = $1', [sie.kontoId]);
    const mehr = [await eroeffne(5), await eroeffne(6)];
    expect(await zustaende([...vier.slice(1), ...mehr])).toEqual(Array(5).fill('gueltig'));
  });

  test('go on with a new secret: the old one opens nothing any more', async () => {
    const alt = await sitzungFuer(db.sql, B.personen.kollegin);
    const neu = leiteAb();
    await anmeldung('select sec.sitzung_erneuern($1, $2, $3)', [alt.idHash, neu.idHash, neu.ctxHash]);
    expect(await zustaende([alt, neu])).toEqual([undefined, 'gueltig']);
    const widerrufen = await sitzungFuer(db.sql, B.personen.kollegin, 'widerrufen');
    const versuch = leiteAb();
    await anmeldung('select sec.sitzung_erneuern($1, $2, $3)', [widerrufen.idHash, versuch.idHash, versuch.ctxHash]);
    expect(await zustand(versuch)).toBeUndefined();
  });
});

describe('a demo account', () => {
  test('does without a second factor, and so does whom it invites: production refuses them all', async () => {
    const { verwaltung } = B.personen;
    await db.sql.query('update sec.konten set demo = true, totp_krypt = null, totp_seit = null where id = $1', [verwaltung.kontoId]);
    expect(await zustand(await beginne(verwaltung))).toBe('gueltig');
    const client = await db.anmelden('kim_traeger');
    const nutzerId = neueId();
    await client.query("select set_config('app.ctx', $1, false)", [(await sitzungFuer(db.sql, verwaltung)).ctx]);
    await client.query("insert into app.nutzer (traeger_id, id, name) values ($1, $2, 'Neu')", [B.id, nutzerId]);
    await client.query("select sec.einladen($1, $2, $3, 'demo.neu@example.org', array['fachkraft'], $4)", [neueId(), neueId(), nutzerId, randomBytes(32)]);
    await client.query("select sec.einladen($1, $2, $3, $4, array['fachkraft'], $5)", [neueId(), neueId(), nutzerId, A.personen.leitung.email, randomBytes(32)]);
    const { rows } = await db.sql.query('select email, demo from sec.konten where email = any ($1) order by email', [['demo.neu@example.org', A.personen.leitung.email]]);
    expect(rows).toEqual([{ email: 'demo.neu@example.org', demo: true }, { email: A.personen.leitung.email, demo: false }].sort((a, b) => a.email.localeCompare(b.email)));
  });
});
