import { describe, expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getKontakt, listKontakte } from '@kim/domain/kontakte/data.server.ts';
import { erfasseKontakt, saveKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import type { Kontakteingabe } from '@kim/domain/kontakte/schema.ts';
import { BERG, festeId } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { neuerFall } from './fall.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [t, anderer] = BERG.traeger as [TraegerPlan, TraegerPlan];
const ort = festeId(t.kennung, 'ort');

const einKontakt = (mehr: Partial<Kontakteingabe> = {}): Kontakteingabe => ({ am: heute(), kanal: 'persoenlich', dauer: 30, notiz: 'Gespräch', ...mehr });

async function erfasst(akteur: TraegerAkteur, nr: string, eingabe: Kontakteingabe): Promise<string> {
  const ergebnis = await erfasseKontakt(akteur, nr, eingabe, eingang());
  if (!ergebnis.ok) throw new Error(ergebnis.grund);
  return ergebnis.wert.ergebnis;
}

describe('a Kontakt', () => {
  test('keeps everything that was said about it, and an edit keeps it too', async () => {
    const fachkraft = await als(t.personen.fachkraft);
    const nr = await neuerFall(fachkraft, t);
    const alles = { leistung: 'begleitung', zweck: 'krise', ort, sprachmittlung: 'laienpool', themen: ['wohnen', 'aufenthalt'] } as const;
    const id = await erfasst(fachkraft, nr, einKontakt({ ...alles, themen: [...alles.themen] }));
    const gelesen = await getKontakt(fachkraft, nr, id);
    expect(gelesen?.kontakt).toMatchObject({ ...alles, ort: { id: ort }, ausgefallen: false, notiz: 'Gespräch' });
    expect(await saveKontakt(fachkraft, nr, id, 1, einKontakt({ ...alles, themen: ['arbeit'], notiz: 'Neu' }))).toMatchObject({ ok: true });
    expect((await getKontakt(fachkraft, nr, id))?.kontakt).toMatchObject({ ...alles, ort: { id: ort }, themen: ['arbeit'], notiz: 'Neu', version: 2 });
    expect(await saveKontakt(fachkraft, nr, id, 1, einKontakt({ notiz: 'Alt' }))).toMatchObject({ grund: 'konflikt', aktuell: { notiz: 'Neu', leistung: 'begleitung' } });
  });

  test('with somebody who did not come needs no note', async () => {
    const fachkraft = await als(t.personen.fachkraft);
    const nr = await neuerFall(fachkraft, t);
    await erfasst(fachkraft, nr, einKontakt({ notiz: '', ausgefallen: 'ja' }));
    expect((await listKontakte(fachkraft, nr, null))?.kontakte).toMatchObject([{ notiz: '', ausgefallen: true, leistung: null, ort: null, themen: [] }]);
  });

  test('that sounds like accompanying to interpret is asked back once', async () => {
    const fachkraft = await als(t.personen.fachkraft);
    const nr = await neuerFall(fachkraft, t);
    const gedolmetscht = einKontakt({ leistung: 'begleitung', zweck: 'krise', notiz: 'Beim Amt gedolmetscht' });
    expect(await erfasseKontakt(fachkraft, nr, gedolmetscht, eingang())).toMatchObject({ grund: 'uebersetzung' });
    expect((await listKontakte(fachkraft, nr, null))?.kontakte).toEqual([]);
    await erfasst(fachkraft, nr, { ...gedolmetscht, trotzdem: 'ja' });
    expect((await listKontakte(fachkraft, nr, null))?.kontakte).toHaveLength(1);
  });

  test('takes place where the own Träger advises on that day; a place that was given up stays with what happened there', async () => {
    const fachkraft = await als(t.personen.fachkraft);
    const nr = await neuerFall(fachkraft, t);
    const id = await erfasst(fachkraft, nr, einKontakt({ ort }));
    expect(await erfasseKontakt(fachkraft, nr, einKontakt({ ort: festeId(anderer.kennung, 'ort') }), eingang())).toMatchObject({ grund: 'ort' });
    await db.sql.query('update app.orte set aufgegeben_am = $2 where id = $1', [ort, heute()]);
    expect(await erfasseKontakt(fachkraft, nr, einKontakt({ ort }), eingang())).toMatchObject({ grund: 'ort' });
    expect((await listKontakte(fachkraft, nr, null))?.orte).toEqual([]);
    expect((await getKontakt(fachkraft, nr, id))?.orte.map((einer) => einer.id)).toEqual([ort]);
    expect(await saveKontakt(fachkraft, nr, id, 1, einKontakt({ ort, notiz: 'Nachgetragen' }))).toMatchObject({ ok: true });
    await db.sql.query('update app.orte set aufgegeben_am = null where id = $1', [ort]);
  });
});
