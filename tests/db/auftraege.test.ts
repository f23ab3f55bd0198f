import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { runAuftrag } from '@kim/auftraege/arbeit.ts';
import { eraseVeraltetes } from '@kim/auftraege/aufraeumen.ts';
import { verbindeAuftraege } from '@kim/db/tenancy.ts';
import type { Auftragsdatenbank } from '@kim/db/tenancy.ts';
import { auftragFuer } from '@kim/testing/actors.ts';
import { loginUrl } from '@kim/testing/cluster.ts';
import { BERG, festeId, TRAEGER } from '@kim/testing/plan.ts';
import { alsLogin, antwort, eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const hintergrund = alsLogin(db, 'kim_auftrag');
const [A, B] = [BERG.traeger[0]!, BERG.traeger[1]!];
const offen = (t = A) => festeId(t.kennung, 'auftrag');

let worker: Auftragsdatenbank;
beforeAll(() => {
  worker = verbindeAuftraege(loginUrl(db.zugang, 'kim_auftrag', db.name), { verbindungen: 4 });
});
afterAll(() => worker.schliesse());

const zaehle = async (auswahl: string, werte: unknown[] = []) => Number((await db.sql.query(`select count(*) from ${auswahl}`, werte)).rows[0].count);
const beginne = (id: string) => antwort(hintergrund('select sec.auftrag_beginnen($1)', [id])) as Promise<string | null>;
const plane = async () => (await hintergrund<{ id: string }>('select id from sec.auftraege_anlegen() as id')).map(({ id }) => id);
const eingaben = (traegerId: string, bedingung = 'true') => zaehle(`app.formulareingaben where traeger_id = $1 and ${bedingung}`, [traegerId]);
const ALT = "erfasst_am < now() - interval '30 days'";
/** One statement under a capability; the refusal by its SQLSTATE, else the number of rows met. */
const versuche = (ctx: string, text: string, werte: unknown[] = []): Promise<string | number> =>
  hintergrund("select set_config('app.ctx', $1, false)", [ctx]).then(() => hintergrund(text, werte)).then((zeilen) => zeilen.length, ({ code }: { code: string }) => code);

/** Until a session of kim_auftrag waits for another one that holds this table. */
const wartet = (tabelle: string) => vi.waitFor(async () => expect(await zaehle(
  "pg_locks w where not w.granted and exists (select from pg_locks h where h.pid = w.pid and h.granted and h.relation = $1::regclass)", [tabelle])).toBe(1), { timeout: 20_000 });

/** The fixture's state of both tables: one open Auftrag, one just done, one long ago; one old form id among new ones. */
beforeEach(async () => {
  await db.sql.query(`delete from app.auftraege; delete from app.formulareingaben where erfasst_am < now() - interval '20 days'; delete from sec.auftragsbefugnisse;`);
  for (const t of TRAEGER) {
    await db.sql.query("insert into app.auftraege (traeger_id, id, art, erfasst_am, erledigt_am) values ($1, $2, 'aufraeumen', now(), null), ($1, $3, 'aufraeumen', now() - interval '40 days', now() - interval '40 days')", [t.id, offen(t), neueId()]);
    await db.sql.query("insert into app.formulareingaben (traeger_id, id, nutzer_id, inhalt_hash, ergebnis, erfasst_am) values ($1, $2, $3, '\\x00', 'x', now() - interval '31 days'), ($1, $4, $3, '\\x00', 'x', now() - interval '29 days')", [t.id, neueId(), t.personen.fachkraft.nutzerId, neueId()]);
  }
});

describe('an Anfrage that came to nothing', () => {
  const anfrage = (t: typeof A, name: string) => festeId(t.kennung, 'anfrage', name);
  const person = (t: typeof A, name: string) => festeId(t.kennung, 'ratsuchende', 'anfrage', name);

  test('erases itself after half a year with the person, and leaves the young ones, the cases and other Träger alone', async () => {
    const vorher = await zaehle('app.anfragen where fall_id is not null');
    await runAuftrag(worker, offen());
    expect(await zaehle('app.anfragen where id = any ($1)', [[anfrage(A, 'alt'), anfrage(A, 'neu'), anfrage(B, 'alt')]])).toBe(2);
    expect(await zaehle('app.ratsuchende where id = $1', [person(A, 'alt')])).toBe(0);
    expect(await zaehle('app.namenstoken where ratsuchende_id = $1', [person(A, 'alt')])).toBe(0);
    expect(await zaehle('tresor.personenschluessel where ratsuchende_id = $1', [person(A, 'alt')])).toBe(0);
    expect(await zaehle('app.ratsuchende where id = any ($1)', [[person(A, 'neu'), person(B, 'alt')]])).toBe(2);
    expect(await zaehle('app.anfragen where fall_id is not null')).toBe(vorher);
  });

  test('keeps a person who came again', async () => {
    await db.sql.query('update app.anfragen set ratsuchende_id = $1 where id = $2', [person(B, 'alt'), anfrage(B, 'neu')]);
    await runAuftrag(worker, offen(B));
    expect(await zaehle('app.anfragen where id = $1', [anfrage(B, 'alt')])).toBe(0);
    expect(await zaehle('app.ratsuchende where id = $1', [person(B, 'alt')])).toBe(1);
  });

  test('stays as long as it was recorded lately, or has an appointment not long gone', async () => {
    const zurueck = (spalten: string) => db.sql.query(`update app.anfragen set ${spalten} where id = $1`, [anfrage(B, 'neu')]);
    const bleibt = async () => {
      await db.sql.query('delete from sec.auftragsbefugnisse');
      await db.sql.query('update app.auftraege set erledigt_am = null where id = $1', [offen(B)]);
      await runAuftrag(worker, offen(B));
      return (await zaehle('app.anfragen where id = $1', [anfrage(B, 'neu')])) === 1;
    };
    await zurueck("eingegangen_am = '2001-01-01', erfasst_am = now()");
    expect(await bleibt()).toBe(true);
    await zurueck("erfasst_am = now() - interval '1 year', erstgespraech_am = current_date + 3");
    expect(await bleibt()).toBe(true);
    await zurueck('erstgespraech_am = current_date - 300');
    expect(await bleibt()).toBe(false);
  });

  test('is erased by nobody without a capability for it', async () => {
    expect(await versuche('erfunden', 'select sec.anfragen_aufraeumen()')).toBe('42501');
  });
});

describe('planning', () => {
  test('makes one Auftrag for every Träger where none is open, and answers all that are', async () => {
    await db.sql.query("update app.auftraege set erledigt_am = now() - interval '1 hour', erfasst_am = now() - interval '1 hour' where traeger_id <> $1 and erledigt_am is null", [A.id]);
    const ids = await plane();
    expect(ids).toHaveLength(TRAEGER.length);
    expect(ids).toContain(offen());
    expect(await zaehle('(select traeger_id from app.auftraege where erledigt_am is null group by 1 having count(*) = 1) je_traeger')).toBe(TRAEGER.length);
    expect((await plane()).sort()).toEqual(ids.sort());
  });

  test('waits an hour after the last one, however often workers start', async () => {
    await db.sql.query('update app.auftraege set erledigt_am = now() where erledigt_am is null');
    expect(await plane()).toEqual([]);
  });

  test('by two workers at once makes one row as well: the slower finds what the faster made', async () => {
    await db.sql.query('delete from app.auftraege where erledigt_am is null');
    const [schnell, langsam] = [await db.anmelden('kim_auftrag'), await db.anmelden('kim_auftrag')];
    await schnell.query('begin; select sec.auftraege_anlegen()');
    const gleichzeitig = langsam.query('select sec.auftraege_anlegen()');
    await wartet('app.auftraege');
    await schnell.query('commit');
    expect((await gleichzeitig).rows).toHaveLength(TRAEGER.length);
    expect(await zaehle('app.auftraege where erledigt_am is null')).toBe(TRAEGER.length);
  });
});

describe('a capability', () => {
  test('is good for fifteen minutes at the Träger of the Auftrag, and only its sha256 stays', async () => {
    const ctx = await beginne(offen());
    expect(ctx).toMatch(/^[0-9a-f]{64}$/);
    await hintergrund("select set_config('app.ctx', $1, false)", [ctx]);
    expect(await hintergrund('select distinct traeger_id from app.formulareingaben')).toEqual([{ traeger_id: A.id }]);
    const { rows } = await db.sql.query("select encode(ctx_hash, 'hex') as hash, traeger_id, art, laeuft_ab - now() as frist, ctx_hash = sha256(convert_to($1, 'UTF8')) as gehasht from sec.auftragsbefugnisse", [ctx]);
    expect(rows).toMatchObject([{ traeger_id: A.id, art: 'aufraeumen', gehasht: true }]);
    expect(rows[0].hash).not.toBe(ctx);
    expect(rows[0].frist.minutes).toBe(14);
  });

  test('is refused for an Auftrag that is done and for one that nobody knows', async () => {
    await db.sql.query('update app.auftraege set erledigt_am = now() where id = $1', [offen()]);
    expect([await beginne(offen()), await beginne(neueId())]).toEqual([null, null]);
    expect(await zaehle('sec.auftragsbefugnisse')).toBe(0);
  });

  test.each(['kim_traeger', 'kim_anmeldung', 'kim_koordination', 'kim_auswertung'] as const)('is not for %s', async (login) => {
    await expect(alsLogin(db, login)('select sec.auftrag_beginnen($1)', [offen()])).rejects.toMatchObject({ code: '42501' });
  });

  test('that is over opens nothing, one of another kind meets no row', async () => {
    expect(await versuche(await auftragFuer(db.sql, A, -1), 'delete from app.formulareingaben returning 1')).toBe('42501');
    expect(await versuche(await auftragFuer(db.sql, A, 15, 'anderes'), 'delete from app.formulareingaben returning 1')).toBe(0);
    expect(await eingaben(A.id, ALT)).toBe(1);
  });

  test('reads no content and writes nothing but the end of its own Auftrag', async () => {
    const ctx = (await beginne(offen()))!;
    for (const text of ['select ergebnis from app.formulareingaben', 'select nutzer_id from app.formulareingaben', 'select id from app.faelle', 'select id from app.kontakte', 'select id from app.protokoll',
      'select name from app.nutzer', 'select traeger_id from tresor.fallschluessel', 'select ctx_hash from sec.auftragsbefugnisse', 'select gegenstand_id from app.auftraege']) {
      expect(await versuche(ctx, text), text).toBe('42501');
    }
    await db.sql.query("insert into app.auftraege (traeger_id, id, art, erledigt_am) values ($1, $2, 'aufraeumen', now() - interval '29 days')", [A.id, neueId()]);
    expect(await versuche(ctx, 'select id from app.auftraege'), 'its own and the old one').toBe(2);
    expect(await versuche(ctx, 'update app.auftraege set erledigt_am = now() - interval \'31 days\' where erledigt_am is null')).toBe('42501');
    expect(await versuche(ctx, 'update app.auftraege set erledigt_am = now() where erledigt_am is not null')).toBe('42501');
    expect(await versuche(ctx, 'update app.auftraege set erledigt_am = now() where id = $1 returning 1', [offen(B)])).toBe(0);
    expect(await versuche(ctx, "insert into app.auftraege (traeger_id, id, art) values ($1, $2, 'aufraeumen')", [A.id, neueId()])).toBe('42501');
    expect(await versuche(ctx, 'delete from app.formulareingaben returning 1')).toBe(1);
    expect([await eingaben(A.id, ALT), await eingaben(B.id, ALT)]).toEqual([0, 1]);
  });
});

describe('tidying up', () => {
  test('erases form ids and finished Aufträge of thirty days ago, of this Träger, and finishes the Auftrag', async () => {
    const junge = await eingaben(A.id, `not ${ALT}`);
    await runAuftrag(worker, offen());
    expect([await eingaben(A.id), await eingaben(B.id, ALT)]).toEqual([junge, 1]);
    expect((await db.sql.query('select id, erledigt_am is not null as erledigt from app.auftraege where traeger_id = $1', [A.id])).rows).toEqual([{ id: offen(), erledigt: true }]);
    expect(await zaehle('app.auftraege where traeger_id = $1', [B.id])).toBe(2);
  });

  test('by several at once, or a second time, does it once', async () => {
    const befugnisse = [await beginne(offen()), await beginne(offen()), await beginne(offen()), await beginne(offen())];
    const mit = (ctx: string | null | undefined) => worker.inAuftragTx(ctx!, (tx) => eraseVeraltetes(tx, offen()));
    const ende = async () => (await db.sql.query('select erledigt_am from app.auftraege where id = $1', [offen()])).rows;
    const letzte = befugnisse.pop();
    const geloescht = await Promise.all(befugnisse.map(mit));
    expect(geloescht.map((g) => g.formulareingaben).sort()).toEqual([0, 0, 1]);
    const vorher = await ende();
    await mit(letzte);
    await runAuftrag(worker, offen());
    expect([await ende(), await eingaben(A.id, ALT)]).toEqual([vorher, 0]);
  });

  test('that breaks off has done nothing, and is taken up again', async () => {
    const ctx = (await beginne(offen()))!;
    await expect(worker.inAuftragTx(ctx, async (tx) => {
      expect(await eraseVeraltetes(tx, offen())).toMatchObject({ formulareingaben: 1, auftraege: 1 });
      throw new Error('Strom weg');
    })).rejects.toThrow('Strom weg');
    expect(await eingaben(A.id, ALT)).toBe(1);
    expect(await plane()).toContain(offen());
    await runAuftrag(worker, offen());
    expect(await eingaben(A.id, ALT)).toBe(0);
  });
});
