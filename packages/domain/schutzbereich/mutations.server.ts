import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { schutzeintraege, schutzoeffnungen } from '@kim/db/schema/schutzbereich.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { legeWiedervorlageAn } from '../arbeitsvorrat/mutations.server.ts';
import { istDabei, leseFallZumAendern } from '../faelle/data.server.ts';
import type { GeoeffneterFall } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { istOffen, leseEintraege } from './data.server.ts';
import type { Schutzinhalt } from './data.server.ts';
import { OFFEN_MINUTEN } from './rules.ts';
import type { Oeffnungseingabe, Schutzeintragsaenderung, Schutzeintragseingabe } from './schema.ts';

/**
 * Opens the protected part of a case for the asking person. Who is responsible for the case needs no reason; whoever else
 * opens it gives one, and who is responsible finds that in Mein Tag.
 * @param eingabe null for who is responsible
 */
export async function oeffneSchutzbereich(akteur: TraegerAkteur, nr: string, eingabe: Oeffnungseingabe | null, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const eigener = fall.zustaendigId === akteur.nutzerId;
    if (!eigener && !eingabe) return fehler('grund_fehlt');
    const grundKrypt = eigener || !eingabe ? null : akteur.tresor.verschluessle(eingabe.grund, fall.schluessel, { besitzerId: id, spalte: 'schutzoeffnungen.grund', version: 1 });
    await tx.insert(schutzoeffnungen).values({
      traegerId: akteur.traegerId, id, fallId: fall.id, nutzerId: akteur.nutzerId, anlass: eigener || !eingabe ? 'zustaendig' : eingabe.anlass, grundKrypt, bis: sql`now() + make_interval(mins => ${OFFEN_MINUTEN})`,
    });
    await protokolliere(tx, akteur, 'schutzbereich.geoeffnet', { fallId: fall.id, fallnummer: nr, gegenstandId: id, ...(fall.zustaendigId ? { betrifftId: fall.zustaendigId } : {}) });
    // In a stopped case nothing is added; the opening stands in the list and in the protocol.
    if (!eigener && !fall.gestopptAm) await legeWiedervorlageAn(tx, akteur, { ...fall, fallnummer: nr }, neueId(), { text: `Geschützter Bereich geöffnet von ${akteur.name}: bitte ansehen, warum.`, faelligAm: heute() });
    return ok({ neu: true, ergebnis: id });
  });
}

/** Closes what the asking person has opened; closed twice is closed. */
export async function schliesseSchutzbereich(akteur: TraegerAkteur, nr: string) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall) return fehler('nicht_gefunden');
    await tx.execute(sql`
      update app.schutzoeffnungen set bis = statement_timestamp() where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and nutzer_id = ${akteur.nutzerId} and bis > statement_timestamp()`);
    await protokolliere(tx, akteur, 'schutzbereich.geschlossen', { fallId: fall.id, fallnummer: nr });
    return ok();
  });
}

export async function erfasseSchutzeintrag(akteur: TraegerAkteur, nr: string, { thema, person, text }: Schutzeintragseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (!(await istOffen(tx, akteur, fall.id))) return fehler('geschlossen');
    if (!(await istDabei(tx, akteur, fall.id, person))) return fehler('person');
    await Promise.all([
      tx.insert(schutzeintraege).values({ traegerId: akteur.traegerId, id, fallId: fall.id, ratsuchendeId: person, inhaltKrypt: verschluessle(akteur, fall, id, { thema, text }, 1), erfasstVon: akteur.nutzerId }),
      protokolliere(tx, akteur, 'schutzeintrag.erfasst', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok(einmal.wert);
  });
}

/** Changes an entry that was read at `version`; somebody else's change in between comes back and nothing is written. */
export async function saveSchutzeintrag(akteur: TraegerAkteur, nr: string, id: string, { thema, person, text, version }: Schutzeintragsaenderung) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    if (!(await istOffen(tx, akteur, fall.id))) return fehler('geschlossen');
    const bisher = (await leseEintraege(tx, akteur, fall)).find((einer) => einer.id === id);
    if (!bisher) return fehler('nicht_gefunden');
    if (person !== bisher.personId && !(await istDabei(tx, akteur, fall.id, person))) return fehler('person');
    const { rowCount } = await tx.execute(sql`
      update app.schutzeintraege set ratsuchende_id = ${person}, inhalt_krypt = ${verschluessle(akteur, fall, id, { thema, text }, version + 1)}, geaendert_von = ${akteur.nutzerId}, geaendert_am = now(), version = version + 1
       where traeger_id = ${akteur.traegerId} and id = ${id} and version = ${version}`);
    if (rowCount !== 1) return fehler('konflikt');
    await protokolliere(tx, akteur, 'schutzeintrag.geaendert', { fallId: fall.id, fallnummer: nr, gegenstandId: id });
    return ok();
  });
}

/** Takes an entry away for good: what need not be known any more is not kept (Art. 5 DSGVO). */
export async function loescheSchutzeintrag(akteur: TraegerAkteur, nr: string, id: string, version: number) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall) return fehler('nicht_gefunden');
    if (!(await istOffen(tx, akteur, fall.id))) return fehler('geschlossen');
    const { rows } = await tx.execute<{ version: number }>(sql`select version from app.schutzeintraege where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and id = ${id}`);
    if (!rows[0]) return fehler('nicht_gefunden');
    const { rowCount } = await tx.execute(sql`delete from app.schutzeintraege where traeger_id = ${akteur.traegerId} and id = ${id} and version = ${version}`);
    if (rowCount !== 1) return fehler('konflikt');
    await protokolliere(tx, akteur, 'schutzeintrag.geloescht', { fallId: fall.id, fallnummer: nr, gegenstandId: id });
    return ok();
  });
}

const verschluessle = ({ tresor }: TraegerAkteur, { schluessel }: Pick<GeoeffneterFall, 'schluessel'>, id: string, inhalt: Schutzinhalt, version: number): Buffer =>
  tresor.verschluessle(inhalt, schluessel, { besitzerId: id, spalte: 'schutzeintraege.inhalt', version });
