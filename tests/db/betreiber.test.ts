import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fuehreAus } from '@kim/infra/betreiber/ausfuehren.ts';
import { leseBefehl } from '@kim/infra/betreiber/befehl.ts';
import { urlFuer } from '@kim/testing/cluster.ts';
import { BERG, SPRINGERIN } from '@kim/testing/plan.ts';
import { erzeugeSchluesselbund, oeffneSchluesselbund } from '@kim/tresor/schluesselbund.ts';
import { alsLogin, antwort, eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const anmeldung = alsLogin(db, 'kim_anmeldung');
const ordner = mkdtempSync(join(tmpdir(), 'kim-betreiber-'));
const schluesselbundPfad = join(ordner, 'bund', 'schluesselbund.json');

beforeAll(async () => {
  erzeugeSchluesselbund(schluesselbundPfad);
  await db.sql.query('delete from sec.pruefwerte');
});
afterAll(() => rmSync(ordner, { recursive: true, force: true }));

const betreiber = (...argumente: string[]) =>
  fuehreAus(leseBefehl(argumente), { db: db.sql, url: urlFuer(db.zugang.verwaltung, db.name), umgebung: { ursprung: 'https://kim.example.de', schluesselbundPfad } });
const tokenAus = (zeilen: string[]) => createHash('sha256').update(/https:\/\/kim\.example\.de\/zugang\/(\S{43})/.exec(zeilen.join('\n'))?.[1] ?? '').digest();
const nimmAn = (zeilen: string[], hash = 'hash') => antwort(anmeldung('select sec.link_einloesen($1, $2)', [tokenAus(zeilen), hash]));
const zahl = async (text: string, werte: unknown[] = []) => Number((await db.sql.query(`select count(*) as n from ${text}`, werte)).rows[0].n);

describe('the operator', () => {
  test('sets up a Kreis, a Träger with its key, and the first accounts', async () => {
    await betreiber('kreis-anlegen', 'Kreis See', 'Seestadt:05998001', 'Ufer:05998002');
    await expect(betreiber('kreis-anlegen', 'kreis see')).rejects.toThrow('gibt es schon');
    await betreiber('traeger-anlegen', 'Kreis See', 'Stadt Seestadt', '--kennung', 'SEE', '--art', 'kommune', '--recht', 'kdg');
    await expect(betreiber('traeger-anlegen', 'Kreis See', 'Noch eine', '--kennung', 'SEE', '--art', 'kommune')).rejects.toThrow('Die Kennung SEE gehört schon');
    await expect(betreiber('traeger-anlegen', 'Kreis Meer', 'Stadt', '--kennung', 'MEE', '--art', 'kommune')).rejects.toThrow('Den Kreis „Kreis Meer“ gibt es nicht');
    const { rows } = await db.sql.query<{ id: string }>("select id from kreis.traeger where kennung = 'SEE'");
    expect(oeffneSchluesselbund(schluesselbundPfad).hat(rows[0]!.id, 1)).toBe(true);
    expect(await zahl('sec.pruefwerte where name = $1', [rows[0]!.id])).toBe(1);
    expect((await betreiber('uebersicht')).join('\n')).toMatch(/Kreis See: 2 Kommunen, Koordination FEHLT\n {2}SEE {3}Stadt Seestadt \(Trägeradministration FEHLT\)/);
    expect(await nimmAn(await betreiber('konto-anlegen', 'ada@see.example', 'Ada', '--traeger', 'see'))).toBe(true);
    expect(await nimmAn(await betreiber('konto-anlegen', 'ko@see.example', 'Ko', '--kreis', 'Kreis See'))).toBe(true);
    expect((await betreiber('uebersicht')).join('\n')).not.toMatch(/See[^]*FEHLT/);
    await expect(betreiber('konto-anlegen', 'noch@see.example', 'Noch', '--traeger', 'SEE')).rejects.toThrow('hat schon ein Konto dieser Rolle');
    await expect(betreiber('konto-anlegen', 'noch@see.example', 'Noch', '--kreis', 'Kreis See')).rejects.toThrow('hat schon ein Konto dieser Rolle');
  });

  test('makes nothing of a Träger whose key could not be written', async () => {
    const kaputt = { db: db.sql, url: urlFuer(db.zugang.verwaltung, db.name), umgebung: { ursprung: 'https://kim.example.de', schluesselbundPfad: join(ordner, 'fehlt.json') } };
    await expect(fuehreAus(leseBefehl(['traeger-anlegen', BERG.name, 'Ohne', '--kennung', 'OHNE', '--art', 'kommune']), kaputt)).rejects.toThrow();
    expect(await zahl("kreis.traeger where kennung = 'OHNE'")).toBe(0);
  });

  test('renews a first invitation, and takes back one to a wrong address', async () => {
    await betreiber('traeger-anlegen', BERG.name, 'Neuer Träger', '--kennung', 'NEU', '--art', 'freier_traeger');
    const erste = await betreiber('konto-anlegen', 'faslch@neu.example', 'Neu', '--traeger', 'NEU');
    const richtige = await betreiber('konto-anlegen', 'richtig@neu.example', 'Neu', '--traeger', 'NEU');
    expect(richtige.join('\n')).toContain('faslch@neu.example, die niemand angenommen hat, ist zurückgezogen');
    expect(await nimmAn(erste)).toBe(false);
    const erneuert = await betreiber('konto-anlegen', 'richtig@neu.example', 'Neu', '--traeger', 'NEU');
    expect([await nimmAn(richtige), await nimmAn(erneuert)]).toEqual([false, true]);
    expect(await zahl("sec.mitgliedschaften m join kreis.traeger t on t.id = m.traeger_id where t.kennung = 'NEU' and m.beendet_am is null")).toBe(1);
  });

  test('gives an existing person a further Träger, and nobody both kinds of work', async () => {
    await betreiber('traeger-anlegen', BERG.name, 'Dritter', '--kennung', 'DRI', '--art', 'kommune');
    const [springerin] = SPRINGERIN;
    const link = await betreiber('konto-anlegen', springerin.email, 'Springerin', '--traeger', 'DRI');
    await expect(nimmAn(link, 'ein anderes')).rejects.toMatchObject({ code: '28P01' });
    const { rows } = await db.sql.query<{ passwort_hash: string }>('select passwort_hash from sec.konten where id = $1', [springerin.kontoId]);
    expect(await nimmAn(link, rows[0]!.passwort_hash)).toBe(true);
    expect(await zahl('sec.mitgliedschaften where konto_id = $1', [springerin.kontoId])).toBe(3);
    await betreiber('kreis-anlegen', 'Kreis Moor');
    await expect(betreiber('konto-anlegen', springerin.email, 'Springerin', '--kreis', 'Kreis Moor')).rejects.toThrow('für einen Träger');
    await betreiber('traeger-anlegen', BERG.name, 'Vierter', '--kennung', 'VIE', '--art', 'kommune');
    await expect(betreiber('konto-anlegen', BERG.koordination.email, 'Ko', '--traeger', 'VIE')).rejects.toThrow('für die Koordination');
  });

  test('resets the way in, and the person sees it in her protocol', async () => {
    const { fachkraft, eingeladen } = BERG.traeger[0]!.personen;
    const link = await betreiber('zugang-zuruecksetzen', fachkraft.email, 'passwort');
    expect(await zahl("app.protokoll where aktion = 'betreiber.zurueckgesetzt' and betrifft_id = $1", [fachkraft.nutzerId])).toBe(1);
    expect([await nimmAn(link, 'neu'), await nimmAn(link, 'neu')]).toEqual([true, false]);
    for (const email of ['niemand@example.org', eingeladen.email]) await expect(betreiber('zugang-zuruecksetzen', email, 'passwort')).rejects.toThrow('gibt es kein Konto');
  });
});
