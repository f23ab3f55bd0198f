import { expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getDoppelte } from '@kim/domain/doppelte/data.server.ts';
import { fuehreZusammen, trenne } from '@kim/domain/doppelte/mutations.server.ts';
import { eroeffneFall } from '@kim/domain/anfragen/mutations.server.ts';
import { neuerFall as eingabe } from '@kim/domain/anfragen/schema.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { alleSchreibweisen, nameAus } from '@kim/domain/ratsuchende/rules.ts';
import { findeGleichnamige, suche } from '@kim/domain/suche/data.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { neuerFall } from './fall.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

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

test('who is about to be recorded is met under any spelling of either name, but not under half of one', async () => {
  const fachkraft = await als(t.personen.fachkraft);
  const { nr } = await erfasst(fachkraft, 'Öztürk', { geburtsdatum: '1990', schreibweisen: 'Зое Озтюрк\nSaid Al-Amir' });
  const treffer = async (nachname: string, { vorname = '', schreibweisen = '', geburtsjahr = null as number | null } = {}) =>
    (await findeGleichnamige(fachkraft, { schreibweisen: alleSchreibweisen(nameAus({ vorname, nachname, schreibweisen })), geburtsjahr }, neueId())).map(({ faelle }) => faelle[0]?.fallnummer);
  for (const gefunden of [
    treffer('oeztuerk', { vorname: 'ZOE' }), treffer('Zoé', { vorname: 'Öztürk' }), treffer('Зое Озтюрк'), treffer('Anders', { schreibweisen: 'Al Amir; Zoé Öztürk' }), treffer('Al Amir', { vorname: 'Said' }),
    treffer('Öztürk', { vorname: 'Zoé', geburtsjahr: 1990 }),
  ]) expect(await gefunden).toEqual([nr]);
  for (const niemand of [treffer('Öztürk'), treffer('Zo'), treffer('Öztürk', { vorname: 'Zoé Mia' }), treffer('Öztürk', { vorname: 'Zoé', geburtsjahr: 1991 }), treffer('…')]) expect(await niemand).toEqual([]);
});

test('a colleague’s client of this name is met as in the search; under Blickschutz too; a form that took effect asks nothing', async () => {
  const [fachkraft, kollegin] = [await als(t.personen.fachkraft), await als(t.personen.kollegin)];
  const form = eingang();
  const person = eingabe.parse({ vorname: 'Zoé', nachname: 'Allein', kommune: t.kommuneId, eroeffnetAm: heute(), geburtsdatum: '1990' });
  const nr = await eroeffneFall(kollegin, person, form);
  const gesucht = { schreibweisen: ['Zoé Allein'], geburtsjahr: 1977 };
  expect(await findeGleichnamige(kollegin, { ...gesucht, geburtsjahr: null }, form.formularId)).toEqual([]);
  expect(await findeGleichnamige(kollegin, gesucht, neueId())).toEqual([]);
  expect(await setzeKlasse(kollegin, nr.ok ? nr.wert : '', 'case_management')).toMatchObject({ ok: true });
  expect(await findeGleichnamige({ ...fachkraft, blickschutz: true }, gesucht, neueId())).toMatchObject([{ name: 'Z. A.', geburtsjahr: null, faelle: [], kollegen: [{ fachkraft: t.personen.kollegin.name }] }]);
  expect(await findeGleichnamige(await als(anderer.personen.fachkraft), gesucht, neueId())).toEqual([]);
});
