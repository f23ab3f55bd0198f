import { describe, expect, test } from 'vitest';
import { BERG } from '@kim/testing/plan.ts';
import { eigeneDatenbank, kontakteVon, schliesse, vergib } from './szene.ts';

const db = eigeneDatenbank();
const t = BERG.traeger[0]!;
const { kollegin, fachkraft, verwaltung, leitung, eingeladen, ausgeschieden } = t.personen;
const fall = t.faelle.kollegin.id;

describe('an Übergabe by the administration', () => {
  test('moves the case without showing any of it', () => db.spiele(async ({ als, schluss }) => {
    const [a, k, f] = [await als(verwaltung), await als(kollegin), await als(fachkraft)];
    expect([await kontakteVon(k, fall), await kontakteVon(f, fall)]).toEqual([1, 0]);
    expect((await schliesse(a, fall)).anzahl).toBe(1);
    expect((await vergib(a, t, fall, fachkraft.nutzerId)).fehler).toBeNull();
    expect((await schluss()).fehler).toBeNull();
    expect([await kontakteVon(k, fall), await kontakteVon(f, fall)]).toEqual([0, 1]);
    for (const tabelle of ['app.kontakte', 'app.fallinhalte', 'app.ratsuchende', 'app.stammdaten', 'app.fallbeteiligte', 'tresor.fallschluessel', 'tresor.personenschluessel']) {
      expect(await a.zaehlt(tabelle)).toBe(0);
    }
    expect(await a.zaehlt('app.faelle')).toBe(Object.keys(t.faelle).length);
  }));

  test.each([['Leitung', leitung], ['somebody invited', eingeladen], ['somebody who left', ausgeschieden]])('is refused for %s: nobody would work the case', (_, wer) =>
    db.spiele(async ({ als }) => {
      const a = await als(verwaltung);
      await schliesse(a, fall);
      expect((await vergib(a, t, fall, wer.nutzerId)).fehler).toBe('42501');
    }));
});

describe('no case is orphaned', () => {
  test('when a responsibility ends and none begins in the same transaction', () => db.spiele(async ({ als, schluss }) => {
    const k = await als(kollegin);
    expect((await schliesse(k, fall)).anzahl).toBe(1);
    expect(await schluss()).toMatchObject({ fehler: '23514', meldung: 'Fall ohne Zuständigkeit' });
  }));

  test('when a colleague with cases loses her role or her membership', () => db.spiele(async ({ als }) => {
    const a = await als(verwaltung);
    expect(await a.tut('select sec.mitgliedschaft_beenden($1) as antwort', [kollegin.nutzerId])).toEqual([{ antwort: 'hat_faelle' }]);
    expect(await a.tut("select sec.rollen_setzen($1, array['leitung']) as antwort", [kollegin.nutzerId])).toEqual([{ antwort: 'hat_faelle' }]);
  }));

  test('and two are never responsible at once', () => db.spiele(async ({ als }) => {
    expect((await vergib(await als(kollegin), t, fall, fachkraft.nutzerId)).fehler).toBe('23505');
  }));
});

describe('among Fachkräfte', () => {
  test('one gives her own case to a colleague and loses sight of it', () => db.spiele(async ({ als }) => {
    const [k, f] = [await als(kollegin), await als(fachkraft)];
    await schliesse(k, fall);
    expect((await vergib(k, t, fall, fachkraft.nutzerId)).fehler).toBeNull();
    expect([await kontakteVon(k, fall), await kontakteVon(f, fall)]).toEqual([0, 1]);
  }));

  test('anybody takes over a Kurzberatung, nobody a case of Case Management', () => db.spiele(async ({ als }) => {
    const f = await als(fachkraft);
    const geteilt = t.faelle.kurzberatung.id;
    expect(await kontakteVon(f, geteilt)).toBe(1);
    expect((await schliesse(f, geteilt)).anzahl).toBe(1);
    expect((await vergib(f, t, geteilt, fachkraft.nutzerId, 'uebernahme')).fehler).toBeNull();
    expect(await kontakteVon(await als(kollegin), fall)).toBe(1);
    expect((await schliesse(f, fall)).anzahl).toBe(0);
    expect((await vergib(f, t, fall, fachkraft.nutzerId, 'uebernahme')).fehler).toBe('42501');
  }));
});
