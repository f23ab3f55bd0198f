import { expect, test } from 'vitest';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getDoppelte } from '@kim/domain/doppelte/data.server.ts';
import { fuehreZusammen, trenne } from '@kim/domain/doppelte/mutations.server.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { suche } from '@kim/domain/suche/data.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { neuerFall } from './fall.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [t, anderer] = BERG.traeger as [TraegerPlan, TraegerPlan];

async function erfasst(akteur: TraegerAkteur, nachname: string, mehr: Record<string, string> = {}): Promise<{ nr: string; id: string }> {
  const nr = await neuerFall(akteur, akteur.traegerId === t.id ? t : anderer, { vorname: 'Zoé', nachname, ...mehr });
  return { nr, id: (await listPersonen(akteur, nr))[0]!.id };
}

test('two records of one person stand together, in whatever order, and part again', async () => {
  const fachkraft = await als(t.personen.fachkraft);
  const [a, b, c] = [await erfasst(fachkraft, 'Doppler', { geburtsdatum: '1990' }), await erfasst(fachkraft, 'Doppler'), await erfasst(fachkraft, 'Doppler', { geburtsdatum: '05.03.1990' })];
  await erfasst(fachkraft, 'Doppler', { geburtsdatum: '1991' });
  expect((await getDoppelte(fachkraft, a.id)).vielleicht).toMatchObject([{ id: b.id, name: 'Zoé Doppler', faelle: [b.nr] }, { id: c.id, geburtsjahr: 1990 }]);
  expect(await fuehreZusammen(fachkraft, c.nr, c.id, b.id)).toMatchObject({ ok: true });
  expect(await fuehreZusammen(fachkraft, a.nr, a.id, c.id)).toMatchObject({ ok: true });
  const { rows } = await db.sql.query('select id, aufgegangen_in from app.ratsuchende where id = any ($1) order by id', [[a.id, b.id, c.id]]);
  expect(rows).toEqual([{ id: a.id, aufgegangen_in: null }, { id: b.id, aufgegangen_in: a.id }, { id: c.id, aufgegangen_in: a.id }]);
  expect((await getDoppelte(fachkraft, b.id)).verbunden.map(({ id }) => id)).toEqual([a.id, c.id]);
  const treffer = (await suche(fachkraft, 'Doppler')).filter(({ faelle }) => faelle.some(({ fallnummer }) => fallnummer === a.nr));
  expect(treffer).toHaveLength(1);
  expect(treffer[0]?.faelle.map(({ fallnummer }) => fallnummer).sort()).toEqual([a.nr, b.nr, c.nr].sort());
  expect(await fuehreZusammen(fachkraft, a.nr, a.id, b.id)).toMatchObject({ grund: 'nicht_gefunden' });
  expect(await fuehreZusammen(fachkraft, a.nr, a.id, a.id)).toMatchObject({ grund: 'nicht_gefunden' });
  expect(await trenne(fachkraft, b.nr, b.id, a.id)).toMatchObject({ ok: true });
  expect((await getDoppelte(fachkraft, a.id)).verbunden.map(({ id }) => id)).toEqual([c.id]);
  const { rows: protokoll } = await db.sql.query<{ aktion: string }>("select aktion from app.protokoll where aktion in ('person.zusammengefuehrt', 'person.getrennt') order by id");
  expect(protokoll.map(({ aktion }) => aktion)).toEqual(['person.zusammengefuehrt', 'person.zusammengefuehrt', 'person.getrennt']);
});

test('a colleague’s client and another Träger’s are no duplicates', async () => {
  const [fachkraft, kollegin, fremd] = [await als(t.personen.fachkraft), await als(t.personen.kollegin), await als(anderer.personen.fachkraft)];
  const [meine, ihre, dort] = [await erfasst(fachkraft, 'Fremdling'), await erfasst(kollegin, 'Fremdling'), await erfasst(fremd, 'Fremdling')];
  expect((await getDoppelte(fachkraft, meine.id)).vielleicht.map(({ id }) => id)).toEqual([ihre.id]);
  const doppelt = async () => (await suche(fachkraft, 'Fremdling')).map((treffer) => treffer.doppelt);
  expect(await doppelt()).toEqual([true, true]);
  expect(await setzeKlasse(kollegin, ihre.nr, 'case_management')).toMatchObject({ ok: true });
  expect(await doppelt()).toEqual([false, false]);
  expect((await getDoppelte(fachkraft, meine.id)).vielleicht).toEqual([]);
  for (const mit of [ihre.id, dort.id]) expect(await fuehreZusammen(fachkraft, meine.nr, meine.id, mit)).toMatchObject({ grund: 'nicht_gefunden' });
});
