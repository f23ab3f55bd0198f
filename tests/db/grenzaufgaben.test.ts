import { beforeAll, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getGrenzaufgaben } from '@kim/domain/grenzaufgaben/data.server.ts';
import { erfasseGrenzaufgabe } from '@kim/domain/grenzaufgaben/mutations.server.ts';
import { grenzaufgabe } from '@kim/domain/grenzaufgaben/schema.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { neuerFallVon } from './faelle-bauen.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[0]!;
const FREMD = BERG.traeger[1] as TraegerPlan;
let f: TraegerAkteur;
let nr: string;
beforeAll(async () => {
  f = await als(t.personen.fachkraft);
  nr = await neuerFallVon(f, t.kommuneId, -10);
});

async function stelle(name: string, mehr: { gebiet?: string[]; geschlossen?: string; nurFuer?: string } = {}): Promise<string> {
  const id = neueId();
  await db.sql.query(
    `insert into kreis.angebote (kreis_id, id, nur_fuer_id, name, organisation, rechtskreis, bereiche, einzugsgebiet, sprachen, anschrift, anfahrt, telefon, email, web, zeiten, hinweise, geschlossen_am)
     values ($1, $2, $3, $4, '', 'sonstiges', '{}', $5, '{}', '', '', '', '', '', '', '', $6)`, [t.kreisId, id, mehr.nurFuer ?? null, name, mehr.gebiet ?? [], mehr.geschlossen ?? null]);
  return id;
}
const halteFest = (mehr: object) => erfasseGrenzaufgabe(f, nr, grenzaufgabe.parse({ aufgabe: 'familiennachzug', umgang: 'ausnahme', am: formatDatum(tagVon(0)), grund: 'Frist', ...mehr }), eingang());

test('a task shows the addresses that serve this commune and are open', async () => {
  const name = 'Familiennachzugsberatung';
  const [ueberall, hier] = [await stelle(name), await stelle(name, { gebiet: [t.kommuneId] })];
  await stelle(name, { gebiet: [neueId()] });
  await stelle(name, { geschlossen: tagVon(0) });
  await stelle(name, { nurFuer: FREMD.id });
  expect((await getGrenzaufgaben(f, nr, 'familiennachzug'))!.stellen.map(({ id }) => id).toSorted()).toEqual([ueberall, hier].toSorted());
  expect((await getGrenzaufgaben(f, nr, null))!.stellen).toEqual([]);
  expect(await getGrenzaufgaben(await als(FREMD.personen.fachkraft), nr, 'familiennachzug')).toBeNull();
});

test('a referral and an exception are kept, the reason encrypted; a closed place takes nobody', async () => {
  const offen = await stelle('Perspektiv- und Rückkehrberatung');
  expect(await halteFest({ umgang: 'verwiesen', angebot: offen, grund: '' })).toMatchObject({ ok: true });
  expect(await halteFest({ grund: 'Die Frist endet heute' })).toMatchObject({ ok: true });
  expect(await halteFest({ umgang: 'verwiesen', angebot: await stelle('Zu', { geschlossen: tagVon(-1) }) })).toEqual({ ok: false, grund: 'angebot' });
  expect((await getGrenzaufgaben(f, nr, null))!.eintraege).toMatchObject([{ umgang: 'ausnahme', stelle: '', grund: 'Die Frist endet heute' }, { umgang: 'verwiesen', stelle: 'Perspektiv- und Rückkehrberatung', grund: '' }]);
  const { rows } = await db.sql.query<{ krypt: Buffer }>("select inhalt_krypt as krypt from app.grenzaufgaben g join app.faelle f on f.id = g.fall_id where f.fallnummer = $1 and umgang = 'ausnahme'", [nr]);
  expect(rows[0]!.krypt.includes('Frist')).toBe(false);
});
