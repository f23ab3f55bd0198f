import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { fallereignisse } from '@kim/db/schema/faelle.ts';
import { fallabschluesse } from '@kim/db/schema/klaerung.ts';
import type { Tx } from '@kim/db/tx.ts';
import { darf } from '@kim/policies/ability.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import type { GeoeffneterFall } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { endetFruehestens, ergebnisVon, gruendeFuer, phaseNachWiederaufnahme, stopptMit } from './rules.ts';
import type { Abschlusseingabe, Wiederaufnahmegrund } from './schema.ts';

type Fall = NonNullable<Awaited<ReturnType<typeof leseFallZumAendern>>>;

const darfBeenden = (akteur: TraegerAkteur, { zustaendigId, klasse }: Fall): boolean => darf(akteur, 'beenden', 'Fall', { zustaendigId, gemeinsam: klasse !== 'case_management' });

/** Ends a case on a day for a reason (R61, I16); a revocation stops all recording in it too. */
export async function beendeFall(akteur: TraegerAkteur, nr: string, eingabe: Abschlusseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (fall.beendetAm) return fehler('beendet');
    if (!darfBeenden(akteur, fall)) return fehler('nicht_zustaendig');
    if (!gruendeFuer(fall.klasse).includes(eingabe.grund)) return fehler('grund');
    const fruehestens = endetFruehestens(fall.eroeffnetAm, await leseLetztenKontakt(tx, akteur, fall.id));
    if (eingabe.am < fruehestens) return fehler('zu_frueh', { fruehestens });
    const ergebnis = ergebnisVon(fall.klasse, eingabe.grund, eingabe.ergebnis);
    if (ergebnis === 'fehlt') return fehler('ergebnis_fehlt');
    const gestopptAm = stopptMit(eingabe.grund) ? (fall.gestopptAm ?? eingabe.am) : fall.gestopptAm;
    await schreibeAbschluss(tx, akteur, { ...fall, fallnummer: nr, gestopptAm }, id, { ...eingabe, ergebnis });
    return ok({ neu: true, ergebnis: id });
  });
}

/** The end of a case with its reason and dated fact, within a work that has locked or made the case. */
export async function schreibeAbschluss(tx: Tx, akteur: TraegerAkteur, fall: GeoeffneterFall & { gestopptAm: string | null }, id: string, { am, grund, durch, ergebnis, notiz }: Abschlusseingabe): Promise<void> {
  const { traegerId, nutzerId, tresor } = akteur;
  const notizKrypt = tresor.verschluessle(notiz, fall.schluessel, { besitzerId: id, spalte: 'fallabschluesse.notiz', version: 1 });
  await tx.insert(fallabschluesse).values({ traegerId, id, fallId: fall.id, am, grund, durch, ergebnis, notizKrypt, erfasstVon: nutzerId });
  await Promise.all([
    tx.execute(sql`update app.faelle set beendet_am = ${am}, gestoppt_am = ${fall.gestopptAm}, version = version + 1 where traeger_id = ${traegerId} and id = ${fall.id}`),
    tx.insert(fallereignisse).values({ traegerId, id: neueId(), fallId: fall.id, art: 'ende', wert: grund, giltAb: am, erfasstVon: nutzerId }),
    protokolliere(tx, akteur, 'fall.beendet', { fallId: fall.id, fallnummer: fall.fallnummer, gegenstandId: id }),
  ]);
}

/** A Verweis is complete with the contact in which it was decided (D24). @param notiz where to, as far as it was said */
export const beendeAlsVerweis = (tx: Tx, akteur: TraegerAkteur, fall: GeoeffneterFall, am: Datum, notiz = ''): Promise<void> =>
  schreibeAbschluss(tx, akteur, { ...fall, gestopptAm: null }, neueId(), { am, grund: 'regeldienst', durch: 'beide', ergebnis: 'verwiesen', notiz });

async function leseLetztenKontakt(tx: Tx, { traegerId }: TraegerAkteur, fallId: string): Promise<string | null> {
  const { rows } = await tx.execute<{ am: string | null }>(sql`select max(am)::text as am from app.kontakte where traeger_id = ${traegerId} and fall_id = ${fallId}`);
  return rows[0]?.am ?? null;
}

/** Opens an ended case again, from today on. While the consent is revoked there is nothing to go on with. */
export async function nimmFallWiederAuf(akteur: TraegerAkteur, nr: string, grund: Wiederaufnahmegrund, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, fall.id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (!fall.beendetAm) return fehler('nicht_beendet');
    if (!darfBeenden(akteur, fall)) return fehler('nicht_zustaendig');
    if (fall.gestopptAm) return fehler('gestoppt');
    const { traegerId, nutzerId } = akteur;
    const phase = phaseNachWiederaufnahme(fall.klasse, fall.phase);
    const ereignis = (art: string, wert: string) => ({ traegerId, id: neueId(), fallId: fall.id, art, wert, giltAb: heute(), erfasstVon: nutzerId });
    await Promise.all([
      tx.execute(sql`update app.faelle set beendet_am = null, phase = ${phase}, version = version + 1 where traeger_id = ${traegerId} and id = ${fall.id}`),
      tx.insert(fallereignisse).values([ereignis('wiederaufnahme', grund), ...(phase === null || phase === fall.phase ? [] : [ereignis('phase', phase)])]),
      protokolliere(tx, akteur, 'fall.wiederaufgenommen', { fallId: fall.id, fallnummer: nr }),
    ]);
    return ok({ neu: true, ergebnis: fall.id });
  });
}
