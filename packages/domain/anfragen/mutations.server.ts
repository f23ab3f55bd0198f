import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { anfragen, anfrageschluessel } from '@kim/db/schema/anfragen.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Bedarfsbereich } from '@kim/kreis/bedarfsbereiche.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { legeWiedervorlageAn } from '../arbeitsvorrat/mutations.server.ts';
import { legeBedarfAn } from '../bedarfe/mutations.server.ts';
import { bedarf } from '../bedarfe/schema.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import type { GeoeffneterFall } from '../faelle/data.server.ts';
import { bedientKommune, fallnummerVon, legeFallAn, naechsteFallnummer } from '../faelle/mutations.server.ts';
import type { Klasse } from '../faelle/schema.ts';
import { beendeAlsVerweis } from '../fallabschluesse/mutations.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { legeKontaktAn } from '../kontakte/mutations.server.ts';
import { kontakt } from '../kontakte/schema.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { legePersonAn, legeStammdatenAn } from '../ratsuchende/mutations.server.ts';
import { person } from '../ratsuchende/schema.ts';
import type { Personeneingabe } from '../ratsuchende/schema.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseAnfrage, leseBekanntePerson } from './data.server.ts';
import { kanalVon, nenneWeiteres, teileName } from './rules.ts';
import type { Anfrageaenderung, Anfrageangaben, Anfrageeingabe, Anfrageinhalt, Aufnahmeeingabe, NeuerFall, WeitererFall } from './schema.ts';

/** Who asks, and which codes of the Anfrage are kept for the figures (R122). */
interface Herkunft {
  kommune: string;
  am: Datum;
  zugang: string;
  kernkriterium: string;
  sprachmittlung: string;
}

/**
 * Opens a case for a person who is recorded with it, or was before, in one transaction. A case begins as Kurzberatung,
 * shared by the Träger's Fachkräfte; Case Management binds it to one (Klärung).
 */
export async function eroeffneFall(akteur: TraegerAkteur, eingabe: NeuerFall | WeitererFall, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok) return einmal;
    if (!einmal.wert.neu) return ok(await fallnummerVon(tx, akteur, einmal.wert.ergebnis));
    if (!(await bedientKommune(tx, akteur, eingabe.kommune))) return fehler('kommune');
    const hauptperson = 'person' in eingabe ? await nimmBekannte(tx, akteur, eingabe.person) : ok<Hauptperson>({ ...(await legePersonAn(tx, akteur, eingabe)), angaben: eingabe });
    if (!hauptperson.ok) return hauptperson;
    const herkunft = { ...eingabe, am: eingabe.eroeffnetAm, sprachmittlung: '' };
    const fall = await eroeffneFuer(tx, akteur, hauptperson.wert, { id, klasse: 'kurzberatung', anliegen: eingabe.anliegen }, herkunft);
    return ok(fall.fallnummer);
  });
}

/** A person to whom a case is given: her key, and her master data where they are not written yet. */
interface Hauptperson extends Awaited<ReturnType<typeof legePersonAn>> {
  angaben: Personeneingabe | null;
}

/** Somebody who is recorded already; of whom there is an Anfrage alone, her name becomes her first master data. */
async function nimmBekannte(tx: Tx, akteur: TraegerAkteur, personId: string) {
  const bekannt = await leseBekanntePerson(tx, akteur, personId);
  if (!bekannt) return fehler('nicht_gefunden');
  if (!bekannt.zugaenglich) return fehler('bei_kollegin');
  const { vorname, nachname, schreibweisen } = bekannt.name;
  return ok<Hauptperson>({ ...bekannt, angaben: bekannt.mitStammdaten ? null : person.parse({ vorname, nachname, schreibweisen: schreibweisen.join('\n') }) });
}

async function eroeffneFuer(tx: Tx, akteur: TraegerAkteur, hauptperson: Hauptperson, { id, klasse, anliegen }: { id: string; klasse: Klasse; anliegen: string }, herkunft: Herkunft, anfrageId?: string): Promise<GeoeffneterFall> {
  const fallnummer = await naechsteFallnummer(tx, akteur, Number(herkunft.am.slice(0, 4)));
  const schluessel = await legeFallAn(tx, akteur, { id, fallnummer, klasse, kommune: herkunft.kommune, eroeffnetAm: herkunft.am, anliegen, ratsuchendeId: hauptperson.id });
  await Promise.all([
    ...(hauptperson.angaben ? [legeStammdatenAn(tx, akteur, hauptperson, hauptperson.angaben), protokolliere(tx, akteur, 'person.erfasst', { fallId: id, fallnummer, gegenstandId: hauptperson.id })] : []),
    anfrageId
      ? tx.execute(sql`update app.anfragen set stand = 'aufgenommen', fall_id = ${id}, inhalt_krypt = null, kernkriterium = ${herkunft.kernkriterium || null}, version = version + 1
          where traeger_id = ${akteur.traegerId} and id = ${anfrageId}`)
      : tx.insert(anfragen).values({ ...alsZeile(akteur, herkunft), id: neueId(), ratsuchendeId: hauptperson.id, stand: 'aufgenommen', fallId: id }),
  ]);
  return { id, fallnummer, schluessel };
}

const alsZeile = ({ traegerId, kreisId, nutzerId }: TraegerAkteur, { kommune, am, zugang, kernkriterium, sprachmittlung }: Herkunft) => ({
  traegerId, kreisId, kommuneId: kommune, eingegangenAm: am, zugang, kernkriterium: kernkriterium || null, sprachmittlung: sprachmittlung || null, erfasstVon: nutzerId,
});

/** What a recorded Anfrage became; the number of the case, or the id of the Anfrage that waits. */
export type Ausgang = { art: 'fall' | 'weitere'; fallnummer: string } | { art: 'anfrage' | 'weitergegeben'; id: string };

/**
 * A consultation of the open hours, or a request by telephone: with a new or a known person, in a new case, in one that
 * runs, or as an Anfrage that waits. A colleague's Case Management stays closed: the Anfrage goes to her (D2).
 */
export async function erfasseAnfrage(akteur: TraegerAkteur, eingabe: Anfrageeingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok) return einmal;
    if (!einmal.wert.neu) return ok<Ausgang>({ art: 'anfrage', id: einmal.wert.ergebnis });
    if (eingabe.fall) return beraetWeiter(tx, akteur, eingabe);
    if (!(await bedientKommune(tx, akteur, eingabe.kommune))) return fehler('kommune');
    const bekannt = eingabe.person ? await leseBekanntePerson(tx, akteur, eingabe.person) : null;
    if (eingabe.person && !bekannt) return fehler('nicht_gefunden');
    const angaben = person.parse({ ...teileName(eingabe.name), sprache: eingabe.sprache, telefon: eingabe.telefon });
    const wer = bekannt ?? { ...(await legePersonAn(tx, akteur, angaben)), zugaenglich: true, mitStammdaten: false, zustaendigId: null };
    const herkunft = { ...eingabe, am: eingabe.eingegangenAm };
    if (!wer.zugaenglich) return ok(await legeAnfrageAn(tx, akteur, id, wer.id, eingabe, herkunft, wer.zustaendigId));
    if (eingabe.ergebnis === 'erstgespraech' || eingabe.ergebnis === 'offen') return ok(await legeAnfrageAn(tx, akteur, id, wer.id, eingabe, herkunft, null));
    const fall = await eroeffneFuer(tx, akteur, { ...wer, angaben: wer.mitStammdaten ? null : angaben }, { id, klasse: eingabe.ergebnis, anliegen: eingabe.anliegen }, herkunft);
    await schreibeBeratung(tx, akteur, fall, eingabe, wer.mitStammdaten ? nenneWeiteres(eingabe) : []);
    if (eingabe.ergebnis === 'verweis') await beendeAlsVerweis(tx, akteur, fall, eingabe.eingegangenAm, eingabe.verwiesenAn);
    return ok<Ausgang>({ art: 'fall', fallnummer: fall.fallnummer });
  });
}

/** A further consultation in a case that runs; never a second case for the same concern. What remains to be done is due there. */
async function beraetWeiter(tx: Tx, akteur: TraegerAkteur, eingabe: Anfrageeingabe) {
  const gelesen = await leseFallZumAendern(tx, akteur, eingabe.fall);
  if (!gelesen) return fehler('nicht_gefunden');
  if (gelesen.beendetAm) return fehler('beendet');
  const fall = { ...gelesen, fallnummer: eingabe.fall };
  const zuTun = { erstgespraech: 'Erstgespräch führen', offen: 'Anfrage beantworten' }[eingabe.ergebnis as string];
  await Promise.all([
    schreibeBeratung(tx, akteur, fall, eingabe, nenneWeiteres(eingabe)),
    ergaenzeKernkriterium(tx, akteur, fall.id, eingabe.kernkriterium || null),
    ...(zuTun ? [legeWiedervorlageAn(tx, akteur, fall, neueId(), { text: zuTun, faelligAm: eingabe.erstgespraechAm ?? heute() })] : []),
  ]);
  return ok<Ausgang>({ art: 'weitere', fallnummer: eingabe.fall });
}

/** The Kernkriterium is kept for the figures (R25) once it is known. The version stands: what the Anfrage encrypts is bound to it. */
export async function ergaenzeKernkriterium(tx: Tx, { traegerId }: TraegerAkteur, fallId: string, kernkriterium: string | null) {
  await tx.execute(sql`
    update app.anfragen set kernkriterium = ${kernkriterium}
     where traeger_id = ${traegerId} and fall_id = ${fallId} and kernkriterium is null`);
}

/** @param weiteres lines that have no other place, below the concern */
async function schreibeBeratung(tx: Tx, akteur: TraegerAkteur, fall: GeoeffneterFall, eingabe: Anfrageeingabe, weiteres: string[]): Promise<void> {
  const notiz = [eingabe.anliegen, nenneVerweis(eingabe), ...weiteres].filter(Boolean).join('\n');
  const eintrag = kontakt.parse({
    am: eingabe.eingegangenAm, kanal: kanalVon(eingabe), notiz, sprachmittlung: eingabe.sprachmittlung, leistung: eingabe.ergebnis === 'verweis' ? 'verweisberatung' : undefined,
  });
  await Promise.all([legeKontaktAn(tx, akteur, fall, neueId(), eintrag), legeBedarfeAn(tx, akteur, fall, bedarfeAus(eingabe), eingabe.eingegangenAm)]);
}

const nenneVerweis = ({ ergebnis, verwiesenAn }: Anfrageeingabe): string => (ergebnis === 'verweis' ? `Verwiesen an: ${verwiesenAn}` : '');

const bedarfeAus = ({ bedarf: erster, weitererBedarf }: Pick<Anfrageeingabe, 'bedarf' | 'weitererBedarf'>): Bedarfsbereich[] => [erster, weitererBedarf].filter((bereich) => bereich !== '');

const legeBedarfeAn = (tx: Tx, akteur: TraegerAkteur, fall: GeoeffneterFall, bereiche: readonly Bedarfsbereich[], erkanntAm: Datum) =>
  Promise.all(bereiche.map((bereich) => legeBedarfAn(tx, akteur, fall, bedarf.parse({ bereich, erkanntAm }))));

async function legeAnfrageAn(tx: Tx, akteur: TraegerAkteur, id: string, ratsuchendeId: string, eingabe: Anfrageeingabe, herkunft: Herkunft, anNutzerId: string | null): Promise<Ausgang> {
  const { dek, verpackt, generation } = akteur.tresor.neuerSchluessel(id);
  const anliegen = [eingabe.anliegen, nenneVerweis(eingabe)].filter(Boolean).join('\n');
  const inhalt: Anfrageinhalt = { anliegen, sprache: eingabe.sprache, telefon: eingabe.telefon, bedarfe: bedarfeAus(eingabe) };
  const stand = anNutzerId ? 'weitergegeben' : eingabe.ergebnis === 'erstgespraech' ? 'wartet' : 'offen';
  await tx.insert(anfragen).values({
    ...alsZeile(akteur, herkunft), id, ratsuchendeId, stand, anNutzerId, erstgespraechAm: eingabe.erstgespraechAm,
    inhaltKrypt: akteur.tresor.verschluessle(inhalt, dek, { besitzerId: id, spalte: 'anfragen.inhalt', version: 1 }),
  });
  await Promise.all([
    tx.insert(anfrageschluessel).values({ traegerId: akteur.traegerId, anfrageId: id, generation, verpackt }),
    protokolliere(tx, akteur, anNutzerId ? 'anfrage.weitergegeben' : 'anfrage.erfasst', { gegenstandId: id, ...(anNutzerId && { betrifftId: anNutzerId }) }),
  ]);
  return { art: anNutzerId ? 'weitergegeben' : 'anfrage', id };
}

/**
 * Opens the case of an Anfrage that waited; what was asked then is its concern. Somebody who works at the same queue and
 * was faster has the case: then the Anfrage is no longer there.
 */
export async function nimmAnfrageAuf(akteur: TraegerAkteur, anfrageId: string, { kernkriterium, am }: Aufnahmeeingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok) return einmal;
    if (!einmal.wert.neu) return ok(await fallnummerVon(tx, akteur, einmal.wert.ergebnis));
    const gelesen = await sperreAnfrage(tx, akteur, anfrageId);
    if (!gelesen) return fehler('nicht_gefunden');
    const { anfrage, vollerName } = gelesen;
    if (am < anfrage.eingegangenAm) return fehler('vor_eingang');
    const wer = await leseBekanntePerson(tx, akteur, anfrage.ratsuchendeId);
    if (!wer) return fehler('nicht_gefunden');
    if (!wer.zugaenglich) return fehler('bei_kollegin');
    const angaben = person.parse({ ...teileName(vollerName), sprache: anfrage.sprache, telefon: anfrage.telefon });
    const herkunft = { kommune: anfrage.kommuneId, am, zugang: anfrage.zugang, kernkriterium, sprachmittlung: anfrage.sprachmittlung ?? '' };
    const fall = await eroeffneFuer(tx, akteur, { ...wer, angaben: wer.mitStammdaten ? null : angaben }, { id, klasse: 'kurzberatung', anliegen: anfrage.anliegen }, herkunft, anfrageId);
    await legeBedarfeAn(tx, akteur, fall, anfrage.bedarfe, anfrage.eingegangenAm);
    await protokolliere(tx, akteur, 'anfrage.aufgenommen', { fallId: id, fallnummer: fall.fallnummer, gegenstandId: anfrageId });
    return ok(fall.fallnummer);
  });
}

async function sperreAnfrage(tx: Tx, akteur: TraegerAkteur, id: string) {
  await tx.execute(sql`select from app.anfragen where traeger_id = ${akteur.traegerId} and id = ${id} for update`);
  return leseAnfrage(tx, akteur, id);
}

/** Sets the appointment or says that nothing came of it; an older version is refused and nothing is written. */
export async function saveAnfrage(akteur: TraegerAkteur, id: string, { stand, erstgespraechAm, kernkriterium, version }: Anfrageaenderung) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseAnfrage(tx, akteur, id);
    if (!gelesen) return fehler('nicht_gefunden');
    const { rowCount } = await tx.execute(sql`
      update app.anfragen set stand = ${stand}, erstgespraech_am = ${erstgespraechAm}, kernkriterium = ${kernkriterium || null}, version = version + 1
       where traeger_id = ${akteur.traegerId} and id = ${id} and version = ${version} and fall_id is null`);
    if (rowCount !== 1) return fehler('konflikt');
    await protokolliere(tx, akteur, 'anfrage.geaendert', { gegenstandId: id });
    return ok();
  });
}

/** Puts right what was said; an older version is refused and nothing is written. */
export async function saveAngaben(akteur: TraegerAkteur, id: string, { version, zugang, sprachmittlung, anliegen, sprache, telefon, ...bedarfe }: Anfrageangaben) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await sperreAnfrage(tx, akteur, id);
    if (!gelesen?.schluessel) return fehler('nicht_gefunden');
    if (gelesen.anfrage.version !== version) return fehler('konflikt');
    const inhalt: Anfrageinhalt = { anliegen, sprache, telefon, bedarfe: bedarfeAus(bedarfe) };
    const inhaltKrypt = akteur.tresor.verschluessle(inhalt, gelesen.schluessel, { besitzerId: id, spalte: 'anfragen.inhalt', version: 1 });
    await tx.execute(sql`
      update app.anfragen set zugang = ${zugang}, sprachmittlung = ${sprachmittlung || null}, inhalt_krypt = ${inhaltKrypt}, version = version + 1
       where traeger_id = ${akteur.traegerId} and id = ${id}`);
    await protokolliere(tx, akteur, 'anfrage.geaendert', { gegenstandId: id });
    return ok();
  });
}

/** Completes what was not known when the case began; what is known stays. */
export async function saveKernkriterium(akteur: TraegerAkteur, nr: string, wert: string) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    await ergaenzeKernkriterium(tx, akteur, fall.id, wert);
    await protokolliere(tx, akteur, 'fall.geaendert', { fallId: fall.id, fallnummer: nr });
    return ok();
  });
}

/** Writes it into the running case of the person as a Kontakt: whoever works in that case, also in Vertretung, now or after an Übergabe. */
export async function uebernimmAnfrage(akteur: TraegerAkteur, id: string) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await sperreAnfrage(tx, akteur, id);
    if (!gelesen) return fehler('nicht_gefunden');
    const { anfrage } = gelesen;
    const nr = anfrage.laufenderFall;
    const offen = nr ? await leseFallZumAendern(tx, akteur, nr) : null;
    if (!nr || !offen) return fehler('kein_fall');
    const fall = { ...offen, fallnummer: nr };
    const notiz = [`Anfrage, aufgenommen von ${anfrage.erfasstVon}:`, anfrage.anliegen || '(ohne Anliegen)', ...nenneWeiteres(anfrage)].join('\n');
    await Promise.all([
      legeKontaktAn(tx, akteur, fall, neueId(), kontakt.parse({ am: anfrage.eingegangenAm, kanal: kanalVon({ kanal: '', zugang: anfrage.zugang }), notiz, sprachmittlung: anfrage.sprachmittlung ?? '' })),
      legeBedarfeAn(tx, akteur, fall, anfrage.bedarfe, anfrage.eingegangenAm),
      tx.execute(sql`update app.anfragen set stand = 'aufgenommen', fall_id = ${fall.id}, inhalt_krypt = null, version = version + 1 where traeger_id = ${akteur.traegerId} and id = ${id}`),
      protokolliere(tx, akteur, 'anfrage.aufgenommen', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok(nr);
  });
}
