import { expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import type { Darsteller } from '@kim/testing/datenbank.ts';
import { BERG } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { eigeneDatenbank, kontakteVon } from './szene.ts';

const db = eigeneDatenbank();
const t = BERG.traeger[0]!;
const { fachkraft, kollegin, beratung } = t.personen;
const fall = t.faelle.beratung.id;

const oeffne = (wer: Darsteller, fallId: string, fuer: string, von: number, bis: number) => wer.versucht(
  'insert into app.fallberatungen (traeger_id, id, fall_id, nutzer_id, grund_krypt, von, bis, erfasst_von) values ($1, $2, $3, $4, $5, $6, $7, $8)',
  [t.id, neueId(), fallId, fuer, Buffer.from('grund'), tagVon(von), tagVon(bis), wer.person.nutzerId]);

test('who is consulted sees that case and no other of the colleague', () => db.spiele(async ({ als }) => {
  const [f, b] = [await als(fachkraft), await als(beratung)];
  expect([await kontakteVon(f, fall), await kontakteVon(f, t.faelle.eigener.id)]).toEqual([1, 1]);
  expect([await kontakteVon(b, fall), await kontakteVon(b, t.faelle.eigener.id)]).toEqual([1, 0]);
}));

test.each([['today', 0, 0, 1], ['until yesterday', -3, -1, 0], ['from tomorrow on', 1, 3, 0]])('a Fallberatung %s', (_, von, bis, sichtbar) => db.spiele(async ({ als }) => {
  const [f, k] = [await als(fachkraft), await als(kollegin)];
  expect((await oeffne(f, t.faelle.eigener.id, kollegin.nutzerId, von, bis)).fehler).toBeNull();
  expect(await kontakteVon(k, t.faelle.eigener.id)).toBe(sichtbar);
}));

test('is opened by who is responsible, not by the consulted and not for oneself', () => db.spiele(async ({ als }) => {
  const [f, b, k] = [await als(fachkraft), await als(beratung), await als(kollegin)];
  expect((await oeffne(f, fall, kollegin.nutzerId, 0, 1)).fehler).toBeNull();
  expect((await oeffne(b, fall, kollegin.nutzerId, 0, 1)).fehler).toBe('42501');
  expect((await oeffne(k, t.faelle.eigener.id, kollegin.nutzerId, 0, 1)).fehler).toBe('42501');
}));
