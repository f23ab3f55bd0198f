import type pg from 'pg';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';
import { KREISE } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import type { Angreiferin, Mannschaft } from './angreifer.ts';
import { AUSWERTUNGSRECHTE, KATALOGTABELLEN } from './erlaubt.ts';
import { gehoertKreis, leseMuster } from './katalog.ts';
import type { Muster, Tabelle } from './katalog.ts';
import { leseAlle, leseKurz } from './lesen.ts';
import type { Ziel } from './lesen.ts';
import { abgelehnt, pruefe } from './probe.ts';
import type { Befund, Probe } from './probe.ts';
import { schreibeAlle, schreibeKurz } from './schreiben.ts';
import { pruefeZwillinge, zwillinge } from './zwilling.ts';

export interface Umfang {
  mannschaften: Mannschaft[];
  tabellen: Tabelle[];
  /** Whether those who are not signed in and the other logins try this pair too. */
  auchWeitere: (a: TraegerPlan, b: TraegerPlan) => boolean;
  /** Every kind of id with every principal, instead of a selection. */
  gruendlich: boolean;
}

export interface Ergebnis {
  proben: Map<string, number>;
  befunde: Befund[];
}

export const zaehle = (ergebnis: Ergebnis, bereich: string, anzahl: number): void => {
  ergebnis.proben.set(bereich, (ergebnis.proben.get(bereich) ?? 0) + anzahl);
};

/** Sample rows of every table and owner, read once. */
export type Musterbuch = (tabelle: Tabelle, besitzer: string) => Muster | null;

export async function sammleMuster(sql: pg.ClientBase, tabellen: Tabelle[]): Promise<Musterbuch> {
  const buch = new Map<string, Muster | null>();
  for (const tabelle of tabellen.filter((t) => t.mandant)) {
    const besitzer = gehoertKreis(tabelle) ? KREISE.map((k) => k.id) : KREISE.flatMap((k) => k.traeger.map((t) => t.id));
    for (const wem of besitzer) buch.set(`${tabelle.name} ${wem}`, await leseMuster(sql, tabelle, wem));
  }
  return (tabelle, besitzer) => buch.get(`${tabelle.name} ${besitzer}`) ?? null;
}

/** One connection per login, and one of its own for those who never set a context. */
type Verbindung = (wer: Angreiferin) => Promise<pg.Client>;

/** Every table × operation × ordered pair × login and principal. */
export async function probiereGrenzen(db: Testdatenbank, umfang: Umfang, ergebnis: Ergebnis): Promise<void> {
  const muster = await sammleMuster(db.sql, umfang.tabellen);
  const verbindungen = new Map<string, pg.Client>();
  const als: Verbindung = async ({ login, ctx }) => {
    const name = `${login} ${ctx === null}`;
    if (!verbindungen.has(name)) verbindungen.set(name, await db.anmelden(login));
    return verbindungen.get(name)!;
  };
  for (const { traeger: a, haupt, weitere, logins } of umfang.mannschaften) {
    let herrenlos = false;
    for (const { traeger: b } of umfang.mannschaften.filter((m) => m.traeger !== a)) {
      const ziele = findZiele(umfang.tabellen, muster, a, b);
      const mitWeiteren = umfang.auchWeitere(a, b);
      for (const wer of mitWeiteren ? haupt : haupt.slice(0, 1)) await greifeAn(await als(wer), wer, ziele, muster, ergebnis, true);
      if (!mitWeiteren) continue;
      for (const wer of [...weitere, ...logins]) await greifeAn(await als(wer), wer, ziele, muster, ergebnis, false);
      await pruefeAlsSuperuser(db.sql, haupt[0]!, ziele, muster, ergebnis);
      herrenlos = true;
    }
    if (herrenlos) await probiereHerrenlose(als, umfang.tabellen, [...haupt, ...weitere, ...logins], ergebnis);
  }
}

/** Without any policy each probe must find something: otherwise it would miss a leak too. */
export async function pruefeZaehne(sql: pg.Client, { mannschaften, tabellen }: Umfang, ergebnis: Ergebnis): Promise<void> {
  const muster = await sammleMuster(sql, tabellen);
  const [{ traeger: a, haupt }, b] = [mannschaften[0]!, mannschaften.at(-1)!.traeger];
  const wer = { ...haupt[0]!, name: 'Superuser', ctx: '' };
  const proben = findZiele(tabellen, muster, a, b).flatMap((ziel) => [...leseAlle(ziel, wer), ...schreibeAlle(ziel, wer, muster(ziel.tabelle, ziel.eigener))])
    .filter((p) => !/sperren|leeren/.test(p.art) || p.art.startsWith('lesen'))
    .map((p): Probe => ({ ...p, urteil: (ausgang) => (p.urteil(ausgang) !== null ? null : `stumpf: ${ausgang.fehler ?? ausgang.anzahl} ${ausgang.meldung}`) }));
  ergebnis.befunde.push(...(await pruefe(sql, wer, proben, true)).map((x) => ({ ...x, art: `Zähne: ${x.art}` })));
  zaehle(ergebnis, 'Zähne', proben.length);
}

/** Tables of the pair: rows of a Träger, and rows of a Kreis when the pair crosses Kreise. */
function findZiele(tabellen: Tabelle[], muster: Musterbuch, a: TraegerPlan, b: TraegerPlan): Ziel[] {
  return tabellen.filter((t) => t.mandant).flatMap((tabelle) => {
    const jeKreis = gehoertKreis(tabelle);
    if (jeKreis && a.kreisId === b.kreisId) return [];
    const [opfer, eigener] = jeKreis ? [b.kreisId, a.kreisId] : [b.id, a.id];
    const zeile = muster(tabelle, opfer);
    return zeile ? [{ tabelle, opfer, eigener, muster: zeile }] : [];
  });
}

async function greifeAn(client: pg.Client, wer: Angreiferin, alle: Ziel[], muster: Musterbuch, ergebnis: Ergebnis, alles: boolean): Promise<void> {
  // The owner sets up Kreise and Träger; from Träger tables the forced policies keep it away like anybody.
  // The statistics job works for every Kreis; what it may do with which table is fixed word for word in AUSWERTUNGSRECHTE.
  const ziele = ['kim_eigentuemer', 'kim_auswertung'].includes(wer.login) ? alle.filter((z) => !gehoertKreis(z.tabelle)) : alle;
  const proben: Probe[] = ziele.flatMap((ziel) => {
    const hier = wer.nurKreis && gehoertKreis(ziel.tabelle) ? { ...wer, lebt: true } : wer;
    return alles
      ? [...leseAlle(ziel, hier), ...schreibeAlle(ziel, hier, muster(ziel.tabelle, ziel.eigener))]
      : [...leseKurz(ziel, hier), ...schreibeKurz(ziel, hier)];
  });
  ergebnis.befunde.push(...await pruefe(client, wer, proben));
  zaehle(ergebnis, `Tabellen ${wer.login}`, proben.length);
  if (!alles) return;
  const paare = ziele.flatMap((ziel) => {
    const eigenes = muster(ziel.tabelle, ziel.eigener);
    return eigenes ? zwillinge(ziel, eigenes, wer.person?.nutzerId ?? null) : [];
  });
  ergebnis.befunde.push(...await pruefeZwillinge(client, wer, paare));
  zaehle(ergebnis, `Orakel ${wer.login}`, paare.length * 2);
}

/** The constraints themselves, with every policy out of the way. */
async function pruefeAlsSuperuser(sql: pg.Client, wer: Angreiferin, ziele: Ziel[], muster: Musterbuch, ergebnis: Ergebnis): Promise<void> {
  const paare = ziele.filter((z) => !gehoertKreis(z.tabelle)).flatMap((ziel) => {
    const eigenes = muster(ziel.tabelle, ziel.eigener);
    return eigenes ? zwillinge(ziel, eigenes, null) : [];
  });
  ergebnis.befunde.push(...await pruefeZwillinge(sql, { ...wer, name: 'Bedingungen selbst', ctx: '' }, paare));
  zaehle(ergebnis, 'Orakel Bedingungen', paare.length * 2);
}

/** Tables of the catalogue that a login may read: they belong to no Träger and no Kreis, because they are the same for all. */
const katalogVon = (login: string): string[] => KATALOGTABELLEN.filter((tabelle) => AUSWERTUNGSRECHTE[tabelle]?.includes(`${login} SELECT`));

/** Accounts, sessions and whatever else belongs to no Träger: closed to everybody. */
async function probiereHerrenlose(als: Verbindung, tabellen: Tabelle[], alle: Angreiferin[], ergebnis: Ergebnis): Promise<void> {
  const herrenlos = tabellen.filter((t) => !t.mandant);
  for (const wer of alle) {
    // The owner of the tables is refused by their policies: it gets no rows, and needs no refusal.
    const urteil: Probe['urteil'] = wer.login === 'kim_eigentuemer' ? ({ fehler, anzahl }) => (fehler === null && anzahl > 0 ? `${anzahl} Zeilen` : null) : abgelehnt;
    // What a login is there for, it may: the owner migrates, background work has its queue, which the owner made.
    const eigene = { kim_eigentuemer: ['migrationen', 'pgboss', 'auswertung', 'auswertung_intern'], kim_auftrag: ['pgboss'] }[wer.login as string] ?? [];
    const hier = herrenlos.filter((t) => !eigene.includes(t.schema));
    const liestKatalog = katalogVon(wer.login);
    const proben = hier.flatMap(({ name, spalten }): Probe[] => [
      ['herrenlos: lesen', `select * from ${name}`],
      ['herrenlos: zählen', `select from ${name} having count(*) > 0`],
      ['herrenlos: anlegen', `insert into ${name} select * from ${name}`],
      ['herrenlos: ändern', `update ${name} set ${spalten[0]!.name} = ${spalten[0]!.name}`],
      ['herrenlos: löschen', `delete from ${name}`],
    ].filter(([art]) => !(liestKatalog.includes(name) && /lesen|zählen/.test(art!))).map(([art, text]) => ({ art: art!, gegenstand: name, text: text!, werte: [], urteil })));
    ergebnis.befunde.push(...await pruefe(await als(wer), wer, proben));
    zaehle(ergebnis, `Tabellen ${wer.login}`, proben.length);
  }
}

