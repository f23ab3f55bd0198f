import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { einwilligungen } from '@kim/db/schema/einwilligungen.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { schreibeDokument } from '../dokumente/mutations.server.ts';
import type { Datei } from '../dokumente/mutations.server.ts';
import { leseTextbestand, wortlautAm } from '../einwilligungstexte/data.server.ts';
import { leseWaehlbaresAngebot } from '../angebote/data.server.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import { FallGestoppt } from '../faelle/rules.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseVermittlungen } from '../vermittlungen/data.server.ts';
import { schreibeVermittlung } from '../vermittlungen/mutations.server.ts';
import { angehaltenDurch } from '../vermittlungen/rules.ts';
import { leseEinwilligungen } from './data.server.ts';
import type { Einwilligung, Einwilligungsinhalt } from './data.server.ts';
import { bleibtGestoppt, stoppt, widerspruchZu } from './rules.ts';
import type { Einwilligungseingabe } from './schema.ts';

/**
 * Records what a person agreed to or refused, with the wording in force on that day and its evidence. In a stopped case
 * only a new Datenschutzvereinbarung is taken, and lifts the stop (R61 b).
 */
export async function erfasseEinwilligung(akteur: TraegerAkteur, nr: string, eingabe: Einwilligungseingabe, datei: Datei | null, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall || !(await istBeteiligt(tx, akteur, fall.id, eingabe.person))) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const erneuert = eingabe.art === 'datenschutzvereinbarung' && eingabe.entscheidung === 'erteilt';
    if (fall.gestopptAm && !erneuert) throw new FallGestoppt();
    // A case that ended with a revocation is taken up again with a new agreement, which comes first.
    if (fall.beendetAm && !fall.gestopptAm && eingabe.am > fall.beendetAm) return fehler('beendet');
    if (datei && eingabe.unterschrift) return fehler('zwei_nachweise');
    if (eingabe.form === 'elektronisch' && !datei && !eingabe.unterschrift) return fehler('nachweis_fehlt');
    const [vorhandene, bestand] = await Promise.all([leseEinwilligungen(tx, akteur, nr), leseTextbestand(tx, akteur)]);
    const bisher = vorhandene.map(({ einwilligung }) => einwilligung);
    const widerrufenAm = widerspruchZu(bisher, eingabe);
    if (widerrufenAm) return fehler('vor_widerruf', { widerrufenAm });

    if (fall.gestopptAm) await setzeStopp(tx, akteur, fall.id, null);
    const nachweis = await schreibeNachweis(tx, akteur, { ...fall, nr }, eingabe, datei);
    if (!nachweis.ok) return nachweis;
    const { textId, vorlage } = wortlautAm(bestand, eingabe.art, eingabe.am);
    const angebot = eingabe.angebot ? await leseWaehlbaresAngebot(tx, eingabe.angebot, eingabe.am) : null;
    if (eingabe.angebot && !angebot) return fehler('angebot');
    const inhalt: Einwilligungsinhalt = { empfaenger: eingabe.empfaenger || (angebot?.name ?? ''), zweck: eingabe.zweck, bemerkung: eingabe.bemerkung };
    await Promise.all([
      tx.insert(einwilligungen).values({
        traegerId: akteur.traegerId, id, fallId: fall.id, ratsuchendeId: eingabe.person, art: eingabe.art, stand: eingabe.entscheidung, am: eingabe.am, gueltigBis: eingabe.gueltigBis,
        form: eingabe.form, textId, vorlage, sprache: eingabe.sprache || null, datenarten: eingabe.datenarten, richtung: eingabe.richtung, kreisId: angebot ? akteur.kreisId : null, angebotId: angebot?.id ?? null, zwecke: eingabe.zwecke, nachweisId: nachweis.wert, erfasstVon: akteur.nutzerId,
        inhaltKrypt: akteur.tresor.verschluessle(inhalt, fall.schluessel, { besitzerId: id, spalte: 'einwilligungen.inhalt', version: 1 }),
      }),
      protokolliere(tx, akteur, 'einwilligung.erfasst', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    // Another person of the case revoked too: her word still stands.
    if (fall.gestopptAm && bleibtGestoppt(bisher, { personId: eingabe.person, am: eingabe.am })) await setzeStopp(tx, akteur, fall.id, fall.gestopptAm);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Revokes what was read at `version`. What the revocation stops stops in this transaction. */
export async function widerrufeEinwilligung(akteur: TraegerAkteur, nr: string, id: string, version: number, am: Datum) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    const alle = await leseEinwilligungen(tx, akteur, nr);
    const gelesen = alle.find(({ einwilligung }) => einwilligung.id === id);
    if (!fall || !gelesen) return fehler('nicht_gefunden');
    const { einwilligung } = gelesen;
    if (einwilligung.stand !== 'erteilt') return fehler('nicht_erteilt');
    if (am < einwilligung.am) return fehler('vor_erteilung', { erteiltAm: einwilligung.am });
    const krypt = akteur.tresor.verschluessle(inhaltVon(einwilligung), gelesen.schluessel, { besitzerId: id, spalte: 'einwilligungen.inhalt', version: version + 1 });
    const { rowCount } = await tx.execute(sql`
      update app.einwilligungen set stand = 'widerrufen', widerrufen_am = ${am}, inhalt_krypt = ${krypt}, version = version + 1
       where traeger_id = ${akteur.traegerId} and id = ${id} and version = ${version}`);
    if (rowCount !== 1) return fehler('konflikt');
    await protokolliere(tx, akteur, 'einwilligung.widerrufen', { fallId: fall.id, fallnummer: nr, gegenstandId: id });
    if (!fall.gestopptAm) {
      const vermittlungen = await leseVermittlungen(tx, akteur, fall);
      const betroffene = angehaltenDurch(vermittlungen, einwilligung, alle.map((eine) => eine.einwilligung), am);
      await Promise.all(betroffene.map((eine) => schreibeVermittlung(tx, akteur, fall, nr, eine, { ...eine, stand: 'angehalten', pruefenAm: null })));
      if (stoppt(einwilligung.art)) await setzeStopp(tx, akteur, fall.id, am);
    }
    return ok(einwilligung.art);
  });
}

/** Puts the signed paper to a declaration that was read at `version` and had none yet. */
export async function reicheNachweisNach(akteur: TraegerAkteur, nr: string, id: string, version: number, datei: Datei, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const gelesen = (await leseEinwilligungen(tx, akteur, nr)).find(({ einwilligung }) => einwilligung.id === id);
    if (!fall || !gelesen) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const { einwilligung } = gelesen;
    if (einwilligung.nachweisId) return fehler('nachweis_liegt_vor');
    if (einwilligung.stand === 'widerrufen') return fehler('widerrufen');
    const nachweis = await schreibeDokument(tx, akteur, { ...fall, nr }, 'nachweis', datei);
    if (!nachweis.ok) return nachweis;
    const krypt = akteur.tresor.verschluessle(inhaltVon(einwilligung), gelesen.schluessel, { besitzerId: id, spalte: 'einwilligungen.inhalt', version: version + 1 });
    const { rowCount } = await tx.execute(sql`
      update app.einwilligungen set nachweis_id = ${nachweis.wert}, inhalt_krypt = ${krypt}, version = version + 1
       where traeger_id = ${akteur.traegerId} and id = ${id} and version = ${version}`);
    if (rowCount !== 1) return fehler('konflikt');
    await protokolliere(tx, akteur, 'einwilligung.nachgewiesen', { fallId: fall.id, fallnummer: nr, gegenstandId: id });
    return ok({ neu: true, ergebnis: id });
  });
}

const inhaltVon = ({ empfaenger, zweck, bemerkung }: Einwilligung): Einwilligungsinhalt => ({ empfaenger, zweck, bemerkung });

const setzeStopp = (tx: Tx, { traegerId }: TraegerAkteur, fallId: string, seit: Datum | null) =>
  tx.execute(sql`update app.faelle set gestoppt_am = ${seit}, version = version + 1 where traeger_id = ${traegerId} and id = ${fallId}`);

async function istBeteiligt(tx: Tx, { traegerId }: TraegerAkteur, fallId: string, personId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from app.fallbeteiligte where traeger_id = ${traegerId} and fall_id = ${fallId} and ratsuchende_id = ${personId} and bis is null`);
  return rowCount === 1;
}

/** The signature or the chosen file as a Dokument of the case; null when the paper carries none yet. */
async function schreibeNachweis(tx: Tx, akteur: TraegerAkteur, fall: Parameters<typeof schreibeDokument>[2], { unterschrift, am }: Einwilligungseingabe, datei: Datei | null) {
  if (datei) return schreibeDokument(tx, akteur, fall, 'nachweis', datei);
  if (unterschrift) return schreibeDokument(tx, akteur, fall, 'unterschrift', { name: `Unterschrift ${am}`, bytes: unterschrift });
  return ok(null);
}
