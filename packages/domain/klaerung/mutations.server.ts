import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { kriterienpruefungen } from '@kim/db/schema/klaerung.ts';
import type { Tx } from '@kim/db/tx.ts';
import { leseGeltendenKatalog } from '@kim/kreis/kriterienkataloge.ts';
import type { Kriterienkatalog } from '@kim/kreis/kriterienkatalog.ts';
import type { Kernkriterium } from '@kim/kreis/zugaenge.ts';
import { darf } from '@kim/policies/ability.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { ergaenzeKernkriterium } from '../anfragen/mutations.server.ts';
import { leseUnterlagen } from '../einwilligungen/data.server.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import { schreibeKlasse } from '../faelle/mutations.server.ts';
import { beendeAlsVerweis } from '../fallabschluesse/mutations.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { lesePruefungen } from './data.server.ts';
import type { Begruendung } from './data.server.ts';
import { erfuellteKriterien, fehlendeUnterlagen, maengel, weichtAb } from './rules.ts';
import type { Pruefungseingabe } from './schema.ts';

type Fall = NonNullable<Awaited<ReturnType<typeof leseFallZumAendern>>>;

/**
 * Writes the answered criteria with what the responsible Fachkraft decides on them, and gives the case its class and phase
 * from that day on (R46–R49); a Verweis ends with it. Earlier decisions stay as they were. The same way leads from a
 * Kurzberatung into Case Management.
 */
export async function entscheide(akteur: TraegerAkteur, nr: string, eingabe: Pruefungseingabe, eingang: Eingang, am: Datum = heute()) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (!darf(akteur, 'klasse_aendern', 'Fall', { zustaendigId: fall.zustaendigId, gemeinsam: fall.klasse !== 'case_management' })) return fehler('nicht_zustaendig');
    if (fall.beendetAm) return fehler('beendet');
    if (fall.gestopptAm) return fehler('gestoppt');
    const [katalog, unterlagen, stand] = await Promise.all([leseGeltendenKatalog(tx, am), leseUnterlagen(tx, akteur, fall.id), leseStand(tx, akteur, fall)]);
    if (katalog?.id !== eingabe.katalogId) return fehler('katalog_gewechselt');
    const offen = maengel({ katalog, unterlagen, erstgespraech: stand.erstgespraech, kernkriteriumBekannt: stand.kernkriterium !== null }, eingabe);
    if (offen.length > 0) return fehler('maengel', { maengel: offen });
    const kernkriterium = stand.kernkriterium ?? (eingabe.kernkriterium || null);
    const fehlend = eingabe.entscheidung === 'case_management' ? fehlendeUnterlagen(unterlagen, stand.erstgespraech) : [];
    await schreibePruefung(tx, akteur, fall, katalog, eingabe, { id, am, kernkriterium, fehlend });
    await Promise.all([
      schreibeKlasse(tx, akteur, fall, eingabe.entscheidung, am),
      ergaenzeKernkriterium(tx, akteur, fall.id, kernkriterium),
      protokolliere(tx, akteur, 'klaerung.entschieden', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    if (eingabe.entscheidung === 'verweis') await beendeAlsVerweis(tx, akteur, { ...fall, fallnummer: nr }, am);
    return ok({ neu: true, ergebnis: id });
  });
}

/** What is known of the case before this decision. */
async function leseStand(tx: Tx, akteur: TraegerAkteur, fall: Fall): Promise<{ erstgespraech: boolean; kernkriterium: Kernkriterium | null }> {
  const { rows } = await tx.execute<{ erstgespraech: boolean; kernkriterium: Kernkriterium | null }>(sql`
    select exists (select from app.erstgespraeche where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id}) as erstgespraech,
           (select kernkriterium from app.anfragen where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} order by id desc limit 1) as kernkriterium`);
  const fruehere = await lesePruefungen(tx, akteur, fall);
  return { erstgespraech: rows[0]?.erstgespraech ?? false, kernkriterium: rows[0]?.kernkriterium ?? fruehere[0]?.kernkriterium ?? null };
}

async function schreibePruefung(tx: Tx, akteur: TraegerAkteur, fall: Fall, katalog: Kriterienkatalog, eingabe: Pruefungseingabe, mehr: Pick<Begruendung, 'kernkriterium' | 'fehlend'> & { id: string; am: Datum }) {
  const { id, am, kernkriterium, fehlend } = mehr;
  const { traegerId, kreisId, nutzerId, tresor } = akteur;
  const erfuellt = erfuellteKriterien(katalog, eingabe.antwort);
  const gruende = Object.fromEntries(katalog.kriterien.flatMap(({ schluessel }) => (eingabe.grund[schluessel] ? [[schluessel, eingabe.grund[schluessel]]] : [])));
  const begruendung: Begruendung = { gruende, abweichung: eingabe.abweichung, unterlagen: eingabe.unterlagen, fehlend, kernkriterium };
  await tx.insert(kriterienpruefungen).values({
    traegerId, kreisId, id, fallId: fall.id, katalogId: katalog.id, am, schwelle: katalog.schwelle, erfuellt, anzahlErfuellt: erfuellt.length,
    entscheidung: eingabe.entscheidung, abweichung: weichtAb(katalog, erfuellt.length, eingabe.entscheidung), erfasstVon: nutzerId,
    begruendungKrypt: tresor.verschluessle(begruendung, fall.schluessel, { besitzerId: id, spalte: 'kriterienpruefungen.begruendung', version: 1 }),
  });
}
