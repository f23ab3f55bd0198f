import { beforeAll, describe, expect, test } from 'vitest';
import { heute } from '@kim/core/zeit.ts';
import { erfasseAnfrage } from '@kim/domain/anfragen/mutations.server.ts';
import { anfrage } from '@kim/domain/anfragen/schema.ts';
import { getMeinTag, listAnsichten, listWiedervorlagen } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { erfasseWiedervorlage, erledigeWiedervorlage, removeAnsicht, saveAnsicht } from '@kim/domain/arbeitsvorrat/mutations.server.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { listFaelle } from '@kim/domain/faelle/data.server.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[0]!;
const { fachkraft, kollegin, vertretung } = t.personen;

// What the fixture holds only looks encrypted: its cases are ended for these tests.
beforeAll(() => db.sql.query("update app.faelle set beendet_am = eroeffnet_am where beendet_am is null"));

async function eroeffne(akteur: TraegerAkteur, name: string, tage = 0): Promise<string> {
  const eingabe = anfrage.parse({ name, kommune: t.kommuneId, eingegangenAm: tagVon(-tage), zugang: 'sprechstunde', anliegen: 'x', ergebnis: 'kurzberatung' });
  const antwort = await erfasseAnfrage(akteur, eingabe, eingang());
  if (!antwort.ok || !('fallnummer' in antwort.wert)) throw new Error(JSON.stringify(antwort));
  return antwort.wert.fallnummer;
}
const arten = async (akteur: TraegerAkteur, nr: string) => (await getMeinTag(akteur)).aufgaben.filter(({ fallnummer }) => fallnummer === nr).map(({ art }) => art);

describe('Mein Tag', () => {
  test('shows a step when it is near, until it is done', async () => {
    const f = await als(fachkraft);
    const nr = await eroeffne(f, 'Schritt Eins');
    await erfasseWiedervorlage(f, nr, { text: 'Anrufen', faelligAm: tagVon(3) }, eingang());
    await erfasseWiedervorlage(f, nr, { text: 'Viel später', faelligAm: tagVon(90) }, eingang());
    const [aufgabe, ...weitere] = (await getMeinTag(f)).aufgaben.filter(({ fallnummer }) => fallnummer === nr);
    expect([aufgabe, weitere.length]).toMatchObject([{ art: 'wiedervorlage', text: 'Anrufen', tag: tagVon(3), name: 'Schritt Eins' }, 0]);
    expect(await erledigeWiedervorlage(f, aufgabe!.id)).toEqual({ ok: true, wert: nr });
    expect(await arten(f, nr)).toEqual([]);
    expect((await listWiedervorlagen(f, nr))?.map(({ erledigtAm }) => erledigtAm)).toEqual([null, heute()]);
  });

  test('shows cases without Kontakt for long, and Case Management without its papers', async () => {
    const f = await als(fachkraft);
    const alt = await eroeffne(f, 'Lange Her', 60);
    const neu = await eroeffne(f, 'Gerade Da', 5);
    expect([await arten(f, alt), await arten(f, neu)]).toEqual([['ohne_kontakt'], []]);
    await setzeKlasse(f, neu, 'case_management');
    expect(await arten(f, neu)).toEqual(['unterlagen']);
  });

  test('shows a Vertretung the steps of the absent colleague’s cases, but no other Fachkraft', async () => {
    const [f, k, v] = [await als(fachkraft), await als(kollegin), await als(vertretung)];
    const nr = await eroeffne(k, 'Bei Kollegin');
    await erfasseWiedervorlage(k, nr, { text: 'Termin', faelligAm: heute() }, eingang());
    expect([await arten(k, nr), await arten(v, nr), await arten(f, nr)]).toEqual([['wiedervorlage'], ['wiedervorlage'], []]);
  });

  test('counts the own running cases by class, with what was agreed instead of the guideline', async () => {
    const k = await als(kollegin);
    const vorher = (await getMeinTag(k)).last;
    await eroeffne(k, 'Zähl Mich');
    expect((await getMeinTag(k)).last).toEqual({ ...vorher, kurzberatung: vorher.kurzberatung + 1 });
    expect((await getMeinTag(await als(fachkraft))).last.angepasst).toBe(30);
  });

  test('an id of another Träger is not there', async () => {
    const fremd = await db.sql.query<{ id: string }>('select id from app.wiedervorlagen where traeger_id <> $1 limit 1', [t.id]);
    expect(await erledigeWiedervorlage(await als(fachkraft), fremd.rows[0]!.id)).toMatchObject({ grund: 'nicht_gefunden' });
  });
});

describe('the list of cases', () => {
  test('is narrowed by class, phase, Kommune and ending', async () => {
    const f = await als(fachkraft);
    const nr = await eroeffne(f, 'Filter Frau');
    const nummern = async (filter: object) => (await listFaelle(f, { ansicht: 'meine', ...filter })).faelle.map(({ fallnummer }) => fallnummer);
    expect(await nummern({ klasse: 'kurzberatung', phase: 'klaerung', kommune: t.kommuneId })).toContain(nr);
    for (const filter of [{ klasse: 'case_management' }, { phase: 'assessment' }, { kommune: BERG.kommunen[1]! }]) expect(await nummern(filter)).not.toContain(nr);
    await db.sql.query('update app.faelle set beendet_am = $2 where fallnummer = $1', [nr, tagVon(0)]);
    expect(await nummern({})).not.toContain(nr);
  });

  test('is kept under a name by and for oneself', async () => {
    const [f, k] = [await als(fachkraft), await als(kollegin)];
    await saveAnsicht(f, 'Mein CM', { klasse: 'case_management', ansicht: 'meine' }, eingang());
    const meine = (await listAnsichten(f)).find(({ name }) => name === 'Mein CM');
    expect(meine?.auswahl).toEqual({ klasse: 'case_management', ansicht: 'meine' });
    expect((await listAnsichten(k)).map(({ name }) => name)).not.toContain('Mein CM');
    expect(await removeAnsicht(k, meine!.id)).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await removeAnsicht(f, meine!.id)).toMatchObject({ ok: true });
  });
});
