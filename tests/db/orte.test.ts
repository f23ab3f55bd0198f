import { describe, expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { getOrt, listOrte, listOrtswahl } from '@kim/domain/orte/data.server.ts';
import { legeOrtAn, saveOrt } from '@kim/domain/orte/mutations.server.ts';
import type { Ortseingabe } from '@kim/domain/orte/schema.ts';
import { BERG, festeId, TAL } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [t, anderer] = BERG.traeger as [TraegerPlan, TraegerPlan];

const einOrt = (mehr: Partial<Ortseingabe> = {}): Ortseingabe => ({
  name: 'Rathaus', art: 'buero', kommune: t.kommuneId, vertraulich: true, familiengerecht: false, barrierefrei: true, sprechzeiten: 'montags', aufgegebenAm: null, ...mehr,
});

describe('a place', () => {
  test('is made once, kept with what it allows, and seen by the own Träger only', async () => {
    const verwaltung = await als(t.personen.verwaltung);
    const formular = eingang('ort');
    const [erste, zweite] = [await legeOrtAn(verwaltung, einOrt(), formular), await legeOrtAn(verwaltung, einOrt(), formular)];
    const id = erste.ok ? erste.wert.ergebnis : '';
    expect(zweite).toMatchObject({ ok: true, wert: { neu: false, ergebnis: id } });
    expect((await getOrt(verwaltung, id))?.ort).toMatchObject({ name: 'Rathaus', vertraulich: true, familiengerecht: false, barrierefrei: true, version: 1 });
    expect(await getOrt(await als(anderer.personen.verwaltung), id)).toBeNull();
    expect((await listOrte(verwaltung)).map((ort) => ort.id)).toContain(id);
  });

  test('given up is no longer offered from that day on', async () => {
    const verwaltung = await als(t.personen.verwaltung);
    const angelegt = await legeOrtAn(verwaltung, einOrt({ name: 'Alt' }), eingang());
    const id = angelegt.ok ? angelegt.wert.ergebnis : '';
    const fachkraft = await als(t.personen.fachkraft);
    const stehtZurWahl = async () => (await listOrtswahl(fachkraft)).some((ort) => ort.id === id);
    expect(await stehtZurWahl()).toBe(true);
    expect(await saveOrt(verwaltung, id, 1, einOrt({ name: 'Alt', aufgegebenAm: '2099-01-01' }))).toMatchObject({ ok: true });
    expect(await stehtZurWahl()).toBe(true);
    expect(await saveOrt(verwaltung, id, 2, einOrt({ name: 'Alt', aufgegebenAm: heute() }))).toMatchObject({ ok: true });
    expect(await stehtZurWahl()).toBe(false);
    expect(await saveOrt(verwaltung, id, 1, einOrt({ name: 'Zu spät' }))).toMatchObject({ grund: 'konflikt', aktuell: { name: 'Alt', version: 3 } });
  });

  test('lies in a commune of the own Kreis, and only the administration writes it', async () => {
    const verwaltung = await als(t.personen.verwaltung);
    expect(await legeOrtAn(verwaltung, einOrt({ kommune: TAL.kommunen[0]! }), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await saveOrt(verwaltung, festeId(anderer.kennung, 'ort'), 1, einOrt())).toMatchObject({ grund: 'nicht_gefunden' });
    const ort = festeId(t.kennung, 'ort');
    expect(await saveOrt(await als(t.personen.fachkraft), ort, 1, einOrt())).toMatchObject({ ok: false });
    expect((await getOrt(verwaltung, ort))?.ort.version).toBe(1);
  });
});
