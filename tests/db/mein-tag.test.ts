import { describe, expect, test } from 'vitest';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { erfasseAnfrage } from '@kim/domain/anfragen/mutations.server.ts';
import { anfrage } from '@kim/domain/anfragen/schema.ts';
import { getMeinTag } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { erfasseEinwilligung, widerrufeEinwilligung } from '@kim/domain/einwilligungen/mutations.server.ts';
import { EINWILLIGUNGSARTEN, einwilligung } from '@kim/domain/einwilligungen/schema.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { leseVorschlag } from '@kim/domain/klaerung/data.server.ts';
import { saveErstgespraech } from '@kim/domain/klaerung/erstgespraech/mutations.server.ts';
import { erstgespraech } from '@kim/domain/klaerung/erstgespraech/schema.ts';
import { erfasseKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import { kontakt } from '@kim/domain/kontakte/schema.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { fuegePersonHinzu, saveZugehoerigkeit } from '@kim/domain/ratsuchende/mutations.server.ts';
import { person } from '@kim/domain/ratsuchende/schema.ts';
import { erfasseStatusangabe } from '@kim/domain/statusangaben/mutations.server.ts';
import { uebergib } from '@kim/domain/zustaendigkeiten/mutations.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { neuerFallVon } from './faelle-bauen.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[0]!;

// What the fixture holds only looks encrypted: its cases end and its Anfragen are answered before these tests.
async function raeumeAuf(): Promise<void> {
  await db.sql.query("update app.faelle set beendet_am = eroeffnet_am where beendet_am is null");
  await db.sql.query("update app.anfragen set stand = 'nicht_aufgenommen' where fall_id is null");
}

async function szene() {
  await raeumeAuf();
  return Promise.all([als(t.personen.fachkraft), als(t.personen.kollegin)]);
}

const aufgaben = async (akteur: TraegerAkteur, nr: string) => (await getMeinTag(akteur)).aufgaben.filter(({ fallnummer }) => fallnummer === nr).map(({ art, text }) => [art, text]);

async function erklaere(akteur: TraegerAkteur, nr: string, wer: string, art: string, mehr: Record<string, unknown> = {}): Promise<string> {
  const entbindung = art === 'schweigepflichtentbindung' ? { empfaenger: 'Jobcenter', zweck: 'Antrag', datenarten: ['person'], richtung: 'gegenseitig' } : {};
  const ergebnis = await erfasseEinwilligung(akteur, nr, einwilligung.parse({ art, person: wer, entscheidung: 'erteilt', am: tagVon(-3), form: 'schriftlich', ...entbindung, ...mehr }), null, eingang());
  if (!ergebnis.ok) throw new Error(ergebnis.grund);
  return ergebnis.wert.ergebnis;
}

const hauptperson = async (akteur: TraegerAkteur, nr: string) => (await listPersonen(akteur, nr))[0]!.id;

describe('the papers of a Case Management', () => {
  test('are those of the Klärung, signed by the main person, and a later refusal counts', async () => {
    const [f] = await szene();
    const nr = await neuerFallVon(f, t.kommuneId, -5);
    await setzeKlasse(f, nr, 'case_management');
    const haupt = await hauptperson(f, nr);
    await fuegePersonHinzu(f, nr, { rolle: 'familie', haushalt: '' }, person.parse({ vorname: 'Kind', nachname: 'Neu' }), eingang());
    const kind = (await listPersonen(f, nr)).find(({ id }) => id !== haupt)!.id;
    for (const art of EINWILLIGUNGSARTEN) await erklaere(f, nr, kind, art);
    expect(await aufgaben(f, nr)).toEqual([['unterlagen', 'datenschutzvereinbarung,datenschutzerklaerung,schweigepflichtentbindung,erstgespraechsbogen,einverstaendnis']]);
    for (const art of EINWILLIGUNGSARTEN) await erklaere(f, nr, haupt, art);
    await saveErstgespraech(f, nr, erstgespraech.parse({ version: 0, am: tagVon(-1), kanal: 'persoenlich' }));
    expect(await aufgaben(f, nr)).toEqual([]);
    await erklaere(f, nr, haupt, 'einverstaendnis', { entscheidung: 'verweigert', am: tagVon(0) });
    expect(await aufgaben(f, nr)).toEqual([['unterlagen', 'einverstaendnis']]);
  });

  test('are not asked for once the consent is revoked, nor a Kontakt: then the case is to be ended', async () => {
    const [f] = await szene();
    const nr = await neuerFallVon(f, t.kommuneId, -90);
    await setzeKlasse(f, nr, 'case_management');
    const id = await erklaere(f, nr, await hauptperson(f, nr), 'datenschutzvereinbarung');
    expect((await aufgaben(f, nr)).map(([art]) => art)).toEqual(['unterlagen', 'ohne_kontakt']);
    expect(await widerrufeEinwilligung(f, nr, id, 1, tagVon(-1))).toMatchObject({ ok: true });
    expect((await getMeinTag(f)).aufgaben.filter(({ fallnummer }) => fallnummer === nr)).toMatchObject([{ art: 'gestoppt', tag: tagVon(-1), gestoppt: true }]);
  });
});

test('who did not come was not met', async () => {
  const [f] = await szene();
  const nr = await neuerFallVon(f, t.kommuneId, -60);
  await erfasseKontakt(f, nr, kontakt.parse({ am: tagVon(-1), kanal: 'persoenlich', ausgefallen: 'ja' }), eingang());
  expect((await aufgaben(f, nr)).map(([art]) => art)).toEqual(['ohne_kontakt']);
  await erfasseKontakt(f, nr, kontakt.parse({ am: tagVon(-1), kanal: 'telefon', notiz: 'x' }), eingang());
  expect(await aufgaben(f, nr)).toEqual([]);
});

test('the third consultation suggests the criteria to who is responsible', async () => {
  const [f, k] = await szene();
  const nr = await neuerFallVon(f, t.kommuneId);
  const vorschlag = async () => {
    const { rows } = await db.sql.query<{ id: string }>('select id from app.faelle where fallnummer = $1', [nr]);
    return f.tx((tx) => leseVorschlag(tx, f, rows[0]!.id));
  };
  for (const kanal of ['persoenlich', 'telefon', 'video'] as const) {
    expect([await aufgaben(f, nr), await vorschlag()]).toEqual([[], null]);
    await erfasseKontakt(k, nr, kontakt.parse({ am: tagVon(0), kanal, notiz: 'x' }), eingang());
  }
  expect([await aufgaben(f, nr), await aufgaben(k, nr), await vorschlag()]).toEqual([[['neupruefung', 'beratungen']], [], 'beratungen']);
});

test('every Erstgespräch that is near or was missed is there, but not one that went to a colleague', async () => {
  const [f, k] = await szene();
  const warte = async (name: string, tage: number) => {
    const ergebnis = await erfasseAnfrage(f, anfrage.parse({ name, kommune: t.kommuneId, eingegangenAm: tagVon(-9), zugang: 'selbst_telefon', anliegen: 'x', ergebnis: 'erstgespraech', erstgespraechAm: tagVon(Math.max(tage, 0)) }), eingang());
    if (!ergebnis.ok || !('id' in ergebnis.wert)) throw new Error('kein Termin');
    await db.sql.query('update app.anfragen set erstgespraech_am = $2 where id = $1', [ergebnis.wert.id, tagVon(tage)]);
    return ergebnis.wert.id;
  };
  const [bald, verpasst, ferne, ihre] = [await warte('Bald Da', 3), await warte('Nicht Gekommen', -4), await warte('Viel Später', 90), await warte('Bei Ihr', 1)];
  await db.sql.query("update app.anfragen set stand = 'weitergegeben', an_nutzer_id = $2 where id = $1", [ihre, k.nutzerId]);
  expect((await getMeinTag(f)).erstgespraeche).toEqual([{ id: verpasst, name: 'Nicht Gekommen', tag: tagVon(-4) }, { id: bald, name: 'Bald Da', tag: tagVon(3) }]);
  expect((await getMeinTag(k)).erstgespraeche.map(({ id }) => id)).toEqual([verpasst, ihre, bald]);
  expect((await getMeinTag(f)).erstgespraeche.map(({ id }) => id)).not.toContain(ferne);
});

test('an Anfrage that was passed on waits for whoever has the Case Management by now', async () => {
  const [f, k] = await szene();
  const nr = await neuerFallVon(k, t.kommuneId, -5);
  await setzeKlasse(k, nr, 'case_management');
  const person = await hauptperson(k, nr);
  const antwort = await erfasseAnfrage(f, anfrage.parse({ name: 'Wer auch immer', person, kommune: t.kommuneId, eingegangenAm: tagVon(0), zugang: 'sprechstunde', anliegen: 'x', ergebnis: 'offen' }), eingang());
  expect(antwort).toMatchObject({ wert: { art: 'weitergegeben' } });
  const fuer = async (...wer: TraegerAkteur[]) => Promise.all(wer.map(async (eine) => (await getMeinTag(eine)).anfragen));
  expect(await fuer(f, k)).toEqual([{ offen: 0, fuerMich: 0 }, { offen: 0, fuerMich: 1 }]);
  expect(await uebergib(k, nr, f.nutzerId)).toMatchObject({ ok: true });
  expect(await fuer(f, k)).toEqual([{ offen: 0, fuerMich: 1 }, { offen: 0, fuerMich: 0 }]);
});

test('a term of somebody who has left the case is nobody’s task there', async () => {
  const [f] = await szene();
  const nr = await neuerFallVon(f, t.kommuneId, -5);
  await fuegePersonHinzu(f, nr, { rolle: 'familie', haushalt: '' }, person.parse({ vorname: 'Tante', nachname: 'Neu' }), eingang());
  const tante = (await listPersonen(f, nr)).find(({ vorname }) => vorname === 'Tante')!.id;
  const status = { code: 'p24', von: tagVon(-300), bis: tagVon(20), dokumentnummer: '', notiz: '' };
  expect(await erfasseStatusangabe(f, nr, tante, status, eingang())).toMatchObject({ ok: true });
  expect((await aufgaben(f, nr)).map(([art]) => art)).toEqual(['frist']);
  expect(await saveZugehoerigkeit(f, nr, tante, { rolle: 'familie', haushalt: '', ausgeschiedenAm: tagVon(0), ausgezogenAm: null })).toMatchObject({ ok: true });
  expect(await aufgaben(f, nr)).toEqual([]);
});
