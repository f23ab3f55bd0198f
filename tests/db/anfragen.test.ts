import { beforeAll, describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getAnfrage, getFallanlage, getSprechstunde, listAnfragen } from '@kim/domain/anfragen/data.server.ts';
import { erfasseAnfrage, eroeffneFall, nimmAnfrageAuf, saveAnfrage, saveAngaben, saveKernkriterium, uebernimmAnfrage } from '@kim/domain/anfragen/mutations.server.ts';
import { anfrage, weitererFall } from '@kim/domain/anfragen/schema.ts';
import { listWiedervorlagen } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { listBedarfe } from '@kim/domain/bedarfe/data.server.ts';
import { getFall } from '@kim/domain/faelle/data.server.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { getKlaerung } from '@kim/domain/klaerung/data.server.ts';
import { listKontakte } from '@kim/domain/kontakte/data.server.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { suche } from '@kim/domain/suche/data.server.ts';
import { uebergib } from '@kim/domain/zustaendigkeiten/mutations.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
// What the fixture holds only looks encrypted.
beforeAll(() => db.sql.query("update app.anfragen set stand = 'nicht_aufgenommen' where stand = 'offen'"));
const t = BERG.traeger[0]!;
const { fachkraft, kollegin } = t.personen;

const eingabe = (mehr: Record<string, string>) =>
  anfrage.parse({ name: 'Amal Testfrau', kommune: t.kommuneId, eingegangenAm: heute(), zugang: 'sprechstunde', anliegen: 'Fragt nach einem Kurs', ergebnis: 'kurzberatung', ...mehr });

async function eroeffne(akteur: TraegerAkteur, name: string, mehr: Record<string, string> = {}): Promise<string> {
  const antwort = await erfasseAnfrage(akteur, eingabe({ name, ...mehr }), eingang());
  if (!antwort.ok || !('fallnummer' in antwort.wert)) throw new Error(JSON.stringify(antwort));
  return antwort.wert.fallnummer;
}
const personVon = async (akteur: TraegerAkteur, name: string) => (await suche(akteur, name)).find((treffer) => treffer.name === name)?.personId ?? '';

describe('a case for somebody who is recorded already', () => {
  const weiterer = (akteur: TraegerAkteur, person: string) => eroeffneFall(akteur, weitererFall.parse({ person, kommune: t.kommuneId, eroeffnetAm: heute(), anliegen: 'Ist wieder da' }), eingang());

  test('is hers, and she is not recorded again', async () => {
    const f = await als(fachkraft);
    await eroeffne(f, 'Wanda Wieder', { sprache: 'ukr' });
    const id = await personVon(f, 'Wanda Wieder');
    expect(await getFallanlage(f, id)).toMatchObject({ bekannt: { id, name: 'Wanda Wieder', zugaenglich: true } });
    const zweiter = await weiterer(f, id);
    expect(zweiter.ok && (await getFall(f, zweiter.wert))).toMatchObject({ name: 'Wanda Wieder', anliegen: 'Ist wieder da', klasse: 'kurzberatung' });
    expect((await suche(f, 'Wanda Wieder')).map(({ faelle }) => faelle.length)).toEqual([2]);
  });

  test('takes her name from an Anfrage that has not become a case', async () => {
    const f = await als(fachkraft);
    expect(await erfasseAnfrage(f, eingabe({ name: 'Wibke Nur Anfrage', ergebnis: 'offen' }), eingang())).toMatchObject({ ok: true });
    const ergebnis = await weiterer(f, await personVon(f, 'Wibke Nur Anfrage'));
    expect(ergebnis.ok && (await listPersonen(f, ergebnis.wert))).toMatchObject([{ vorname: 'Wibke Nur', nachname: 'Anfrage' }]);
  });

  test('is not opened for a colleague’s client, another Träger’s or nobody', async () => {
    const [f, k, fremd] = [await als(fachkraft), await als(kollegin), await als(BERG.traeger[1]!.personen.fachkraft)];
    await setzeKlasse(k, await eroeffne(k, 'Xenia Gebunden'), 'case_management');
    const id = await personVon(k, 'Xenia Gebunden');
    expect(await getFallanlage(f, id)).toMatchObject({ bekannt: { zugaenglich: false } });
    expect(await weiterer(f, id)).toMatchObject({ grund: 'bei_kollegin' });
    for (const unbekannt of [id, neueId()]) expect(await getFallanlage(fremd, unbekannt)).toBeNull();
    expect(await weiterer(f, neueId())).toMatchObject({ grund: 'nicht_gefunden' });
  });
});

describe('a consultation of the open hours', () => {
  test('with a new person is a Kurzberatung with its Kontakt, its Bedarfe and how she came', async () => {
    const f = await als(fachkraft);
    const nr = await eroeffne(f, 'Berta Neu', { bedarf: 'wohnen', weitererBedarf: 'sprache', kernkriterium: 'wiederaufnahme' });
    const fall = await getFall(f, nr);
    expect(fall).toMatchObject({ name: 'Berta Neu', klasse: 'kurzberatung', anliegen: 'Fragt nach einem Kurs', beendetAm: null });
    expect((await listKontakte(f, nr, null))?.kontakte.map(({ notiz }) => notiz)).toEqual(['Fragt nach einem Kurs']);
    expect((await listBedarfe(f, nr))?.map(({ bereich }) => bereich).sort()).toEqual(['sprache', 'wohnen']);
    const { rows } = await db.sql.query('select zugang, kernkriterium, stand, inhalt_krypt from app.anfragen where fall_id = $1', [fall?.id]);
    expect(rows).toEqual([{ zugang: 'sprechstunde', kernkriterium: 'wiederaufnahme', stand: 'aufgenommen', inhalt_krypt: null }]);
  });

  test('that ends in a Verweis is complete on the same day', async () => {
    const f = await als(fachkraft);
    const nr = await eroeffne(f, 'Clara Kurz', { ergebnis: 'verweis', verwiesenAn: 'Jobcenter Rhein-Berg' });
    expect(await getFall(f, nr)).toMatchObject({ klasse: 'verweis', beendetAm: heute() });
    expect((await listKontakte(f, nr, null))?.kontakte[0]?.notiz).toContain('Jobcenter Rhein-Berg');
  });

  test('with somebody who has a Kurzberatung is written into it, not into a second case', async () => {
    const f = await als(fachkraft);
    const nr = await eroeffne(f, 'Dana Wieder');
    expect(await eroeffne(f, 'Dana Wieder', { fall: nr, anliegen: 'Kommt zum zweiten Mal', bedarf: 'arbeit' })).toBe(nr);
    expect((await listKontakte(f, nr, null))?.kontakte).toHaveLength(2);
    expect((await suche(f, 'Dana Wieder'))[0]?.faelle).toHaveLength(1);
  });

  test('with somebody who has a case loses nothing of what was noted, and what is left to do is due there', async () => {
    const f = await als(fachkraft);
    const nr = await eroeffne(f, 'Dora Weiter');
    const gesagt = { fall: nr, anliegen: 'Bringt einen Brief', telefon: '0176 5550123', sprache: 'kmr', kernkriterium: 'wiederaufnahme' } as const;
    const termin = heute(() => new Date(Date.now() + 5 * 86_400_000));
    await eroeffne(f, 'Dora Weiter', { ...gesagt, ergebnis: 'erstgespraech', erstgespraechAm: formatDatum(termin) });
    await eroeffne(f, 'Dora Weiter', { fall: nr, anliegen: 'Ruft an', ergebnis: 'offen', zugang: 'selbst_telefon' });
    const kontakte = (await listKontakte(f, nr, null))?.kontakte.map(({ kanal, notiz }) => `${kanal}: ${notiz}`);
    expect(kontakte?.slice(0, 2)).toEqual(['telefon: Ruft an', 'persoenlich: Bringt einen Brief\nSprache: Kurmandschi\nTelefon: 0176 5550123']);
    expect((await listWiedervorlagen(f, nr))?.map(({ text, faelligAm }) => `${faelligAm}: ${text}`)).toEqual([`${heute()}: Anfrage beantworten`, `${termin}: Erstgespräch führen`]);
    expect((await getKlaerung(f, nr))?.kernkriterium).toBe('wiederaufnahme');
  });

  test('with somebody known opens a second case for the same person', async () => {
    const f = await als(fachkraft);
    const erster = await eroeffne(f, 'Eda Bekannt', { ergebnis: 'verweis', verwiesenAn: 'VHS' });
    const zweiter = await eroeffne(f, 'Eda Bekannt', { person: await personVon(f, 'Eda Bekannt') });
    expect((await suche(f, 'Eda Bekannt')).map(({ faelle }) => faelle.map(({ fallnummer }) => fallnummer).sort())).toEqual([[erster, zweiter].sort()]);
  });

  test('sent twice from a bad line is one', async () => {
    const f = await als(fachkraft);
    const form = eingang({ name: 'Fadi Doppelt' });
    await erfasseAnfrage(f, eingabe({ name: 'Fadi Doppelt' }), form);
    expect(await erfasseAnfrage(f, eingabe({ name: 'Fadi Doppelt' }), form)).toMatchObject({ ok: true });
    expect(await suche(f, 'Fadi Doppelt')).toHaveLength(1);
  });

  test('of another Träger’s person, case or commune is refused and leaves nothing', async () => {
    const f = await als(fachkraft);
    const anderswo = BERG.traeger[1]!;
    expect(await erfasseAnfrage(f, eingabe({ person: anderswo.faelle.kurzberatung.ratsuchendeId }), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await erfasseAnfrage(f, eingabe({ fall: anderswo.faelle.kurzberatung.fallnummer }), eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await erfasseAnfrage(f, eingabe({ name: 'Gila Fremd', kommune: BERG.kommunen[1]! }), eingang())).toMatchObject({ grund: 'kommune' });
    expect(await suche(f, 'Gila Fremd')).toEqual([]);
  });
});

describe('a client of a colleague’s Case Management', () => {
  test('stays hers: the Anfrage is passed on, and she writes it into her case', async () => {
    const [f, k] = [await als(fachkraft), await als(kollegin)];
    const nr = await eroeffne(k, 'Hana Gebunden');
    expect(await setzeKlasse(k, nr, 'case_management')).toMatchObject({ ok: true });
    const person = await personVon(f, 'Hana Gebunden');
    const antwort = await erfasseAnfrage(f, eingabe({ name: 'Hana Gebunden', person, anliegen: 'Brief vom Amt' }), eingang());
    expect(antwort).toMatchObject({ ok: true, wert: { art: 'weitergegeben' } });
    const id = antwort.ok && antwort.wert.art === 'weitergegeben' ? antwort.wert.id : '';
    expect(await getFall(f, nr)).toBeNull();
    expect(await nimmAnfrageAuf(f, id, { kernkriterium: '', am: heute() }, eingang())).toMatchObject({ grund: 'bei_kollegin' });
    expect(await uebernimmAnfrage(f, id)).toMatchObject({ grund: 'kein_fall' });
    expect(await uebernimmAnfrage(k, id)).toEqual({ ok: true, wert: nr });
    expect((await listKontakte(k, nr, null))?.kontakte[0]?.notiz).toContain('Brief vom Amt');
    expect(await getAnfrage(f, id)).toBeNull();
  });

  test('is passed on with its Bedarfe, its telephone and its Verweis; who has the case by then writes it there', async () => {
    const [f, k] = [await als(fachkraft), await als(kollegin)];
    const nr = await eroeffne(k, 'Henri Gewandert');
    expect(await setzeKlasse(k, nr, 'case_management')).toMatchObject({ ok: true });
    const person = await personVon(f, 'Henri Gewandert');
    const antwort = await erfasseAnfrage(f, eingabe({ name: 'Henri Gewandert', person, ergebnis: 'verweis', verwiesenAn: 'Wohnberatung', bedarf: 'wohnen', telefon: '02202 99' }), eingang());
    const id = antwort.ok && antwort.wert.art === 'weitergegeben' ? antwort.wert.id : '';
    expect(await getAnfrage(f, id)).toMatchObject({ laufenderFall: null, aufnehmbar: false });
    expect(await uebergib(k, nr, f.nutzerId)).toMatchObject({ ok: true });
    expect(await getAnfrage(k, id)).toMatchObject({ laufenderFall: null, aufnehmbar: false });
    expect(await getAnfrage(f, id)).toMatchObject({ laufenderFall: nr, aufnehmbar: true });
    expect(await uebernimmAnfrage(k, id)).toMatchObject({ grund: 'kein_fall' });
    expect(await uebernimmAnfrage(f, id)).toEqual({ ok: true, wert: nr });
    const notiz = (await listKontakte(f, nr, null))?.kontakte[0]?.notiz;
    for (const teil of ['Verwiesen an: Wohnberatung', 'Telefon: 02202 99']) expect(notiz).toContain(teil);
    expect((await listBedarfe(f, nr))?.map(({ bereich }) => bereich)).toEqual(['wohnen']);
  });
});

describe('an Anfrage that waits', () => {
  test('becomes a case once, for whoever of two at the same queue is first', async () => {
    const [f, k] = [await als(fachkraft), await als(kollegin)];
    const antwort = await erfasseAnfrage(f, eingabe({ name: 'Ines Wartet', ergebnis: 'erstgespraech', bedarf: 'gesundheit' }), eingang());
    const id = antwort.ok && antwort.wert.art === 'anfrage' ? antwort.wert.id : '';
    expect((await listAnfragen(k)).anfragen.find((eine) => eine.id === id)).toMatchObject({ name: 'Ines Wartet', stand: 'wartet', anliegen: 'Fragt nach einem Kurs' });
    const aufnahmen = await Promise.all([f, k].map((akteur) => nimmAnfrageAuf(akteur, id, { kernkriterium: 'erstintegration', am: heute() }, eingang())));
    expect(aufnahmen.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await suche(f, 'Ines Wartet'))[0]?.faelle).toHaveLength(1);
    const nr = (await suche(f, 'Ines Wartet'))[0]!.faelle[0]!.fallnummer;
    expect((await listBedarfe(f, nr))?.map(({ bereich }) => bereich)).toEqual(['gesundheit']);
  });

  test('is put right as long as nobody else did', async () => {
    const f = await als(fachkraft);
    const antwort = await erfasseAnfrage(f, eingabe({ name: 'Ilka Verhört', ergebnis: 'offen', bedarf: 'wohnen' }), eingang());
    const id = antwort.ok && antwort.wert.art === 'anfrage' ? antwort.wert.id : '';
    const richtig = { anliegen: 'Sucht Arbeit', sprache: 'ara', sprachmittlung: 'laienpool', zugang: 'ehrenamt', telefon: '0171 1', bedarf: 'arbeit', weitererBedarf: '', version: 1 } as const;
    expect(await saveAngaben(f, id, richtig)).toMatchObject({ ok: true });
    expect(await getAnfrage(f, id)).toMatchObject({ anliegen: 'Sucht Arbeit', sprache: 'ara', sprachmittlung: 'laienpool', zugang: 'ehrenamt', telefon: '0171 1', bedarfe: ['arbeit'], version: 2 });
    expect(await saveAngaben(f, id, richtig)).toMatchObject({ grund: 'konflikt' });
    expect(await saveAngaben(await als(BERG.traeger[1]!.personen.fachkraft), id, { ...richtig, version: 2 })).toMatchObject({ grund: 'nicht_gefunden' });
  });

  test('that nothing came of leaves the list; an older version of it is refused', async () => {
    const f = await als(fachkraft);
    const antwort = await erfasseAnfrage(f, eingabe({ name: 'Jana Fort', ergebnis: 'offen' }), eingang());
    const id = antwort.ok && antwort.wert.art === 'anfrage' ? antwort.wert.id : '';
    const aenderung = { stand: 'nicht_aufgenommen', erstgespraechAm: null, kernkriterium: '', version: 1 } as const;
    expect(await saveAnfrage(f, id, aenderung)).toMatchObject({ ok: true });
    expect(await saveAnfrage(f, id, aenderung)).toMatchObject({ grund: 'konflikt' });
    expect((await listAnfragen(f)).anfragen.map((eine) => eine.id)).not.toContain(id);
  });
});

test('what was left open in the corridor is listed until it is complete', async () => {
  const f = await als(fachkraft);
  const nr = await eroeffne(f, 'Katja Unvollständig');
  const offen = async () => (await getSprechstunde(f)).erfasst.find(({ fallnummer }) => fallnummer === nr);
  expect(await offen()).toMatchObject({ name: 'Katja Unvollständig', tag: heute(), fehlt: ['kernkriterium', 'geburtsjahr', 'staatsangehoerigkeit'] });
  expect(await saveKernkriterium(f, nr, 'erstintegration')).toMatchObject({ ok: true });
  expect(await offen()).toMatchObject({ fehlt: ['geburtsjahr', 'staatsangehoerigkeit'] });
  await db.sql.query("update app.kontakte k set am = am - 3 from app.faelle f where f.id = k.fall_id and f.traeger_id = k.traeger_id and f.fallnummer = $1 and f.traeger_id = $2", [nr, t.id]);
  expect(await offen()).toMatchObject({ fehlt: ['geburtsjahr', 'staatsangehoerigkeit'] });
  await db.sql.query("update app.stammdaten set geburtsjahr = 1990, staatsangehoerigkeit = '475' where ratsuchende_id = $1", [await personVon(f, 'Katja Unvollständig')]);
  expect(await offen()).toBeUndefined();
});

test('three hundred entries in one morning by two people, every tenth sent twice: each is there once, numbered without a gap', async () => {
  const [f, k] = [await als(fachkraft), await als(kollegin)];
  const vorher = Number((await db.sql.query('select count(*) as n from app.faelle where traeger_id = $1', [t.id])).rows[0].n);
  const nummern = await Promise.all([f, k].flatMap((wer, platz) => Array.from({ length: 3 }, async (_, strang) => {
    const erfasst: string[] = [];
    for (let i = 0; i < 50; i += 1) {
      const formular = [eingabe({ name: `Morgen ${platz}${strang} ${i}` }), eingang()] as const;
      const antworten = await Promise.all(Array.from({ length: i % 10 === 0 ? 2 : 1 }, () => erfasseAnfrage(wer, ...formular)));
      for (const antwort of antworten) if (antwort.ok && antwort.wert.art === 'fall') erfasst.push(antwort.wert.fallnummer);
    }
    return erfasst;
  })));
  expect(new Set(nummern.flat()).size).toBe(300);
  const { rows } = await db.sql.query<{ n: string; luecken: string }>(
    `select count(*) as n, max(split_part(fallnummer, '-', 3)::int) - min(split_part(fallnummer, '-', 3)::int) + 1 - count(*) as luecken
       from app.faelle where traeger_id = $1 and fallnummer = any ($2)`, [t.id, [...new Set(nummern.flat())]]);
  expect(rows).toEqual([{ n: '300', luecken: '0' }]);
  expect(Number((await db.sql.query('select count(*) as n from app.faelle where traeger_id = $1', [t.id])).rows[0].n)).toBe(vorher + 300);
});
