import { describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import type { Darsteller } from '@kim/testing/datenbank.ts';
import { BERG } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { eigeneDatenbank, kontakteVon, vergib } from './szene.ts';

const db = eigeneDatenbank();
const t = BERG.traeger[0]!;
const { fachkraft, kollegin, leitung, verwaltung, beratung, vertretung } = t.personen;

const legeAn = (wer: Darsteller, id: string, klasse = 'kurzberatung', zusatz: Record<string, string> = {}) => {
  const zeile: Record<string, string> = { traeger_id: t.id, kreis_id: t.kreisId, id, fallnummer: `${t.kennung}-2026-9001`, klasse, kommune_id: t.kommuneId, eroeffnet_am: tagVon(0), ...zusatz };
  const spalten = Object.keys(zeile);
  return wer.versucht(`insert into app.faelle (${spalten.join(', ')}) values (${spalten.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(zeile));
};

describe('joining a person to a case of one’s own', () => {
  const nimmAuf = (wer: Darsteller, ratsuchendeId: string) => wer.versucht(
    "insert into app.fallbeteiligte (traeger_id, fall_id, ratsuchende_id, rolle, von) values ($1, $2, $3, 'familie', $4)",
    [t.id, t.faelle.kurzberatung.id, ratsuchendeId, tagVon(0)]);
  const erfasse = (wer: Darsteller, id: string) => wer.versucht('insert into app.ratsuchende (traeger_id, id, name_krypt, erfasst_von) values ($1, $2, $3, $4)', [t.id, id, Buffer.from('x'), wer.person.nutzerId]);

  test('is possible with whom one just recorded or meets in a case one sees', () => db.spiele(async ({ als }) => {
    const f = await als(fachkraft);
    const neu = neueId();
    expect((await erfasse(f, neu)).fehler).toBeNull();
    expect((await nimmAuf(f, neu)).fehler).toBeNull();
    expect((await nimmAuf(f, t.faelle.eigener.ratsuchendeId)).fehler).toBeNull();
  }));

  test('is no way to the data of a colleague’s client', () => db.spiele(async ({ als }) => {
    const [f, k] = [await als(fachkraft), await als(kollegin)];
    const klientin = t.faelle.kollegin.ratsuchendeId;
    expect((await nimmAuf(f, klientin)).fehler).toBe('42501');
    expect((await nimmAuf(f, neueId())).fehler).toBe('42501');
    expect((await nimmAuf(f, BERG.traeger[1]!.faelle.kurzberatung.ratsuchendeId)).fehler).toBe('42501');
    expect(await f.zaehlt('app.stammdaten where ratsuchende_id = $1', [klientin])).toBe(0);
    expect((await nimmAuf(k, klientin)).fehler).toBeNull();
  }));
});

describe('a new case', () => {
  test('begins shared, becomes hers alone when it becomes Case Management', () => db.spiele(async ({ als, schluss }) => {
    const [f, k] = [await als(fachkraft), await als(kollegin)];
    const id = neueId();
    expect((await legeAn(f, id)).fehler).toBeNull();
    expect((await vergib(f, t, id, fachkraft.nutzerId, 'eroeffnung')).fehler).toBeNull();
    expect(await k.zaehlt('app.faelle where id = $1', [id])).toBe(1);
    expect((await f.versucht("update app.faelle set klasse = 'case_management' where id = $1", [id])).anzahl).toBe(1);
    expect([await f.zaehlt('app.faelle where id = $1', [id]), await k.zaehlt('app.faelle where id = $1', [id])]).toEqual([1, 0]);
    expect((await schluss()).fehler).toBeNull();
  }));

  test('is opened by a Fachkraft only, not as Case Management at once, and not with a past', () => db.spiele(async ({ als }) => {
    const f = await als(fachkraft);
    expect((await legeAn(f, neueId())).fehler).toBeNull();
    for (const [wer, klasse, zusatz] of [[leitung, 'kurzberatung', {}], [verwaltung, 'kurzberatung', {}], [fachkraft, 'case_management', {}], [fachkraft, 'kurzberatung', { erfasst_am: '2020-01-01' }]] as const) {
      expect((await legeAn(await als(wer), neueId(), klasse, { ...zusatz, fallnummer: `${t.kennung}-2026-9002` })).fehler).toBe('42501');
    }
  }));
});

describe('leaving Case Management', () => {
  test('is decided by who is responsible', () => db.spiele(async ({ als }) => {
    const [f, k] = [await als(fachkraft), await als(kollegin)];
    expect(await kontakteVon(k, t.faelle.eigener.id)).toBe(0);
    expect((await f.versucht("update app.faelle set klasse = 'kurzberatung' where id = $1", [t.faelle.eigener.id])).anzahl).toBe(1);
    expect(await kontakteVon(k, t.faelle.eigener.id)).toBe(1);
  }));

  test.each([['a Fallberatung', beratung, t.faelle.beratung.id], ['a Vertretung', vertretung, t.faelle.kollegin.id]])('not by %s, who sees the case', (_, wer, id) => db.spiele(async ({ als }) => {
    const gast = await als(wer);
    expect(await kontakteVon(gast, id)).toBe(1);
    expect((await gast.versucht("update app.faelle set klasse = 'verweis' where id = $1", [id])).fehler).toBe('42501');
  }));
});

describe('writing in somebody else’s name or at another time', () => {
  const kontakt = (wer: Darsteller, von: string, zusatz = '') => wer.versucht(
    `insert into app.kontakte (traeger_id, id, fall_id, am, kanal, notiz_krypt, erfasst_von${zusatz ? ', erfasst_am' : ''}) values ($1, $2, $3, $4, 'post', '\\x00', $5${zusatz})`,
    [t.id, neueId(), t.faelle.kurzberatung.id, tagVon(0), von]);

  test('is refused for a Kontakt', () => db.spiele(async ({ als }) => {
    const f = await als(fachkraft);
    expect((await kontakt(f, fachkraft.nutzerId)).fehler).toBeNull();
    expect((await kontakt(f, kollegin.nutzerId)).fehler).toBe('42501');
    expect((await kontakt(f, fachkraft.nutzerId, ", '2020-01-01'")).fehler).toBe('42501');
    const aendere = (von: string) => f.versucht("update app.kontakte set kanal = 'video', geaendert_von = $2, geaendert_am = now() where fall_id = $1", [t.faelle.eigener.id, von]);
    expect([(await aendere(fachkraft.nutzerId)).anzahl, (await aendere(kollegin.nutzerId)).fehler]).toEqual([1, '42501']);
  }));
});
