import { describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import type { Darsteller } from '@kim/testing/datenbank.ts';
import { BERG } from '@kim/testing/plan.ts';
import { eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const t = BERG.traeger[0]!;
const { fachkraft, kollegin, vertretung, verwaltung, leitung } = t.personen;

const schreibe = (wer: Darsteller, nutzerId: string, am: string | null = null, betrifft: string | null = null) => wer.versucht(
  `insert into app.protokoll (traeger_id, id, nutzer_id, aktion, fall_id, fallnummer, betrifft_id${am ? ', am' : ''}) values ($1, $2, $3, 'fall.lesen', $4, $5, $6${am ? ', $7' : ''})`,
  [t.id, neueId(), nutzerId, t.faelle.eigener.id, t.faelle.eigener.fallnummer, betrifft, ...(am ? [am] : [])]);

describe('the protocol', () => {
  test('takes a line about oneself, now', () => db.spiele(async ({ als }) => {
    const f = await als(fachkraft);
    expect((await schreibe(f, fachkraft.nutzerId)).fehler).toBeNull();
    const [zeile] = await f.tut("select am = now() as jetzt from app.protokoll where aktion = 'fall.lesen'");
    expect(zeile).toEqual({ jetzt: true });
  }));

  test('takes no line in somebody else’s name or at another time', () => db.spiele(async ({ als }) => {
    const f = await als(fachkraft);
    expect((await schreibe(f, fachkraft.nutzerId)).fehler).toBeNull();
    expect((await schreibe(f, kollegin.nutzerId)).fehler).toBe('42501');
    expect((await schreibe(f, fachkraft.nutzerId, '2020-01-01')).fehler).toBe('42501');
  }));

  test.each([fachkraft, verwaltung, leitung])('is changed and deleted by nobody: $name', (person) => db.spiele(async ({ als }) => {
    const wer = await als(person);
    await schreibe(wer, person.nutzerId);
    expect(await wer.zaehlt('app.protokoll where nutzer_id = $1', [person.nutzerId])).toBeGreaterThan(0);
    expect((await wer.versucht("update app.protokoll set aktion = 'x'")).fehler).toBe('42501');
    expect((await wer.versucht('delete from app.protokoll')).fehler).toBe('42501');
  }));

  test('shows the administration every line, a Fachkraft her own, her cases’ and those about her', () => db.spiele(async ({ als }) => {
    const [f, k, v, a] = [await als(fachkraft), await als(kollegin), await als(vertretung), await als(verwaltung)];
    const zumFall = (wer: Darsteller) => wer.zaehlt('app.protokoll where fall_id = $1', [t.faelle.kollegin.id]);
    expect([await zumFall(a), await zumFall(k), await zumFall(v), await zumFall(f)]).toEqual([1, 1, 1, 0]);
    await schreibe(a, verwaltung.nutzerId, null, kollegin.nutzerId);
    const ueberSie = (wer: Darsteller) => wer.zaehlt('app.protokoll where betrifft_id = $1', [kollegin.nutzerId]);
    expect([await ueberSie(k), await ueberSie(await als(leitung))]).toEqual([1, 0]);
  }));
});

describe('search before create', () => {
  test('shows of a colleague’s case its number and Fachkraft, and she finds the look in her protocol', () => db.spiele(async ({ als }) => {
    const [f, k] = [await als(fachkraft), await als(kollegin)];
    const { ratsuchendeId, fallnummer, id } = t.faelle.kollegin;
    expect(await f.zaehlt('app.faelle where id = $1', [id])).toBe(0);
    const treffer = await f.tut('select * from sec.falltreffer($1, $2)', [Array.from({ length: 20 }, neueId), [ratsuchendeId]]);
    expect(treffer).toEqual([{ ratsuchende_id: ratsuchendeId, fallnummer, fachkraft: kollegin.name, fachkraft_id: kollegin.nutzerId }]);
    expect(await k.zaehlt("app.protokoll where aktion = 'suche.kollegenfall' and nutzer_id = $1 and betrifft_id = $2", [fachkraft.nutzerId, kollegin.nutzerId])).toBe(1);
  }));
});
