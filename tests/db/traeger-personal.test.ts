import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { listProtokoll } from '@kim/domain/protokoll/data.server.ts';
import { beantrageZugang, entscheideFreigabe } from '@kim/domain/traeger/freigaben/mutations.server.ts';
import { getPersonalakte, listPersonal } from '@kim/domain/traeger/personal/data.server.ts';
import { beendeZugang, erneuereEinladung, ladeEin, ladeWiederEin, meldeUeberallAb, saveName, setzeRollen, setzeZugangZurueck } from '@kim/domain/traeger/personal/mutations.server.ts';
import { uebergibFaelle } from '@kim/domain/traeger/uebergaben/mutations.server.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { BERG, TAL } from '@kim/testing/plan.ts';
import type { Person, TraegerPlan } from '@kim/testing/plan.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [ERSTER, ZWEITER, DRITTER, VIERTER, FUENFTER, SECHSTER] = BERG.traeger as [TraegerPlan, TraegerPlan, TraegerPlan, TraegerPlan, TraegerPlan, TraegerPlan];

const token = () => createHash('sha256').update(randomBytes(8)).digest();
const finde = async (akteur: TraegerAkteur, id: string) => (await listPersonal(akteur)).find((person) => person.id === id);
const sitzungLebt = async (person: Person, geheimnis: Buffer) =>
  (await db.sql.query('select widerrufen_am is null as lebt from sec.sitzungen where id_hash = $1 and mitgliedschaft_id = $2', [geheimnis, person.mitgliedschaftId])).rows[0].lebt as boolean;

describe('an invitation', () => {
  test('answers and looks alike for an unknown address, a colleague of another Träger and the Koordination', async () => {
    const ralf = await als(ERSTER.personen.verwaltung);
    const adressen = ['neu@example.org', TAL.traeger[0]!.personen.fachkraft.email, BERG.koordination.email];
    const antworten = [];
    for (const [i, email] of adressen.entries()) antworten.push(await ladeEin(ralf, { name: 'Kim Neu', email, rollen: ['leitung'] }, token(), eingang(i)));
    for (const antwort of antworten) expect(antwort).toMatchObject({ ok: true, wert: { neu: true } });
    const eintraege = await Promise.all(antworten.map((antwort) => finde(ralf, antwort.ok ? antwort.wert.ergebnis : '')));
    expect(eintraege.map((person) => person && { ...person, id: '', email: '' })).toEqual(Array(3).fill(
      { id: '', email: '', name: 'Kim Neu', version: 1, rollen: ['leitung'], zustand: 'eingeladen', zweiterFaktor: false, laufend: 0, zustaendig: 0 }));
    expect(eintraege.map((person) => person?.email)).toEqual(adressen);
    for (const person of eintraege) {
      expect(await erneuereEinladung(ralf, person!.id, token())).toMatchObject({ ok: true });
      expect(await setzeRollen(ralf, person!.id, 'leitung', ['fachkraft'])).toMatchObject({ ok: true });
    }
    expect(await ladeEin(ralf, { name: 'Noch einmal', email: adressen[2]!, rollen: ['leitung'] }, token(), eingang('zwei'))).toMatchObject({ grund: 'schon_mitglied' });
  });

  test('to the Koordination leads nowhere: no link, and nobody can sign in to what stands for it', async () => {
    const { rows } = await db.sql.query(`select k.passwort_hash, (select count(*)::int from sec.einmallinks l where l.konto_id = k.id) as links
      from sec.konten k where k.email = ' ' || $1`, [BERG.koordination.email]);
    expect(rows).toEqual([{ passwort_hash: null, links: 0 }]);
  });

  test('sent twice invites once; a colleague is not invited again', async () => {
    const ralf = await als(ZWEITER.personen.verwaltung);
    const formular = eingang('einladung');
    const einladung = { name: 'Nur Einmal', email: 'einmal@example.org', rollen: ['fachkraft' as const] };
    const erste = await ladeEin(ralf, einladung, token(), formular);
    const zweite = await ladeEin(ralf, einladung, token(), formular);
    expect(erste.ok && zweite.ok && [erste.wert.neu, zweite.wert.neu, erste.wert.ergebnis === zweite.wert.ergebnis]).toEqual([true, false, true]);
    const anzahl = (await listPersonal(ralf)).length;
    expect(await ladeEin(ralf, { ...einladung, email: ZWEITER.personen.kollegin.email }, token(), eingang('kollegin'))).toMatchObject({ grund: 'schon_mitglied' });
    expect(await listPersonal(ralf)).toHaveLength(anzahl);
  });
});

describe('roles', () => {
  test('nobody makes herself Fachkraft, the last administration stays, and cases keep their Fachkraft', async () => {
    const t = DRITTER;
    const { verwaltung, zweiteVerwaltung, verwaltendeFachkraft, fachkraft, leitung } = t.personen;
    const ralf = await als(verwaltung);
    const setze = (person: Person, bisher: string, ...rollen: ('fachkraft' | 'leitung' | 'traegeradministration')[]) => setzeRollen(ralf, person.nutzerId, bisher, rollen);
    expect(await setze(verwaltung, 'traegeradministration', 'fachkraft', 'traegeradministration')).toMatchObject({ grund: 'freigabe_rolle' });
    expect(await setze(fachkraft, 'fachkraft', 'leitung')).toMatchObject({ grund: 'hat_faelle' });
    expect(await setze(fachkraft, 'leitung', 'fachkraft', 'leitung')).toMatchObject({ grund: 'konflikt', aktuell: { rollen: ['fachkraft'] } });
    expect(await setze(fachkraft, 'fachkraft', 'fachkraft', 'leitung')).toMatchObject({ ok: true });
    expect(await setze(zweiteVerwaltung, 'traegeradministration', 'leitung')).toMatchObject({ ok: true });
    expect(await setze(verwaltendeFachkraft, 'fachkraft,traegeradministration', 'fachkraft')).toMatchObject({ ok: true });
    expect(await setze(verwaltung, 'traegeradministration', 'leitung')).toMatchObject({ grund: 'letzte_administration' });
    expect(await setzeRollen(ralf, TAL.traeger[0]!.personen.fachkraft.nutzerId, 'fachkraft', ['leitung'])).toMatchObject({ grund: 'nicht_gefunden' });
    const zeilen = (await listProtokoll(await als(fachkraft), { nurMich: true })).zeilen;
    expect(zeilen.filter(({ aktion }) => aktion === 'personal.rollen')).toHaveLength(1);
    const uwe = await als(leitung);
    await expect(setzeRollen(uwe, fachkraft.nutzerId, 'fachkraft,leitung', ['leitung'])).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  test('two administrators who rename a colleague: the second sees both names', async () => {
    const t = DRITTER;
    const [ralf, id] = [await als(t.personen.verwaltung), t.personen.kollegin.nutzerId];
    expect(await saveName(ralf, id, 1, 'Erste Fassung')).toMatchObject({ ok: true });
    expect(await saveName(ralf, id, 1, 'Zweite Fassung')).toMatchObject({ grund: 'konflikt', aktuell: { name: 'Erste Fassung', version: 2 } });
  });
});

describe('an account', () => {
  test('without a second factor is opened anew only after somebody else agreed, once', async () => {
    const t = VIERTER;
    const { verwaltung, leitung, kollegin, zweiteVerwaltung } = t.personen;
    await db.sql.query('update sec.konten set totp_krypt = null, totp_seit = null where id = $1', [kollegin.kontoId]);
    const ralf = await als(verwaltung);
    const zurueck = (akteur: TraegerAkteur) => setzeZugangZurueck(akteur, kollegin.nutzerId, 'passwort', token());
    expect(await zurueck(ralf)).toMatchObject({ grund: 'freigabe_zugang' });
    const antrag = await beantrageZugang(ralf, kollegin.nutzerId, eingang());
    expect(await zurueck(ralf)).toMatchObject({ grund: 'freigabe_zugang' });
    expect(await entscheideFreigabe(await als(leitung), antrag.ok ? antrag.wert.ergebnis : '', true)).toMatchObject({ ok: true });
    expect((await getPersonalakte(ralf, kollegin.nutzerId))?.zugangsfreigabe).toMatchObject({ stand: 'zugestimmt' });
    expect(await zurueck(await als(zweiteVerwaltung))).toMatchObject({ grund: 'freigabe_zugang' });
    expect(await zurueck(ralf)).toMatchObject({ ok: true });
    expect(await zurueck(ralf)).toMatchObject({ grund: 'freigabe_zugang' });
    expect((await listProtokoll(await als(kollegin), { nurMich: true })).zeilen.map(({ aktion }) => aktion)).toContain('personal.zurueckgesetzt');
  });

  test('is signed out everywhere at this Träger', async () => {
    const t = VIERTER;
    const { verwaltung, fachkraft, beratung } = t.personen;
    const [eine, andere, fremde] = [await sitzungFuer(db.sql, fachkraft), await sitzungFuer(db.sql, fachkraft), await sitzungFuer(db.sql, beratung)];
    expect(await meldeUeberallAb(await als(verwaltung), fachkraft.nutzerId)).toEqual({ ok: true, wert: 2 });
    expect([await sitzungLebt(fachkraft, eine.idHash), await sitzungLebt(fachkraft, andere.idHash), await sitzungLebt(beratung, fremde.idHash)]).toEqual([false, false, true]);
    expect(await meldeUeberallAb(await als(verwaltung), TAL.traeger[0]!.personen.fachkraft.nutzerId)).toMatchObject({ grund: 'nicht_gefunden' });
  });

  test('ends only after the cases went to somebody, takes posts and Vertretungen with it, and can be opened again', async () => {
    const t = FUENFTER;
    const { verwaltung, kollegin, fachkraft } = t.personen;
    const ralf = await als(verwaltung);
    expect(await beendeZugang(ralf, verwaltung.nutzerId)).toMatchObject({ grund: 'selbst' });
    expect(await beendeZugang(ralf, kollegin.nutzerId)).toMatchObject({ grund: 'hat_faelle' });
    const sitzung = await sitzungFuer(db.sql, kollegin);
    expect(await uebergibFaelle(ralf, kollegin.nutzerId, { an: fachkraft.nutzerId, umfang: 'alle', faelle: [] }, eingang())).toMatchObject({ ok: true });
    expect(await beendeZugang(ralf, kollegin.nutzerId)).toMatchObject({ ok: true });
    expect(await sitzungLebt(kollegin, sitzung.idHash)).toBe(false);
    const akte = await getPersonalakte(ralf, kollegin.nutzerId);
    expect(akte?.person).toMatchObject({ zustand: 'ausgeschieden', zustaendig: 0 });
    expect(akte?.besetzungen.every(({ bis }) => bis !== null)).toBe(true);
    expect(akte?.vertretungen.every(({ stand }) => stand === 'beendet' || stand === 'vorbei')).toBe(true);
    expect(await beendeZugang(ralf, kollegin.nutzerId)).toMatchObject({ grund: 'nicht_moeglich' });

    expect(await ladeWiederEin(ralf, kollegin.nutzerId, ['leitung'], token())).toMatchObject({ ok: true });
    expect(await finde(ralf, kollegin.nutzerId)).toMatchObject({ zustand: 'eingeladen', rollen: ['leitung'] });
    expect(await ladeWiederEin(ralf, fachkraft.nutzerId, ['leitung'], token())).toMatchObject({ grund: 'nicht_moeglich' });
  });

  test('of another Träger does not exist, and the look leaves a line', async () => {
    const ralf = await als(SECHSTER.personen.verwaltung);
    expect(await getPersonalakte(ralf, TAL.traeger[0]!.personen.fachkraft.nutzerId)).toBeNull();
    expect((await listProtokoll(ralf, {})).zeilen.map(({ aktion }) => aktion)).toContain('eintrag.nicht_gefunden');
  });
});
