import { describe, expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { listRichtwertanpassungen } from '@kim/domain/traeger/richtwerte/data.server.ts';
import { beendeRichtwertanpassung, passeRichtwertAn } from '@kim/domain/traeger/richtwerte/mutations.server.ts';
import { richtwertanpassung } from '@kim/domain/traeger/richtwerte/schema.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [t, anderer] = BERG.traeger as [TraegerPlan, TraegerPlan];
const { kollegin, leitung } = t.personen;

describe('another number of cases than the guideline', () => {
  const eingabe = (person: string, mehr: object = {}) => ({ person, faelle: 20, von: heute(), bis: null, ...mehr });

  test('is agreed for a Fachkraft, one at a time, and ended early', async () => {
    const l = await als(leitung);
    expect((await listRichtwertanpassungen(l)).anpassungen).toMatchObject([{ faelle: 30 }]);
    const neu = await passeRichtwertAn(l, eingabe(kollegin.nutzerId), eingang());
    const id = neu.ok ? neu.wert.ergebnis : '';
    expect(await passeRichtwertAn(l, eingabe(kollegin.nutzerId, { von: '2030-01-01' }), eingang())).toMatchObject({ grund: 'gleichzeitig' });
    expect((await listRichtwertanpassungen(l)).anpassungen.find((eine) => eine.id === id)).toMatchObject({ faelle: 20, bis: null });
    expect(await beendeRichtwertanpassung(l, id)).toMatchObject({ ok: true });
    expect((await listRichtwertanpassungen(l)).anpassungen.find((eine) => eine.id === id)).toMatchObject({ bis: heute() });
    expect(await beendeRichtwertanpassung(l, id)).toMatchObject({ grund: 'nicht_gefunden' });
    const { rows } = await db.sql.query("select betrifft_id from app.protokoll where aktion = 'richtwert.angepasst' and gegenstand_id = $1", [id]);
    expect(rows).toEqual([{ betrifft_id: kollegin.nutzerId }, { betrifft_id: kollegin.nutzerId }]);
  });

  test('is nobody’s own doing, and ends at the Träger', async () => {
    const l = await als(leitung);
    expect(await passeRichtwertAn(l, eingabe(leitung.nutzerId), eingang())).toMatchObject({ grund: 'selbst' });
    expect(await passeRichtwertAn(l, eingabe(anderer.personen.kollegin.nutzerId), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    const fremd = (await listRichtwertanpassungen(await als(anderer.personen.leitung))).anpassungen[0]!;
    expect(await beendeRichtwertanpassung(l, fremd.id)).toMatchObject({ grund: 'nicht_gefunden' });
  });

  test('has no place for a reason', () => {
    expect(Object.keys(richtwertanpassung.shape)).toEqual(['person', 'faelle', 'von', 'bis']);
    const fehlerhaft = richtwertanpassung.safeParse({ person: kollegin.nutzerId, faelle: '501', von: '02.01.2026', bis: '01.01.2026' });
    expect(fehlerhaft.error?.issues.map((issue) => issue.path[0]).sort()).toEqual(['bis', 'faelle']);
  });
});
