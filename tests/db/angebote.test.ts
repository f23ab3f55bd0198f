import { beforeAll, describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { ANGEBOTE } from '@kim/db/seed/angebote-rbk.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getAngebot, listAngebote } from '@kim/domain/angebote/data.server.ts';
import { bestaetigeAngebot, legeAngebotAn, saveAngebot } from '@kim/domain/angebote/mutations.server.ts';
import { angebot } from '@kim/domain/angebote/schema.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { RECHTSKREISE } from '@kim/kreis/rechtskreise.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[0]!;
const FREMD = BERG.traeger[1] as TraegerPlan;
let f: TraegerAkteur;
let fremd: TraegerAkteur;
beforeAll(async () => { [f, fremd] = [await als(t.personen.fachkraft), await als(FREMD.personen.fachkraft)]; });

const angaben = (mehr: object = {}) => angebot.parse({ name: 'Schuldnerberatung', rechtskreis: 'beratung', bereiche: ['schulden'], ...mehr });
async function neues(mehr: object = {}): Promise<string> {
  const ergebnis = await legeAngebotAn(f, angaben(mehr), eingang());
  return ergebnis.ok ? ergebnis.wert.ergebnis : '';
}

describe('the partner directory', () => {
  test('is shared by the Träger; who made an entry sees to it', async () => {
    const id = await neues();
    expect((await getAngebot(fremd, id))!.angebot).toMatchObject({ name: 'Schuldnerberatung', pflegbar: false, geprueftAm: tagVon(0) });
    expect(await saveAngebot(fremd, id, 1, angaben({ name: 'Anders' }))).toEqual({ ok: false, grund: 'fremd' });
    expect(await bestaetigeAngebot(fremd, id)).toEqual({ ok: false, grund: 'fremd' });
    expect(await saveAngebot(f, id, 1, angaben({ name: 'Neuer Name' }))).toEqual({ ok: true });
    expect(await saveAngebot(f, id, 1, angaben({ name: 'Zweiter Name' }))).toMatchObject({ ok: false, grund: 'konflikt', aktuell: { name: 'Neuer Name', version: 2 } });
  });

  test('keeps an own entry to its Träger, and nobody takes a shared one away', async () => {
    const id = await neues({ nurEigene: 'ja' });
    expect(await getAngebot(fremd, id)).toBeNull();
    expect((await listAngebote(fremd, { q: 'Schuldner' })).angebote.map((eines) => eines.id)).not.toContain(id);
    const geteilt = await neues();
    await saveAngebot(f, geteilt, 1, angaben({ nurEigene: 'ja' }));
    expect(await getAngebot(fremd, geteilt)).not.toBeNull();
    expect(await getAngebot(f, neueId())).toBeNull();
  });

  test('what nobody sees to is taken on by who confirms it', async () => {
    const id = neueId();
    await db.sql.query(
      `insert into kreis.angebote (kreis_id, id, name, organisation, rechtskreis, bereiche, einzugsgebiet, sprachen, anschrift, anfahrt, telefon, email, web, zeiten, hinweise)
       values ($1, $2, 'Niemandes', '', 'sonstiges', '{}', '{}', '{}', '', '', '', '', '', '', '')`, [t.kreisId, id]);
    expect((await getAngebot(fremd, id))!.angebot).toMatchObject({ pflegbar: true, geprueftAm: null });
    expect(await bestaetigeAngebot(fremd, id)).toEqual({ ok: true });
    expect((await getAngebot(f, id))!.angebot).toMatchObject({ pflegbar: false, geprueftAm: tagVon(0), pflegePerson: '' });
  });

  test('is found by words, area and commune, page by page', async () => {
    for (let i = 0; i < 52; i += 1) await neues({ name: `Kurs ${String(i).padStart(2, '0')}`, bereiche: ['sprache'], einzugsgebiet: i === 0 ? [t.kommuneId] : [] });
    const erste = await listAngebote(f, { q: 'kurs' });
    expect(erste.angebote).toHaveLength(50);
    expect((await listAngebote(f, { q: 'kurs', nach: erste.weiter! })).angebote.map(({ name }) => name)).toEqual(['Kurs 50', 'Kurs 51']);
    expect((await listAngebote(f, { q: 'Kurs 00', bereich: 'schulden' })).angebote).toEqual([]);
    expect((await listAngebote(f, { q: 'Kurs 00', kommune: t.kommuneId })).angebote).toHaveLength(1);
    expect((await listAngebote(f, { q: 'Kurs 00', kommune: neueId() })).angebote).toEqual([]);
    expect((await listAngebote(f, { q: '%' })).angebote).toEqual([]);
  });

  test('the Koordination sees shared entries alone', async () => {
    const [geteilt, eigenes] = [await neues(), await neues({ nurEigene: 'ja' })];
    const client = await db.anmelden('kim_koordination');
    await client.query("select set_config('app.ctx', $1, false)", [(await sitzungFuer(db.sql, BERG.koordination)).ctx]);
    expect((await client.query('select id from kreis.angebote where id = any ($1)', [[geteilt, eigenes]])).rows).toEqual([{ id: geteilt }]);
  });
});

test('what is delivered with a Kreis uses known areas and fields of law, and no name twice', () => {
  for (const { name, rechtskreis, bereiche } of ANGEBOTE) {
    expect(rechtskreis in RECHTSKREISE && bereiche.every((bereich) => bereich in BEDARFSBEREICHE), name).toBe(true);
  }
  expect(new Set(ANGEBOTE.map(({ name }) => name)).size).toBe(ANGEBOTE.length);
});
