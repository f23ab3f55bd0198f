import type pg from 'pg';
import { sitzungFuer } from '@kim/testing/actors.ts';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';
import type { Fall, Rollenname, TraegerPlan } from '@kim/testing/plan.ts';
import { zaehle } from './dynamisch.ts';
import type { Ergebnis, Umfang } from './dynamisch.ts';
import type { Tabelle } from './katalog.ts';
import { laufe, nichts } from './probe.ts';
import type { Angreifer } from './probe.ts';

/**
 * Inside one Träger (D2, D3). What is listed here may be seen; everything else in app and tresor counts as content, so
 * that a new table is closed until somebody decides otherwise.
 */
const VERZEICHNIS = new Set([
  'app.nutzer', 'app.stellen', 'app.stelle_kommunen', 'app.besetzungen', 'app.faelle', 'app.fallereignisse', 'app.zustaendigkeiten',
  'app.vertretungen', 'app.freigaben', 'app.protokoll', 'app.formulareingaben', 'app.auftraege',
]);
/** About the work, not about people: who of those without content reads it, and who changes it. */
const UEBER_DIE_ARBEIT: Record<string, { liest: RegExp; aendert: RegExp }> = {
  'app.orte': { liest: /./, aendert: /verwaltung/i },
  'app.einwilligungstexte': { liest: /./, aendert: /$^/ },
  'app.richtwertanpassungen': { liest: /leitung/i, aendert: /leitung/i },
};
/** Of a colleague's case every Fachkraft sees whose it is. */
const WESSEN_FALL = new Set(['app.zustaendigkeiten']);
/** Every Fachkraft finds a person by name before recording her again. */
const NAMEN = new Set(['app.ratsuchende', 'app.namenstoken', 'tresor.personenschluessel']);

/** Of one's own case only what one has opened oneself; the fixture opened it for who is responsible. */
const NUR_GEOEFFNET: Record<string, string> = { 'app.schutzeintraege': 'true', 'app.dokumente': 't.geschuetzt' };

const OHNE_INHALT: Rollenname[] = ['leitung', 'verwaltung', 'zweiteVerwaltung'];
const ANDERE_FACHKRAEFTE: Rollenname[] = ['fachkraft', 'beratung', 'leitendeFachkraft', 'verwaltendeFachkraft'];
const EINGEWEIHTE: Rollenname[] = ['kollegin', 'vertretung'];

interface Blick {
  tabelle: Tabelle;
  /** Condition that meets the rows in question, on alias t. */
  bedingung: string;
  werte: unknown[];
}

/** The rows of one case: by fall_id, the case itself, and its person where the person is more than a name. */
function blicke(tabellen: Tabelle[], fall: Fall): Blick[] {
  return tabellen.filter((t) => t.mandant === 'traeger_id').flatMap((tabelle): Blick[] => {
    const hat = (spalte: string) => tabelle.spalten.some((s) => s.name === spalte);
    if (tabelle.name === 'app.faelle') return [{ tabelle, bedingung: 't.id = $1', werte: [fall.id] }];
    if (hat('fall_id')) return [{ tabelle, bedingung: 't.fall_id = $1', werte: [fall.id] }];
    if (hat('ratsuchende_id')) return [{ tabelle, bedingung: 't.ratsuchende_id = $1', werte: [fall.ratsuchendeId] }];
    return [];
  });
}

interface Versuch { blick: Blick; wer: Angreifer; art: string; text: string }

/** Reads and writes on a colleague's Case-Management case, and on any content by those who may see none. */
export async function probiereInnerhalb(db: Testdatenbank, { mannschaften, tabellen }: Umfang, ergebnis: Ergebnis): Promise<void> {
  const client = await db.anmelden('kim_traeger');
  for (const { traeger, haupt } of mannschaften) {
    const als = async (name: Rollenname): Promise<Angreifer> =>
      ({ ...haupt[0]!, name: `kim_traeger ${name}`, ctx: (await sitzungFuer(db.sql, traeger.personen[name])).ctx });
    const versuche: Versuch[] = [];
    const fremd = blicke(tabellen, traeger.faelle.kollegin);
    for (const name of ANDERE_FACHKRAEFTE) {
      const wer = await als(name);
      const imVerzeichnis = name === 'leitendeFachkraft' || name === 'verwaltendeFachkraft';
      versuche.push(aufnehmend(tabellen, traeger, wer));
      for (const blick of fremd) {
        const t = blick.tabelle.name;
        const sichtbar = WESSEN_FALL.has(t) || NAMEN.has(t) || (imVerzeichnis && VERZEICHNIS.has(t));
        versuche.push(...(sichtbar ? [] : lesend(blick, wer)), ...(NAMEN.has(t) ? [] : schreibend(blick, wer)));
      }
    }
    for (const name of OHNE_INHALT) {
      const wer = await als(name);
      for (const tabelle of tabellen.filter((t) => t.mandant === 'traeger_id' && !VERZEICHNIS.has(t.name))) {
        const blick = { tabelle, bedingung: 'true', werte: [] };
        const frei = UEBER_DIE_ARBEIT[tabelle.name];
        versuche.push(...(frei?.liest.test(name) ? [] : lesend(blick, wer)), ...(frei?.aendert.test(name) ? [] : schreibend(blick, wer)));
      }
    }
    await pruefeVersuche(client, versuche, ergebnis);
    await pruefeEingeweihte(client, fremd, await Promise.all(EINGEWEIHTE.map(als)), traeger, ergebnis);
  }
}

const lesend = (blick: Blick, wer: Angreifer): Versuch[] => [
  { blick, wer, art: 'innerhalb: lesen', text: `select t.* from ${blick.tabelle.name} t where ${blick.bedingung}` },
  { blick, wer, art: 'innerhalb: zählen', text: `select from ${blick.tabelle.name} t where ${blick.bedingung} having count(*) > 0` },
];

/** A found name is no door: a colleague's client does not come into a case that one sees. */
const aufnehmend = (tabellen: Tabelle[], { id, faelle }: TraegerPlan, wer: Angreifer): Versuch => ({
  blick: { tabelle: tabellen.find(({ name }) => name === 'app.fallbeteiligte')!, bedingung: '', werte: [id, faelle.kurzberatung.id, faelle.kollegin.ratsuchendeId] },
  wer, art: 'innerhalb: aufnehmen', text: "insert into app.fallbeteiligte (traeger_id, fall_id, ratsuchende_id, rolle, von) values ($1, $2, $3, 'familie', current_date)",
});

function schreibend(blick: Blick, wer: Angreifer): Versuch[] {
  const { name, rechte } = blick.tabelle;
  // Whose case it is the administration may change: that is the Übergabe, with rules of its own.
  if (name === 'app.zustaendigkeiten' && /verwaltung|verwaltende/i.test(wer.name)) return [];
  const spalte = rechte.update[0];
  return [
    ...(spalte ? [{ blick, wer, art: 'innerhalb: ändern', text: `update ${name} t set ${spalte} = t.${spalte} where ${blick.bedingung}` }] : []),
    ...(rechte.delete ? [{ blick, wer, art: 'innerhalb: löschen', text: `delete from ${name} t where ${blick.bedingung}` }] : []),
  ];
}

async function pruefeVersuche(client: pg.Client, versuche: Versuch[], ergebnis: Ergebnis): Promise<void> {
  zaehle(ergebnis, 'innerhalb eines Trägers', versuche.length);
  for (let i = 0; i < versuche.length; i += 32) {
    await Promise.all(versuche.slice(i, i + 32).map(async ({ blick, wer, art, text }) => {
      const befund = nichts(wer)(await laufe(client, wer.ctx, text, blick.werte, false));
      if (befund) ergebnis.befunde.push({ art, gegenstand: blick.tabelle.name, angreifer: `${wer.name} ${wer.traeger.kennung}`, befund });
    }));
  }
}

/** The rows exist, and those whom they concern see them. */
async function pruefeEingeweihte(client: pg.Client, fremd: Blick[], eingeweihte: Angreifer[], traeger: TraegerPlan, ergebnis: Ergebnis): Promise<void> {
  for (const { tabelle, bedingung, werte } of fremd) {
    if (tabelle.name === 'app.fallberatungen') continue;
    const offen = NUR_GEOEFFNET[tabelle.name] !== 'true';
    for (const wer of offen ? eingeweihte : []) {
      const { anzahl, fehler } = await laufe(client, wer.ctx, `select t.* from ${tabelle.name} t where ${bedingung}`, werte, false);
      zaehle(ergebnis, 'innerhalb eines Trägers', 1);
      if (fehler || anzahl === 0) ergebnis.befunde.push({ art: 'Zähne: innerhalb', gegenstand: tabelle.name, angreifer: `${wer.name} ${traeger.kennung}`, befund: `sieht den eigenen Fall nicht (${fehler ?? 0})` });
    }
    await pruefeVerschlossen(client, { tabelle, bedingung, werte }, eingeweihte, traeger, ergebnis);
  }
}

/** The protected part is open to who opened it; the Vertretung sees the case and not this. */
async function pruefeVerschlossen(client: pg.Client, { tabelle, bedingung, werte }: Blick, [zustaendige, vertretung]: Angreifer[], traeger: TraegerPlan, ergebnis: Ergebnis): Promise<void> {
  const verschlossen = NUR_GEOEFFNET[tabelle.name];
  if (!verschlossen || !zustaendige || !vertretung) return;
  const text = `select t.* from ${tabelle.name} t where ${bedingung} and ${verschlossen}`;
  const sieht = async ({ ctx }: Angreifer) => (await laufe(client, ctx, text, werte, false)).anzahl;
  zaehle(ergebnis, 'innerhalb eines Trägers', 2);
  if (await sieht(zustaendige) === 0) ergebnis.befunde.push({ art: 'Zähne: geschützt', gegenstand: tabelle.name, angreifer: `${zustaendige.name} ${traeger.kennung}`, befund: 'sieht nicht, was sie geöffnet hat' });
  if (await sieht(vertretung) !== 0) ergebnis.befunde.push({ art: 'innerhalb: geschützt', gegenstand: tabelle.name, angreifer: `${vertretung.name} ${traeger.kennung}`, befund: 'sieht den geschützten Bereich, ohne ihn geöffnet zu haben' });
}
