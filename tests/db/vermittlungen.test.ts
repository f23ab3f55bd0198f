import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getEinwilligungsakte } from '@kim/domain/einwilligungen/data.server.ts';
import { erfasseEinwilligung, widerrufeEinwilligung } from '@kim/domain/einwilligungen/mutations.server.ts';
import { einwilligung } from '@kim/domain/einwilligungen/schema.ts';
import { getNaechstes } from '@kim/domain/klaerung/data.server.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { getLinking, getVermittlung, getWeitergabe, listAbhaengige } from '@kim/domain/vermittlungen/data.server.ts';
import { erfasseLuecke, gibWeiter, legeVermittlungAn, saveVermittlung } from '@kim/domain/vermittlungen/mutations.server.ts';
import { luecke, vermittlung, vermittlungsaenderung, weitergabe } from '@kim/domain/vermittlungen/schema.ts';
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
let angebot: string;
beforeAll(async () => {
  f = await als(t.personen.fachkraft);
  angebot = await neuesAngebot();
});

async function neuesAngebot(mehr: { nurFuer?: string; geschlossen?: string } = {}): Promise<string> {
  const id = neueId();
  await db.sql.query(
    `insert into kreis.angebote (kreis_id, id, nur_fuer_id, name, organisation, rechtskreis, bereiche, einzugsgebiet, sprachen, anschrift, anfahrt, telefon, email, web, zeiten, hinweise, geschlossen_am)
     values ($1, $2, $3, 'Schuldnerberatung', '', 'sonstiges', '{}', '{}', '{}', '', '', '', '', '', '', '', $4)`, [t.kreisId, id, mehr.nurFuer ?? null, mehr.geschlossen ?? null]);
  return id;
}

async function vermittelt() {
  const nr = await neuerFallVon(f, t.kommuneId, -10);
  const [haupt] = await listPersonen(f, nr);
  const ergebnis = await legeVermittlungAn(f, nr, vermittlung.parse({ angebot, am: formatDatum(tagVon(-5)), anlass: 'Mahnungen' }), eingang());
  const entbinde = (mehr: object = {}) => erfasseEinwilligung(f, nr, einwilligung.parse({
    art: 'schweigepflichtentbindung', person: haupt!.id, entscheidung: 'erteilt', am: formatDatum(tagVon(-4)), form: 'schriftlich', angebot, zweck: 'Schulden ordnen', zwecke: ['vermittlung'], datenarten: ['person', 'ziele'], richtung: 'gegenseitig', ...mehr }), null, eingang());
  const id = ergebnis.ok ? ergebnis.wert.ergebnis : '';
  const gib = (mehr: object = {}) => gibWeiter(f, nr, id, weitergabe.parse({ zweck: 'vermittlung', datenarten: ['person'], weg: 'brief', mitteilung: 'Bitte um Termin', ...mehr }), eingang());
  return { nr, id, haupt: haupt!.id, entbinde, gib };
}

describe('a referral', () => {
  test('is begun, read back and changed at its version; what was typed is encrypted', async () => {
    const { nr, id } = await vermittelt();
    expect((await getLinking(f, nr))!.vermittlungen).toMatchObject([{ id, angebot: 'Schuldnerberatung', stand: 'geplant', anlass: 'Mahnungen' }]);
    const aendere = (stand: string) => saveVermittlung(f, nr, id, vermittlungsaenderung.parse({ stand, anlass: 'Termin steht', pruefenAm: formatDatum(tagVon(10)), version: '1' }));
    expect(await aendere('angefragt')).toEqual({ ok: true });
    expect(await aendere('gescheitert')).toMatchObject({ ok: false, grund: 'konflikt', aktuell: { stand: 'angefragt', version: 2 } });
    const { rows } = await db.sql.query<{ krypt: Buffer }>('select inhalt_krypt as krypt from app.vermittlungen where id = $1', [id]);
    expect(rows[0]!.krypt.includes('Termin')).toBe(false);
  });

  test('goes to a place that is open and that one may see, for somebody of this case', async () => {
    const { nr } = await vermittelt();
    const versuche = (mehr: object) => legeVermittlungAn(f, nr, vermittlung.parse({ angebot, am: formatDatum(tagVon(0)), ...mehr }), eingang());
    expect(await versuche({ angebot: await neuesAngebot({ geschlossen: tagVon(-1) }) })).toEqual({ ok: false, grund: 'geschlossen' });
    expect(await versuche({ angebot: await neuesAngebot({ nurFuer: FREMD.id }) })).toEqual({ ok: false, grund: 'geschlossen' });
    expect(await versuche({ person: neueId() })).toMatchObject({ ok: false, grund: 'verweis', feld: 'person' });
    expect(await versuche({ massnahme: neueId() })).toMatchObject({ ok: false, grund: 'verweis', feld: 'massnahme' });
    expect(await getLinking(await als(FREMD.personen.fachkraft), nr)).toBeNull();
  });
});

describe('telling a third party', () => {
  const mangel = async (ergebnis: Promise<unknown>) => (await ergebnis as { mangel?: string }).mangel;

  test('without a Schweigepflichtentbindung, for another purpose or more than it covers: refused, and logged', async () => {
    const { nr, id, entbinde, gib } = await vermittelt();
    expect(await mangel(gib())).toBe('keine');
    await entbinde();
    expect(await mangel(gib({ zweck: 'fallkonferenz' }))).toBe('zweck');
    expect(await mangel(gib({ datenarten: ['person', 'gesundheit'] }))).toBe('datenarten');
    expect((await getVermittlung(f, nr, id))!.weitergaben).toEqual([]);
    const { rows } = await db.sql.query("select from app.protokoll where fallnummer = $1 and aktion = 'weitergabe.abgewiesen'", [nr]);
    expect(rows).toHaveLength(3);
  });

  test('with one: the text holds approved fields alone, and stays as it went out', async () => {
    const { nr, id, entbinde, gib } = await vermittelt();
    await entbinde();
    const ergebnis = await gib();
    expect(ergebnis).toMatchObject({ ok: true });
    const brief = (await getWeitergabe(f, nr, ergebnis.ok ? ergebnis.wert.ergebnis : ''))!;
    expect(brief.text).toContain('Amal Neu');
    expect(brief.text).toContain('Bitte um Termin');
    expect((await getVermittlung(f, nr, id))!.erlaubt).toEqual({ zwecke: ['vermittlung'], datenarten: ['person', 'ziele'] });
    const ohneName = await gib({ datenarten: ['ziele'] });
    expect((await getWeitergabe(f, nr, ohneName.ok ? ohneName.wert.ergebnis : ''))!.text).not.toContain('Amal');
    await expect(f.tx((tx) => tx.execute(sql`update app.weitergaben set weg = 'email' where vermittlung_id = ${id}`))).rejects.toThrow();
  });

  test('after the revocation nothing more goes out, and the page before it names what it stops', async () => {
    const { nr, id, entbinde, gib } = await vermittelt();
    await entbinde();
    const [erklaerung] = (await getEinwilligungsakte(f, nr))!.einwilligungen;
    await saveVermittlung(f, nr, id, vermittlungsaenderung.parse({ stand: 'angefragt', anlass: 'Mahnungen', pruefenAm: formatDatum(tagVon(10)), version: '1' }));
    expect(await listAbhaengige(f, nr, erklaerung!.id)).toEqual([`Schuldnerberatung, seit ${formatDatum(tagVon(-5))}`]);
    expect(await widerrufeEinwilligung(f, nr, erklaerung!.id, 1, tagVon(0))).toMatchObject({ ok: true });
    expect(await mangel(gib())).toBe('nicht_gueltig');
    expect((await getLinking(f, nr))!.vermittlungen).toMatchObject([{ id, stand: 'angehalten', pruefenAm: null, anlass: 'Mahnungen', version: 3 }]);
    expect((await getNaechstes(f, nr))!.angehalten).toEqual(['Schuldnerberatung']);
    await entbinde();
    expect(await gib()).toMatchObject({ ok: true });
  });

  test('an expired one and one of somebody else in the case count for nothing', async () => {
    const { entbinde, gib } = await vermittelt();
    await entbinde({ am: formatDatum(tagVon(-4)), gueltigBis: formatDatum(tagVon(-1)) });
    expect(await mangel(gib())).toBe('nicht_gueltig');
  });

  test('what the rule would let through by mistake, the database refuses', async () => {
    const { nr, id, entbinde } = await vermittelt();
    const ergebnis = await entbinde();
    const einwilligungId = ergebnis.ok ? ergebnis.wert.ergebnis : '';
    const schreibe = (zweck: string, datenarten: string[], am = tagVon(0)) => f.tx((tx) => tx.execute(sql`
      insert into app.weitergaben (traeger_id, id, fall_id, vermittlung_id, einwilligung_id, am, weg, zweck, datenarten, inhalt_krypt, erfasst_von)
      select f.traeger_id, ${neueId()}, f.id, ${id}, ${einwilligungId}, ${am}, 'brief', ${zweck}, ${sql.param(datenarten)}::text[], '\\x00', ${f.nutzerId} from app.faelle f where f.fallnummer = ${nr}`));
    await expect(schreibe('fallkonferenz', ['person'])).rejects.toThrow();
    await expect(schreibe('vermittlung', ['gesundheit'])).rejects.toThrow();
    await expect(schreibe('vermittlung', ['person'], tagVon(-5))).rejects.toThrow();
    await expect(schreibe('vermittlung', ['person'])).resolves.toBeTruthy();
  });
});

test('a gap is kept by area, kind and commune, its words encrypted', async () => {
  const { nr, id } = await vermittelt();
  const eingabe = luecke.parse({ bereich: 'schulden', art: 'warteliste', kommune: t.kommuneId, vermittlung: id, am: formatDatum(tagVon(0)), notiz: 'Sechs Monate' });
  expect(await erfasseLuecke(f, nr, eingabe, eingang())).toMatchObject({ ok: true });
  expect(await erfasseLuecke(f, nr, { ...eingabe, kommune: neueId() }, eingang())).toMatchObject({ ok: false, grund: 'verweis', feld: 'kommune' });
  expect(await erfasseLuecke(f, nr, { ...eingabe, vermittlung: neueId() }, eingang())).toMatchObject({ ok: false, grund: 'verweis', feld: 'vermittlung' });
  expect((await getLinking(f, nr))!.luecken).toMatchObject([{ bereich: 'schulden', art: 'warteliste', notiz: 'Sechs Monate' }]);
});
