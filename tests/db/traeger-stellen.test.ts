import { describe, expect, test } from 'vitest';
import { getAuslastung, getStelle, listStellen } from '@kim/domain/traeger/stellen/data.server.ts';
import { besetzeStelle, entferneBesetzung, legeStelleAn, saveBesetzung, saveStelle } from '@kim/domain/traeger/stellen/mutations.server.ts';
import type { Besetzungseingabe, Stelleneingabe } from '@kim/domain/traeger/stellen/schema.ts';
import { BERG, TAL } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [ERSTER, ZWEITER, DRITTER] = BERG.traeger as [TraegerPlan, TraegerPlan, TraegerPlan];
const FREMDER = TAL.traeger[0]!;

const eineStelle = (mehr: Partial<Stelleneingabe> = {}): Stelleneingabe => ({
  bezeichnung: 'Region Nord', vzae: 100, vertragsart: 'eigene_stelle', kommunen: BERG.kommunen, gefoerdertVon: '2026-01-01', gefoerdertBis: null, ...mehr,
});
const eineBesetzung = (person: string, mehr: Partial<Besetzungseingabe> = {}): Besetzungseingabe => ({ person, anteil: 50, besetztVon: '2026-02-01', besetztBis: null, ...mehr });

describe('a post', () => {
  test('serves several communes and is seen by the own Träger only', async () => {
    const ralf = await als(ERSTER.personen.verwaltung);
    const formular = eingang('stelle');
    const erste = await legeStelleAn(ralf, eineStelle(), formular);
    const zweite = await legeStelleAn(ralf, eineStelle(), formular);
    expect(erste.ok && zweite.ok && erste.wert.ergebnis === zweite.wert.ergebnis).toBe(true);
    const id = erste.ok ? erste.wert.ergebnis : '';
    expect((await getStelle(ralf, id))?.stelle.kommunen.map((kommune) => kommune.id).sort()).toEqual([...BERG.kommunen].sort());
    expect(await listStellen(ralf)).toHaveLength(2);
    expect(await getStelle(await als(ZWEITER.personen.verwaltung), id)).toBeNull();
  });

  test('changed by two: the second gets the stored version, and nothing of hers is written', async () => {
    const ralf = await als(ERSTER.personen.verwaltung);
    const id = ERSTER.stelleId;
    expect(await saveStelle(ralf, id, 1, eineStelle({ vzae: 77, kommunen: [BERG.kommunen[1]!] }))).toMatchObject({ ok: true });
    expect(await saveStelle(ralf, id, 1, eineStelle({ vzae: 150 }))).toMatchObject({ grund: 'konflikt', aktuell: { vzae: 77, version: 2 } });
    const stelle = (await getStelle(ralf, id))?.stelle;
    expect([stelle?.vzae, stelle?.kommunen.map((kommune) => kommune.id)]).toEqual([77, [BERG.kommunen[1]]]);
  });

  test('takes no commune of another Kreis, and another Träger’s post does not exist', async () => {
    const ralf = await als(ERSTER.personen.verwaltung);
    expect(await legeStelleAn(ralf, eineStelle({ kommunen: [TAL.kommunen[0]!] }), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await saveStelle(ralf, FREMDER.stelleId, 1, eineStelle())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await besetzeStelle(ralf, FREMDER.stelleId, eineBesetzung(ralf.nutzerId), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await besetzeStelle(ralf, ERSTER.stelleId, eineBesetzung(FREMDER.personen.fachkraft.nutzerId), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
  });
});

describe('a Besetzung', () => {
  test('that overfills the post is asked back once, and saved when confirmed', async () => {
    const t = ZWEITER;
    const ralf = await als(t.personen.verwaltung);
    const person = t.personen.beratung.nutzerId;
    const neu = eineBesetzung(person, { anteil: 100, besetztVon: '2026-11-01' });
    const gefragt = await besetzeStelle(ralf, t.stelleId, neu, eingang());
    expect(gefragt).toMatchObject({ grund: 'warnung', warnungen: [{ art: 'ueberbesetzt', besetzt: 200, vzae: 150 }] });
    const formular = eingang('ja');
    expect(await besetzeStelle(ralf, t.stelleId, { ...neu, trotzdem: 'ja' }, formular)).toMatchObject({ ok: true });
    expect(await besetzeStelle(ralf, t.stelleId, { ...neu, trotzdem: 'ja' }, formular)).toMatchObject({ ok: true, wert: { neu: false } });
    expect((await getStelle(ralf, t.stelleId))?.stelle.besetzungen).toHaveLength(3);
  });

  test('is changed, ended and taken back, with a conflict for the second editor', async () => {
    const t = DRITTER;
    const ralf = await als(t.personen.verwaltung);
    const [besetzung] = (await getStelle(ralf, t.stelleId))!.stelle.besetzungen;
    const { id, personId } = besetzung!;
    expect(await saveBesetzung(ralf, t.stelleId, id, 1, eineBesetzung(personId, { besetztBis: '2026-06-30' }))).toMatchObject({ ok: true });
    expect(await saveBesetzung(ralf, t.stelleId, id, 1, eineBesetzung(personId))).toMatchObject({ grund: 'konflikt', aktuell: { bis: '2026-06-30', version: 2 } });
    expect(await saveBesetzung(ralf, t.stelleId, id, 2, eineBesetzung(t.personen.leitung.nutzerId))).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await entferneBesetzung(ralf, t.stelleId, FREMDER.stelleId)).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await entferneBesetzung(ralf, t.stelleId, id)).toMatchObject({ ok: true });
    expect((await getStelle(ralf, t.stelleId))?.stelle.besetzungen).toHaveLength(1);
  });

  test('is written by the administration alone', async () => {
    const t = DRITTER;
    const carla = await als(t.personen.fachkraft);
    await expect(legeStelleAn(carla, eineStelle(), eingang())).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(besetzeStelle(carla, t.stelleId, eineBesetzung(carla.nutzerId, { trotzdem: 'ja' }), eingang())).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

test('the Leitung counts running cases of the Träger by class, and reads none', async () => {
  const t = DRITTER;
  const uwe = await als(t.personen.leitung);
  const { laufend, stichtag, stellen } = await getAuslastung(uwe);
  expect(laufend).toEqual({ verweis: 1, kurzberatung: 1, case_management: 4 });
  expect(stichtag).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(stellen).toHaveLength(1);
});
