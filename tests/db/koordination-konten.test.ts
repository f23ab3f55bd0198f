import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { BERG, TAL } from '@kim/testing/plan.ts';
import type { Person } from '@kim/testing/plan.ts';
import { alsLogin, antwort, eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const anmeldung = alsLogin(db, 'kim_anmeldung');
const ich = BERG.koordination;

/** One statement of this person through the login of the Koordination. */
async function als(person: Pick<Person, 'kontoId' | 'mitgliedschaftId' | 'name'>, text: string, werte: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = await db.anmelden('kim_koordination');
  await client.query("select set_config('app.ctx', $1, false)", [(await sitzungFuer(db.sql, person as Person)).ctx]);
  try {
    return (await client.query<Record<string, unknown>>(text, werte)).rows;
  } finally {
    await client.end();
  }
}

const liste = (person: Person = ich) => als(person, 'select * from sec.koordination_konten()');
const beende = (person: Person, nutzerId: string) => antwort(als(person, 'select sec.koordination_beenden($1)', [nutzerId]));
const setzeZurueck = (nutzerId: string, art: string) => antwort(als(ich, 'select sec.koordination_zuruecksetzen($1, $2, $3)', [nutzerId, art, randomBytes(32)]));
const loeseEin = (token: Buffer, hash: string | null) => antwort(anmeldung('select sec.link_einloesen($1, $2)', [token, hash]));

async function lade(email: string, wer: Person = ich) {
  const [nutzerId, token] = [neueId(), randomBytes(32)];
  const ergebnis = await antwort(als(wer, "select sec.koordination_einladen($1, $2, $3, 'Neu', $4, $5)", [neueId(), neueId(), nutzerId, email, token]));
  const zeile = (await liste(wer)).find((konto) => konto['nutzer_id'] === nutzerId);
  return { nutzerId, token, ergebnis, zeile };
}

/** Somebody who was invited and accepted; with a second factor when asked for. */
async function kollegin(email: string, { totp = false } = {}): Promise<Person> {
  const { nutzerId, token } = await lade(email);
  expect(await loeseEin(token, 'hash')).toBe(true);
  const { rows } = await db.sql.query<{ id: string; konto_id: string }>('select id, konto_id from sec.mitgliedschaften where nutzer_id = $1', [nutzerId]);
  const { id, konto_id: kontoId } = rows[0]!;
  if (totp) await db.sql.query("update sec.konten set totp_krypt = '\\x00', totp_seit = now(), totp_schritt = extract(epoch from now()) / 30 where id = $1", [kontoId]);
  return { ...ich, kontoId, mitgliedschaftId: id, nutzerId, email };
}

describe('an invitation to the Koordination', () => {
  test('looks alike for an unknown address and for one that works at a Träger', async () => {
    const unbekannt = await lade('neu@kreis.example');
    const vergeben = await lade(BERG.traeger[0]!.personen.fachkraft.email);
    expect(unbekannt).toMatchObject({ ergebnis: true, zeile: { email: 'neu@kreis.example', angenommen: false, zweiter_faktor: false, eigenes: false } });
    const vergleichbar = ({ ergebnis, zeile }: typeof unbekannt) => ({ ergebnis, ...zeile, nutzer_id: '', email: '', erfasst_am: '' });
    expect(vergleichbar(vergeben)).toEqual(vergleichbar(unbekannt));
    expect(await loeseEin(vergeben.token, `${BERG.traeger[0]!.personen.fachkraft.name}-passwort`)).toBe(false);
  });

  test('is refused for who is a member or invited already', async () => {
    expect((await lade(ich.email)).ergebnis).toBe(false);
    expect((await lade('zweimal@kreis.example')).ergebnis).toBe(true);
    expect((await lade('zweimal@kreis.example')).ergebnis).toBe(false);
  });

  test('is renewed: the older link dies', async () => {
    const { nutzerId, token } = await lade('erneuert@kreis.example');
    const neu = randomBytes(32);
    expect(await antwort(als(ich, 'select sec.koordination_erneuern($1, $2)', [nutzerId, neu]))).toBe(true);
    expect(await loeseEin(token, 'hash')).toBe(false);
    expect(await loeseEin(neu, 'hash')).toBe(true);
    expect(await antwort(als(ich, 'select sec.koordination_erneuern($1, $2)', [nutzerId, randomBytes(32)]))).toBe(false);
  });
});

describe('ending an account of the Koordination', () => {
  test('takes effect at once and never concerns oneself, a stranger or another Kreis', async () => {
    const sie = await kollegin('geht@kreis.example');
    expect(await liste(sie)).not.toHaveLength(0);
    expect(await beende(sie, sie.nutzerId)).toBe('selbst');
    expect(await beende(ich, TAL.koordination.nutzerId)).toBe('unbekannt');
    expect(await beende(ich, neueId())).toBe('unbekannt');
    expect(await beende(ich, sie.nutzerId)).toBe('ok');
    await expect(liste(sie)).rejects.toMatchObject({ code: '42501' });
    expect((await liste()).some((konto) => konto['nutzer_id'] === sie.nutzerId)).toBe(false);
    expect((await lade('geht@kreis.example')).ergebnis).toBe(true);
  });

  test('leaves one when two end each other at the same moment', async () => {
    const ihre = await kollegin('gleichzeitig@kreis.example');
    await db.sql.query("update sec.mitgliedschaften set beendet_am = now() where kreis_id = $1 and konto_art = 'koordination' and konto_id <> all ($2)", [BERG.id, [ich.kontoId, ihre.kontoId]]);
    const antworten = await Promise.all([beende(ich, ihre.nutzerId), beende(ihre, ich.nutzerId)].map((versuch) => versuch.catch(() => 'abgewiesen')));
    expect(antworten.filter((eine) => eine === 'ok')).toHaveLength(1);
    const { rows } = await db.sql.query("select konto_id from sec.mitgliedschaften where kreis_id = $1 and konto_art = 'koordination' and angenommen_am is not null and beendet_am is null", [BERG.id]);
    expect(rows).toHaveLength(1);
    await db.sql.query('update sec.mitgliedschaften set beendet_am = null where id = $1', [ich.mitgliedschaftId]);
    await db.sql.query('update kreis.koordinierende set beendet_am = null where id = $1', [ich.nutzerId]);
  });
});

describe('resetting a colleague of the Koordination', () => {
  test('leaves her one factor of her own, else only the operator helps', async () => {
    const [ohne, mit] = [await kollegin('ohne@kreis.example'), await kollegin('mit@kreis.example', { totp: true })];
    expect(await setzeZurueck(ohne.nutzerId, 'passwort')).toBe('betreiber');
    expect(await setzeZurueck(mit.nutzerId, 'passwort')).toBe('ok');
    expect(await setzeZurueck(mit.nutzerId, 'zweiter_faktor')).toBe('betreiber');
    expect(await setzeZurueck(ich.nutzerId, 'passwort')).toBe('selbst');
    expect(await setzeZurueck(TAL.koordination.nutzerId, 'passwort')).toBe('unbekannt');
    await expect(setzeZurueck(mit.nutzerId, 'beides')).rejects.toMatchObject({ code: '22023' });
  });
});

test('no role of a Träger reaches these functions, neither by its own login nor by that of the Koordination', async () => {
  const { verwaltung, leitung } = BERG.traeger[0]!.personen;
  for (const person of [verwaltung, leitung]) await expect(liste(person)).rejects.toMatchObject({ code: '42501' });
  const traeger = alsLogin(db, 'kim_traeger');
  await traeger("select set_config('app.ctx', $1, false)", [(await sitzungFuer(db.sql, ich)).ctx]);
  await expect(traeger('select * from sec.koordination_konten()')).rejects.toMatchObject({ code: '42501' });
});
