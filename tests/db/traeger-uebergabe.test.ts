import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { listProtokoll } from '@kim/domain/protokoll/data.server.ts';
import { listFreigaben } from '@kim/domain/traeger/freigaben/data.server.ts';
import { beantrageUebergabe, entscheideFreigabe } from '@kim/domain/traeger/freigaben/mutations.server.ts';
import { getUebergabe } from '@kim/domain/traeger/uebergaben/data.server.ts';
import { uebergibFaelle } from '@kim/domain/traeger/uebergaben/mutations.server.ts';
import { BERG, TAL } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { insertZeilen } from '@kim/testing/zeilen.ts';
import { eigeneDatenbank } from './szene.ts';
import { akteure, eingang } from './traeger-akteure.ts';

const db = eigeneDatenbank();
const als = akteure(db);

/** Each test works at a Träger of its own: what is handed over stays handed over. */
const [ERSTER, ZWEITER, DRITTER, VIERTER, FUENFTER] = BERG.traeger as [TraegerPlan, TraegerPlan, TraegerPlan, TraegerPlan, TraegerPlan];

const zustaendigFuer = async (t: TraegerPlan, nutzerId: string): Promise<string[]> =>
  (await db.sql.query<{ fallnummer: string }>(
    `select f.fallnummer from app.zustaendigkeiten z join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id
      where z.traeger_id = $1 and z.nutzer_id = $2 and z.bis is null order by 1`, [t.id, nutzerId])).rows.map(({ fallnummer }) => fallnummer);

const verwaiste = async (t: TraegerPlan): Promise<number> =>
  Number((await db.sql.query(`select count(*) as n from app.faelle f where traeger_id = $1 and (select count(*) from app.zustaendigkeiten z
    where z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null) <> 1`, [t.id])).rows[0].n);

const inhaltFuer = (akteur: TraegerAkteur) => akteur.tx(async (tx) => {
  let zeilen = 0;
  for (const abfrage of INHALTE) zeilen += (await tx.execute(abfrage)).rowCount ?? 0;
  return zeilen;
});
const INHALTE = ['app.fallinhalte', 'app.kontakte', 'app.ratsuchende', 'app.stammdaten', 'app.namenstoken', 'app.fallbeteiligte', 'tresor.fallschluessel', 'tresor.personenschluessel']
  .map((tabelle) => `select from ${tabelle}`);

describe('the administration hands over the cases of a colleague who leaves', () => {
  test('all of them, without an orphan, without content, and both colleagues see each case in their protocol', async () => {
    const { verwaltung, kollegin, fachkraft } = ERSTER.personen;
    const [ralf, dora] = [await als(verwaltung), await als(fachkraft)];
    const vorher = await zustaendigFuer(ERSTER, kollegin.nutzerId);
    expect(vorher).toHaveLength(2);
    expect(await inhaltFuer(dora)).toBeGreaterThan(0);
    expect(await inhaltFuer(ralf)).toBe(0);

    const seite = await getUebergabe(ralf, kollegin.nutzerId, {});
    expect(seite?.faelle.map(({ fallnummer }) => fallnummer)).toEqual(expect.arrayContaining(vorher));
    expect(Object.keys(seite?.faelle[0] ?? {}).sort()).toEqual(['beendetAm', 'eroeffnetAm', 'fallnummer', 'id', 'klasse', 'kommune', 'seit']);

    const formular = eingang('alle');
    const auftrag = { an: fachkraft.nutzerId, umfang: 'alle' as const, faelle: [] };
    expect(await uebergibFaelle(ralf, kollegin.nutzerId, auftrag, formular)).toEqual({ ok: true, wert: 2 });
    expect(await uebergibFaelle(ralf, kollegin.nutzerId, auftrag, formular)).toEqual({ ok: true, wert: 2 });
    expect((await getUebergabe(ralf, kollegin.nutzerId, { vorgang: formular.formularId }))?.uebergeben).toBe(2);

    expect(await zustaendigFuer(ERSTER, kollegin.nutzerId)).toEqual([]);
    expect(await zustaendigFuer(ERSTER, fachkraft.nutzerId)).toEqual(expect.arrayContaining(vorher));
    expect(await verwaiste(ERSTER)).toBe(0);
    expect(await inhaltFuer(ralf)).toBe(0);

    const ihre = (await listProtokoll(dora, { nurMich: true })).zeilen.filter(({ aktion }) => aktion === 'zustaendigkeit.uebergeben');
    expect(ihre.map(({ fallnummer }) => fallnummer).sort()).toEqual(vorher);
    expect(ihre.every(({ nutzer }) => nutzer === verwaltung.name)).toBe(true);
    const abgegeben = (await listProtokoll(await als(kollegin), { nurMich: true })).zeilen.filter(({ aktion }) => aktion === 'zustaendigkeit.abgegeben');
    expect(abgegeben.map(({ fallnummer }) => fallnummer).sort()).toEqual(vorher);
  });

  test('hundreds of cases take as many statements as one', async () => {
    const t = ZWEITER;
    const { verwaltung, kollegin, fachkraft, beratung } = t.personen;
    await legeFaelleAn(t, beratung.nutzerId, 450);
    const eine = await zaehle(await als(verwaltung), async (ralf) => {
      const fall = [t.faelle.kollegin.id];
      expect(await uebergibFaelle(ralf, kollegin.nutzerId, { an: fachkraft.nutzerId, umfang: 'auswahl', faelle: fall }, eingang())).toEqual({ ok: true, wert: 1 });
    });
    const viele = await zaehle(await als(verwaltung), async (ralf) => {
      expect(await uebergibFaelle(ralf, beratung.nutzerId, { an: fachkraft.nutzerId, umfang: 'alle', faelle: [] }, eingang())).toEqual({ ok: true, wert: 450 });
    });
    expect(viele).toBe(eine);
    expect(await verwaiste(t)).toBe(0);
  });

  test('two hundred are listed on a page, the rest on the next', async () => {
    const t = DRITTER;
    const { verwaltung, beratung } = t.personen;
    await legeFaelleAn(t, beratung.nutzerId, 230);
    const ralf = await als(verwaltung);
    const erste = await getUebergabe(ralf, beratung.nutzerId, {});
    const zweite = await getUebergabe(ralf, beratung.nutzerId, { nach: erste?.weiter ?? null });
    expect([erste?.faelle.length, zweite?.faelle.length, erste?.gesamt, zweite?.weiter]).toEqual([200, 30, 230, null]);
    expect(new Set([...(erste?.faelle ?? []), ...(zweite?.faelle ?? [])].map(({ id }) => id)).size).toBe(230);
  });

  test('only to an active Fachkraft of this Träger, and only what the colleague has', async () => {
    const t = VIERTER;
    const { verwaltung, fachkraft, leitung, eingeladen, ausgeschieden, kollegin } = t.personen;
    const ralf = await als(verwaltung);
    const uebergib = (an: string, faelle?: string[]) =>
      uebergibFaelle(ralf, fachkraft.nutzerId, { an, umfang: faelle ? 'auswahl' : 'alle', faelle: faelle ?? [] }, eingang(neueId()));
    for (const person of [leitung, eingeladen, ausgeschieden]) expect(await uebergib(person.nutzerId)).toMatchObject({ ok: false, grund: 'keine_fachkraft' });
    expect(await uebergib(fachkraft.nutzerId)).toMatchObject({ grund: 'dieselbe' });
    expect(await uebergib(kollegin.nutzerId, [t.faelle.kollegin.id])).toMatchObject({ grund: 'keine_faelle' });
    const fremde = TAL.traeger[0]!;
    expect(await uebergib(fremde.personen.fachkraft.nutzerId)).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await uebergib(kollegin.nutzerId, [fremde.faelle.eigener.id])).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await uebergib(kollegin.nutzerId, [t.faelle.eigener.id, neueId()])).toMatchObject({ grund: 'nicht_gefunden' });
    expect(await getUebergabe(ralf, fremde.personen.fachkraft.nutzerId, {})).toBeNull();
    const spuren = (await listProtokoll(ralf, {})).zeilen.filter(({ aktion }) => aktion === 'eintrag.nicht_gefunden');
    expect(spuren).toHaveLength(4);
    expect(await zustaendigFuer(t, fachkraft.nutzerId)).toHaveLength(5);
  });
});

test('to herself an administrator hands nothing over until the Fachkraft concerned or the Leitung agrees', async () => {
  const t = FUENFTER;
  const { verwaltendeFachkraft, fachkraft, leitung, kollegin } = t.personen;
  const petra = await als(verwaltendeFachkraft);
  const ziel = t.faelle.eigener;
  const auftrag = { an: verwaltendeFachkraft.nutzerId, umfang: 'auswahl' as const, faelle: [ziel.id] };
  const sieht = () => petra.tx(async (tx) => (await tx.execute(sql`select from app.fallinhalte where fall_id = ${ziel.id}`)).rowCount);

  expect(await uebergibFaelle(petra, fachkraft.nutzerId, auftrag, eingang())).toMatchObject({ grund: 'freigabe' });
  const antrag = await beantrageUebergabe(petra, fachkraft.nutzerId, auftrag, eingang());
  expect(antrag.ok).toBe(true);
  expect(await beantrageUebergabe(petra, fachkraft.nutzerId, auftrag, eingang('noch einmal'))).toMatchObject({ grund: 'schon_beantragt' });
  const id = antrag.ok ? antrag.wert.ergebnis : '';
  expect(await entscheideFreigabe(petra, id, true)).toMatchObject({ grund: 'nicht_erlaubt' });
  expect(await entscheideFreigabe(await als(kollegin), id, true)).toMatchObject({ grund: 'nicht_gefunden' });
  expect(await sieht()).toBe(0);

  const uwe = await als(leitung);
  const [freigabe] = (await listFreigaben(uwe)).fuerMich.filter(({ art }) => art === 'uebergabe');
  expect(freigabe?.fallnummern).toEqual([ziel.fallnummer]);
  expect(await entscheideFreigabe(uwe, id, true)).toEqual({ ok: true, wert: undefined });
  expect(await entscheideFreigabe(uwe, id, false)).toMatchObject({ grund: 'entschieden' });
  expect(await sieht()).toBe(1);
  expect(await verwaiste(t)).toBe(0);
  const [petras, carlas] = [await listProtokoll(petra, { nurMich: true }), await listProtokoll(await als(fachkraft), { nurMich: true })];
  expect(petras.zeilen.map(({ aktion, fallnummer }) => [aktion, fallnummer])).toEqual(expect.arrayContaining([['zustaendigkeit.uebergeben', ziel.fallnummer], ['freigabe.entschieden', null]]));
  expect(carlas.zeilen.map(({ aktion, fallnummer }) => [aktion, fallnummer])).toEqual(expect.arrayContaining([['zustaendigkeit.abgegeben', ziel.fallnummer], ['freigabe.beantragt', null]]));
});

async function legeFaelleAn(t: TraegerPlan, nutzerId: string, anzahl: number): Promise<void> {
  const faelle = Array.from({ length: anzahl }, (_, i) => ({
    traeger_id: t.id, kreis_id: t.kreisId, id: neueId(), fallnummer: `${t.kennung}-2025-${1000 + i}`, klasse: i % 3 ? 'case_management' : 'kurzberatung', kommune_id: t.kommuneId, eroeffnet_am: '2025-03-01',
  }));
  await insertZeilen(db.sql, 'app.faelle', faelle);
  await insertZeilen(db.sql, 'app.zustaendigkeiten', faelle.map(({ id }) => ({
    traeger_id: t.id, id: neueId(), fall_id: id, nutzer_id: nutzerId, von: heute(), anlass: 'eroeffnung', erfasst_von: nutzerId,
  })));
}

/** How many statements the actor sent. */
async function zaehle(akteur: TraegerAkteur, arbeit: (akteur: TraegerAkteur) => Promise<void>): Promise<number> {
  let anzahl = 0;
  const gezaehlt: TraegerAkteur = {
    ...akteur,
    tx: (innen) => akteur.tx((tx) => innen(new Proxy(tx, {
      get(ziel, feld) {
        if (feld === 'execute' || feld === 'insert') anzahl += 1;
        return Reflect.get(ziel, feld) as unknown;
      },
    }))),
  };
  await arbeit(gezaehlt);
  return anzahl;
}
