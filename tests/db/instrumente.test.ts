import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { getInstrument, getInstrumente } from '@kim/domain/instrumente/data.server.ts';
import { VORDRUCKE } from '@kim/domain/instrumente/labels.ts';
import { beginneInstrument, saveInstrument } from '@kim/domain/instrumente/mutations.server.ts';
import { istUeberholt, vordruckVon } from '@kim/domain/instrumente/rules.ts';
import { instrument } from '@kim/domain/instrumente/schema.ts';
import type { Vordruck } from '@kim/domain/instrumente/schema.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
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

const vordrucke = VORDRUCKE as Vordruck[];
const bestand = [...vordrucke];
afterEach(() => vordrucke.splice(0, vordrucke.length, ...bestand));

async function cmFall(): Promise<string> {
  const nr = await neuerFallVon(f, t.kommuneId);
  await setzeKlasse(f, nr, 'case_management');
  return nr;
}

async function beginne(nr: string, art = 'netzwerkkarte', person: string | null = null): Promise<string> {
  const ergebnis = await beginneInstrument(f, nr, { art, person }, eingang());
  if (!ergebnis.ok) throw new Error(ergebnis.grund);
  return ergebnis.wert.ergebnis;
}

async function speichere(nr: string, id: string, mehr: Record<string, string> = {}, stand: 'entwurf' | 'abgeschlossen' = 'entwurf', wer = f) {
  const eines = (await getInstrument(f, nr, id))!.instrument;
  return saveInstrument(wer, nr, id, instrument(vordruckVon(VORDRUCKE, eines.art, eines.fassung, eines.zeilen)).parse({ version: String(eines.version), am: formatDatum(tagVon(0)), ...mehr }), stand);
}

describe('an instrument', () => {
  test('is begun for a person or the household, and its rows are read back; nothing of them lies open in the database', async () => {
    const nr = await cmFall();
    const [haupt] = await listPersonen(f, nr);
    const id = await beginne(nr, 'netzwerkkarte', haupt!.id);
    expect(await speichere(nr, id, { person: haupt!.id, 'zeile.0.wer': 'Schwester Amal', 'zeile.0.naehe': 'eng', 'zeile.2.wer': 'Nachbarin' })).toEqual({ ok: true, wert: 2 });
    expect((await getInstrument(f, nr, id))?.instrument).toMatchObject({ art: 'netzwerkkarte', fassung: 1, personId: haupt!.id, stand: 'entwurf', zeilen: [{ wer: 'Schwester Amal', naehe: 'eng' }, { wer: 'Nachbarin' }] });
    const { rows } = await db.sql.query<{ krypt: Buffer }>('select inhalt_krypt as krypt from app.instrumente where id = $1', [id]);
    expect(rows[0]!.krypt.includes('Amal')).toBe(false);
    const zweites = await beginne(nr, 'lebenslinie');
    expect((await getInstrumente(f, nr))?.instrumente).toMatchObject([{ id: zweites, personId: null, stand: 'entwurf' }, { id, version: 2 }]);
  });

  test('completed, it stays as it is; the same sending again is no mistake', async () => {
    const nr = await cmFall();
    const id = await beginne(nr);
    const eingabe = instrument(VORDRUCKE[0]!).parse({ version: '1', am: formatDatum(tagVon(0)), 'zeile.0.wer': 'Ali' });
    expect(await saveInstrument(f, nr, id, eingabe, 'abgeschlossen')).toEqual({ ok: true, wert: 2 });
    expect(await saveInstrument(f, nr, id, eingabe, 'abgeschlossen')).toEqual({ ok: true, wert: 2 });
    expect(await speichere(nr, id, { 'zeile.0.wer': 'Anders' })).toEqual({ ok: false, grund: 'abgeschlossen' });
    expect((await getInstrument(f, nr, id))?.instrument).toMatchObject({ stand: 'abgeschlossen', zeilen: [{ wer: 'Ali' }] });
  });

  test('saved by two: the second gets what is stored', async () => {
    const nr = await cmFall();
    const id = await beginne(nr);
    const alt = instrument(VORDRUCKE[0]!).parse({ version: '1', am: formatDatum(tagVon(0)), 'zeile.0.wer': 'Zwei' });
    await speichere(nr, id, { 'zeile.0.wer': 'Eins' });
    expect(await saveInstrument(f, nr, id, alt, 'entwurf')).toMatchObject({ ok: false, grund: 'konflikt', aktuell: { version: 2, zeilen: [{ wer: 'Eins' }] } });
  });

  test('a version that is replaced or withdrawn while a draft is open is completed with its own columns', async () => {
    const nr = await cmFall();
    const alt = await beginne(nr);
    await speichere(nr, alt, { 'zeile.0.wobei': 'Wohnung' });
    const [eins] = bestand;
    vordrucke.splice(0, 1, { ...eins!, zurueckgezogen: true }, { ...eins!, fassung: 2, spalten: eins!.spalten.slice(0, 2) });
    const neu = await beginne(nr);
    expect((await getInstrumente(f, nr))?.instrumente.map(({ id, fassung }) => [id, fassung])).toEqual([[neu, 2], [alt, 1]]);
    expect(await speichere(nr, alt, { 'zeile.0.wobei': 'Wohnung und Umzug' }, 'abgeschlossen')).toMatchObject({ ok: true });
    const { instrument: fertig } = (await getInstrument(f, nr, alt))!;
    expect(fertig).toMatchObject({ fassung: 1, stand: 'abgeschlossen', zeilen: [{ wobei: 'Wohnung und Umzug' }] });
    expect(istUeberholt(VORDRUCKE, vordruckVon(VORDRUCKE, fertig.art, fertig.fassung, fertig.zeilen))).toBe(true);
    vordrucke.splice(0, 2, { ...eins!, zurueckgezogen: true });
    expect(await beginneInstrument(f, nr, { art: 'netzwerkkarte', person: null }, eingang())).toEqual({ ok: false, grund: 'vordruck' });
  });

  test('nobody of another case, nobody who has left; who is named already stays named', async () => {
    const [nr, anderer] = [await cmFall(), await cmFall()];
    const [[haupt], [fremder]] = [await listPersonen(f, nr), await listPersonen(f, anderer)];
    expect(await beginneInstrument(f, nr, { art: 'lebenslinie', person: fremder!.id }, eingang())).toEqual({ ok: false, grund: 'person' });
    const id = await beginne(nr, 'lebenslinie', haupt!.id);
    const haushalt = await beginne(nr, 'lebenslinie');
    await db.sql.query('update app.fallbeteiligte set bis = $2 where ratsuchende_id = $1', [haupt!.id, tagVon(0)]);
    expect(await speichere(nr, id, { person: haupt!.id, 'zeile.0.zeit': '2015' })).toMatchObject({ ok: true });
    expect(await speichere(nr, haushalt, { person: haupt!.id })).toEqual({ ok: false, grund: 'person' });
    expect(await beginneInstrument(f, nr, { art: 'lebenslinie', person: haupt!.id }, eingang())).toEqual({ ok: false, grund: 'person' });
  });

  test('there is none outside a running Case Management, and nobody else sees it', async () => {
    const kurz = await neuerFallVon(f, t.kommuneId);
    expect(await beginneInstrument(f, kurz, { art: 'lebenslinie', person: null }, eingang())).toEqual({ ok: false, grund: 'kein_case_management' });
    const nr = await cmFall();
    const id = await beginne(nr);
    const fremd = await als(FREMD.personen.fachkraft);
    expect([await getInstrumente(fremd, nr), await getInstrument(fremd, nr, id), await getInstrument(f, kurz, id), await getInstrument(f, nr, neueId())]).toEqual([null, null, null, null]);
    expect(await speichere(nr, id, {}, 'entwurf', fremd)).toEqual({ ok: false, grund: 'nicht_gefunden' });
  });
});
