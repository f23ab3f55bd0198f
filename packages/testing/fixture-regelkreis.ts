import type pg from 'pg';
import { chiffrat, nutzerVon } from './chiffrat.ts';
import { festeId } from './plan.ts';
import type { Fall, KreisPlan, TraegerPlan } from './plan.ts';
import { tagVon } from './tage.ts';
import { insertZeilen } from './zeilen.ts';
import type { Zeile } from './zeilen.ts';

const angebotId = (kreisId: string) => festeId(kreisId, 'angebot');

/** A shared entry of the directory that nobody sees to yet. */
export async function fuelleAngebote(sql: pg.Client, kreis: KreisPlan): Promise<void> {
  await insertZeilen(sql, 'kreis.angebote', [angebot(kreis.id, angebotId(kreis.id), `${kreis.name} Angebot`)]);
}

/** One that a Träger keeps to itself. */
export const eigenesAngebotId = (t: TraegerPlan) => festeId(t.kennung, 'angebot');

const angebot = (kreisId: string, id: string, name: string, mehr: object = {}) => ({
  kreis_id: kreisId, id, name, organisation: name, rechtskreis: 'sonstiges', bereiche: ['wohnen'], einzugsgebiet: [], sprachen: ['deu'],
  anschrift: name, anfahrt: '', telefon: '', email: '', web: '', zeiten: '', hinweise: '', geprueft_am: tagVon(-10), ...mehr });

/** From the Assessment to the Evaluation: what a case holds beside its Klärung. */
export async function fuelleRegelkreis(sql: pg.Client, t: TraegerPlan, faelle: Fall[]): Promise<void> {
  await insertZeilen(sql, 'kreis.angebote', [angebot(t.kreisId, eigenesAngebotId(t), `${t.kanarie}angebot`, { nur_fuer_id: t.id, pflege_traeger_id: t.id, pflege_nutzer_id: t.personen.fachkraft.nutzerId })]);
  const jeder = (art: string, zeile: (fall: Fall) => object) => faelle.map((f) => ({ traeger_id: t.id, id: festeId(f.id, art), fall_id: f.id, erfasst_von: nutzerVon(t, f), ...zeile(f) }));
  const krypt = (f: Fall, art: string) => chiffrat(t, f.id, art);
  await insertZeilen(sql, 'app.phasenwechsel', jeder('phasenwechsel', (f) => ({ von: 'assessment', nach: 'serviceplanung', am: tagVon(-10), begruendung_krypt: krypt(f, 'phasenwechsel') })));
  await insertZeilen(sql, 'app.assessments', jeder('assessment', (f) => ({ anlass: 'assessment', am: tagVon(-20), bogen_krypt: krypt(f, 'assessment') })));
  await insertZeilen(sql, 'app.instrumente', jeder('instrument', (f) => ({ art: 'netzwerkkarte', fassung: 1, am: tagVon(-19), stand: 'entwurf', inhalt_krypt: krypt(f, 'instrument') })));
  await insertZeilen(sql, 'app.ziele', jeder('leitziel', (f) => ({ prioritaet: 'hoch', stand: 'offen', inhalt_krypt: krypt(f, 'leitziel') })));
  await insertZeilen(sql, 'app.ziele', jeder('ziel', (f) => ({
    oberziel_id: festeId(f.id, 'leitziel'), ratsuchende_id: f.ratsuchendeId, bedarf_id: festeId(f.id, 'bedarf'), prioritaet: 'hoch', bis: tagVon(30), stand: 'offen', inhalt_krypt: krypt(f, 'ziel') })));
  await insertZeilen(sql, 'app.massnahmen', jeder('massnahme', (f) => ({ ziel_id: festeId(f.id, 'ziel'), wer: 'dritte', bis: tagVon(20), stand: 'offen', inhalt_krypt: krypt(f, 'massnahme') })));
  await insertZeilen(sql, 'app.planfassungen', jeder('planfassung', (f) => ({ fassung: 1, vereinbart_am: tagVon(-8), form: 'schriftlich', nachweis_id: festeId(f.id, 'dokument'), inhalt_krypt: krypt(f, 'planfassung') })));
  await insertZeilen(sql, 'app.zielbewertungen', jeder('zielbewertung', (f) => ({ ziel_id: festeId(f.id, 'ziel'), am: tagVon(-2), stufe: 3, sicht: 'gemeinsam', notiz_krypt: krypt(f, 'zielbewertung') })));
  await fuelleLinking(sql, t, jeder, krypt);
  await insertZeilen(sql, 'app.evaluationen', jeder('evaluation', (f) => ({ sicht: 'ratsuchende', am: tagVon(-1), zielerreichung: 4, zufriedenheit: 5, selbststaendigkeit: 4, bogen_krypt: krypt(f, 'evaluation') })));
  await fuelleSchutzbereich(sql, t, faelle, jeder, krypt);
}

type Jeder = (art: string, zeile: (fall: Fall) => object) => Zeile[];

async function fuelleLinking(sql: pg.Client, t: TraegerPlan, jeder: Jeder, krypt: (f: Fall, art: string) => Buffer): Promise<void> {
  const kreis_id = t.kreisId;
  const angebot_id = angebotId(kreis_id);
  await insertZeilen(sql, 'app.einwilligungen', jeder('entbindung', (f) => ({
    ratsuchende_id: f.ratsuchendeId, art: 'schweigepflichtentbindung', stand: 'erteilt', am: tagVon(-20), form: 'schriftlich', vorlage: 'dsgvo-1', datenarten: ['person', 'wohnen'], richtung: 'gegenseitig',
    kreis_id, angebot_id, zwecke: ['vermittlung'], inhalt_krypt: krypt(f, 'entbindung') })));
  await insertZeilen(sql, 'app.vermittlungen', jeder('vermittlung', (f) => ({
    kreis_id, angebot_id, massnahme_id: festeId(f.id, 'massnahme'), ratsuchende_id: f.ratsuchendeId, art: 'angebot', stand: 'angefragt', am: tagVon(-6), pruefen_am: tagVon(5), inhalt_krypt: krypt(f, 'vermittlung') })));
  await insertZeilen(sql, 'app.weitergaben', jeder('weitergabe', (f) => ({
    vermittlung_id: festeId(f.id, 'vermittlung'), einwilligung_id: festeId(f.id, 'entbindung'), am: tagVon(-6), weg: 'brief', zweck: 'vermittlung', datenarten: ['person'], inhalt_krypt: krypt(f, 'weitergabe') })));
  await insertZeilen(sql, 'app.versorgungsluecken', jeder('luecke', (f) => ({ kreis_id, bereich: 'wohnen', art: 'kein_angebot', kommune_id: t.kommuneId, erkannt_am: tagVon(-3), inhalt_krypt: krypt(f, 'luecke') })));
  await insertZeilen(sql, 'app.grenzaufgaben', jeder('grenzaufgabe', (f) => ({ kreis_id, aufgabe: 'rechtsberatung', umgang: 'verwiesen', angebot_id, am: tagVon(-4), inhalt_krypt: krypt(f, 'grenzaufgabe') })));
  await insertZeilen(sql, 'app.monitoringpruefungen', jeder('monitoring', (f) => ({
    vermittlung_id: festeId(f.id, 'vermittlung'), am: tagVon(-2), erreicht: 'ja', vollstaendig: 'teilweise', passend: 'ja', ziel_erreicht: 'offen', notiz_krypt: krypt(f, 'monitoring') })));
}

/** Open to who is responsible for the case, and to nobody else in it. */
async function fuelleSchutzbereich(sql: pg.Client, t: TraegerPlan, faelle: Fall[], jeder: Jeder, krypt: (f: Fall, art: string) => Buffer): Promise<void> {
  await insertZeilen(sql, 'app.schutzoeffnungen', faelle.map((f) => ({ traeger_id: t.id, id: festeId(f.id, 'oeffnung'), fall_id: f.id, nutzer_id: nutzerVon(t, f), anlass: 'zustaendig', bis: '2099-12-31' })));
  await insertZeilen(sql, 'app.schutzeintraege', jeder('schutzeintrag', (f) => ({ ratsuchende_id: f.ratsuchendeId, inhalt_krypt: krypt(f, 'schutzeintrag') })));
  await insertZeilen(sql, 'app.dokumente', jeder('schutzdokument', (f) => ({
    art: 'anlage', dateityp: 'application/pdf', groesse: 10, geschuetzt: true, name_krypt: krypt(f, 'schutzdokumentname'), inhalt_krypt: krypt(f, 'schutzdokument') })));
}
