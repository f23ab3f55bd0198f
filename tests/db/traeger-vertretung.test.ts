import { describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { listProtokoll } from '@kim/domain/protokoll/data.server.ts';
import { listFreigaben } from '@kim/domain/traeger/freigaben/data.server.ts';
import { beantrageFachkraftrolle, beantrageVertretung, entscheideFreigabe } from '@kim/domain/traeger/freigaben/mutations.server.ts';
import { getVertretungen } from '@kim/domain/traeger/vertretungen/data.server.ts';
import { beendeVertretung, richteVertretungEin } from '@kim/domain/traeger/vertretungen/mutations.server.ts';
import { BERG, TAL } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);
const [ERSTER, ZWEITER, DRITTER, VIERTER, FUENFTER] = BERG.traeger as [TraegerPlan, TraegerPlan, TraegerPlan, TraegerPlan, TraegerPlan];

const tage = (anzahl: number) => heute(() => new Date(Date.now() + anzahl * 86_400_000));
const durch = (vertretung: string, von = tage(0), bis = tage(5)) => ({ vertretung, von, bis });
const aktionen = async (akteur: TraegerAkteur) => (await listProtokoll(akteur, { nurMich: true })).zeilen.map(({ aktion }) => aktion);
const siehtFall = (akteur: TraegerAkteur, fallId: string) => akteur.tx(async (tx) => (await tx.execute(sql`select from app.fallinhalte where fall_id = ${fallId}`)).rowCount === 1);

describe('a Fachkraft', () => {
  test('sets her own Vertretung, who steps in reads her cases, and loses them when it ends early', async () => {
    const t = ERSTER;
    const [carla, jonas] = [await als(t.personen.fachkraft), await als(t.personen.beratung)];
    expect(await siehtFall(jonas, t.faelle.eigener.id)).toBe(false);
    const ergebnis = await richteVertretungEin(carla, carla.nutzerId, durch(jonas.nutzerId), eingang());
    expect(ergebnis.ok).toBe(true);
    expect(await siehtFall(jonas, t.faelle.eigener.id)).toBe(true);
    expect(await aktionen(jonas)).toContain('vertretung.eingerichtet');
    const { vertretungen } = await getVertretungen(jonas, jonas.nutzerId);
    expect(vertretungen[0]).toMatchObject({ vertretene: carla.name, stand: 'laeuft' });

    expect(await beendeVertretung(carla, vertretungen[0]!.id)).toMatchObject({ ok: true });
    expect(await siehtFall(jonas, t.faelle.eigener.id)).toBe(false);
    expect(await aktionen(jonas)).toContain('vertretung.beendet');
  });

  test('is refused what makes no sense, and anybody of another Träger', async () => {
    const t = ZWEITER;
    const carla = await als(t.personen.fachkraft);
    const versuche = (vertretung: string) => richteVertretungEin(carla, carla.nutzerId, durch(vertretung), eingang(vertretung));
    expect(await versuche(carla.nutzerId)).toMatchObject({ grund: 'dieselbe' });
    expect(await versuche(t.personen.leitung.nutzerId)).toMatchObject({ grund: 'keine_fachkraft' });
    expect(await versuche(t.personen.ausgeschieden.nutzerId)).toMatchObject({ grund: 'keine_fachkraft' });
    expect(await versuche(TAL.traeger[0]!.personen.fachkraft.nutzerId)).toMatchObject({ grund: 'nicht_gefunden' });
    expect((await versuche(t.personen.kollegin.nutzerId)).ok).toBe(true);
    expect(await richteVertretungEin(carla, carla.nutzerId, durch(t.personen.kollegin.nutzerId, tage(3), tage(9)), eingang('später'))).toMatchObject({ grund: 'ueberschneidung' });
    expect(await richteVertretungEin(carla, t.personen.kollegin.nutzerId, durch(t.personen.vertretung.nutzerId, tage(20), tage(21)), eingang('für andere'))).toMatchObject({ grund: 'nicht_erlaubt' });
    const fremde = (await getVertretungen(carla, t.personen.vertretung.nutzerId)).vertretungen.find(({ stand }) => stand === 'laeuft');
    expect(await beendeVertretung(carla, fremde!.id)).toMatchObject({ grund: 'nicht_gefunden' });
  });
});

describe('the administration', () => {
  test('sets a Vertretung for an absent colleague; both see it', async () => {
    const t = DRITTER;
    const ralf = await als(t.personen.verwaltung);
    expect(await richteVertretungEin(ralf, t.personen.fachkraft.nutzerId, durch(t.personen.beratung.nutzerId), eingang())).toMatchObject({ ok: true });
    for (const person of [t.personen.fachkraft, t.personen.beratung]) {
      const zeilen = (await listProtokoll(await als(person), { nurMich: true })).zeilen;
      expect(zeilen.filter(({ aktion, nutzer }) => aktion === 'vertretung.eingerichtet' && nutzer === ralf.name)).toHaveLength(1);
    }
    expect(await richteVertretungEin(ralf, t.personen.leitung.nutzerId, durch(t.personen.beratung.nutzerId), eingang('Leitung'))).toMatchObject({ grund: 'vertretene_keine_fachkraft' });
  });

  test('in her own favour it is refused, asked for, agreed to by the Fachkraft concerned, and then works; both see it', async () => {
    const t = VIERTER;
    const [petra, carla] = [await als(t.personen.verwaltendeFachkraft), await als(t.personen.fachkraft)];
    const wunsch = durch(petra.nutzerId);
    expect(await richteVertretungEin(petra, carla.nutzerId, wunsch, eingang())).toMatchObject({ grund: 'freigabe' });
    expect(await siehtFall(petra, t.faelle.eigener.id)).toBe(false);

    const antrag = await beantrageVertretung(petra, carla.nutzerId, wunsch, eingang());
    const id = antrag.ok ? antrag.wert.ergebnis : '';
    expect(await entscheideFreigabe(petra, id, true)).toMatchObject({ grund: 'nicht_erlaubt' });
    expect(await siehtFall(petra, t.faelle.eigener.id)).toBe(false);
    expect((await listFreigaben(carla)).fuerMich.map((freigabe) => freigabe.id)).toEqual([id]);

    expect(await entscheideFreigabe(carla, id, true)).toMatchObject({ ok: true });
    expect(await siehtFall(petra, t.faelle.eigener.id)).toBe(true);
    expect(await aktionen(petra)).toEqual(expect.arrayContaining(['freigabe.entschieden', 'vertretung.eingerichtet']));
    expect(await aktionen(carla)).toContain('freigabe.beantragt');
    expect((await getVertretungen(carla, carla.nutzerId)).vertretungen[0]).toMatchObject({ vertretung: petra.name, eingerichtetVon: petra.name, stand: 'laeuft' });
  });

  test('refused by the second person, nothing opens', async () => {
    const t = FUENFTER;
    const [petra, uwe] = [await als(t.personen.verwaltendeFachkraft), await als(t.personen.leitung)];
    const antrag = await beantrageVertretung(petra, t.personen.fachkraft.nutzerId, durch(petra.nutzerId), eingang());
    expect(await entscheideFreigabe(uwe, antrag.ok ? antrag.wert.ergebnis : '', false)).toMatchObject({ ok: true });
    expect(await siehtFall(petra, t.faelle.eigener.id)).toBe(false);
    expect((await listFreigaben(petra)).uebrige.find(({ art }) => art === 'vertretung')).toMatchObject({ stand: 'abgelehnt', entschiedenVon: uwe.name });
  });

  test('becomes a Fachkraft only by the Leitung, and keeps her other roles', async () => {
    const t = FUENFTER;
    const [ralf, uwe, carla] = [await als(t.personen.verwaltung), await als(t.personen.leitung), await als(t.personen.fachkraft)];
    const antrag = await beantrageFachkraftrolle(ralf, eingang());
    const id = antrag.ok ? antrag.wert.ergebnis : '';
    expect(await entscheideFreigabe(carla, id, true)).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await entscheideFreigabe(uwe, id, true)).toMatchObject({ ok: true });
    const { rows } = await db.sql.query<{ rollen: string[] }>('select rollen from sec.mitgliedschaften where id = $1', [t.personen.verwaltung.mitgliedschaftId]);
    expect(rows[0]?.rollen.sort()).toEqual(['fachkraft', 'traegeradministration']);
    expect(await aktionen(ralf)).toEqual(expect.arrayContaining(['freigabe.entschieden', 'personal.rollen']));
  });
});
