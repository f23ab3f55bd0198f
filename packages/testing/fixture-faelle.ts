import type pg from 'pg';
import { tagVon, vorTagen } from './tage.ts';
import { chiffrat, nutzerVon } from './chiffrat.ts';
import { festeBytes, festeId } from './plan.ts';
import type { Fall, Fallname, TraegerPlan } from './plan.ts';
import { fuelleKlaerung } from './fixture-klaerung.ts';
import { fuelleRegelkreis } from './fixture-regelkreis.ts';
import { insertZeilen } from './zeilen.ts';

/** Cases of each class with persons, household, keys, contacts, responsibilities and protocol. */
export async function fuelleFaelle(sql: pg.Client, t: TraegerPlan): Promise<void> {
  const faelle = Object.entries(t.faelle) as [Fallname, Fall][];
  await fuelleRatsuchende(sql, t, faelle.map(([, fall]) => fall));
  await fuelleVerzeichnis(sql, t, faelle);
  await fuelleInhalt(sql, t, faelle.map(([, fall]) => fall));
  await fuelleKlaerung(sql, t, faelle.map(([, fall]) => fall));
  await fuelleRegelkreis(sql, t, faelle.map(([, fall]) => fall));
  await fuelleSpuren(sql, t, faelle.map(([, fall]) => fall));
}

async function fuelleRatsuchende(sql: pg.Client, t: TraegerPlan, faelle: Fall[]): Promise<void> {
  const traeger_id = t.id;
  const jede = (zeile: (fall: Fall) => object) => faelle.map((fall) => ({ traeger_id, ...zeile(fall) }));
  await insertZeilen(sql, 'app.ratsuchende', jede((f) => ({ id: f.ratsuchendeId, name_krypt: chiffrat(t, f.id, 'name'), erfasst_von: nutzerVon(t, f) })));
  await insertZeilen(sql, 'tresor.personenschluessel', jede((f) => ({ ratsuchende_id: f.ratsuchendeId, generation: 1, verpackt: chiffrat(t, f.id, 'pk') })));
  await insertZeilen(sql, 'app.namenstoken', jede((f) => ({ token: chiffrat(t, f.id, 'token'), ratsuchende_id: f.ratsuchendeId })));
  await insertZeilen(sql, 'app.stammdaten', jede((f) => ({
    ratsuchende_id: f.ratsuchendeId, geburtsjahr: 1990, geschlecht: 'w', staatsangehoerigkeit: `${t.kanarie}staat`, daten_krypt: chiffrat(t, f.id, 'daten') })));
  await insertZeilen(sql, 'app.haushalte', [{ traeger_id, id: t.haushaltId }]);
  await insertZeilen(sql, 'app.haushaltsmitglieder', jede((f) => ({
    haushalt_id: t.haushaltId, ratsuchende_id: f.ratsuchendeId, rolle: 'erwachsen', von: tagVon(-90) })));
}

async function fuelleVerzeichnis(sql: pg.Client, t: TraegerPlan, faelle: [Fallname, Fall][]): Promise<void> {
  const traeger_id = t.id;
  await insertZeilen(sql, 'app.fallnummern', [{ traeger_id, jahr: 2026, letzte: faelle.length }]);
  await insertZeilen(sql, 'app.faelle', faelle.map(([name, f]) => ({
    traeger_id, kreis_id: t.kreisId, id: f.id, fallnummer: f.fallnummer, klasse: f.klasse, kommune_id: t.kommuneId,
    eroeffnet_am: tagVon(-90), beendet_am: name === 'beendet' ? tagVon(-5) : null,
  })));
  await insertZeilen(sql, 'app.fallereignisse', faelle.map(([, f]) => ({
    traeger_id, id: festeId(f.id, 'ereignis'), fall_id: f.id, art: 'eroeffnung', wert: `${t.kanarie}wert`, gilt_ab: tagVon(-90), erfasst_von: nutzerVon(t, f),
  })));
  const zustaendig = (f: Fall, nutzer_id: string, von: string, bis: string | null, anlass: string) => (
    { traeger_id, id: festeId(f.id, nutzer_id, 'zustaendigkeit'), fall_id: f.id, nutzer_id, von, bis, anlass, erfasst_von: nutzer_id });
  const kollegin = t.personen.kollegin.nutzerId;
  await insertZeilen(sql, 'app.zustaendigkeiten', [
    ...faelle.map(([, f]) => zustaendig(f, nutzerVon(t, f), tagVon(-30), null, 'eroeffnung')),
    zustaendig(t.faelle.uebergeben, kollegin, tagVon(-90), tagVon(-30), 'eroeffnung'),
  ]);
}

async function fuelleInhalt(sql: pg.Client, t: TraegerPlan, faelle: Fall[]): Promise<void> {
  const traeger_id = t.id;
  const jeder = (zeile: (fall: Fall) => object) => faelle.map((f) => ({ traeger_id, fall_id: f.id, ...zeile(f) }));
  await insertZeilen(sql, 'tresor.fallschluessel', jeder((f) => ({ generation: 1, verpackt: chiffrat(t, f.id, 'fk') })));
  await insertZeilen(sql, 'app.fallinhalte', jeder((f) => ({ anliegen_krypt: chiffrat(t, f.id, 'anliegen') })));
  await insertZeilen(sql, 'app.fallbeteiligte', jeder((f) => ({ ratsuchende_id: f.ratsuchendeId, rolle: 'hauptperson', von: tagVon(-90) })));
  await insertZeilen(sql, 'app.kontakte', jeder((f) => ({
    id: festeId(f.id, 'kontakt'), am: tagVon(-10), kanal: 'telefon', dauer_minuten: 20, notiz_krypt: chiffrat(t, f.id, 'notiz'), erfasst_von: nutzerVon(t, f) })));
  await insertZeilen(sql, 'app.fallberatungen', [t.faelle.beratung].map((f) => ({
    traeger_id, id: festeId(f.id, 'fallberatung'), fall_id: f.id, nutzer_id: t.personen.beratung.nutzerId, grund_krypt: chiffrat(t, f.id, 'grund'),
    von: tagVon(-2), bis: tagVon(5), erfasst_von: nutzerVon(t, f) })));
}

async function fuelleSpuren(sql: pg.Client, t: TraegerPlan, faelle: Fall[]): Promise<void> {
  const traeger_id = t.id;
  await insertZeilen(sql, 'app.protokoll', faelle.map((f) => ({
    traeger_id, id: festeId(f.id, 'protokoll'), nutzer_id: nutzerVon(t, f), aktion: `${t.kanarie}aktion`, fall_id: f.id, fallnummer: f.fallnummer })));
  await insertZeilen(sql, 'app.formulareingaben', ['fachkraft', 'kollegin', 'verwaltung'].map((name) => {
    const nutzer_id = t.personen[name as 'fachkraft'].nutzerId;
    return { traeger_id, id: festeId(nutzer_id, 'eingabe'), nutzer_id, inhalt_hash: festeBytes(nutzer_id), ergebnis: `${t.kanarie}ergebnis` };
  }));
  // One that background work may erase.
  const { nutzerId: nutzer_id } = t.personen.fachkraft;
  await insertZeilen(sql, 'app.formulareingaben', [{
    traeger_id, id: festeId(nutzer_id, 'alte eingabe'), nutzer_id, inhalt_hash: festeBytes(nutzer_id, 'alt'), ergebnis: `${t.kanarie}altes-ergebnis`, erfasst_am: vorTagen(40),
  }]);
}
