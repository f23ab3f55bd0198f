import { beforeAll, describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getAssessment, getAssessments } from '@kim/domain/assessments/data.server.ts';
import { beginneAssessment, saveAssessment } from '@kim/domain/assessments/mutations.server.ts';
import { assessment } from '@kim/domain/assessments/schema.ts';
import { erfasseBedarf } from '@kim/domain/bedarfe/mutations.server.ts';
import { bedarf } from '@kim/domain/bedarfe/schema.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { saveErstgespraech } from '@kim/domain/klaerung/erstgespraech/mutations.server.ts';
import { erstgespraech } from '@kim/domain/klaerung/erstgespraech/schema.ts';
import { getPhasen } from '@kim/domain/phasen/data.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { neuerFallVon } from './faelle-bauen.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[0]!;
const FREMD = BERG.traeger[1] as TraegerPlan;
let f: TraegerAkteur;
beforeAll(async () => { f = await als(t.personen.fachkraft); });

async function cmFall(): Promise<string> {
  const nr = await neuerFallVon(f, t.kommuneId);
  await saveErstgespraech(f, nr, erstgespraech.parse({ version: '0', am: formatDatum(tagVon(0)), kanal: 'persoenlich', staerken: 'Geduld', anliegen: 'Wohnung', spracherwerb: 'kaum' }));
  await setzeKlasse(f, nr, 'case_management');
  return nr;
}

async function beginne(nr: string, nach = ''): Promise<string> {
  const ergebnis = await beginneAssessment(f, nr, { nach: nach || null }, eingang());
  if (!ergebnis.ok) throw new Error(ergebnis.grund);
  return ergebnis.wert.ergebnis;
}

const bogen = (mehr: Record<string, string> = {}) => assessment.parse({ version: '1', am: formatDatum(tagVon(0)), staerken: 'Mut', ...mehr });

describe('the Assessment', () => {
  test('begins with what the Erstgespräch knows, and nothing of it lies open in the database', async () => {
    const nr = await cmFall();
    const id = await beginne(nr);
    expect((await getAssessment(f, nr, id))?.assessment).toMatchObject({ anlass: 'assessment', version: 1, herkunft: { art: 'erstgespraech', am: tagVon(0) }, bogen: { staerken: 'Geduld', spracherwerb: 'kaum' } });
    const { rows } = await db.sql.query<{ krypt: Buffer }>('select bogen_krypt as krypt from app.assessments where id = $1', [id]);
    expect(rows[0]!.krypt.includes('Geduld')).toBe(false);
  });

  test('is shown as work done from its first saving; the next one is a Re-Assessment that begins with it', async () => {
    const nr = await cmFall();
    const id = await beginne(nr);
    expect((await getPhasen(f, nr))?.belege.assessment).toBe(false);
    expect(await saveAssessment(f, nr, id, bogen({ zukunft: 'Tischlerin' }))).toEqual({ ok: true, wert: 2 });
    expect((await getPhasen(f, nr))?.belege.assessment).toBe(true);
    const zweites = await beginne(nr, id);
    expect((await getAssessment(f, nr, zweites))?.assessment).toMatchObject({ anlass: 'reassessment', herkunft: { art: 'assessment' }, bogen: { staerken: 'Mut', zukunft: 'Tischlerin' } });
    expect((await getAssessments(f, nr))?.assessments.map((eines) => eines.id)).toEqual([zweites, id]);
  });

  test('two who begin the same one get one, and a form sent twice counts once', async () => {
    const nr = await cmFall();
    const einmal = eingang();
    const erste = await beginneAssessment(f, nr, { nach: null }, einmal);
    expect(await beginneAssessment(f, nr, { nach: null }, einmal)).toMatchObject({ ok: true, wert: { neu: false, ergebnis: erste.ok && erste.wert.ergebnis } });
    expect(await beginneAssessment(f, nr, { nach: null }, eingang())).toEqual({ ok: false, grund: 'schon_begonnen' });
    expect((await getAssessments(f, nr))?.assessments).toHaveLength(1);
  });

  test('saved by two: the second gets what is stored; the same text twice is no conflict', async () => {
    const nr = await cmFall();
    const id = await beginne(nr);
    await saveAssessment(f, nr, id, bogen());
    expect(await saveAssessment(f, nr, id, bogen({ staerken: 'Humor' }))).toMatchObject({ ok: false, grund: 'konflikt', aktuell: { version: 2, bogen: { staerken: 'Mut' } } });
    expect(await saveAssessment(f, nr, id, bogen())).toEqual({ ok: true, wert: 2 });
    expect((await getAssessment(f, nr, id))?.assessment).toMatchObject({ bogen: { staerken: 'Mut' }, herkunft: { art: 'erstgespraech' } });
  });

  test('there is one in a running Case Management only, and nobody else sees it', async () => {
    const kurz = await neuerFallVon(f, t.kommuneId);
    expect(await beginneAssessment(f, kurz, { nach: null }, eingang())).toEqual({ ok: false, grund: 'kein_case_management' });
    const nr = await cmFall();
    const id = await beginne(nr);
    expect(await saveAssessment(f, nr, neueId(), bogen())).toEqual({ ok: false, grund: 'nicht_gefunden' });
    expect(await saveAssessment(f, kurz, id, bogen())).toEqual({ ok: false, grund: 'kein_case_management' });
    const fremd = await als(FREMD.personen.fachkraft);
    expect([await getAssessments(fremd, nr), await getAssessment(fremd, nr, id), await getAssessment(f, kurz, id)]).toEqual([null, null, null]);
    expect(await saveAssessment(fremd, nr, id, bogen())).toEqual({ ok: false, grund: 'nicht_gefunden' });
    await db.sql.query('update app.faelle set gestoppt_am = $2 where fallnummer = $1', [nr, tagVon(0)]);
    await expect(saveAssessment(f, nr, id, bogen())).rejects.toThrow();
    expect((await getAssessment(f, nr, id))?.nurLesen).toBe(true);
  });

  test('stands beside the Bedarfe of the case, urgent ones first', async () => {
    const nr = await cmFall();
    for (const [bereich, dringlichkeit] of [['wohnen', 'niedrig'], ['arbeit', 'hoch']] as const) await erfasseBedarf(f, nr, bedarf.parse({ bereich, dringlichkeit, erkanntAm: formatDatum(tagVon(0)) }), eingang());
    expect((await getAssessments(f, nr))?.bedarfe).toMatchObject([{ bereich: 'arbeit', dringlichkeit: 'hoch', stand: 'offen' }, { bereich: 'wohnen' }]);
  });
});
