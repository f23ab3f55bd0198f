import { describe, expect, test } from 'vitest';
import { BERG } from '@kim/testing/plan.ts';
import { eigeneDatenbank, kontakteVon, vertrete } from './szene.ts';

const db = eigeneDatenbank();
const t = BERG.traeger[0]!;
const { kollegin, fachkraft, vertretung, verwaltung, leitung } = t.personen;
const fall = t.faelle.kollegin.id;

describe('a Vertretung', () => {
  test('sees and works the cases of the absent colleague', () => db.spiele(async ({ als }) => {
    const [k, v, f] = [await als(kollegin), await als(vertretung), await als(fachkraft)];
    expect([await kontakteVon(k, fall), await kontakteVon(v, fall), await kontakteVon(f, fall)]).toEqual([1, 1, 0]);
    expect((await v.versucht('update app.fallinhalte set version = version + 1 where fall_id = $1', [fall])).anzahl).toBe(1);
  }));

  test.each([
    ['from today on', 0, 5, 1], ['on its last day', -5, 0, 1], ['until yesterday', -5, -1, 0], ['from tomorrow on', 1, 5, 0],
  ])('%s', (_, von, bis, sichtbar) => db.spiele(async ({ als }) => {
    const [k, f] = [await als(kollegin), await als(fachkraft)];
    expect(await kontakteVon(f, fall)).toBe(0);
    expect((await vertrete(k, t, kollegin.nutzerId, fachkraft.nutzerId, von, bis)).fehler).toBeNull();
    expect(await kontakteVon(f, fall)).toBe(sichtbar);
  }));

  test('sees nothing from the statement on that ends it', () => db.spiele(async ({ als }) => {
    const [v, a] = [await als(vertretung), await als(verwaltung)];
    expect(await kontakteVon(v, fall)).toBe(1);
    expect((await a.versucht('update app.vertretungen set beendet_am = now() where vertretung_id = $1', [vertretung.nutzerId])).anzahl).toBeGreaterThan(0);
    expect(await kontakteVon(v, fall)).toBe(0);
  }));

  test('does not reach the cases that her own Vertretung stands in for', () => db.spiele(async ({ als }) => {
    const [v, f] = [await als(vertretung), await als(fachkraft)];
    expect((await vertrete(v, t, vertretung.nutzerId, fachkraft.nutzerId, 0, 5)).fehler).toBeNull();
    expect(await kontakteVon(f, fall)).toBe(0);
  }));
});

describe('who sets it', () => {
  test('the Fachkraft for herself and the administration for others, nobody else', () => db.spiele(async ({ als }) => {
    const versuche = async (wer: typeof verwaltung) => (await vertrete(await als(wer), t, kollegin.nutzerId, fachkraft.nutzerId, 0, 5)).fehler;
    expect([await versuche(kollegin), await versuche(verwaltung)]).toEqual([null, null]);
    expect([await versuche(fachkraft), await versuche(leitung), await versuche(vertretung)]).toEqual(['42501', '42501', '42501']);
  }));
});
