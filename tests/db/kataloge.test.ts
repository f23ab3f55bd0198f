import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import { verbinde } from '@kim/db/tenancy.ts';
import type { Datenbank } from '@kim/db/tenancy.ts';
import { legeEntwurfAn, leseGeltendenKatalog, listKataloge, saveKatalogentwurf, veroeffentlicheKatalog, verwirfKatalog } from '@kim/kreis/kriterienkataloge.ts';
import type { Katalogeingabe } from '@kim/kreis/kriterienkatalog.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { loginUrl } from '@kim/testing/cluster.ts';
import { BERG, TAL } from '@kim/testing/plan.ts';
import type { KreisPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const alsTraeger = akteure(db);
let datenbank: Datenbank;
beforeAll(() => {
  const url = (login: 'kim_traeger' | 'kim_anmeldung' | 'kim_koordination') => loginUrl(db.zugang, login, db.name);
  datenbank = verbinde({ traeger: url('kim_traeger'), anmeldung: url('kim_anmeldung'), koordination: url('kim_koordination') });
});
afterAll(() => datenbank.schliesse());

async function koordination(kreis: KreisPlan) {
  const { ctx } = await sitzungFuer(db.sql, kreis.koordination);
  return { kreisId: kreis.id, tx: ((arbeit) => datenbank.inKoordinationTx(ctx, arbeit)) as Parameters<typeof listKataloge>[0]['tx'] };
}

const eingabe = (mehr: Partial<Katalogeingabe> = {}): Katalogeingabe => ({
  version: 1, giltAb: heute(), beschluss: 'Lenkungskreis 1', schwelle: 1, kriterien: [{ schluessel: 'k1', titel: 'Neu', erlaeuterung: '' }], orientierungspunkte: ['Frist'], ...mehr });

async function entwurf(kreis: KreisPlan) {
  const akteur = await koordination(kreis);
  const id = neueId();
  const grundlage = (await listKataloge(akteur)).find(({ stand }) => stand === 'veroeffentlicht')!.id;
  expect(await legeEntwurfAn(akteur, grundlage, id)).toEqual({ ok: true, wert: id });
  expect(await legeEntwurfAn(akteur, grundlage, id)).toEqual({ ok: true, wert: id });
  return { akteur, id };
}

describe('a draft', () => {
  test('begins with the text of its Grundlage, is saved at its version, and no Träger sees it', async () => {
    const { akteur, id } = await entwurf(BERG);
    expect((await listKataloge(akteur)).find((katalog) => katalog.id === id)).toMatchObject({ stand: 'entwurf', kriterien: [{ titel: 'K1' }], beschluss: '' });
    expect(await saveKatalogentwurf(akteur, id, eingabe())).toMatchObject({ ok: true });
    expect(await saveKatalogentwurf(akteur, id, eingabe())).toMatchObject({ grund: 'konflikt', aktuell: { version: 2, kriterien: [{ titel: 'Neu' }] } });
    const traeger = await alsTraeger(BERG.traeger[0]!.personen.fachkraft);
    const gesehen = await traeger.tx((tx) => tx.execute<{ stand: string }>(sql`select stand from kreis.kriterienkataloge`));
    expect(new Set(gesehen.rows.map(({ stand }) => stand))).toEqual(new Set(['veroeffentlicht']));
    expect(await verwirfKatalog(akteur, id)).toMatchObject({ ok: true });
    expect(await verwirfKatalog(akteur, id)).toMatchObject({ grund: 'nicht_gefunden' });
  });

  test('is published with a resolution only, is in force from its day on, and never changes again', async () => {
    const { akteur, id } = await entwurf(BERG);
    expect(await veroeffentlicheKatalog(akteur, id, 1)).toMatchObject({ grund: 'beschluss_fehlt' });
    await saveKatalogentwurf(akteur, id, eingabe({ giltAb: tagVon(5) }));
    expect(await veroeffentlicheKatalog(akteur, id, 1)).toMatchObject({ grund: 'konflikt' });
    expect(await veroeffentlicheKatalog(akteur, id, 2)).toMatchObject({ ok: true });
    const traeger = await alsTraeger(BERG.traeger[0]!.personen.fachkraft);
    expect((await traeger.tx((tx) => leseGeltendenKatalog(tx)))?.id).not.toBe(id);
    expect((await traeger.tx((tx) => leseGeltendenKatalog(tx, tagVon(5))))?.id).toBe(id);
    expect(await saveKatalogentwurf(akteur, id, eingabe({ version: 3 }))).toMatchObject({ grund: 'veroeffentlicht' });
    expect(await verwirfKatalog(akteur, id)).toMatchObject({ grund: 'veroeffentlicht' });
    await expect(akteur.tx((tx) => tx.execute(sql`update kreis.kriterienkataloge set schwelle = 2 where id = ${id}`))).resolves.toMatchObject({ rowCount: 0 });
  });

  test('that waited past its day is not published', async () => {
    const { akteur, id } = await entwurf(BERG);
    await saveKatalogentwurf(akteur, id, eingabe());
    await db.sql.query('update kreis.kriterienkataloge set gilt_ab = $2 where id = $1', [id, tagVon(-1)]);
    expect(await veroeffentlicheKatalog(akteur, id, 2)).toMatchObject({ grund: 'vergangen' });
  });
});

test('the Koordination of another Kreis knows none of it', async () => {
  const { id } = await entwurf(BERG);
  const fremd = await koordination(TAL);
  expect((await listKataloge(fremd)).some((katalog) => katalog.id === id)).toBe(false);
  expect(await saveKatalogentwurf(fremd, id, eingabe())).toMatchObject({ grund: 'nicht_gefunden' });
  expect(await veroeffentlicheKatalog(fremd, id, 1)).toMatchObject({ grund: 'nicht_gefunden' });
  expect(await legeEntwurfAn(fremd, id, neueId())).toMatchObject({ grund: 'nicht_gefunden' });
});
