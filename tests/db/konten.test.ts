import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { BERG, SPRINGERIN } from '@kim/testing/plan.ts';
import type { Person, TraegerPlan } from '@kim/testing/plan.ts';
import { alsLogin, antwort, eigeneDatenbank } from './szene.ts';

const db = eigeneDatenbank();
const anmeldung = alsLogin(db, 'kim_anmeldung');
const [A, B] = BERG.traeger as [TraegerPlan, TraegerPlan];

/** One statement as this person, committed. */
async function als(person: Person, text: string, werte: unknown[]): Promise<Record<string, unknown>[]> {
  const client = await db.anmelden('kim_traeger');
  await client.query("select set_config('app.ctx', $1, false)", [(await sitzungFuer(db.sql, person)).ctx]);
  const { rows } = await client.query(text, werte);
  await client.end();
  return rows as Record<string, unknown>[];
}

/** The administration records a person and invites her; answers the link of the renewed invitation and what she can see of it all. */
async function lade(t: TraegerPlan, email: string) {
  const [nutzerId, erster, token] = [neueId(), randomBytes(32), randomBytes(32)];
  await als(t.personen.verwaltung, "insert into app.nutzer (traeger_id, id, name) values ($1, $2, 'Neu')", [t.id, nutzerId]);
  const ergebnis = await antwort(als(t.personen.verwaltung, "select sec.einladen($1, $2, $3, $4, array['fachkraft'], $5)", [neueId(), neueId(), nutzerId, email, erster]));
  const [zeile] = await als(t.personen.verwaltung, 'select rollen, angenommen, beendet, zweiter_faktor, passwort_frei, demo from sec.personal() where nutzer_id = $1', [nutzerId]);
  const erneuert = await antwort(als(t.personen.verwaltung, 'select sec.einladung_erneuern($1, $2)', [nutzerId, token]));
  return { token, nutzerId, sichtbar: { ergebnis, zeile, erneuert } };
}

describe('an invitation', () => {
  test('answers alike for an unknown address, a colleague of another Träger and the Koordination', async () => {
    const unbekannt = await lade(A, 'niemand@example.org');
    expect(unbekannt.sichtbar).toMatchObject({ ergebnis: true, erneuert: true });
    expect((await lade(A, B.personen.fachkraft.email)).sichtbar).toEqual(unbekannt.sichtbar);
    expect((await lade(A, BERG.koordination.email)).sichtbar).toEqual(unbekannt.sichtbar);
  });

  test('gives the Koordination no role at a Träger, not even by the link', async () => {
    const { token } = await lade(B, BERG.koordination.email);
    expect(await antwort(anmeldung('select sec.link_einloesen($1, $2)', [token, `${BERG.koordination.name}-passwort`]))).toBe(false);
    expect((await db.sql.query('select from sec.mitgliedschaften where konto_id = $1 and traeger_id is not null', [BERG.koordination.kontoId])).rowCount).toBe(0);
  });

  test('is accepted for an account that has a password only by who knows it', async () => {
    const { token, nutzerId } = await lade(A, B.personen.kollegin.email);
    const angenommen = async () => (await db.sql.query('select angenommen_am from sec.mitgliedschaften where nutzer_id = $1', [nutzerId])).rows[0].angenommen_am !== null;
    for (const hash of [null, 'ein anderes']) await expect(anmeldung('select sec.link_einloesen($1, $2)', [token, hash])).rejects.toMatchObject({ code: '28P01' });
    expect(await angenommen()).toBe(false);
    expect(await antwort(anmeldung('select sec.link_einloesen($1, $2)', [token, `${B.personen.kollegin.name}-passwort`]))).toBe(true);
    expect(await angenommen()).toBe(true);
    expect(await antwort(anmeldung('select sec.link_einloesen($1, $2)', [token, `${B.personen.kollegin.name}-passwort`]))).toBe(false);
  });
});

describe('a reset of the way in', () => {
  const setzeZurueck = (t: TraegerPlan, wer: Person, wen: Person, art: string, token = randomBytes(32)) =>
    antwort(als(wer, 'select sec.zugang_zuruecksetzen($1, $2, $3, null)', [wen.nutzerId, art, token])).then((ergebnis) => ({ ergebnis, token }));

  test('of one factor leaves the other, of both waits for a second person', async () => {
    const { verwaltung, zweiteVerwaltung, kollegin } = A.personen;
    expect((await setzeZurueck(A, verwaltung, kollegin, 'passwort')).ergebnis).toBe('ok');
    expect((await setzeZurueck(A, verwaltung, kollegin, 'beides')).ergebnis).toBe('freigabe');
    expect((await setzeZurueck(A, zweiteVerwaltung, kollegin, 'zweiter_faktor')).ergebnis).toBe('freigabe');
  });

  test('of the second factor waits also after a month in which she never signed in with it', async () => {
    const { verwaltung, fachkraft } = A.personen;
    expect((await setzeZurueck(A, verwaltung, fachkraft, 'passwort')).ergebnis).toBe('ok');
    await db.sql.query("update sec.einmallinks set erfasst_am = now() - interval '40 days' where konto_id = $1", [fachkraft.kontoId]);
    expect((await setzeZurueck(A, verwaltung, fachkraft, 'zweiter_faktor')).ergebnis).toBe('freigabe');
    await db.sql.query('update sec.konten set totp_schritt = extract(epoch from now()) / 30 where id = $1', [fachkraft.kontoId]);
    expect((await setzeZurueck(A, verwaltung, fachkraft, 'zweiter_faktor')).ergebnis).toBe('ok');
  });

  test('at one Träger lets go of the membership at another until that one invites anew', async () => {
    const [hier, dort] = SPRINGERIN;
    const gilt = async (p: Person) => (await db.sql.query('select angenommen_am from sec.mitgliedschaften where id = $1', [p.mitgliedschaftId])).rows[0].angenommen_am !== null;
    expect([await gilt(hier), await gilt(dort)]).toEqual([true, true]);
    const { ergebnis, token } = await setzeZurueck(A, A.personen.verwaltung, hier, 'zweiter_faktor');
    expect(ergebnis).toBe('ok');
    expect(await antwort(anmeldung('select sec.link_einloesen($1, null)', [token]))).toBe(true);
    expect([await gilt(hier), await gilt(dort)]).toEqual([true, false]);
    expect(await antwort(als(B.personen.verwaltung, 'select sec.einladung_erneuern($1, $2)', [dort.nutzerId, randomBytes(32)]))).toBe(true);
  });

  test('reaches nobody of another Träger', async () => {
    expect((await setzeZurueck(A, A.personen.verwaltung, B.personen.fachkraft, 'passwort')).ergebnis).toBe('unbekannt');
    expect((await setzeZurueck(B, B.personen.verwaltung, B.personen.vertretung, 'passwort')).ergebnis).toBe('ok');
  });
});

describe('Koordination', () => {
  const mitgliedschaft = (kontoId: string, art: string, traegerId: string | null, rollen: string[]) => db.sql.query(
    'insert into sec.mitgliedschaften (id, konto_id, konto_art, traeger_id, kreis_id, nutzer_id, rollen) values ($1, $2, $3, $4, $5, $6, $7)',
    [neueId(), kontoId, art, traegerId, BERG.id, traegerId ? ohneKonto : neueId(), rollen]);
  const ohneKonto = neueId();

  test('stands beside no other role, by constraint: not in one membership, not in two', async () => {
    const { kontoId } = A.personen.fachkraft;
    const koordination = BERG.koordination.kontoId;
    await db.sql.query("insert into app.nutzer (traeger_id, id, name) values ($1, $2, 'Neu')", [A.id, ohneKonto]);
    await expect(mitgliedschaft(kontoId, 'traeger', A.id, ['fachkraft', 'koordination'])).rejects.toMatchObject({ code: '23514' });
    await expect(mitgliedschaft(kontoId, 'koordination', null, ['koordination'])).rejects.toMatchObject({ code: '23503' });
    await expect(mitgliedschaft(koordination, 'traeger', A.id, ['fachkraft'])).rejects.toMatchObject({ code: '23503' });
    await expect(mitgliedschaft(koordination, 'koordination', A.id, ['koordination'])).rejects.toMatchObject({ code: '23514' });
    await expect(mitgliedschaft(koordination, 'koordination', null, ['koordination', 'leitung'])).rejects.toMatchObject({ code: '23514' });
    await expect(db.sql.query("update sec.konten set art = 'koordination' where id = $1", [kontoId])).rejects.toMatchObject({ code: '23503' });
    await expect(mitgliedschaft(koordination, 'koordination', null, ['koordination'])).resolves.toBeDefined();
  });
});
