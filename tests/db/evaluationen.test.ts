import { beforeAll, describe, expect, test } from 'vitest';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getEvaluation } from '@kim/domain/evaluationen/data.server.ts';
import { saveEvaluation } from '@kim/domain/evaluationen/mutations.server.ts';
import { evaluation } from '@kim/domain/evaluationen/schema.ts';
import type { Evaluationssicht } from '@kim/domain/evaluationen/schema.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { getPhasen } from '@kim/domain/phasen/data.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { neuerFallVon } from './faelle-bauen.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[0]!;
const FREMD = BERG.traeger[1] as TraegerPlan;
let f: TraegerAkteur;
beforeAll(async () => { f = await als(t.personen.fachkraft); });

async function cmFall(): Promise<string> {
  const nr = await neuerFallVon(f, t.kommuneId);
  await setzeKlasse(f, nr, 'case_management');
  return nr;
}

const speichere = (nr: string, sicht: Evaluationssicht, mehr: Record<string, string> = {}, wer = f) =>
  saveEvaluation(wer, nr, sicht, evaluation(sicht).parse({ version: '0', am: formatDatum(tagVon(0)), ...mehr }));

describe('the Evaluation', () => {
  test('is one of the client and one of the Fachkraft; steps are counted, words are encrypted', async () => {
    const nr = await cmFall();
    expect(await speichere(nr, 'ratsuchende', { zielerreichung: '4', geholfen: 'Das Zuhören' })).toEqual({ ok: true, wert: 1 });
    expect((await getPhasen(f, nr))?.belege).toMatchObject({ evaluation_ratsuchende: true, evaluation_fachkraft: false });
    expect(await speichere(nr, 'fachkraft', { zielerreichung: '3', struktur: 'Es fehlen Wohnungen' })).toEqual({ ok: true, wert: 1 });
    expect((await getEvaluation(f, nr))?.evaluationen).toMatchObject({
      ratsuchende: { zielerreichung: 4, zufriedenheit: null, bogen: { geholfen: 'Das Zuhören' } }, fachkraft: { zielerreichung: 3, bogen: { struktur: 'Es fehlen Wohnungen' } },
    });
    const { rows } = await db.sql.query<{ krypt: Buffer; ziel: number }>("select e.bogen_krypt as krypt, e.zielerreichung as ziel from app.evaluationen e join app.faelle f on f.id = e.fall_id where f.fallnummer = $1 and e.sicht = 'ratsuchende'", [nr]);
    expect([rows.length, rows[0]!.ziel, rows[0]!.krypt.includes('Zuhören')]).toEqual([1, 4, false]);
  });

  test('changed by two: the second gets what is stored; the same twice is no conflict', async () => {
    const nr = await cmFall();
    await speichere(nr, 'fachkraft', { wirksam: 'Geduld' });
    expect(await speichere(nr, 'fachkraft', { wirksam: 'Druck' })).toMatchObject({ ok: false, grund: 'konflikt', aktuell: { version: 1, bogen: { wirksam: 'Geduld' } } });
    expect(await speichere(nr, 'fachkraft', { wirksam: 'Geduld' })).toEqual({ ok: true, wert: 1 });
    expect(await speichere(nr, 'fachkraft', { version: '1', wirksam: 'Geduld', zufriedenheit: '5' })).toEqual({ ok: true, wert: 2 });
    expect(await speichere(nr, 'fachkraft', { version: '1', wirksam: 'Geduld', zufriedenheit: '1' })).toMatchObject({ ok: false, grund: 'konflikt', aktuell: { zufriedenheit: 5 } });
    expect((await getEvaluation(f, nr))?.evaluationen).toMatchObject({ fachkraft: { version: 2, zufriedenheit: 5 } });
  });

  test('two who begin at once write one', async () => {
    const nr = await cmFall();
    const ergebnisse = await Promise.all([speichere(nr, 'ratsuchende', { geholfen: 'A' }), speichere(nr, 'ratsuchende', { geholfen: 'B' })]);
    expect(ergebnisse.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('there is none outside a running Case Management, and nobody else sees it', async () => {
    const kurz = await neuerFallVon(f, t.kommuneId);
    expect(await speichere(kurz, 'fachkraft')).toEqual({ ok: false, grund: 'kein_case_management' });
    const nr = await cmFall();
    const fremd = await als(FREMD.personen.fachkraft);
    expect(await speichere(nr, 'fachkraft', {}, fremd)).toEqual({ ok: false, grund: 'nicht_gefunden' });
    expect(await getEvaluation(fremd, nr)).toBeNull();
    expect(await speichere(nr, 'fachkraft', { version: '3' })).toEqual({ ok: false, grund: 'nicht_gefunden' });
    await db.sql.query('update app.faelle set gestoppt_am = $2 where fallnummer = $1', [nr, tagVon(0)]);
    await expect(speichere(nr, 'fachkraft')).rejects.toThrow();
    expect((await getEvaluation(f, nr))?.nurLesen).toBe(true);
  });
});
