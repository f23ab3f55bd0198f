import { neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { wiedervorlagen } from '@kim/db/schema/arbeitsvorrat.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getAssessment } from '@kim/domain/assessments/data.server.ts';
import { beginneAssessment, saveAssessment } from '@kim/domain/assessments/mutations.server.ts';
import { EINWILLIGUNGSARTEN, einwilligung } from '@kim/domain/einwilligungen/schema.ts';
import { erfasseEinwilligung } from '@kim/domain/einwilligungen/mutations.server.ts';
import { leseFallZumAendern } from '@kim/domain/faelle/data.server.ts';
import type { Phase } from '@kim/domain/faelle/schema.ts';
import { saveErstgespraech } from '@kim/domain/klaerung/erstgespraech/mutations.server.ts';
import { erstgespraech } from '@kim/domain/klaerung/erstgespraech/schema.ts';
import { entscheide } from '@kim/domain/klaerung/mutations.server.ts';
import { kriterienpruefung } from '@kim/domain/klaerung/schema.ts';
import { wechslePhase } from '@kim/domain/phasen/mutations.server.ts';
import { listPersonen } from '@kim/domain/ratsuchende/data.server.ts';
import { erfasseSchutzeintrag, oeffneSchutzbereich, schliesseSchutzbereich } from '@kim/domain/schutzbereich/mutations.server.ts';
import { getServiceplanung } from '@kim/domain/serviceplanung/data.server.ts';
import { erfasseMassnahme, erfasseZiel, vereinbarePlan } from '@kim/domain/serviceplanung/mutations.server.ts';
import { massnahme, vereinbarung, ziel } from '@kim/domain/serviceplanung/schema.ts';
import { erfasseStatusangabe } from '@kim/domain/statusangaben/mutations.server.ts';
import { statusangabe } from '@kim/domain/statusangaben/schema.ts';
import { getLinking } from '@kim/domain/vermittlungen/data.server.ts';
import { legeVermittlungAn } from '@kim/domain/vermittlungen/mutations.server.ts';
import { vermittlung } from '@kim/domain/vermittlungen/schema.ts';
import { leseGeltendenKatalog } from '@kim/kreis/kriterienkataloge.ts';
import type { Demofall, Demoklaerung, Demoziel } from './personen.ts';

const inTagen = (tage: number): Datum => heute(() => new Date(Date.now() + tage * 86_400_000));

/** Papers, time line and next step of a case that tells a story. */
export async function schreibeGeschichte(akteur: TraegerAkteur, nr: string, { status = [], unterlagen, klaerung, klasse, plan, wiedervorlage, ...verfahren }: Demofall, eroeffnetAm: Datum): Promise<void> {
  if (status.length === 0 && !unterlagen && !wiedervorlage) return;
  const person = (await listPersonen(akteur, nr))[0]?.id ?? '';
  for (const [code, seit, bis] of status) {
    verlange(await erfasseStatusangabe(akteur, nr, person, statusangabe.parse({ code, von: inTagen(-seit), ...(bis && { bis: inTagen(bis) }) }), eingang()));
  }
  const arten = EINWILLIGUNGSARTEN.filter((eine) => eine !== 'schweigepflichtentbindung' && (klasse || eine !== 'einverstaendnis'));
  for (const art of unterlagen ? arten : []) {
    verlange(await erfasseEinwilligung(akteur, nr, einwilligung.parse({ art, person, entscheidung: 'erteilt', am: eroeffnetAm, form: 'schriftlich' }), null, eingang()));
  }
  if (klaerung) await klaere(akteur, nr, klaerung, klasse ?? 'kurzberatung', eroeffnetAm);
  if (verfahren.assessment) await schaetzeEin(akteur, nr);
  if (plan) await plane(akteur, nr, plan, person);
  await fuehreFort(akteur, nr, person, verfahren);
  if (wiedervorlage) await legeWiedervorlageAn(akteur, nr, ...wiedervorlage);
}

/** Why a criterion of the shipped wording is not met, where the story says nothing of it. */
const WARUM_NICHT: Readonly<Record<string, string>> = {
  k1: 'Ein Anliegen steht im Vordergrund.', k2: 'Die Stellen lassen sich nacheinander ansprechen.', k3: 'Die zuständigen Angebote sind bekannt und erreichbar.',
  k4: 'Geht die nächsten Schritte selbst.', k5: 'Voraussichtlich genügen zwei Gespräche.',
};

/** Erstgespräch and decision on the day the case was opened. */
async function klaere(akteur: TraegerAkteur, nr: string, { sprachmittlung, bogen, kriterien }: Demoklaerung, entscheidung: 'kurzberatung' | 'case_management', am: Datum): Promise<void> {
  verlange(await saveErstgespraech(akteur, nr, erstgespraech.parse({ version: 0, am, kanal: 'persoenlich', sprachmittlung, ...bogen })));
  const katalog = await akteur.tx((tx) => leseGeltendenKatalog(tx, am));
  const antworten = katalog?.kriterien.flatMap(({ schluessel }) => [[`antwort.${schluessel}`, schluessel in kriterien ? 'ja' : 'nein'], [`grund.${schluessel}`, kriterien[schluessel] ?? WARUM_NICHT[schluessel] ?? '']]) ?? [];
  const pruefung = kriterienpruefung.parse({
    katalogId: katalog?.id, entscheidung, ...Object.fromEntries(antworten),
    unterlagen: 'Die Schweigepflichtentbindung folgt, sobald eine Stelle einbezogen wird.',
  });
  verlange(await entscheide(akteur, nr, pruefung, eingang(), am));
}

/** Days ago on which the demo's Assessments were held, its plans agreed and its referrals begun. */
const EINGESCHAETZT_VOR = 12;
const VEREINBART_VOR = 7;
const VERMITTELT_VOR = 5;

/** Goals and steps as the Fachkraft writes them, and their agreement. */
async function plane(akteur: TraegerAkteur, nr: string, plan: readonly Demoziel[], person: string): Promise<void> {
  for (const leitziel of plan) {
    const oberziel = idVon(await erfasseZiel(akteur, nr, ziel.parse({ text: leitziel.text, person, prioritaet: 'hoch' }), eingang()));
    for (const { schritte, inTagen: frist, ...teilziel } of leitziel.teilziele) {
      const id = idVon(await erfasseZiel(akteur, nr, ziel.parse({ ...teilziel, oberziel, person, bis: inTagen(frist), prioritaet: 'hoch' }), eingang()));
      for (const [wer, was, grund] of schritte) verlange(await erfasseMassnahme(akteur, nr, id, massnahme.parse({ wer, was, grund, bis: inTagen(frist) }), eingang()));
    }
  }
  const stand = (await getServiceplanung(akteur, nr))?.abdruck;
  verlange(await vereinbarePlan(akteur, nr, vereinbarung.parse({ person, durch: 'selbst', am: inTagen(-VEREINBART_VOR), form: 'schriftlich', stand }), null, eingang()));
}

/** The Assessment as it was begun, with what the Erstgespräch told. */
async function schaetzeEin(akteur: TraegerAkteur, nr: string): Promise<void> {
  const id = idVon(await beginneAssessment(akteur, nr, { nach: null }, eingang()));
  const begonnen = await getAssessment(akteur, nr, id);
  verlange(await saveAssessment(akteur, nr, id, { version: 1, am: inTagen(-EINGESCHAETZT_VOR), bogen: begonnen?.assessment.bogen ?? {} }));
}

/** Phases, referrals and the protected part, in the order in which they come about. */
async function fuehreFort(akteur: TraegerAkteur, nr: string, person: string, { phasen = [], vermittlungen = [], geschuetzt }: Demofall): Promise<void> {
  const linking = await getLinking(akteur, nr);
  for (const { angebot: stelle, schritt, anlass, pruefenIn } of vermittlungen) {
    const [angebot, massnahme] = [linking?.angebote.find(({ name }) => name === stelle)?.id, linking?.schritte.find(({ was }) => was === schritt)?.id];
    verlange(await legeVermittlungAn(akteur, nr, vermittlung.parse({ angebot, massnahme, person, am: inTagen(-VERMITTELT_VOR), pruefenAm: inTagen(pruefenIn), anlass }), eingang()));
  }
  let von: Phase = 'assessment';
  for (const nach of phasen) {
    verlange(await wechslePhase(akteur, nr, { von, nach, begruendung: '' }, eingang()));
    von = nach;
  }
  if (!geschuetzt) return;
  verlange(await oeffneSchutzbereich(akteur, nr, null, eingang()));
  verlange(await erfasseSchutzeintrag(akteur, nr, { thema: geschuetzt[0], person, text: geschuetzt[1] }, eingang()));
  verlange(await schliesseSchutzbereich(akteur, nr));
}

function idVon(ergebnis: { ok: true; wert: { ergebnis: string } } | { ok: false; grund: string }): string {
  if (!ergebnis.ok) throw new Error(`Demogeschichte: ${ergebnis.grund}`);
  return ergebnis.wert.ergebnis;
}

const eingang = () => ({ formularId: neueId(), inhalt: {} });

function verlange(ergebnis: { ok: boolean; grund?: string }): void {
  if (!ergebnis.ok) throw new Error(`Demogeschichte: ${ergebnis.grund}`);
}

/** Written directly: the form takes no day that is over, and a demo needs one that is overdue. */
async function legeWiedervorlageAn(akteur: TraegerAkteur, nr: string, tage: number, text: string): Promise<void> {
  await akteur.tx(async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) throw new Error(`Demogeschichte: ${nr}`);
    const id = neueId();
    const textKrypt = akteur.tresor.verschluessle(text, fall.schluessel, { besitzerId: id, spalte: 'wiedervorlagen.text', version: 1 });
    await tx.insert(wiedervorlagen).values({ traegerId: akteur.traegerId, id, fallId: fall.id, faelligAm: inTagen(tage), textKrypt, erfasstVon: akteur.nutzerId });
  });
}
