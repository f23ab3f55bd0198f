import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { freigaben } from '@kim/db/schema/traeger.ts';
import type { Tx } from '@kim/db/tx.ts';
import { darf } from '@kim/policies/ability.ts';
import type { Freigabeart } from '@kim/policies/freigaben.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { einmalig } from '../../formulare/mutations.server.ts';
import type { Eingang } from '../../formulare/mutations.server.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import { mitSpur } from '../mutations.server.ts';
import { leseOffeneFaelle } from '../uebergaben/data.server.ts';
import { protokolliereUebergabe, pruefeUebergabe } from '../uebergaben/mutations.server.ts';
import type { Uebergabeeingabe } from '../uebergaben/schema.ts';
import { leseFachkraefte } from '../vertretungen/data.server.ts';
import { protokolliereBeiden, pruefeVertretung } from '../vertretungen/mutations.server.ts';
import type { Vertretungseingabe } from '../vertretungen/schema.ts';
import { leseFreigabe } from './data.server.ts';
import type { Freigabe } from './data.server.ts';

interface Antrag {
  art: Freigabeart;
  betrifftId: string;
  beguenstigtId?: string;
  faelle?: string[];
  von?: Datum;
  bis?: Datum;
}

/** Asks for a Vertretung by the asking administrator herself. */
export async function beantrageVertretung(akteur: TraegerAkteur, vertreteneId: string, eingabe: Vertretungseingabe, eingang: Eingang) {
  return stelleAntrag(akteur, eingang, async (tx) => {
    const geprueft = await pruefeVertretung(tx, akteur, vertreteneId, eingabe);
    const { vertretung: beguenstigtId, von, bis } = eingabe;
    return geprueft.ok ? ok({ art: 'vertretung', betrifftId: vertreteneId, beguenstigtId, von, bis }) : geprueft;
  });
}

/** Asks for an Übergabe from which the asking administrator would gain. */
export async function beantrageUebergabe(akteur: TraegerAkteur, vonId: string, eingabe: Uebergabeeingabe, eingang: Eingang) {
  return stelleAntrag(akteur, eingang, async (tx) => {
    const gelesen = await pruefeUebergabe(tx, akteur, vonId, eingabe);
    return gelesen.ok ? ok({ art: 'uebergabe', betrifftId: vonId, beguenstigtId: eingabe.an, faelle: gelesen.wert.map(({ id }) => id) }) : gelesen;
  });
}

/** Asks for the role Fachkraft for oneself. */
export async function beantrageFachkraftrolle(akteur: TraegerAkteur, eingang: Eingang) {
  const { nutzerId } = akteur;
  return stelleAntrag(akteur, eingang, async (tx) =>
    (await gibtEsAndereLeitung(tx, nutzerId)) ? ok({ art: 'rolle_fachkraft', betrifftId: nutzerId, beguenstigtId: nutzerId }) : fehler('keine_zweite_person'));
}

/** Asks for a link that opens the account of a colleague. */
export async function beantrageZugang(akteur: TraegerAkteur, nutzerId: string, eingang: Eingang) {
  return stelleAntrag(akteur, eingang, async (tx) => {
    const { rowCount } = await tx.execute(sql`select from app.nutzer where traeger_id = ${akteur.traegerId} and id = ${nutzerId}`);
    return rowCount === 1 ? ok({ art: 'zugang', betrifftId: nutzerId }) : fehler('nicht_gefunden');
  });
}

/** Writes down what waits for a second person, once. */
async function stelleAntrag<R extends string>(akteur: TraegerAkteur, eingang: Eingang, bereiteVor: (tx: Tx) => Promise<{ ok: true; wert: Antrag } | { ok: false; grund: R }>) {
  return mitSpur(akteur, async (tx) => {
    const { traegerId, nutzerId } = akteur;
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const antrag = await bereiteVor(tx);
    if (!antrag.ok) return antrag;
    const { art, betrifftId, beguenstigtId = null } = antrag.wert;
    const offene = await tx.execute(sql`
      select from app.freigaben where traeger_id = ${traegerId} and art = ${art} and beantragt_von = ${nutzerId} and betrifft_id = ${betrifftId}
         and beguenstigt_id is not distinct from ${beguenstigtId}::uuid and entschieden_am is null`);
    if (offene.rowCount) return fehler('schon_beantragt');
    await tx.insert(freigaben).values({ traegerId, id, ...antrag.wert, beantragtVon: nutzerId });
    await protokolliere(tx, akteur, 'freigabe.beantragt', { gegenstandId: id, betrifftId });
    return ok({ neu: true, ergebnis: id });
  });
}

async function gibtEsAndereLeitung(tx: Tx, nutzerId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from sec.personal() where nutzer_id <> ${nutzerId} and 'leitung' = any (rollen) and angenommen and not beendet limit 1`);
  return rowCount === 1;
}

/** The second person agrees or refuses; what was asked for takes effect in the same transaction. */
export async function entscheideFreigabe(akteur: TraegerAkteur, id: string, ja: boolean) {
  return mitSpur(akteur, async (tx) => {
    const freigabe = await leseFreigabe(tx, akteur, id);
    if (!freigabe) return fehler('nicht_gefunden');
    if (freigabe.stand !== 'offen') return fehler('entschieden');
    if (!darf(akteur, 'entscheiden', 'Freigabe', freigabe)) return fehler('nicht_erlaubt');
    if (ja && freigabe.bis && freigabe.bis < heute()) return fehler('abgelaufen');
    if (ja && !(await istEmpfaengerGeeignet(tx, akteur, freigabe))) return fehler('keine_fachkraft');
    // Read before the act: who gives her cases away does not see them afterwards.
    const faelle = ja && freigabe.art === 'uebergabe' ? await leseOffeneFaelle(tx, akteur, freigabe.betrifftId, freigabe.faelle) : [];
    const { rows } = await tx.execute<{ antwort: string }>(sql`select sec.freigabe_entscheiden(${id}, ${ja}) as antwort`);
    if (rows[0]?.antwort !== 'ok') return fehler('entschieden');
    await protokolliereEntscheidung(tx, akteur, freigabe);
    if (ja) await protokolliereFolge(tx, akteur, freigabe, faelle);
    return ok();
  });
}

async function istEmpfaengerGeeignet(tx: Tx, akteur: TraegerAkteur, { art, beguenstigtId }: Freigabe): Promise<boolean> {
  if (art !== 'vertretung' && art !== 'uebergabe') return true;
  return (await leseFachkraefte(tx, akteur)).some(({ id }) => id === beguenstigtId);
}

/** Who asked and who is concerned both see that it was decided. */
function protokolliereEntscheidung(tx: Tx, akteur: TraegerAkteur, { id, beantragtVonId, betrifftId }: Freigabe) {
  return Promise.all([...new Set([beantragtVonId, betrifftId])].map((person) => protokolliere(tx, akteur, 'freigabe.entschieden', { gegenstandId: id, betrifftId: person })));
}

async function protokolliereFolge(tx: Tx, akteur: TraegerAkteur, { id, art, betrifftId, beguenstigtId }: Freigabe, faelle: { id: string; fallnummer: string }[]) {
  if (!beguenstigtId) return;
  if (art === 'vertretung') await protokolliereBeiden(tx, akteur, 'vertretung.eingerichtet', id, [betrifftId, beguenstigtId]);
  if (art === 'uebergabe') await protokolliereUebergabe(tx, akteur, faelle, betrifftId, beguenstigtId);
  if (art === 'rolle_fachkraft') await protokolliere(tx, akteur, 'personal.rollen', { betrifftId: beguenstigtId });
}
