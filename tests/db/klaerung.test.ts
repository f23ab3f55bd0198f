import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { eroeffneFall } from '@kim/domain/anfragen/mutations.server.ts';
import { neuerFall } from '@kim/domain/anfragen/schema.ts';
import { getAbschluss } from '@kim/domain/fallabschluesse/data.server.ts';
import { getErstgespraech } from '@kim/domain/klaerung/erstgespraech/data.server.ts';
import { saveErstgespraech } from '@kim/domain/klaerung/erstgespraech/mutations.server.ts';
import { erstgespraech } from '@kim/domain/klaerung/erstgespraech/schema.ts';
import { getKlaerung } from '@kim/domain/klaerung/data.server.ts';
import { entscheide } from '@kim/domain/klaerung/mutations.server.ts';
import type { Pruefungseingabe } from '@kim/domain/klaerung/schema.ts';
import { erfasseKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { erfasseStatusangabe } from '@kim/domain/statusangaben/mutations.server.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { neuerFallVon } from './faelle-bauen.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const t = BERG.traeger[0]!;
const KONTAKT = { am: tagVon(0), dauer: null, notiz: 'x' };
const FREMD = BERG.traeger[1] as TraegerPlan;

const eroeffne = (akteur: TraegerAkteur) => neuerFallVon(akteur, t.kommuneId);
const bogen = (mehr: Record<string, string> = {}) => erstgespraech.parse({ version: '0', am: tagVon(0), kanal: 'persoenlich', staerken: 'Geduld', ...mehr });

/** The published catalogue of the fixture has one criterion and the threshold 3: nothing but an override leads to Case Management. */
const eingabe = (katalogId: string, mehr: Partial<Pruefungseingabe> = {}): Pruefungseingabe => ({
  katalogId, antwort: { k1: 'ja' }, grund: { k1: 'Drei Ämter' }, entscheidung: 'kurzberatung', abweichung: '', unterlagen: '', kernkriterium: 'erstintegration', ...mehr });
const inCm = { entscheidung: 'case_management', abweichung: 'Akute Lage', unterlagen: 'Werden nachgereicht' } as const;

async function katalogVon(akteur: TraegerAkteur, nr: string): Promise<string> {
  return (await getKlaerung(akteur, nr))!.katalog!.id;
}

const willigtEin = (akteur: TraegerAkteur, nr: string) => akteur.tx((tx) => tx.execute(sql`
  insert into app.einwilligungen (traeger_id, id, fall_id, ratsuchende_id, art, stand, am, form, inhalt_krypt, erfasst_von)
  select f.traeger_id, ${neueId()}, f.id, b.ratsuchende_id, 'einverstaendnis', 'erteilt', ${tagVon(0)}, 'schriftlich', '\\x00', ${akteur.nutzerId}
    from app.faelle f join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id where f.fallnummer = ${nr}`));

const stand = async (nr: string) => (await db.sql.query<{ klasse: string; phase: string | null; ereignisse: string[] }>(
  `select f.klasse, f.phase, (select array_agg(e.art || ':' || e.wert order by e.id) from app.fallereignisse e where e.fall_id = f.id and e.art in ('klasse', 'phase')) as ereignisse
     from app.faelle f where fallnummer = $1`, [nr])).rows[0]!;

describe('the Erstgespräch', () => {
  test('begins with what is known already, and goes on with what was written', async () => {
    const f = await als(t.personen.fachkraft);
    const angaben = { nachname: 'Bekannt', staatsangehoerigkeit: '475', kommune: t.kommuneId, eroeffnetAm: tagVon(0), zugang: 'ehrenamt', anliegen: 'Sucht Arbeit' };
    const eroeffnet = await eroeffneFall(f, neuerFall.parse(angaben), eingang());
    const nr = eroeffnet.ok ? eroeffnet.wert : '';
    const [haupt] = await listPersonen(f, nr);
    const angabe = ([code, von, bis]: readonly [string, string, string | null]) => erfasseStatusangabe(f, nr, haupt!.id, { code, von, bis, dokumentnummer: '', notiz: '' }, eingang());
    for (const eine of [['gestattung', tagVon(-400), tagVon(-200)], ['p24', tagVon(-199), tagVon(100)], ['sgb_2', tagVon(-100), null]] as const) expect(await angabe(eine)).toMatchObject({ ok: true });
    expect((await getErstgespraech(f, nr))?.vorgabe).toEqual({ sprachmittlung: null, bogen: {
      anliegen: 'Sucht Arbeit', zugang: 'Ehrenamt', aufenthalt: `Syrien; vorübergehender Schutz (Ukraine), § 24 AufenthG bis ${formatDatum(tagVon(100))}`, leistungen: expect.stringContaining('SGB II'),
    } });
    await saveErstgespraech(f, nr, bogen());
    expect(await getErstgespraech(f, nr)).toMatchObject({ vorgabe: null, erstgespraech: { bogen: { staerken: 'Geduld' } } });
  });

  test('is saved as far as it goes, read back, and changed at its version', async () => {
    const f = await als(t.personen.fachkraft);
    const nr = await eroeffne(f);
    expect(await saveErstgespraech(f, nr, bogen())).toEqual({ ok: true, wert: 1 });
    expect(await saveErstgespraech(f, nr, bogen({ version: '1', gesundheit: 'Rücken' }))).toEqual({ ok: true, wert: 2 });
    expect((await getErstgespraech(f, nr))?.erstgespraech).toMatchObject({ version: 2, bogen: { staerken: 'Geduld', gesundheit: 'Rücken' } });
    const { rows } = await db.sql.query<{ krypt: Buffer }>('select e.bogen_krypt as krypt from app.erstgespraeche e join app.faelle f on f.id = e.fall_id where f.fallnummer = $1', [nr]);
    expect(rows[0]!.krypt.includes('Rücken')).toBe(false);
  });

  test('saved on two devices: the second gets both, a second sending of the same text is none', async () => {
    const f = await als(t.personen.fachkraft);
    const nr = await eroeffne(f);
    await saveErstgespraech(f, nr, bogen());
    expect(await saveErstgespraech(f, nr, bogen({ staerken: 'Mut' }))).toMatchObject({ grund: 'konflikt', aktuell: { version: 1, bogen: { staerken: 'Geduld' } } });
    expect(await saveErstgespraech(f, nr, bogen())).toEqual({ ok: true, wert: 1 });
  });

  test('is refused before its time, at an unknown place, in a stopped case and for another Träger', async () => {
    const f = await als(t.personen.fachkraft);
    const nr = await eroeffne(f);
    expect(await saveErstgespraech(f, nr, bogen({ am: tagVon(-300) }))).toMatchObject({ grund: 'zu_frueh' });
    expect(await saveErstgespraech(f, nr, bogen({ ort: neueId() }))).toMatchObject({ grund: 'ort' });
    expect(await saveErstgespraech(await als(FREMD.personen.fachkraft), nr, bogen())).toMatchObject({ grund: 'nicht_gefunden' });
    await db.sql.query('update app.faelle set gestoppt_am = $2 where fallnummer = $1', [nr, tagVon(0)]);
    expect(await saveErstgespraech(f, nr, bogen())).toMatchObject({ grund: 'gestoppt' });
  });
});

describe('the decision', () => {
  test('for a Kurzberatung ends the phase and stores the Kernkriterium', async () => {
    const f = await als(t.personen.fachkraft);
    const nr = await eroeffne(f);
    const formular = eingang();
    const katalogId = await katalogVon(f, nr);
    expect(await entscheide(f, nr, eingabe(katalogId, { kernkriterium: '' }), formular)).toMatchObject({ grund: 'maengel', maengel: [{ feld: 'kernkriterium' }] });
    expect(await entscheide(f, nr, eingabe(katalogId), formular)).toMatchObject({ ok: true, wert: { neu: true } });
    expect(await entscheide(f, nr, eingabe(katalogId), formular)).toMatchObject({ ok: true, wert: { neu: false } });
    expect(await stand(nr)).toEqual({ klasse: 'kurzberatung', phase: null, ereignisse: ['klasse:kurzberatung', 'phase:klaerung', 'phase:keine'] });
    expect(await getKlaerung(f, nr)).toMatchObject({ kernkriterium: 'erstintegration', pruefungen: [{ entscheidung: 'kurzberatung', gruende: { k1: 'Drei Ämter' }, erfuellt: ['k1'], abgewichen: false }] });
  });

  test('for Case Management needs the Einverständnis, and below the threshold an override', async () => {
    const f = await als(t.personen.fachkraft);
    const nr = await eroeffne(f);
    const katalogId = await katalogVon(f, nr);
    expect(await entscheide(f, nr, eingabe(katalogId, inCm), eingang())).toMatchObject({ maengel: [{ feld: 'entscheidung', mangel: 'einverstaendnis_fehlt' }] });
    await willigtEin(f, nr);
    expect(await entscheide(f, nr, eingabe(katalogId, { ...inCm, abweichung: '' }), eingang())).toMatchObject({ maengel: [{ feld: 'abweichung', mangel: 'abweichung_fehlt' }] });
    expect(await entscheide(f, nr, eingabe(katalogId, { ...inCm, unterlagen: '' }), eingang())).toMatchObject({ maengel: [{ feld: 'unterlagen', mangel: 'unterlagen_begruenden' }] });
    expect((await stand(nr)).klasse).toBe('kurzberatung');
    expect(await entscheide(f, nr, eingabe(katalogId, inCm), eingang())).toMatchObject({ ok: true });
    expect(await stand(nr)).toEqual({ klasse: 'case_management', phase: 'assessment', ereignisse: ['klasse:kurzberatung', 'phase:klaerung', 'klasse:case_management', 'phase:assessment'] });
    expect(await getKlaerung(await als(t.personen.kollegin), nr)).toBeNull();
  });

  test('for a Verweis ends the case as the open hours do', async () => {
    const f = await als(t.personen.fachkraft);
    const nr = await eroeffne(f);
    expect(await entscheide(f, nr, eingabe(await katalogVon(f, nr), { entscheidung: 'verweis' }), eingang())).toMatchObject({ ok: true });
    expect(await getAbschluss(f, nr)).toMatchObject({ klasse: 'verweis', beendetAm: tagVon(0), gestopptAm: null, abschluesse: [{ grund: 'regeldienst', durch: 'beide', ergebnis: 'verwiesen' }] });
  });

  test('is taken by who is responsible, and not in an ended case', async () => {
    const [f, k] = [await als(t.personen.fachkraft), await als(t.personen.kollegin)];
    const nr = await eroeffne(f);
    const katalogId = await katalogVon(k, nr);
    expect(await entscheide(k, nr, eingabe(katalogId), eingang())).toMatchObject({ grund: 'nicht_zustaendig' });
    await db.sql.query('update app.faelle set beendet_am = $2 where fallnummer = $1', [nr, tagVon(0)]);
    expect(await entscheide(f, nr, eingabe(katalogId), eingang())).toMatchObject({ grund: 'beendet' });
  });

  test('keeps its version of the catalogue; a form made for an older one is refused', async () => {
    const f = await als(t.personen.fachkraft);
    const nr = await eroeffne(f);
    const alter = await katalogVon(f, nr);
    await entscheide(f, nr, eingabe(alter), eingang());
    const neuer = neueId();
    await db.sql.query(
      `insert into kreis.kriterienkataloge (kreis_id, id, fassung, stand, gilt_ab, beschluss, platzhalter, schwelle, inhalt)
       values ($1, $2, 99, 'veroeffentlicht', $3, 'B', false, 1, '{"kriterien":[{"schluessel":"k1","titel":"Neu","erlaeuterung":""}],"orientierungspunkte":[]}')`, [t.kreisId, neuer, tagVon(0)]);
    try {
      expect(await entscheide(f, nr, eingabe(alter), eingang())).toMatchObject({ grund: 'katalog_gewechselt' });
      expect(await entscheide(f, nr, eingabe(neuer), eingang())).toMatchObject({ ok: true });
      expect((await getKlaerung(f, nr))?.pruefungen.map(({ fassung, schwelle, kriterien }) => [fassung, schwelle, kriterien[0]?.titel])).toEqual([[99, 1, 'Neu'], [1, 3, 'K1']]);
    } finally {
      await db.sql.query('delete from app.kriterienpruefungen where katalog_id = $1', [neuer]);
      await db.sql.query('delete from kreis.kriterienkataloge where id = $1', [neuer]);
    }
  });
});

test('a third consultation suggests to check anew and changes nothing; the decision takes the suggestion away', async () => {
  const f = await als(t.personen.fachkraft);
  const nr = await eroeffne(f);
  for (const kanal of ['persoenlich', 'telefon', 'post', 'video'] as const) {
    expect((await getKlaerung(f, nr))?.vorschlag).toBeNull();
    expect((await erfasseKontakt(f, nr, { ...KONTAKT, kanal }, eingang())).ok).toBe(true);
  }
  expect(await getKlaerung(f, nr)).toMatchObject({ vorschlag: 'beratungen', klasse: 'kurzberatung', beratungen: 3 });
  await entscheide(f, nr, eingabe(await katalogVon(f, nr)), eingang());
  expect((await getKlaerung(f, nr))?.vorschlag).toBeNull();
});
