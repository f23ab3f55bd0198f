import { describe, expect, test } from 'vitest';
import { getDateiinhalt, listDokumente } from '@kim/domain/dokumente/data.server.ts';
import { legeDokumentAb } from '@kim/domain/dokumente/mutations.server.ts';
import { fassungen } from '@kim/domain/dokumente/rules.ts';
import { BERG } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { neuerFall } from './fall.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [t, nachbar] = BERG.traeger as [TraegerPlan, TraegerPlan];
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('Vertraulicher Inhalt')]);

describe('a document', () => {
  test('comes back byte for byte, lies encrypted, and each reading leaves a line', async () => {
    const wer = await als(t.personen.fachkraft);
    const nr = await neuerFall(wer, t);
    expect(await listDokumente(wer, nr)).toEqual([]);
    const formular = eingang('einmal');
    const ablegen = () => legeDokumentAb(wer, nr, 'anlage', { name: 'Mietvertrag Neumann', bytes: PNG }, formular);
    const [erste, zweite] = [await ablegen(), await ablegen()];
    expect(erste.ok && zweite.ok && erste.wert.ergebnis === zweite.wert.ergebnis).toBe(true);
    const liste = await listDokumente(wer, nr);
    expect(liste).toMatchObject([{ name: 'Mietvertrag Neumann', dateityp: 'image/png', groesse: PNG.length, art: 'anlage', erfasstVon: wer.name }]);
    const id = liste?.[0]?.id ?? '';
    const datei = await getDateiinhalt(wer, nr, id);
    expect([datei?.name, datei?.inhalt.equals(PNG)]).toEqual(['Mietvertrag Neumann.png', true]);
    const { rows } = await db.sql.query<{ roh: Buffer }>('select name_krypt || inhalt_krypt as roh from app.dokumente where id = $1', [id]);
    expect([rows[0]?.roh.includes('Neumann'), rows[0]?.roh.includes('Vertraulich')]).toEqual([false, false]);
    const spur = await db.sql.query<{ aktion: string }>('select aktion from app.protokoll where gegenstand_id = $1 order by id', [id]);
    expect(spur.rows.map(({ aktion }) => aktion)).toEqual(['dokument.abgelegt', 'dokument.gelesen']);
  });

  test('of another Träger or of another case does not exist, and the attempt leaves a line', async () => {
    const [wer, fremde] = [await als(t.personen.fachkraft), await als(nachbar.personen.fachkraft)];
    const [nr, andere] = [await neuerFall(wer, t), await neuerFall(wer, t)];
    const ergebnis = await legeDokumentAb(wer, nr, 'anlage', { name: 'x', bytes: PNG }, eingang());
    const id = ergebnis.ok ? ergebnis.wert.ergebnis : '';
    expect(await getDateiinhalt(wer, nr, id)).not.toBeNull();
    expect([await getDateiinhalt(wer, andere, id), await getDateiinhalt(fremde, nr, id), await listDokumente(fremde, nr)]).toEqual([null, null, null]);
    expect(await legeDokumentAb(fremde, nr, 'anlage', { name: 'x', bytes: PNG }, eingang())).toMatchObject({ grund: 'nicht_gefunden' });
    const spur = await db.sql.query('select from app.protokoll where nutzer_id = $1 and aktion in ($2, $3)', [fremde.nutzerId, 'eintrag.nicht_gefunden', 'fall.nicht_gefunden']);
    expect(spur.rowCount).toBe(3);
  });

  test('is replaced once: the earlier version stays, and two do not replace the same', async () => {
    const wer = await als(t.personen.fachkraft);
    const nr = await neuerFall(wer, t);
    const ablegen = async (name: string, ersetzt: string | null) => legeDokumentAb(wer, nr, 'anlage', { name, bytes: PNG }, eingang(), { ersetzt });
    const erste = await ablegen('Pass', null);
    const id = erste.ok ? erste.wert.ergebnis : '';
    const zweite = await ablegen('Pass, neu', id);
    expect(zweite.ok).toBe(true);
    expect(await ablegen('Pass, ganz neu', id)).toMatchObject({ grund: 'ersetzt' });
    expect(fassungen((await listDokumente(wer, nr)) ?? [])).toMatchObject([{ name: 'Pass, neu', fruehere: [{ id, name: 'Pass' }] }]);
    const [fremde, anderswo] = [await als(nachbar.personen.fachkraft), await neuerFall(wer, t)];
    expect(await legeDokumentAb(wer, anderswo, 'anlage', { name: 'x', bytes: PNG }, eingang(), { ersetzt: id })).toMatchObject({ grund: 'ersetzt' });
    expect(await legeDokumentAb(fremde, await neuerFall(fremde, nachbar), 'anlage', { name: 'x', bytes: PNG }, eingang(), { ersetzt: id })).toMatchObject({ grund: 'ersetzt' });
  });

  test('does not fit when the case has 200 MB already', async () => {
    const wer = await als(t.personen.fachkraft);
    const nr = await neuerFall(wer, t);
    await legeDokumentAb(wer, nr, 'anlage', { name: 'x', bytes: PNG }, eingang());
    // Twenty rows of the largest size, without their bytes.
    await db.sql.query(`insert into app.dokumente (traeger_id, id, fall_id, art, dateityp, groesse, name_krypt, inhalt_krypt, erfasst_von)
      select d.traeger_id, gen_random_uuid(), d.fall_id, d.art, d.dateityp, 10485760, d.name_krypt, d.inhalt_krypt, d.erfasst_von
        from app.dokumente d join app.faelle f on f.id = d.fall_id, generate_series(1, 20) where f.fallnummer = $1`, [nr]);
    expect(await legeDokumentAb(wer, nr, 'anlage', { name: 'zu viel', bytes: PNG }, eingang())).toMatchObject({ grund: 'kontingent' });
  });
});
