import { describe, expect, test } from 'vitest';
import { getDateiinhalt } from '@kim/domain/dokumente/data.server.ts';
import { legeDokumentAb } from '@kim/domain/dokumente/mutations.server.ts';
import { getEinwilligungsakte, getEinwilligungsblatt } from '@kim/domain/einwilligungen/data.server.ts';
import { erfasseEinwilligung, reicheNachweisNach, widerrufeEinwilligung } from '@kim/domain/einwilligungen/mutations.server.ts';
import type { Einwilligungseingabe } from '@kim/domain/einwilligungen/schema.ts';
import { getTextbestand } from '@kim/domain/einwilligungstexte/data.server.ts';
import { legeTextfassungAn } from '@kim/domain/einwilligungstexte/mutations.server.ts';
import { saveAnliegen } from '@kim/domain/faelle/mutations.server.ts';
import { listKontakte } from '@kim/domain/kontakte/data.server.ts';
import { erfasseKontakt, saveKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import { kontakt } from '@kim/domain/kontakte/schema.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { FallGestoppt } from '@kim/domain/faelle/rules.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { neuerFall } from './fall.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [t, nachbar] = BERG.traeger as [TraegerPlan, TraegerPlan];
const PDF = Buffer.from('%PDF-1.7 unterschrieben');
const KONTAKT = kontakt.parse({ am: tagVon(0), kanal: 'telefon', notiz: 'Rückruf' });

/** A case with a person, opened through the product, so that its keys open. */
async function fall(wer: TraegerAkteur) {
  const nr = await neuerFall(wer, t);
  const person = (await listPersonen(wer, nr))[0]!.id;
  return { nr, person };
}

const erklaerung = (person: string, mehr: Partial<Einwilligungseingabe> = {}) => ({
  art: 'datenschutzvereinbarung', person, entscheidung: 'erteilt', am: tagVon(-10), form: 'schriftlich', sprache: '', gueltigBis: null, bemerkung: 'Dolmetscherin dabei',
  unterschrift: null, empfaenger: '', zweck: '', datenarten: [], richtung: null, ...mehr } as Einwilligungseingabe);

const stoppVon = async (nr: string) => (await db.sql.query<{ gestoppt_am: string | null }>('select gestoppt_am::text from app.faelle where fallnummer = $1', [nr])).rows[0]?.gestoppt_am;
const aktionen = async (nr: string) => (await db.sql.query<{ aktion: string }>('select aktion from app.protokoll where fallnummer = $1 order by id', [nr])).rows.map(({ aktion }) => aktion);

async function erteile(wer: TraegerAkteur, nr: string, eingabe: Einwilligungseingabe, datei: Buffer | null = null): Promise<string> {
  const ergebnis = await erfasseEinwilligung(wer, nr, eingabe, datei && { name: 'blatt.pdf', bytes: datei }, eingang(eingabe));
  if (!ergebnis.ok) throw new Error(ergebnis.grund);
  return ergebnis.wert.ergebnis;
}

describe('a consent', () => {
  test('is kept with the wording of its day, its evidence and what was typed, and counts once', async () => {
    const wer = await als(t.personen.fachkraft);
    const { nr, person } = await fall(wer);
    const formular = eingang('einmal');
    const datei = { name: 'blatt.pdf', bytes: PDF };
    const erste = await erfasseEinwilligung(wer, nr, erklaerung(person), datei, formular);
    const zweite = await erfasseEinwilligung(wer, nr, erklaerung(person), datei, formular);
    expect(erste.ok && zweite.ok && erste.wert.ergebnis === zweite.wert.ergebnis).toBe(true);
    const akte = await getEinwilligungsakte(wer, nr);
    expect(akte?.einwilligungen).toMatchObject([{ bemerkung: 'Dolmetscherin dabei', vorlage: `${akte?.bestand.regime}-1`, textId: null, stand: 'erteilt' }]);
    expect(akte?.unterlagen).toEqual({ datenschutzvereinbarung: 'liegt_vor', datenschutzerklaerung: 'fehlt', schweigepflichtentbindung: 'fehlt', einverstaendnis: 'fehlt' });
    expect((await getDateiinhalt(wer, nr, akte?.einwilligungen[0]?.nachweisId ?? ''))?.inhalt.equals(PDF)).toBe(true);
    const roh = await db.sql.query<{ inhalt: Buffer }>('select inhalt_krypt as inhalt from app.einwilligungen e join app.faelle f on f.id = e.fall_id where f.fallnummer = $1', [nr]);
    expect(roh.rows[0]?.inhalt.includes('Dolmetscherin')).toBe(false);
    expect(await aktionen(nr)).toEqual(expect.arrayContaining(['einwilligung.erfasst', 'dokument.abgelegt', 'einwilligung.gelesen', 'dokument.gelesen']));
  });

  test('gets its signed paper later, once, and not after a revocation', async () => {
    const wer = await als(t.personen.fachkraft);
    const { nr, person } = await fall(wer);
    const [id, widerrufene] = [await erteile(wer, nr, erklaerung(person, { art: 'einverstaendnis' })), await erteile(wer, nr, erklaerung(person, { art: 'schweigepflichtentbindung', empfaenger: 'Jobcenter', zweck: 'Antrag', datenarten: ['person'], richtung: 'gegenseitig' } as Partial<Einwilligungseingabe>))];
    const reiche = (welche: string, version: number, bytes = PDF) => reicheNachweisNach(wer, nr, welche, version, { name: 'blatt.pdf', bytes }, eingang());
    const nachweise = async () => (await getEinwilligungsakte(wer, nr))?.einwilligungen.map(({ nachweisId }) => nachweisId !== null);
    expect(await reiche(id, 1, Buffer.from('<html>'))).toMatchObject({ grund: 'unbekannter_typ' });
    expect(await reiche(id, 7)).toMatchObject({ grund: 'konflikt' });
    expect(await nachweise()).toEqual([false, false]);
    expect(await reiche(id, 1)).toMatchObject({ ok: true });
    expect(await getEinwilligungsblatt(wer, nr, id)).toMatchObject({ einwilligung: { version: 2, bemerkung: 'Dolmetscherin dabei' } });
    expect(await reiche(id, 2)).toMatchObject({ grund: 'nachweis_liegt_vor' });
    expect(await widerrufeEinwilligung(wer, nr, widerrufene, 1, tagVon(0))).toMatchObject({ ok: true });
    expect(await reiche(widerrufene, 2)).toMatchObject({ grund: 'widerrufen' });
    expect((await nachweise())?.filter(Boolean)).toHaveLength(1);
    expect(await reicheNachweisNach(await als(nachbar.personen.fachkraft), nr, id, 2, { name: 'x', bytes: PDF }, eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect((await aktionen(nr)).filter((aktion) => aktion === 'einwilligung.nachgewiesen')).toHaveLength(1);
  });

  test('of a person who is not in the case, or in a case that one does not see, does not exist', async () => {
    const [wer, andere] = [await als(t.personen.fachkraft), await als(nachbar.personen.fachkraft)];
    const { nr, person } = await fall(wer);
    expect(await erfasseEinwilligung(wer, nr, erklaerung(t.faelle.eigener.ratsuchendeId), null, eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await erfasseEinwilligung(andere, nr, erklaerung(person), null, eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    const id = await erteile(wer, nr, erklaerung(person));
    expect([await getEinwilligungsakte(andere, nr), await getEinwilligungsblatt(andere, nr, id)]).toEqual([null, null]);
    expect(await widerrufeEinwilligung(andere, nr, id, 1, tagVon(0))).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await getEinwilligungsblatt(wer, (await fall(wer)).nr, id)).toBeNull();
  });

  test.each<[string, Partial<Einwilligungseingabe>, Buffer | null, string]>([
    ['electronic without a signature', { form: 'elektronisch' }, null, 'nachweis_fehlt'],
    ['with a signature and a file', { form: 'elektronisch', unterschrift: new Uint8Array([1]) }, PDF, 'zwei_nachweise'],
    ['with a file that is a web page', {}, Buffer.from('<html>'), 'unbekannter_typ'],
    ['with a file over 10 MB', {}, Buffer.concat([PDF, Buffer.alloc(10_485_760)]), 'zu_gross'],
  ])('%s is refused, and nothing is written', async (_, mehr, bytes, grund) => {
    const wer = await als(t.personen.fachkraft);
    const { nr, person } = await fall(wer);
    expect(await erfasseEinwilligung(wer, nr, erklaerung(person, mehr), bytes && { name: 'x', bytes }, eingang())).toMatchObject({ grund });
    expect((await getEinwilligungsakte(wer, nr))?.einwilligungen).toEqual([]);
  });
});

describe('a revocation', () => {
  test('of the Datenschutzvereinbarung stops the recording at once; a new one lifts it', async () => {
    const wer = await als(t.personen.fachkraft);
    const { nr, person } = await fall(wer);
    await erfasseKontakt(wer, nr, KONTAKT, eingang());
    const eintrag = (await listKontakte(wer, nr, null))!.kontakte[0]!;
    const id = await erteile(wer, nr, erklaerung(person));
    expect(await widerrufeEinwilligung(wer, nr, id, 1, tagVon(-3))).toMatchObject({ ok: true });
    expect([await stoppVon(nr), (await getEinwilligungsakte(wer, nr))?.unterlagen.datenschutzvereinbarung]).toEqual([tagVon(-3), 'widerrufen']);
    for (const schreibe of [
      () => erfasseKontakt(wer, nr, KONTAKT, eingang()),
      () => saveKontakt(wer, nr, eintrag.id, 1, KONTAKT),
      () => saveAnliegen(wer, nr, 1, 'Neues'),
      () => legeDokumentAb(wer, nr, 'anlage', { name: 'x', bytes: PDF }, eingang()),
      () => erfasseEinwilligung(wer, nr, erklaerung(person, { art: 'einverstaendnis' }), null, eingang()),
    ]) await expect(schreibe()).rejects.toThrow(FallGestoppt);
    expect((await listKontakte(wer, nr, null))?.kontakte).toHaveLength(1);
    expect(await erfasseEinwilligung(wer, nr, erklaerung(person, { am: tagVon(-4) }), null, eingang())).toMatchObject({ grund: 'vor_widerruf', widerrufenAm: tagVon(-3) });
    await erteile(wer, nr, erklaerung(person, { am: tagVon(0) }), PDF);
    expect(await stoppVon(nr)).toBeNull();
    expect(await erfasseKontakt(wer, nr, KONTAKT, eingang())).toMatchObject({ ok: true });
  });

  test('the database refuses an entry even where no code asks', async () => {
    const wer = await als(t.personen.fachkraft);
    const { nr, person } = await fall(wer);
    const { rows } = await db.sql.query<{ id: string }>('select id from app.faelle where fallnummer = $1', [nr]);
    const trage = () => db.spiele(async ({ als: spielt }) => (await spielt(t.personen.fachkraft)).versucht(
      "insert into app.kontakte (traeger_id, id, fall_id, am, kanal, notiz_krypt, erfasst_von) values ($1, gen_random_uuid(), $2, $3, 'post', '\\x00', $4)",
      [t.id, rows[0]?.id, tagVon(0), t.personen.fachkraft.nutzerId]));
    expect((await trage()).fehler).toBeNull();
    await widerrufeEinwilligung(wer, nr, await erteile(wer, nr, erklaerung(person)), 1, tagVon(0));
    expect((await trage()).fehler).toBe('42501');
  });

  test('of one Schweigepflichtentbindung leaves the other and the recording alone', async () => {
    const wer = await als(t.personen.fachkraft);
    const { nr, person } = await fall(wer);
    const fuer = (empfaenger: string) => erteile(wer, nr, erklaerung(person, { art: 'schweigepflichtentbindung', empfaenger, zweck: 'Antrag', datenarten: ['leistungen'], richtung: 'gegenseitig' }));
    const [eine] = [await fuer('Jobcenter'), await fuer('Schule')];
    expect(await widerrufeEinwilligung(wer, nr, eine, 1, tagVon(0))).toMatchObject({ ok: true });
    const akte = await getEinwilligungsakte(wer, nr);
    expect([akte?.unterlagen.schweigepflichtentbindung, await stoppVon(nr)]).toEqual(['liegt_vor', null]);
    expect(akte?.einwilligungen.map(({ empfaenger, stand }) => `${empfaenger} ${stand}`).sort()).toEqual(['Jobcenter widerrufen', 'Schule erteilt']);
  });

  test('counts once, never before the consent, and only on the version that was read', async () => {
    const wer = await als(t.personen.fachkraft);
    const { nr, person } = await fall(wer);
    const id = await erteile(wer, nr, erklaerung(person));
    expect(await widerrufeEinwilligung(wer, nr, id, 1, tagVon(-11))).toMatchObject({ grund: 'vor_erteilung', erteiltAm: tagVon(-10) });
    expect(await widerrufeEinwilligung(wer, nr, id, 7, tagVon(0))).toMatchObject({ grund: 'konflikt' });
    expect(await stoppVon(nr)).toBeNull();
    expect(await widerrufeEinwilligung(wer, nr, id, 1, tagVon(0))).toMatchObject({ ok: true });
    expect(await widerrufeEinwilligung(wer, nr, id, 2, tagVon(0))).toMatchObject({ grund: 'nicht_erteilt' });
    expect((await aktionen(nr)).filter((aktion) => aktion === 'einwilligung.widerrufen')).toHaveLength(1);
  });
});

describe('a Träger’s own wording', () => {
  const TEXT = 'Ich bin einverstanden, dass meine Angaben gespeichert werden. '.repeat(2);

  test('is what new consents carry; what was signed before keeps its text', async () => {
    const [wer, verwaltung] = [await als(t.personen.fachkraft), await als(t.personen.verwaltung)];
    const { nr, person } = await fall(wer);
    const alte = await erteile(wer, nr, erklaerung(person, { art: 'einverstaendnis', am: tagVon(-1) }));
    expect(await legeTextfassungAn(verwaltung, 'einverstaendnis', { giltAb: tagVon(0), text: TEXT }, eingang())).toMatchObject({ ok: true });
    const neue = await erteile(wer, nr, erklaerung(person, { art: 'einverstaendnis', am: tagVon(0) }));
    expect((await getEinwilligungsblatt(wer, nr, neue))?.wortlaut).toMatchObject({ bezeichnung: 'eigene Fassung 1', text: TEXT });
    expect((await getEinwilligungsblatt(wer, nr, alte))?.wortlaut.bezeichnung).toMatch(/^Vorlage /);
    const fremde = (await getTextbestand(await als(nachbar.personen.verwaltung))).fassungen;
    expect(fremde.some(({ text }) => text === TEXT)).toBe(false);
  });

  test('never begins in the past, and a Fachkraft writes none', async () => {
    const verwaltung = await als(t.personen.verwaltung);
    const neue = { giltAb: tagVon(0), text: TEXT };
    expect(await legeTextfassungAn(verwaltung, 'datenschutzerklaerung', { ...neue, giltAb: tagVon(-1) }, eingang())).toMatchObject({ grund: 'vergangen' });
    expect(await legeTextfassungAn(verwaltung, 'datenschutzerklaerung', neue, eingang())).toMatchObject({ ok: true });
    await expect(legeTextfassungAn(await als(t.personen.fachkraft), 'datenschutzerklaerung', neue, eingang())).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
