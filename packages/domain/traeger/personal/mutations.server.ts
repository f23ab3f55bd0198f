import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { nutzer } from '@kim/db/schema/traeger.ts';
import type { Tx } from '@kim/db/tx.ts';
import { darf } from '@kim/policies/ability.ts';
import type { Traegerrolle } from '@kim/policies/rollen.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { einmalig } from '../../formulare/mutations.server.ts';
import type { Eingang } from '../../formulare/mutations.server.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import type { Aktion } from '../../protokoll/labels.ts';
import { mitSpur } from '../mutations.server.ts';
import { leseZugangsfreigabe } from '../freigaben/data.server.ts';
import { lesePersonaleintrag } from './data.server.ts';
import type { Person } from './data.server.ts';
import { alsText } from './rules.ts';
import type { Einladungseingabe, Ruecksetzart } from './schema.ts';

/**
 * Invites a colleague; answers her new id and whether this form did it. Known and unknown addresses answer alike (D4);
 * refused is only an address that is already a colleague here. The token whose hash is given goes out after the commit.
 */
export async function ladeEin(akteur: TraegerAkteur, { name, email, rollen }: Einladungseingabe, tokenHash: Buffer, eingang: Eingang) {
  return akteur.tx(async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    await tx.insert(nutzer).values({ traegerId: akteur.traegerId, id, name });
    const eingeladen = await frage<boolean>(tx, sql`sec.einladen(${neueId()}, ${neueId()}, ${id}, ${email}, ${feld(rollen)}, ${tokenHash})`);
    if (!eingeladen) return fehler('schon_mitglied');
    await protokolliere(tx, akteur, 'personal.eingeladen', { betrifftId: id });
    return ok({ neu: true, ergebnis: id });
  });
}

/** A new link for somebody who has not accepted yet; the older one is void. */
export async function erneuereEinladung(akteur: TraegerAkteur, id: string, tokenHash: Buffer) {
  return anPerson(akteur, id, 'personal.eingeladen', async (tx) =>
    (await frage<boolean>(tx, sql`sec.einladung_erneuern(${id}, ${tokenHash})`)) ? ok() : fehler('nicht_moeglich'));
}

/** Somebody who had left comes back, with the roles given now, once she accepts. */
export async function ladeWiederEin(akteur: TraegerAkteur, id: string, rollen: Traegerrolle[], tokenHash: Buffer) {
  return anPerson(akteur, id, 'personal.eingeladen', async (tx) => {
    if (!(await frage<boolean>(tx, sql`sec.wieder_einladen(${id}, ${feld(rollen)}, ${tokenHash})`))) return fehler('nicht_moeglich');
    await tx.execute(sql`update app.nutzer set beendet_am = null, version = version + 1 where traeger_id = ${akteur.traegerId} and id = ${id}`);
    return ok();
  });
}

/** Changes the name of a colleague whose entry was read at `version`. */
export async function saveName(akteur: TraegerAkteur, id: string, version: number, name: string) {
  return anPerson(akteur, id, 'personal.geaendert', async (tx, person) => {
    if (person.version !== version) return fehler('konflikt', { aktuell: person });
    await tx.execute(sql`update app.nutzer set name = ${name}, version = version + 1 where traeger_id = ${akteur.traegerId} and id = ${id}`);
    return ok();
  });
}

/** Replaces the roles. @param bisher the roles that the form showed, see alsText: somebody else may have changed them since */
export async function setzeRollen(akteur: TraegerAkteur, id: string, bisher: string, rollen: Traegerrolle[]) {
  return anPerson(akteur, id, 'personal.rollen', async (tx, person) => {
    if (alsText(person.rollen) !== bisher) return fehler('konflikt', { aktuell: person });
    const antwort = await frage<string>(tx, sql`sec.rollen_setzen(${id}, ${feld(rollen)})`);
    switch (antwort) {
      case 'ok': return ok();
      case 'freigabe': return fehler('freigabe_rolle');
      case 'letzte_administration': return fehler('letzte_administration');
      case 'hat_faelle': return fehler('hat_faelle');
      default: return fehler('nicht_moeglich');
    }
  });
}

/** Stores a reset link; without a factor that stays the owner's own it needs an approved Freigabe, which it uses up. */
export async function setzeZugangZurueck(akteur: TraegerAkteur, id: string, art: Ruecksetzart, tokenHash: Buffer) {
  return anPerson(akteur, id, 'personal.zurueckgesetzt', async (tx) => {
    if (!darf(akteur, 'zuruecksetzen', 'Personal', { nutzerId: id })) return fehler('selbst');
    const freigabe = await leseZugangsfreigabe(tx, akteur, id);
    const antwort = await frage<string>(tx, sql`sec.zugang_zuruecksetzen(${id}, ${art}, ${tokenHash}, ${freigabe?.id ?? null})`);
    if (antwort === 'ok') return ok();
    return fehler(antwort === 'freigabe' ? 'freigabe_zugang' : 'nicht_moeglich');
  });
}

/** Ends all sessions of a colleague at this Träger; answers how many were open. */
export async function meldeUeberallAb(akteur: TraegerAkteur, id: string) {
  return anPerson(akteur, id, 'personal.abgemeldet', async (tx) => {
    // One's own sessions end under „Mein Konto“: here the transaction would lose its footing half way.
    if (id === akteur.nutzerId) return fehler('selbst_abmelden');
    return ok(await frage<number>(tx, sql`sec.sitzungen_beenden(${id})`));
  });
}

/** Ends the access of somebody without cases at once; what she filled and whom she represented ends with it. */
export async function beendeZugang(akteur: TraegerAkteur, id: string) {
  return anPerson(akteur, id, 'personal.beendet', async (tx) => {
    const antwort = await frage<string>(tx, sql`sec.mitgliedschaft_beenden(${id})`);
    if (antwort === 'selbst' || antwort === 'hat_faelle') return fehler(antwort);
    if (antwort !== 'ok') return fehler('nicht_moeglich');
    const { traegerId } = akteur;
    const tag = sql`(now() at time zone 'Europe/Berlin')::date`;
    await Promise.all([
      tx.execute(sql`update app.nutzer set beendet_am = now(), version = version + 1 where traeger_id = ${traegerId} and id = ${id}`),
      tx.execute(sql`delete from app.besetzungen where traeger_id = ${traegerId} and nutzer_id = ${id} and von > ${tag}`),
      tx.execute(sql`update app.besetzungen set bis = ${tag}, version = version + 1 where traeger_id = ${traegerId} and nutzer_id = ${id} and von <= ${tag} and (bis is null or bis > ${tag})`),
      tx.execute(sql`update app.vertretungen set beendet_am = now() where traeger_id = ${traegerId} and (vertretene_id = ${id} or vertretung_id = ${id}) and beendet_am is null and bis >= ${tag}`),
    ]);
    return ok();
  });
}

/**
 * Work on one colleague's account: her entry is locked, so that two administrators act one after the other, and the
 * line that she will see is written with it.
 */
function anPerson<T extends { ok: boolean; grund?: string }>(akteur: TraegerAkteur, id: string, aktion: Aktion, arbeit: (tx: Tx, person: Person) => Promise<T>) {
  return mitSpur(akteur, async (tx): Promise<T | { ok: false; grund: 'nicht_gefunden' }> => {
    await tx.execute(sql`select from app.nutzer where traeger_id = ${akteur.traegerId} and id = ${id} for update`);
    const person = await lesePersonaleintrag(tx, akteur, id);
    if (!person) return fehler('nicht_gefunden');
    const ergebnis = await arbeit(tx, person);
    if (ergebnis.ok) await protokolliere(tx, akteur, aktion, { betrifftId: id });
    return ergebnis;
  });
}

const feld = (rollen: readonly string[]) => sql`${sql.param(rollen)}::text[]`;

async function frage<T>(tx: Tx, funktion: ReturnType<typeof sql>): Promise<T> {
  const { rows } = await tx.execute<{ antwort: T }>(sql`select ${funktion} as antwort`);
  return rows[0]?.antwort as T;
}
