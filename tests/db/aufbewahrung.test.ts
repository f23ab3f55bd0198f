import { describe, expect, test } from 'vitest';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { BERG } from '@kim/testing/plan.ts';
import { vorTagen } from '@kim/testing/tage.ts';
import { alsLogin, eigeneDatenbank } from './szene.ts';

/** What no Träger owns is kept for a time and then erased by sec.installation_aufraeumen(). */

const db = eigeneDatenbank();
const hintergrund = alsLogin(db, 'kim_auftrag');
const traegerarbeit = alsLogin(db, 'kim_traeger');
const anmeldung = alsLogin(db, 'kim_anmeldung');
const { leitung, kollegin, verwaltung } = BERG.traeger[0]!.personen;

/** How many rows of a kind went. */
async function raeumeAuf(bestand: string): Promise<number> {
  const zeilen = await hintergrund<{ bestand: string; anzahl: number }>('select * from sec.installation_aufraeumen()');
  return zeilen.find((zeile) => zeile.bestand === bestand)!.anzahl;
}
const zaehle = async (auswahl: string) => Number((await db.sql.query(`select count(*) from ${auswahl}`)).rows[0].count);

describe('what is erased when its time is over', () => {
  test.each([
    ['entwuerfe', 'a draft of yesterday', "update sec.entwuerfe set erfasst_am = now() - $1::interval where mitgliedschaft_id = (select min(mitgliedschaft_id::text)::uuid from sec.entwuerfe)", '23 hours 59 minutes', '24 hours 1 minute'],
    ['sitzungen', 'a session that had to end a week ago', "update sec.sitzungen set endet_spaetestens = now() - $1::interval where ctx_hash = (select ctx_hash from sec.sitzungen order by ctx_hash limit 1)", '6 days 23 hours', '7 days 1 minute'],
    ['sitzungen', 'a session that was revoked a week ago', "update sec.sitzungen set widerrufen_am = now() - $1::interval where ctx_hash = (select ctx_hash from sec.sitzungen order by ctx_hash limit 1)", '6 days 23 hours', '7 days 1 minute'],
    ['einmallinks', 'an invitation that is over', "update sec.einmallinks set laeuft_ab = now() - interval '1 minute', erfasst_am = now() - $1::interval where token_hash = (select token_hash from sec.einmallinks order by token_hash limit 1)", '29 days', '31 days'],
    ['einmallinks', 'an invitation that was used', "update sec.einmallinks set eingeloest_am = now(), erfasst_am = now() - $1::interval where token_hash = (select token_hash from sec.einmallinks order by token_hash limit 1)", '29 days', '31 days'],
    ['drosselung', 'failed attempts of yesterday', "update sec.drosselung set zuletzt_am = now() - $1::interval", '23 hours', '25 hours'],
    ['auftragsbefugnisse', 'a capability', "update sec.auftragsbefugnisse set laeuft_ab = now() - $1::interval where ctx_hash = (select ctx_hash from sec.auftragsbefugnisse order by ctx_hash limit 1)", '-1 minute', '1 second'],
  ])('%s: %s', async (bestand, _, aenderung, nochNicht, jetzt) => {
    // The fixture's dead rows first, but for one to work with.
    await db.sql.query("update sec.sitzungen set endet_spaetestens = now() + interval '1 hour', widerrufen_am = null; update sec.auftragsbefugnisse set laeuft_ab = now() + interval '1 hour'");
    await raeumeAuf(bestand);
    const vorher = await zaehle(`sec.${bestand}`);
    expect(vorher).toBeGreaterThan(0);
    await db.sql.query(aenderung, [nochNicht]);
    expect([await raeumeAuf(bestand), await zaehle(`sec.${bestand}`)]).toEqual([0, vorher]);
    await db.sql.query(aenderung, [jetzt]);
    expect([await raeumeAuf(bestand), await zaehle(`sec.${bestand}`)]).toEqual([1, vorher - 1]);
    expect(await raeumeAuf(bestand)).toBe(0);
  });

  test('an invitation that can still be used stays, however old', async () => {
    await db.sql.query("insert into sec.einmallinks (token_hash, konto_id, art, laeuft_ab, erfasst_am) values ('\\x01', $1, 'einladung', now() + interval '1 minute', $2)", [leitung.kontoId, vorTagen(60)]);
    expect(await raeumeAuf('einmallinks')).toBe(0);
  });
});

describe('a reset link', () => {
  const setzeZurueck = async (art: string) => {
    const { ctx } = await sitzungFuer(db.sql, verwaltung);
    await traegerarbeit("select set_config('app.ctx', $1, false)", [ctx]);
    return (await traegerarbeit<{ antwort: string }>('select sec.zugang_zuruecksetzen($1, $2, sha256(convert_to($2, \'UTF8\')), null) as antwort', [kollegin.nutzerId, art]))[0]!.antwort;
  };

  test('stays until its owner has used a second factor again: till then the other factor needs a second person', async () => {
    await db.sql.query("update sec.konten set totp_schritt = extract(epoch from now() - interval '60 days')::bigint / 30 where id = $1", [kollegin.kontoId]);
    expect(await setzeZurueck('passwort')).toBe('ok');
    expect((await anmeldung("select sec.link_einloesen(sha256('passwort'), 'neu') as ok"))[0]).toEqual({ ok: true });
    await db.sql.query("update sec.einmallinks set erfasst_am = now() - interval '45 days', laeuft_ab = now() - interval '44 days' where konto_id = $1", [kollegin.kontoId]);
    expect(await raeumeAuf('einmallinks')).toBe(0);
    expect(await setzeZurueck('zweiter_faktor')).toBe('freigabe');

    const { idHash } = await sitzungFuer(db.sql, kollegin, 'zweiter_faktor');
    await anmeldung('select sec.zweiten_faktor_annehmen($1, extract(epoch from now())::bigint / 30)', [idHash]);
    expect(await raeumeAuf('einmallinks')).toBe(1);
    expect(await setzeZurueck('zweiter_faktor')).toBe('ok');
  });
});

test('nobody else may erase', async () => {
  for (const frage of [traegerarbeit, anmeldung, alsLogin(db, 'kim_koordination'), alsLogin(db, 'kim_auswertung')]) {
    await expect(frage('select * from sec.installation_aufraeumen()')).rejects.toMatchObject({ code: '42501' });
  }
});
