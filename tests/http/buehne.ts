import type pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import type { Produkt } from '@kim/testing/produkt.ts';
import { verbunden } from '@kim/testing/verbindung.ts';
import { oeffneSchluesselbund } from '@kim/tresor/schluesselbund.ts';
import { sende } from './anfrage.ts';
import type { Formularfelder } from './anfrage.ts';
import { legeBeiwerkAn } from './beiwerk.ts';
import { kanarie } from './kanarien.ts';
import type { Personal } from './kanarien.ts';
import { DORT, HIER, personal, stellePersonenAuf } from './personen.ts';
import { leseRouten } from './routen.ts';
import type { Route } from './routen.ts';
import type { Fall, Fallname, Person, Wer } from './wer.ts';

/** The scene: people in every state and the cases they meet, written through the product's own pages. Plain data. */
export interface Buehne {
  url: string;
  /** Superuser. */
  verwaltung: string;
  /** The application's log. */
  protokoll: string;
  env: Record<string, string>;
  wer: Record<Wer, Person>;
  faelle: Record<Fallname, Fall>;
  personal: Personal;
  routen: Route[];
  /** Ids by name that forms and addresses of the administration need. */
  ids: Record<string, string>;
}

const FAELLE: Record<Fallname, { bei: Wer; kennung: string; marke: string; klasse: 'case_management' | null }> = {
  eigener: { bei: 'Fachkraft', kennung: HIER, marke: 'Fachkraft', klasse: 'case_management' },
  'der Kollegin': { bei: 'Kollegin', kennung: HIER, marke: 'Kollegin', klasse: 'case_management' },
  geteilter: { bei: 'Kollegin', kennung: HIER, marke: 'geteilt', klasse: null },
  anderswo: { bei: 'Fachkraft anderswo', kennung: DORT, marke: 'Fachkraft anderswo', klasse: 'case_management' },
  'anderswo geteilt': { bei: 'Fachkraft anderswo', kennung: DORT, marke: 'geteilt anderswo', klasse: null },
};

export async function baueBuehne({ url, verwaltung, protokoll, env }: Produkt): Promise<Buehne> {
  const wer = await verbunden(verwaltung, stellePersonenAuf);
  const geheim = await verbunden(verwaltung, (sql) => legeBeiwerkAn(sql, oeffneSchluesselbund(env['KIM_SCHLUESSELBUND'] ?? '')));
  const faelle: Partial<Record<Fallname, Fall>> = {};
  for (const [name, plan] of Object.entries(FAELLE) as [Fallname, (typeof FAELLE)[Fallname]][]) {
    faelle[name] = await verbunden(verwaltung, (sql) => eroeffne(sql, url, wer[plan.bei], plan));
  }
  await reiche(url, wer.Fachkraft, `/faelle/${faelle.eigener?.nummer}/zustaendigkeit`, {
    aktion: 'fallberatung', mit: wer['in Fallberatung'].nutzerId ?? '', grund: kanarie(HIER, 'Fachkraft', 'Text'), bis: formatDatum(heute()),
  });
  await reiche(url, wer.Koordination, '/koordination/kataloge?index', {});
  await verbunden(verwaltung, (sql) => sql.query("update kreis.kriterienkataloge set beschluss = 'Lenkungskreis' where stand = 'entwurf'"));
  for (const [leitung, kennung, person] of [['Leitung', HIER, 'Elif Yıldız'], ['Leitung anderswo', DORT, 'Lars Becker']] as const) {
    const nutzer = await verbunden(verwaltung, (sql) => sql.query<{ id: string }>('select n.id from app.nutzer n join kreis.traeger t on t.id = n.traeger_id where t.kennung = $1 and n.name = $2', [kennung, person]));
    await reiche(url, wer[leitung], '/leitung/stellen', { aktion: 'anpassen', person: nutzer.rows[0]?.id ?? '', faelle: '40', von: formatDatum(heute()) });
  }
  for (const [bei, fall] of [['Kollegin', 'geteilter'], ['Fachkraft anderswo', 'anderswo geteilt']] as const) await verbunden(verwaltung, (sql) => erfasseNochmals(sql, url, wer[bei], FAELLE[fall]));
  for (const [bei, name, mehr] of [['Fachkraft', 'Eigenes Angebot', {}], ['Fachkraft anderswo', 'Angebot der Anderen', {}], ['Fachkraft anderswo', kanarie(DORT, 'Fachkraft anderswo', 'Text'), { nurEigene: 'ja' }]] as const) {
    await reiche(url, wer[bei], '/angebote/neu', { name, rechtskreis: 'beratung', ...mehr });
  }
  await verbunden(verwaltung, (sql) => sql.query("update kreis.angebote set geprueft_am = '2026-01-01' where geprueft_am is not null"));
  for (const bei of ['Fachkraft', 'Fachkraft anderswo'] as const) await verbunden(verwaltung, (sql) => stelleAnfrage(sql, url, wer[bei], bei === 'Fachkraft' ? HIER : DORT));
  return {
    url, verwaltung, protokoll, wer, faelle: faelle as Record<Fallname, Fall>, personal: personal(),
    env: Object.fromEntries(Object.entries(env).filter((paar): paar is [string, string] => paar[1] !== undefined)),
    routen: await leseRouten(env),
    ids: { ...(await verbunden(verwaltung, leseIds)), ...geheim },
  };
}

async function eroeffne(sql: pg.Client, url: string, person: Person, { bei, kennung, marke, klasse }: (typeof FAELLE)[Fallname]): Promise<Fall> {
  const kommune = await kommuneVon(sql, kennung);
  const ziel = await reiche(url, person, '/faelle/neu', {
    vorname: 'Zoe', nachname: kanarie(kennung, marke, 'Name'), anschrift: kanarie(kennung, marke, 'Text'), anliegen: kanarie(kennung, marke, 'Text'),
    kommune, eroeffnetAm: '01.02.2026',
  });
  const nummer = ziel.split('/').at(-1) ?? '';
  await reiche(url, person, `/faelle/${nummer}/verlauf`, { am: '02.02.2026', kanal: 'telefon', notiz: kanarie(kennung, marke, 'Text') });
  await reiche(url, person, `/faelle/${nummer}/dokumente`, { datei: '%PDF-1.7 Anlage', name: kanarie(kennung, marke, 'Text'), art: 'anlage' });
  await reiche(url, person, `/faelle/${nummer}/einwilligungen/neu`, {
    art: 'einverstaendnis', person: await hauptperson(sql, nummer), entscheidung: 'erteilt', am: '02.02.2026', form: 'muendlich', bemerkung: kanarie(kennung, marke, 'Text'),
  });
  await reiche(url, person, `/faelle/${nummer}/personen/${await hauptperson(sql, nummer)}/status`, { aktion: 'erfassen', code: 'gestattung', von: '02.02.2026', notiz: kanarie(kennung, marke, 'Text') });
  // The decision of the Klärung has its own rows in the matrix; here the scene only needs whose case it is. Each has a plan: a shared case from an earlier Case Management.
  await sql.query("update app.faelle set klasse = 'case_management', phase = 'assessment' where fallnummer = $1", [nummer]);
  const planstand = await plane(sql, url, person, { nummer, kennung, marke });
  const assessmentId = await schaetzeEin(url, person, { nummer, kennung, marke });
  await vermittle(sql, url, person, { nummer, kennung, marke });
  const instrumentId = await nutzeInstrument(url, person, { nummer, kennung, marke });
  await werteAus(url, person, { nummer, kennung, marke });
  const schutz = await verschliesse(sql, url, person, { nummer, kennung, marke });
  if (!klasse) await sql.query("update app.faelle set klasse = 'kurzberatung', phase = null where fallnummer = $1", [nummer]);
  const { rows } = await sql.query<{ id: string; kontaktId: string; personId: string; einwilligungId: string; dokumentId: string; statusId: string; zielId: string; massnahmeId: string; fassungId: string; vermittlungId: string; weitergabeId: string; angebotId: string }>(
    `select f.id, k.id as "kontaktId", b.ratsuchende_id as "personId", e.id as "einwilligungId", d.id as "dokumentId", a.id as "statusId", m.ziel_id as "zielId", m.id as "massnahmeId", p.id as "fassungId", v.id as "vermittlungId", v.angebot_id as "angebotId", w.id as "weitergabeId" from app.faelle f
       join app.vermittlungen v on v.traeger_id = f.traeger_id and v.fall_id = f.id
       join app.weitergaben w on w.traeger_id = f.traeger_id and w.fall_id = f.id
       join app.massnahmen m on m.traeger_id = f.traeger_id and m.fall_id = f.id
       join app.planfassungen p on p.traeger_id = f.traeger_id and p.fall_id = f.id
       join app.statusangaben a on a.traeger_id = f.traeger_id and a.fall_id = f.id
       join app.einwilligungen e on e.traeger_id = f.traeger_id and e.fall_id = f.id and e.art = 'einverstaendnis'
       join app.dokumente d on d.traeger_id = f.traeger_id and d.fall_id = f.id and not d.geschuetzt
       join app.kontakte k on k.traeger_id = f.traeger_id and k.fall_id = f.id
       join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id where f.fallnummer = $1`, [nummer]);
  if (!rows[0]) throw new Error(`Der Fall ${nummer} der Szene wurde nicht gespeichert.`);
  return { ...rows[0], ...schutz, nummer, planstand, assessmentId, instrumentId, bei, kennung };
}

/** A Leitziel, a Teilziel with a step, and their agreement; answers the digest of the plan. */
async function plane(sql: pg.Client, url: string, person: Person, { nummer, kennung, marke }: { nummer: string; kennung: string; marke: string }): Promise<string> {
  const ziele = `/faelle/${nummer}/serviceplanung/ziele`;
  const text = kanarie(kennung, marke, 'Text');
  await reiche(url, person, `${ziele}/neu`, { text });
  const { rows } = await sql.query<{ id: string }>('select z.id from app.ziele z join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id where f.fallnummer = $1', [nummer]);
  const teilziel = await reiche(url, person, `${ziele}/neu`, { text, woran: text, ressource: text, oberziel: rows[0]?.id ?? '', bis: formatDatum(heute()) });
  await reiche(url, person, teilziel, { aktion: 'massnahme', was: text, wer: 'fachkraft', grund: text });
  await reiche(url, person, teilziel, { aktion: 'bewertung', stufe: '2', am: formatDatum(heute()), notiz: text });
  const vereinbarung = `/faelle/${nummer}/serviceplanung/vereinbarung`;
  const stand = /name="stand" value="([0-9a-f]{64})"/.exec((await sende(url, { pfad: vereinbarung, cookie: person.cookie })).rumpf)?.[1] ?? '';
  await reiche(url, person, vereinbarung, { person: await hauptperson(sql, nummer), durch: 'selbst', am: formatDatum(heute()), form: 'muendlich', ort: text, stand });
  return stand;
}

/** An Assessment with something in it; answers its id. */
async function schaetzeEin(url: string, person: Person, { nummer, kennung, marke }: { nummer: string; kennung: string; marke: string }): Promise<string> {
  const text = kanarie(kennung, marke, 'Text');
  const bogen = await reiche(url, person, `/faelle/${nummer}/assessment`, {});
  await reiche(url, person, bogen, { version: '1', am: formatDatum(heute()), staerken: text, wuensche: text, einschaetzung: text });
  return bogen.split('/').at(-1) ?? '';
}

/** A referral to an entry of the directory that this Träger alone sees, and a letter to it. */
async function vermittle(sql: pg.Client, url: string, person: Person, { nummer, kennung, marke }: { nummer: string; kennung: string; marke: string }): Promise<void> {
  const text = kanarie(kennung, marke, 'Text');
  const angebot = neueId();
  await sql.query(
    `insert into kreis.angebote (kreis_id, id, nur_fuer_id, name, organisation, rechtskreis, bereiche, einzugsgebiet, sprachen, anschrift, anfahrt, telefon, email, web, zeiten, hinweise)
       select kreis_id, $2, traeger_id, 'Schuldnerberatung', '', 'sonstiges', '{}', '{}', '{}', '', '', '', '', '', '', '' from app.faelle where fallnummer = $1`, [nummer, angebot]);
  await reiche(url, person, `/faelle/${nummer}/einwilligungen/neu`, {
    art: 'schweigepflichtentbindung', person: await hauptperson(sql, nummer), entscheidung: 'erteilt', am: '02.02.2026', form: 'muendlich', angebot, zweck: text, zwecke: 'vermittlung', datenarten: 'person', richtung: 'gegenseitig',
  });
  const { rows } = await sql.query<{ id: string }>('select m.id from app.massnahmen m join app.faelle f on f.traeger_id = m.traeger_id and f.id = m.fall_id where f.fallnummer = $1', [nummer]);
  const ziel = await reiche(url, person, `/faelle/${nummer}/linking/neu`, { angebot, massnahme: rows[0]?.id ?? '', am: '02.02.2026', anlass: text });
  await reiche(url, person, ziel, { aktion: 'weitergabe', zweck: 'vermittlung', datenarten: 'person', weg: 'brief', mitteilung: text });
}

/** A Netzwerkkarte of the household with one row; answers its id. */
async function nutzeInstrument(url: string, person: Person, { nummer, kennung, marke }: { nummer: string; kennung: string; marke: string }): Promise<string> {
  const text = kanarie(kennung, marke, 'Text');
  const blatt = await reiche(url, person, `/faelle/${nummer}/instrumente`, { art: 'netzwerkkarte', person: '' });
  await reiche(url, person, blatt, { version: '1', am: formatDatum(heute()), 'zeile.0.wer': text, 'zeile.0.naehe': 'eng', 'zeile.0.wobei': text });
  return blatt.split('/').at(-1) ?? '';
}

/** An entry and a document in the protected part, which stays open for who is responsible. */
async function verschliesse(sql: pg.Client, url: string, person: Person, { nummer, kennung, marke }: { nummer: string; kennung: string; marke: string }): Promise<Pick<Fall, 'schutzeintragId' | 'schutzdokumentId'>> {
  const text = kanarie(kennung, marke, 'Schutz');
  await reiche(url, person, `/faelle/${nummer}/dokumente`, { datei: '%PDF-1.7 Befund', name: text, art: 'anlage', geschuetzt: 'ja' });
  await reiche(url, person, `/faelle/${nummer}/schutzbereich`, { aktion: 'oeffnen' });
  await reiche(url, person, `/faelle/${nummer}/schutzbereich`, { aktion: 'neu', thema: 'gesundheit', text });
  // Longer than the quarter of an hour, which the suite may outlast.
  await sql.query("update app.schutzoeffnungen o set bis = now() + interval '3 hours' from app.faelle f where f.id = o.fall_id and f.fallnummer = $1", [nummer]);
  const { rows } = await sql.query<Pick<Fall, 'schutzeintragId' | 'schutzdokumentId'>>(
    `select e.id as "schutzeintragId", d.id as "schutzdokumentId" from app.faelle f
       join app.schutzeintraege e on e.traeger_id = f.traeger_id and e.fall_id = f.id join app.dokumente d on d.traeger_id = f.traeger_id and d.fall_id = f.id and d.geschuetzt where f.fallnummer = $1`, [nummer]);
  if (!rows[0]) throw new Error(`Der geschützte Bereich von ${nummer} ist leer.`);
  return rows[0];
}

/** Both views of the Evaluation. */
async function werteAus(url: string, person: Person, { nummer, kennung, marke }: { nummer: string; kennung: string; marke: string }): Promise<void> {
  const text = kanarie(kennung, marke, 'Text');
  const angaben = { version: '0', am: formatDatum(heute()), zielerreichung: '4' };
  await reiche(url, person, `/faelle/${nummer}/evaluation/ratsuchende`, { ...angaben, geholfen: text });
  await reiche(url, person, `/faelle/${nummer}/evaluation/fachkraft`, { ...angaben, struktur: text });
}

/** The same person once more, as it happens at another door. */
async function erfasseNochmals(sql: pg.Client, url: string, person: Person, { kennung, marke }: (typeof FAELLE)[Fallname]): Promise<void> {
  await reiche(url, person, '/faelle/neu', { vorname: 'Zoe', nachname: kanarie(kennung, marke, 'Name'), kommune: await kommuneVon(sql, kennung), eroeffnetAm: '03.02.2026', trotzdem: 'ja' });
}

async function kommuneVon(sql: pg.Client, kennung: string): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    'select s.kommune_id as id from app.stelle_kommunen s join kreis.traeger t on t.id = s.traeger_id where t.kennung = $1 limit 1', [kennung]);
  return rows[0]?.id ?? '';
}

/** An Anfrage that waits at this Träger. */
async function stelleAnfrage(sql: pg.Client, url: string, person: Person, kennung: string): Promise<void> {
  await reiche(url, person, '/sprechstunde', {
    name: `Zora ${kanarie(kennung, 'Anfrage', 'Name')}`, telefon: kanarie(kennung, 'Anfrage', 'Text'), anliegen: kanarie(kennung, 'Anfrage', 'Text'),
    kommune: await kommuneVon(sql, kennung), eingegangenAm: '01.02.2026', zugang: 'selbst_telefon', ergebnis: 'offen',
  });
}

async function hauptperson(sql: pg.Client, nummer: string): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    'select b.ratsuchende_id as id from app.faelle f join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id where f.fallnummer = $1', [nummer]);
  return rows[0]?.id ?? '';
}

/** Posts a form that must be accepted; answers where it led. */
async function reiche(url: string, person: Person, pfad: string, felder: Formularfelder): Promise<string> {
  const antwort = await sende(url, { pfad, cookie: person.cookie, formular: { _formular: neueId(), ...felder } });
  if (antwort.status !== 302 || !antwort.ziel) throw new Error(`${pfad} wurde nicht angenommen: ${antwort.status}`);
  return antwort.ziel;
}

async function leseIds(sql: pg.Client): Promise<Record<string, string>> {
  const { rows } = await sql.query<{ name: string; id: string }>(
    `select 'stelle ' || t.kennung as name, (array_agg(s.id::text order by s.id))[1] as id from app.stellen s join kreis.traeger t on t.id = s.traeger_id group by 1
     union all select 'ort ' || t.kennung, (array_agg(o.id::text order by o.id))[1] from app.orte o join kreis.traeger t on t.id = o.traeger_id group by 1
     union all select case c.stand when 'entwurf' then 'katalogentwurf' else 'katalog' end, c.id::text from kreis.kriterienkataloge c
     union all select case when a.nur_fuer_id is not null then 'angebot dort' when a.pflege_traeger_id is null then 'angebot niemandes' when a.name = 'Eigenes Angebot' then 'angebot eigenes' else 'angebot anderer' end, (array_agg(a.id::text order by a.id desc))[1]
                 from kreis.angebote a where a.nur_fuer_id is null or a.rechtskreis = 'beratung' group by 1
     union all select 'anfrage ' || t.kennung, a.id::text from app.anfragen a join kreis.traeger t on t.id = a.traeger_id where a.zugang = 'selbst_telefon' and a.stand = 'offen'
     union all select 'richtwert ' || t.kennung, r.id::text from app.richtwertanpassungen r join kreis.traeger t on t.id = r.traeger_id
     union all select 'doppelt ' || t.kennung, b.ratsuchende_id::text from app.faelle f join kreis.traeger t on t.id = f.traeger_id
                 join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id where f.eroeffnet_am = '2026-02-03'
     union all select 'kommune ' || k.name, k.id::text from kreis.kommunen k
     union all select 'nutzer ' || n.name, n.id::text from app.nutzer n
     union all select 'koordination ' || c.name, c.id::text from kreis.koordinierende c
     union all select 'freigabe ' || t.kennung, f.id::text from app.freigaben f join kreis.traeger t on t.id = f.traeger_id
     union all select 'vertretung ' || t.kennung, v.id::text from app.vertretungen v join kreis.traeger t on t.id = v.traeger_id
                 join app.nutzer n on n.traeger_id = v.traeger_id and n.id = v.vertretung_id where n.name in ('Sabine Krämer', 'Meryem Aksoy')
     union all select 'besetzung ' || t.kennung, b.id::text from app.besetzungen b join kreis.traeger t on t.id = b.traeger_id
                 join app.nutzer n on n.traeger_id = b.traeger_id and n.id = b.nutzer_id where n.name in ('Judith Hartmann', 'Meryem Aksoy')
     union all select 'mitgliedschaft ' || t.kennung, m.id::text from sec.mitgliedschaften m join kreis.traeger t on t.id = m.traeger_id
                 join sec.konten k on k.id = m.konto_id where k.email = 'tr.ger.nicht.gew.hlt@rbk.example'
     union all select 'mitgliedschaft anderer', m.id::text from sec.mitgliedschaften m join sec.konten k on k.id = m.konto_id where k.email = 'meryem.aksoy@kue.example'`);
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}
