import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getDateiinhalt, listDokumente } from '@kim/domain/dokumente/data.server.ts';
import { legeDokumentAb, setzeSchutz } from '@kim/domain/dokumente/mutations.server.ts';
import { getSchutzbereich } from '@kim/domain/schutzbereich/data.server.ts';
import { erfasseSchutzeintrag, loescheSchutzeintrag, oeffneSchutzbereich, saveSchutzeintrag, schliesseSchutzbereich } from '@kim/domain/schutzbereich/mutations.server.ts';
import { schutzeintrag } from '@kim/domain/schutzbereich/schema.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { neuerFall } from './fall.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [t, nachbar] = BERG.traeger as [TraegerPlan, TraegerPlan];
const PDF = Buffer.from('%PDF-1.7 Befund');
const EINTRAG = schutzeintrag.parse({ thema: 'sexualitaet', text: 'Teklet lebt mit seinem Freund zusammen; die Familie weiß es nicht.' });
const GRUND = { anlass: 'gefahr', grund: 'Er hat in großer Not angerufen.' } as const;

/** A shared case: a colleague sees all of it, and is not responsible. */
async function szene() {
  const [ich, kollegin] = [await als(t.personen.fachkraft), await als(t.personen.kollegin)];
  return { ich, kollegin, nr: await neuerFall(ich, t) };
}

const oeffne = (wer: TraegerAkteur, nr: string) => oeffneSchutzbereich(wer, nr, null, eingang());

describe('the protected part of a case', () => {
  test('shows nothing and takes nothing before it is opened, not even to who is responsible', async () => {
    const { ich, nr } = await szene();
    expect(await erfasseSchutzeintrag(ich, nr, EINTRAG, eingang())).toMatchObject({ grund: 'geschlossen' });
    await oeffne(ich, nr);
    expect(await erfasseSchutzeintrag(ich, nr, EINTRAG, eingang())).toMatchObject({ ok: true });
    const offen = await getSchutzbereich(ich, nr);
    expect(offen).toMatchObject({ zustaendig: true, eintraege: [{ thema: 'sexualitaet', text: EINTRAG.text, erfasstVon: ich.name }], oeffnungen: [{ wer: ich.name, anlass: 'zustaendig', grund: '' }] });
    await schliesseSchutzbereich(ich, nr);
    expect(await getSchutzbereich(ich, nr)).toMatchObject({ offenBis: null, eintraege: [] });
    const { rows } = await db.sql.query<{ roh: Buffer }>('select inhalt_krypt as roh from app.schutzeintraege where id = $1', [offen?.eintraege[0]?.id]);
    expect(rows[0]?.roh.includes('Teklet')).toBe(false);
  });

  test('is opened by a colleague only with a reason, and who is responsible finds that', async () => {
    const { ich, kollegin, nr } = await szene();
    await oeffne(ich, nr);
    await erfasseSchutzeintrag(ich, nr, EINTRAG, eingang());
    expect(await getSchutzbereich(kollegin, nr)).toMatchObject({ zustaendig: false, offenBis: null, eintraege: [] });
    expect(await oeffneSchutzbereich(kollegin, nr, null, eingang())).toMatchObject({ grund: 'grund_fehlt' });
    const formular = eingang('kollegin');
    await oeffneSchutzbereich(kollegin, nr, GRUND, formular);
    expect(await oeffneSchutzbereich(kollegin, nr, GRUND, formular)).toMatchObject({ ok: true, wert: { neu: false } });
    expect((await getSchutzbereich(kollegin, nr))?.eintraege).toHaveLength(1);
    expect((await getSchutzbereich(ich, nr))?.oeffnungen[0]).toMatchObject({ wer: kollegin.name, anlass: 'gefahr', grund: GRUND.grund });
    const aufgaben = await db.sql.query('select from app.wiedervorlagen w join app.faelle f on f.id = w.fall_id where f.fallnummer = $1', [nr]);
    expect(aufgaben.rowCount).toBe(1);
    const spur = await db.sql.query<{ betrifft_id: string }>("select betrifft_id from app.protokoll where fallnummer = $1 and aktion = 'schutzbereich.geoeffnet' and nutzer_id = $2", [nr, kollegin.nutzerId]);
    expect(spur.rows).toEqual([{ betrifft_id: ich.nutzerId }]);
  });

  test('the database itself opens it for nobody else, for no longer, and not without a reason', async () => {
    const { ich, kollegin, nr } = await szene();
    await oeffne(ich, nr);
    const [fall] = (await db.sql.query<{ id: string }>('select id from app.faelle where fallnummer = $1', [nr])).rows;
    const versuch = (wer: TraegerAkteur, nutzer: string, anlass: string, minuten: number) => wer.tx((tx) => tx.execute(sql`
      insert into app.schutzoeffnungen (traeger_id, id, fall_id, nutzer_id, anlass, grund_krypt, bis)
      values (${t.id}, gen_random_uuid(), ${fall?.id}, ${nutzer}, ${anlass}, ${anlass === 'zustaendig' ? null : Buffer.from('x')}, now() + make_interval(mins => ${minuten}))`))
      .then(() => 'offen', () => 'abgewiesen');
    expect([
      await versuch(kollegin, kollegin.nutzerId, 'zustaendig', 10), await versuch(kollegin, ich.nutzerId, 'zustaendig', 10),
      await versuch(ich, ich.nutzerId, 'zustaendig', 16), await versuch(ich, ich.nutzerId, 'zustaendig', 15),
    ]).toEqual(['abgewiesen', 'abgewiesen', 'abgewiesen', 'offen']);
    const laenger = ich.tx((tx) => tx.execute(sql`update app.schutzoeffnungen set bis = now() + interval '1 day' where traeger_id = ${t.id} and fall_id = ${fall?.id}`));
    await expect(laenger).rejects.toThrow();
    await db.sql.query("update app.schutzoeffnungen set bis = now() - interval '1 second' where fall_id = $1", [fall?.id]);
    expect(await getSchutzbereich(ich, nr)).toMatchObject({ offenBis: null });
  });

  test('an entry is changed, meets a colleague who was faster, and is deleted for good', async () => {
    const { ich, nr } = await szene();
    await oeffne(ich, nr);
    const neu = await erfasseSchutzeintrag(ich, nr, EINTRAG, eingang());
    const id = neu.ok ? neu.wert.ergebnis : '';
    expect(await saveSchutzeintrag(ich, nr, id, { ...EINTRAG, text: 'Die Schwester weiß es.', version: 1 })).toEqual({ ok: true, wert: undefined });
    expect(await saveSchutzeintrag(ich, nr, id, { ...EINTRAG, version: 1 })).toMatchObject({ grund: 'konflikt' });
    expect(await loescheSchutzeintrag(ich, nr, id, 1)).toMatchObject({ grund: 'konflikt' });
    expect((await getSchutzbereich(ich, nr))?.eintraege).toMatchObject([{ text: 'Die Schwester weiß es.', version: 2 }]);
    expect(await loescheSchutzeintrag(ich, nr, id, 2)).toMatchObject({ ok: true });
    expect((await db.sql.query('select from app.schutzeintraege where id = $1', [id])).rowCount).toBe(0);
  });

  test('of another Träger is not there', async () => {
    const { nr } = await szene();
    const fremde = await als(nachbar.personen.fachkraft);
    expect([await getSchutzbereich(fremde, nr), await oeffneSchutzbereich(fremde, nr, GRUND, eingang())]).toMatchObject([null, { grund: 'nicht_gefunden' }]);
  });
});

describe('a document in the protected part', () => {
  test('is in no list and opens for nobody while that is closed', async () => {
    const { ich, kollegin, nr } = await szene();
    const neu = await legeDokumentAb(ich, nr, 'anlage', { name: 'Befund', bytes: PDF }, eingang(), { geschuetzt: true });
    const id = neu.ok ? neu.wert.ergebnis : '';
    expect([await listDokumente(ich, nr), await getDateiinhalt(ich, nr, id)]).toEqual([[], null]);
    await oeffne(ich, nr);
    expect(await listDokumente(ich, nr)).toMatchObject([{ name: 'Befund', geschuetzt: true }]);
    expect((await getDateiinhalt(ich, nr, id))?.inhalt.equals(PDF)).toBe(true);
    expect([await listDokumente(kollegin, nr), await getDateiinhalt(kollegin, nr, id)]).toEqual([[], null]);
  });

  test('goes in with its earlier versions and comes out again, by who has it open', async () => {
    const { ich, kollegin, nr } = await szene();
    const alt = await legeDokumentAb(ich, nr, 'anlage', { name: 'Gutachten', bytes: PDF }, eingang());
    const neu = await legeDokumentAb(ich, nr, 'anlage', { name: 'Gutachten 2', bytes: PDF }, eingang(), { ersetzt: alt.ok ? alt.wert.ergebnis : '' });
    const id = neu.ok ? neu.wert.ergebnis : '';
    expect(await setzeSchutz(ich, nr, id, true)).toMatchObject({ grund: 'geschlossen' });
    await oeffne(ich, nr);
    expect(await setzeSchutz(ich, nr, id, true)).toMatchObject({ ok: true });
    expect(await listDokumente(kollegin, nr)).toEqual([]);
    const dritte = await legeDokumentAb(ich, nr, 'anlage', { name: 'Gutachten 3', bytes: PDF }, eingang(), { ersetzt: id });
    expect(await listDokumente(kollegin, nr)).toEqual([]);
    expect(await setzeSchutz(ich, nr, dritte.ok ? dritte.wert.ergebnis : '', false)).toMatchObject({ ok: true });
    expect(await listDokumente(kollegin, nr)).toHaveLength(3);
  });
});
