import type pg from 'pg';
import { chiffrat, nutzerVon } from './chiffrat.ts';
import { festeId } from './plan.ts';
import type { Fall, TraegerPlan } from './plan.ts';
import { tagVon, vorTagen } from './tage.ts';
import { insertZeilen } from './zeilen.ts';

/** From the Anfrage to the ending: what a case holds beside its persons and Kontakte. */
export async function fuelleKlaerung(sql: pg.Client, t: TraegerPlan, faelle: Fall[]): Promise<void> {
  await fuelleTraeger(sql, t);
  await fuelleAnfragen(sql, t, faelle);
  await fuelleUnterlagen(sql, t, faelle);
  const jeder = zeilen(t, faelle);
  await insertZeilen(sql, 'app.bedarfe', jeder('bedarf', (f) => ({ bereich: 'wohnen', dringlichkeit: 'mittel', stand: 'offen', erkannt_am: tagVon(-20), beschreibung_krypt: chiffrat(t, f.id, 'bedarf') })));
  await insertZeilen(sql, 'app.statusangaben', jeder('status', (f) => ({ ratsuchende_id: f.ratsuchendeId, art: 'aufenthalt', code: 'gestattung', von: tagVon(-60), bis: tagVon(20), angaben_krypt: chiffrat(t, f.id, 'status') })));
  await insertZeilen(sql, 'app.erstgespraeche', jeder(null, (f) => ({ am: tagVon(-40), kanal: 'persoenlich', bogen_krypt: chiffrat(t, f.id, 'bogen') })));
  await insertZeilen(sql, 'app.kriterienpruefungen', jeder('pruefung', (f) => ({
    kreis_id: t.kreisId, katalog_id: festeId(t.kreisId, 'katalog', '1'), am: tagVon(-30), schwelle: 3, erfuellt: ['k1', 'k2', 'k3'], anzahl_erfuellt: 3,
    entscheidung: f.klasse, abweichung: false, begruendung_krypt: chiffrat(t, f.id, 'pruefung') })));
  await insertZeilen(sql, 'app.wiedervorlagen', jeder('wiedervorlage', (f) => ({ faellig_am: tagVon(3), text_krypt: chiffrat(t, f.id, 'wiedervorlage') })));
  // Open ones too: a reopened case keeps the row.
  await insertZeilen(sql, 'app.fallabschluesse', jeder('abschluss', (f) => ({ am: tagVon(-5), grund: 'ziele_erreicht', durch: 'beide', notiz_krypt: chiffrat(t, f.id, 'abschluss') })));
}

/** Rows of a case table; `art` names what the id is made of, null for a table whose key is the case. */
const zeilen = (t: TraegerPlan, faelle: Fall[]) => (art: string | null, zeile: (fall: Fall) => object) =>
  faelle.map((f) => ({ traeger_id: t.id, fall_id: f.id, erfasst_von: nutzerVon(t, f), ...(art && { id: festeId(f.id, art) }), ...zeile(f) }));

async function fuelleTraeger(sql: pg.Client, t: TraegerPlan): Promise<void> {
  const traeger_id = t.id;
  const fachkraft = t.personen.fachkraft.nutzerId;
  await insertZeilen(sql, 'app.orte', [{
    traeger_id, kreis_id: t.kreisId, id: festeId(t.kennung, 'ort'), kommune_id: t.kommuneId, name: `${t.kanarie}ort`, art: 'buero',
    vertraulich: true, familiengerecht: true, barrierefrei: false, sprechzeiten: `${t.kanarie}zeiten` }]);
  await insertZeilen(sql, 'app.einwilligungstexte', [{
    traeger_id, id: festeId(t.kennung, 'text'), art: 'datenschutzerklaerung', fassung: 1, gilt_ab: tagVon(-100), text: `${t.kanarie}text`, erfasst_von: t.personen.verwaltung.nutzerId }]);
  await insertZeilen(sql, 'app.ansichten', ['fachkraft', 'kollegin'].map((wer) => {
    const nutzer_id = t.personen[wer as 'fachkraft'].nutzerId;
    return { traeger_id, id: festeId(nutzer_id, 'ansicht'), nutzer_id, name: `${t.kanarie}ansicht`, auswahl: JSON.stringify({ klasse: 'kurzberatung' }) };
  }));
  await insertZeilen(sql, 'app.richtwertanpassungen', [{
    traeger_id, id: festeId(t.kennung, 'anpassung'), nutzer_id: fachkraft, faelle: 30, von: tagVon(-10), bis: tagVon(50), erfasst_von: t.personen.leitung.nutzerId }]);
}

/** One that waits, one of which a case came, one that background work may erase together with its person. */
async function fuelleAnfragen(sql: pg.Client, t: TraegerPlan, faelle: Fall[]): Promise<void> {
  const traeger_id = t.id;
  const erfasst_von = t.personen.fachkraft.nutzerId;
  const anfrage = (name: string, mehr: object) => ({
    traeger_id, kreis_id: t.kreisId, id: festeId(t.kennung, 'anfrage', name), kommune_id: t.kommuneId, eingegangen_am: tagVon(-3), zugang: 'selbst_persoenlich',
    stand: 'offen', inhalt_krypt: chiffrat(t, 'anfrage', name), erfasst_von, ...mehr });
  const personen = { neu: tagVon(-3), alt: tagVon(-400) };
  for (const [name, tag] of Object.entries(personen)) {
    const ratsuchende_id = festeId(t.kennung, 'ratsuchende', 'anfrage', name);
    await insertZeilen(sql, 'app.ratsuchende', [{ traeger_id, id: ratsuchende_id, name_krypt: chiffrat(t, 'anfrage', name, 'name'), erfasst_von, erfasst_am: name === 'alt' ? vorTagen(400) : vorTagen(3) }]);
    await insertZeilen(sql, 'tresor.personenschluessel', [{ traeger_id, ratsuchende_id, generation: 1, verpackt: chiffrat(t, 'anfrage', name, 'pk') }]);
    await insertZeilen(sql, 'app.namenstoken', [{ traeger_id, ratsuchende_id, token: chiffrat(t, 'anfrage', name, 'token') }]);
    await insertZeilen(sql, 'app.anfragen', [anfrage(name, { ratsuchende_id, eingegangen_am: tag, erfasst_am: name === 'alt' ? vorTagen(400) : vorTagen(3) })]);
    await insertZeilen(sql, 'tresor.anfrageschluessel', [{ traeger_id, anfrage_id: festeId(t.kennung, 'anfrage', name), generation: 1, verpackt: chiffrat(t, 'anfrage', name, 'ak') }]);
  }
  await insertZeilen(sql, 'app.anfragen', faelle.map((f) => anfrage(f.id, { ratsuchende_id: f.ratsuchendeId, stand: 'aufgenommen', fall_id: f.id, inhalt_krypt: null })));
}

async function fuelleUnterlagen(sql: pg.Client, t: TraegerPlan, faelle: Fall[]): Promise<void> {
  const jeder = zeilen(t, faelle);
  await insertZeilen(sql, 'app.dokumente', jeder('dokument', (f) => ({
    art: 'nachweis', dateityp: 'application/pdf', groesse: 10, name_krypt: chiffrat(t, f.id, 'dokumentname'), inhalt_krypt: chiffrat(t, f.id, 'dokument') })));
  await insertZeilen(sql, 'app.einwilligungen', jeder('einwilligung', (f) => ({
    ratsuchende_id: f.ratsuchendeId, art: 'einverstaendnis', stand: 'erteilt', am: tagVon(-30), form: 'schriftlich', vorlage: 'dsgvo-1', inhalt_krypt: chiffrat(t, f.id, 'einwilligung'), nachweis_id: festeId(f.id, 'dokument') })));
}
