import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { getPhasen } from '@kim/domain/phasen/data.server.ts';
import { wechslePhase } from '@kim/domain/phasen/mutations.server.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { getFassung, getPlanblatt, getServiceplanung, getZiel } from '@kim/domain/serviceplanung/data.server.ts';
import { bewerteZiel, erfasseMassnahme, erfasseZiel, hakeMassnahmeAb, saveMassnahme, saveZiel, vereinbarePlan } from '@kim/domain/serviceplanung/mutations.server.ts';
import { massnahme, massnahmenaenderung, vereinbarung, ziel, zielaenderung, zielbewertung } from '@kim/domain/serviceplanung/schema.ts';
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

async function cmFall(): Promise<string> {
  const nr = await neuerFallVon(f, t.kommuneId);
  await setzeKlasse(f, nr, 'case_management');
  return nr;
}

const id = (ergebnis: Awaited<ReturnType<typeof erfasseZiel>>): string => {
  if (!ergebnis.ok) throw new Error(ergebnis.grund);
  return ergebnis.wert.ergebnis;
};
const leitziel = async (nr: string, mehr = {}) => id(await erfasseZiel(f, nr, ziel.parse({ text: 'Eine eigene Wohnung', ...mehr }), eingang()));
const teilziel = async (nr: string, oberziel: string, mehr = {}) => id(await erfasseZiel(f, nr, ziel.parse({ text: 'Drei Besichtigungen im März', oberziel, bis: formatDatum(tagVon(60)), ...mehr }), eingang()));
const schritt = (nr: string, zielId: string, mehr = {}) => erfasseMassnahme(f, nr, zielId, massnahme.parse({ was: 'Anzeigen lesen', wer: 'ratsuchende', ...mehr }), eingang());

/** A case whose plan has all that an agreement needs. */
async function planFall() {
  const nr = await cmFall();
  const oben = await leitziel(nr);
  const unten = await teilziel(nr, oben);
  await schritt(nr, unten);
  const [haupt] = await listPersonen(f, nr);
  const vereinbare = async (mehr = {}, stand?: string) => vereinbarePlan(f, nr, vereinbarung.parse({
    person: haupt!.id, durch: 'selbst', am: formatDatum(tagVon(0)), form: 'schriftlich', stand: stand ?? (await getServiceplanung(f, nr))!.abdruck, ...mehr }), null, eingang());
  return { nr, oben, unten, haupt: haupt!.id, vereinbare };
}

describe('the working plan', () => {
  test('goals with their steps are read back; nothing of them lies open in the database', async () => {
    const { nr, oben, unten } = await planFall();
    const plan = (await getServiceplanung(f, nr))!;
    expect(plan.plan).toMatchObject([{ id: oben, teilziele: [{ id: unten, massnahmen: [{ was: 'Anzeigen lesen', wer: 'ratsuchende', stand: 'offen' }] }] }]);
    expect(plan.maengel).toEqual([]);
    const { rows } = await db.sql.query<{ krypt: Buffer }>('select inhalt_krypt as krypt from app.ziele where id = $1', [oben]);
    expect(rows[0]!.krypt.includes('Wohnung')).toBe(false);
  });

  test('only a running Case Management has one', async () => {
    const kurz = await neuerFallVon(f, t.kommuneId);
    expect(await erfasseZiel(f, kurz, ziel.parse({ text: 'x' }), eingang())).toEqual({ ok: false, grund: 'kein_case_management' });
    expect(await erfasseZiel(f, 'BER-2026-9999', ziel.parse({ text: 'x' }), eingang())).toEqual({ ok: false, grund: 'nicht_gefunden' });
    expect(await getServiceplanung(await als(FREMD.personen.fachkraft), kurz)).toBeNull();
  });

  test('a goal points at nothing outside its case, and the plan keeps its two levels', async () => {
    const [a, b] = [await planFall(), await planFall()];
    const versuche = (mehr: object) => erfasseZiel(f, a.nr, ziel.parse({ text: 'x', ...mehr }), eingang());
    expect(await versuche({ oberziel: b.oben })).toMatchObject({ ok: false, grund: 'verweis', feld: 'oberziel' });
    expect(await versuche({ oberziel: a.unten })).toMatchObject({ ok: false, grund: 'verweis', feld: 'oberziel' });
    expect(await versuche({ person: b.haupt })).toMatchObject({ ok: false, grund: 'verweis', feld: 'person' });
    expect(await versuche({ bedarf: neueId() })).toMatchObject({ ok: false, grund: 'verweis', feld: 'bedarf' });
    const zweites = await leitziel(a.nr);
    expect(await saveZiel(f, a.nr, a.oben, zielaenderung.parse({ text: 'x', oberziel: zweites, stand: 'offen', version: '1' }))).toMatchObject({ ok: false, grund: 'verweis', feld: 'oberziel' });
    expect(await schritt(a.nr, a.oben)).toEqual({ ok: false, grund: 'nicht_gefunden' });
    expect(await schritt(a.nr, b.unten)).toEqual({ ok: false, grund: 'nicht_gefunden' });
  });

  test('changed by two: the second gets both, nothing is lost', async () => {
    const { nr, oben, unten } = await planFall();
    const aendere = (text: string) => saveZiel(f, nr, oben, zielaenderung.parse({ text, stand: 'offen', version: '1' }));
    expect(await aendere('Eine Wohnung in Kürten')).toEqual({ ok: true });
    expect(await aendere('Eine Wohnung in Overath')).toMatchObject({ ok: false, grund: 'konflikt', aktuell: { text: 'Eine Wohnung in Kürten', version: 2 } });
    const [m] = (await getZiel(f, nr, unten))!.ziel.massnahmen;
    const aendereSchritt = (was: string) => saveMassnahme(f, nr, unten, m!.id, massnahmenaenderung.parse({ was, wer: 'dritte', stand: 'offen', version: '1' }));
    expect(await aendereSchritt('Makler fragen')).toEqual({ ok: true });
    expect(await saveMassnahme(f, nr, neueId(), m!.id, massnahmenaenderung.parse({ was: 'x', wer: 'dritte', stand: 'offen', version: '2' }))).toEqual({ ok: false, grund: 'nicht_gefunden' });
    expect(await aendereSchritt('Nachbarn fragen')).toMatchObject({ ok: false, grund: 'konflikt' });
    expect(await hakeMassnahmeAb(f, nr, m!.id, 2, 'erledigt')).toEqual({ ok: true });
    expect(await hakeMassnahmeAb(f, nr, m!.id, 2, 'erledigt')).toEqual({ ok: true });
    expect((await getZiel(f, nr, unten))!.ziel.massnahmen).toMatchObject([{ was: 'Makler fragen', stand: 'erledigt', erledigtAm: tagVon(0), version: 3 }]);
  });

  test('attainment is written down with its day and never changed', async () => {
    const { nr, unten } = await planFall();
    expect(await bewerteZiel(f, nr, unten, zielbewertung.parse({ stufe: '3', am: formatDatum(tagVon(0)), notiz: 'Zwei von drei' }), eingang())).toMatchObject({ ok: true });
    expect((await getZiel(f, nr, unten))!.bewertungen).toMatchObject([{ stufe: '3', sicht: 'gemeinsam', notiz: 'Zwei von drei' }]);
    await expect(f.tx((tx) => tx.execute(sql`update app.zielbewertungen set stufe = 5 where ziel_id = ${unten}`))).rejects.toThrow();
  });
});

describe('agreeing', () => {
  test('freezes what was shown; a later change is a draft until it is agreed anew, and both are compared', async () => {
    const { nr, unten, vereinbare } = await planFall();
    expect(await vereinbare({ ort: 'Kürten' })).toMatchObject({ ok: true });
    expect((await getServiceplanung(f, nr))!.aenderungen).toEqual([]);
    await schritt(nr, unten, { was: 'Mieterverein fragen', wer: 'dritte' });
    expect((await getServiceplanung(f, nr))!.aenderungen).toMatchObject([{ art: 'neu', was: 'massnahme', text: 'Mieterverein fragen' }]);
    await vereinbare();
    const { fassungen, aenderungen } = (await getServiceplanung(f, nr))!;
    expect([fassungen.map(({ fassung }) => fassung), aenderungen]).toEqual([[2, 1], []]);
    expect(await getFassung(f, nr, fassungen[0]!.id)).toMatchObject({ vorige: { fassung: 1 }, aenderungen: [{ art: 'neu', text: 'Mieterverein fragen' }] });
    const erste = (await getFassung(f, nr, fassungen[1]!.id))!;
    expect(erste).toMatchObject({ aenderungen: null, fassung: { ort: 'Kürten', plan: [{ teilziele: [{ massnahmen: [{ was: 'Anzeigen lesen' }] }] }] } });
    expect((await getPlanblatt(f, nr, fassungen[1]!.id))!.plan[0]!.teilziele[0]!.massnahmen).toHaveLength(1);
    await expect(f.tx((tx) => tx.execute(sql`delete from app.planfassungen where id = ${fassungen[0]!.id}`))).rejects.toThrow();
  });

  test('is refused while term or step are missing, and nothing of it is written', async () => {
    const { nr, oben, vereinbare } = await planFall();
    const ohne = await teilziel(nr, oben, { bis: '' });
    expect(await vereinbare()).toMatchObject({ ok: false, grund: 'maengel', maengel: [{ mangel: 'ohne_frist', zielId: ohne }, { mangel: 'ohne_massnahme', zielId: ohne }] });
    expect((await getServiceplanung(f, nr))!.fassungen).toEqual([]);
  });

  test('is refused when the plan has changed since it was shown, or before the last agreement', async () => {
    const { nr, unten, vereinbare } = await planFall();
    const gezeigt = (await getServiceplanung(f, nr))!.abdruck;
    await schritt(nr, unten, { was: 'Etwas Neues' });
    expect(await vereinbare({}, gezeigt)).toEqual({ ok: false, grund: 'konflikt' });
    await vereinbare();
    expect(await vereinbare({ am: formatDatum(tagVon(-1)) })).toMatchObject({ ok: false, grund: 'zu_frueh' });
  });

  test('somebody else consents by name; an electronic form needs its evidence', async () => {
    const { nr, vereinbare, haupt } = await planFall();
    expect(vereinbarung.safeParse({ person: haupt, durch: 'betreuung', am: formatDatum(tagVon(0)), form: 'schriftlich', stand: 'a'.repeat(64) }).error?.issues).toMatchObject([{ path: ['vertreten'] }]);
    expect(await vereinbare({ form: 'elektronisch' })).toEqual({ ok: false, grund: 'nachweis_fehlt' });
    expect(await vereinbare({ durch: 'betreuung', vertreten: 'B. Etreuerin' })).toMatchObject({ ok: true });
    const { fassungen } = (await getServiceplanung(f, nr))!;
    expect(await getFassung(f, nr, fassungen[0]!.id)).toMatchObject({ fassung: { durch: 'betreuung', vertreten: 'B. Etreuerin' } });
  });

  test('a goal of somebody who has left the case keeps it from being agreed', async () => {
    const { nr, oben, unten, haupt, vereinbare } = await planFall();
    await saveZiel(f, nr, unten, zielaenderung.parse({ text: 'Meins', oberziel: oben, person: haupt, bis: formatDatum(tagVon(60)), stand: 'offen', version: '1' }));
    await db.sql.query('update app.fallbeteiligte set bis = $2 where ratsuchende_id = $1', [haupt, tagVon(0)]);
    expect((await getServiceplanung(f, nr))!.maengel).toMatchObject([{ mangel: 'ausgeschieden', zielId: unten }]);
    expect(await vereinbare()).toMatchObject({ ok: false, grund: 'nicht_gefunden' });
  });
});

describe('phases', () => {
  const wechsle = (nr: string, von: string, nach: string, begruendung = '') => wechslePhase(f, nr, { von, nach, begruendung } as Parameters<typeof wechslePhase>[2], eingang());

  test('on without what is missing needs a reason, with it none; each step has its dated row', async () => {
    const { nr, vereinbare } = await planFall();
    expect(await wechsle(nr, 'assessment', 'serviceplanung')).toMatchObject({ ok: false, grund: 'begruendung_fehlt', zurueck: false, fehlend: ['assessment'] });
    expect(await wechsle(nr, 'assessment', 'serviceplanung', 'Eilt')).toMatchObject({ ok: true });
    await vereinbare();
    expect(await wechsle(nr, 'serviceplanung', 'linking')).toMatchObject({ ok: true });
    expect(await getPhasen(f, nr)).toMatchObject({ phase: 'linking', belege: { vereinbarung: false, vermittlung: false }, schritte: [{ von: 'serviceplanung', nach: 'linking', begruendung: '' }, { begruendung: 'Eilt' }] });
    const { rows } = await db.sql.query<{ wert: string }>("select e.wert from app.fallereignisse e join app.faelle f on f.id = e.fall_id where f.fallnummer = $1 and e.art = 'phase' order by e.id", [nr]);
    expect(rows.map(({ wert }) => wert)).toEqual(['klaerung', 'assessment', 'serviceplanung', 'linking']);
  });

  test('back needs a reason, and what was agreed before counts no longer', async () => {
    const { nr, vereinbare } = await planFall();
    await wechsle(nr, 'assessment', 'serviceplanung', 'Eilt');
    await vereinbare();
    await wechsle(nr, 'serviceplanung', 'linking');
    expect(await wechsle(nr, 'linking', 'serviceplanung')).toMatchObject({ ok: false, grund: 'begruendung_fehlt', zurueck: true });
    expect(await wechsle(nr, 'linking', 'serviceplanung', 'Neue Lage')).toMatchObject({ ok: true });
    expect((await getPhasen(f, nr))!.belege.vereinbarung).toBe(false);
    await vereinbare();
    expect((await getPhasen(f, nr))!.belege.vereinbarung).toBe(true);
  });

  test('a skipped phase, another one than was shown, and a Kurzberatung are refused', async () => {
    const nr = await cmFall();
    expect(await wechsle(nr, 'assessment', 'monitoring', 'Abkürzung')).toEqual({ ok: false, grund: 'nicht_moeglich' });
    expect(await wechsle(nr, 'linking', 'monitoring', 'Veraltet')).toEqual({ ok: false, grund: 'konflikt' });
    expect(await wechsle(await neuerFallVon(f, t.kommuneId), 'klaerung', 'assessment', 'Ohne Entscheidung')).toEqual({ ok: false, grund: 'kein_case_management' });
  });
});
