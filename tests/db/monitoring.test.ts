import { beforeAll, describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getMeinTag } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { getMonitoring } from '@kim/domain/monitoring/data.server.ts';
import { passePlanAn, pruefeVermittlung } from '@kim/domain/monitoring/mutations.server.ts';
import { monitoringpruefung } from '@kim/domain/monitoring/schema.ts';
import { getServiceplanung } from '@kim/domain/serviceplanung/data.server.ts';
import { erfasseMassnahme, erfasseZiel } from '@kim/domain/serviceplanung/mutations.server.ts';
import { massnahme, ziel } from '@kim/domain/serviceplanung/schema.ts';
import { legeVermittlungAn } from '@kim/domain/vermittlungen/mutations.server.ts';
import { vermittlung } from '@kim/domain/vermittlungen/schema.ts';
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

/** A Case Management with a referral that is to be checked on this day. */
async function vermittelt(pruefenAm: number) {
  const nr = await neuerFallVon(f, t.kommuneId, -40);
  await setzeKlasse(f, nr, 'case_management');
  const id = neueId();
  await db.sql.query(
    `insert into app.vermittlungen (traeger_id, kreis_id, id, fall_id, angebot_id, art, stand, am, pruefen_am, inhalt_krypt, erfasst_von)
     select f.traeger_id, f.kreis_id, $1, f.id, (select id from kreis.angebote where kreis_id = f.kreis_id and nur_fuer_id is null limit 1), 'angebot', 'angebunden', $3, $4, '\\x00', $5 from app.faelle f where f.fallnummer = $2`,
    [id, nr, tagVon(-30), tagVon(pruefenAm), f.nutzerId]);
  return { nr, id };
}

const angaben = (mehr: object = {}) => monitoringpruefung.parse({ am: formatDatum(tagVon(0)), erreicht: 'ja', vollstaendig: 'nein', passend: 'ja', zielErreicht: 'offen', notiz: 'Warteliste', pruefenAm: formatDatum(tagVon(28)), ...mehr });

describe('checking a referral', () => {
  test('is written down once, encrypted, with the day of the next check; it is never changed', async () => {
    const { nr, id } = await vermittelt(-1);
    const form = eingang();
    expect(await pruefeVermittlung(f, nr, id, angaben(), form)).toMatchObject({ ok: true });
    expect(await pruefeVermittlung(f, nr, id, angaben(), form)).toMatchObject({ ok: true, wert: { neu: false } });
    expect((await getMonitoring(f, nr))!.vermittlungen).toMatchObject([{ id, pruefenAm: tagVon(28), letzte: { vollstaendig: 'nein', notiz: 'Warteliste' } }]);
    const { rows } = await db.sql.query<{ krypt: Buffer }>('select notiz_krypt as krypt from app.monitoringpruefungen where vermittlung_id = $1', [id]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.krypt.includes('Warteliste')).toBe(false);
  });

  test('belongs to its own case, is not before the referral, and nothing is half written', async () => {
    const [a, b] = [await vermittelt(-1), await vermittelt(-1)];
    expect(await pruefeVermittlung(f, a.nr, b.id, angaben(), eingang())).toEqual({ ok: false, grund: 'nicht_gefunden' });
    expect(await pruefeVermittlung(f, a.nr, a.id, angaben({ am: formatDatum(tagVon(-31)) }), eingang())).toEqual({ ok: false, grund: 'zu_frueh' });
    expect((await getMonitoring(f, a.nr))!.vermittlungen).toMatchObject([{ pruefenAm: tagVon(-1), letzte: null }]);
    expect(await getMonitoring(await als(FREMD.personen.fachkraft), a.nr)).toBeNull();
  });

  test('the next check lies ahead, and an unanswered question is named', () => {
    const lies = (mehr: object) => monitoringpruefung.safeParse({ am: tagVon(0), erreicht: 'ja', vollstaendig: 'ja', passend: 'ja', zielErreicht: 'ja', ...mehr }).error?.issues.map(({ path }) => path[0]);
    expect(lies({ pruefenAm: tagVon(0) })).toEqual(['pruefenAm']);
    expect(lies({ passend: '' })).toEqual(['passend']);
    expect(lies({})).toBeUndefined();
  });
});

test('Mein Tag names what is to be checked and which term runs out, until it is done', async () => {
  await db.sql.query('update app.faelle set beendet_am = eroeffnet_am where beendet_am is null');
  await db.sql.query("update app.anfragen set stand = 'nicht_aufgenommen' where fall_id is null");
  const { nr, id } = await vermittelt(-1);
  const nimmAuf = async (mehr: object) => {
    const ergebnis = await erfasseZiel(f, nr, ziel.parse({ text: 'Eine Wohnung', ...mehr }), eingang());
    return ergebnis.ok ? ergebnis.wert.ergebnis : '';
  };
  const oben = await nimmAuf({ bis: formatDatum(tagVon(-2)) });
  const bald = await nimmAuf({ oberziel: oben, bis: formatDatum(tagVon(3)) });
  await nimmAuf({ oberziel: oben, bis: formatDatum(tagVon(30)) });
  const faellig = async () => (await getMeinTag(f)).aufgaben.filter(({ fallnummer, art }) => fallnummer === nr && ['pruefung', 'zielfrist'].includes(art)).map(({ art, id: wovon, tag }) => [art, wovon, tag]);
  expect(await faellig()).toEqual([['pruefung', id, tagVon(-1)], ['zielfrist', bald, tagVon(3)]]);
  await pruefeVermittlung(f, nr, id, angaben(), eingang());
  await db.sql.query("update app.ziele set stand = 'erreicht', beendet_am = bis where id = $1", [bald]);
  expect(await faellig()).toEqual([]);
});

describe('the plan is adjusted at one stroke', () => {
  async function imPlan() {
    const nr = await neuerFallVon(f, t.kommuneId, -40);
    await setzeKlasse(f, nr, 'case_management');
    const id = async (ergebnis: Promise<{ ok: true; wert: { ergebnis: string } } | { ok: false }>) => { const e = await ergebnis; return e.ok ? e.wert.ergebnis : ''; };
    const leitziel = await id(erfasseZiel(f, nr, ziel.parse({ text: 'Schuldenfrei' }), eingang()));
    const teilziel = await id(erfasseZiel(f, nr, ziel.parse({ text: 'Ein Plan mit den Gläubigern', oberziel: leitziel, bis: formatDatum(tagVon(60)) }), eingang()));
    const schritt = await id(erfasseMassnahme(f, nr, teilziel, massnahme.parse({ was: 'Termin in der Schuldnerberatung', wer: 'dritte' }), eingang()));
    const { rows } = await db.sql.query<{ id: string }>('select id from kreis.angebote where kreis_id = $1 and nur_fuer_id is null limit 1', [t.kreisId]);
    const weg = (mehr: object) => id(legeVermittlungAn(f, nr, vermittlung.parse({ angebot: rows[0]!.id, am: formatDatum(tagVon(-5)), ...mehr }), eingang()));
    return { nr, teilziel, schritt, mit: await weg({ massnahme: schritt }), ohne: await weg({}) };
  }

  test('the referral has failed, its step is out, an open one stands at the same goal; twice is once', async () => {
    const { nr, teilziel, schritt, mit } = await imPlan();
    const form = eingang();
    expect(await passePlanAn(f, nr, mit, form)).toEqual({ ok: true, wert: { neu: true, ergebnis: teilziel } });
    expect(await passePlanAn(f, nr, mit, form)).toEqual({ ok: true, wert: { neu: false, ergebnis: teilziel } });
    const schritte = (await getServiceplanung(f, nr))!.ziele.find(({ id }) => id === teilziel)!.massnahmen;
    expect(schritte.find(({ id }) => id === schritt)).toMatchObject({ stand: 'entfallen' });
    expect(schritte.filter(({ stand }) => stand === 'offen')).toMatchObject([{ was: expect.stringContaining('Statt'), wer: 'dritte', bis: null }]);
    expect((await getMonitoring(f, nr))!.vermittlungen.map(({ id }) => id)).not.toContain(mit);
  });

  test('only where the referral serves a step of this case', async () => {
    const { nr, ohne, mit } = await imPlan();
    const andere = await imPlan();
    expect(await passePlanAn(f, nr, ohne, eingang())).toEqual({ ok: false, grund: 'ohne_massnahme' });
    expect(await passePlanAn(f, andere.nr, mit, eingang())).toEqual({ ok: false, grund: 'nicht_gefunden' });
  });
});
