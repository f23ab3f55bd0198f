import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { vermittlungen, versorgungsluecken, weitergaben } from '@kim/db/schema/linking.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseEinwilligungen } from '../einwilligungen/data.server.ts';
import { ZWECK_DER_WEITERGABE } from '../einwilligungen/labels.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import { bedientKommune } from '../faelle/mutations.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseWaehlbaresAngebot } from '../angebote/data.server.ts';
import { leseBriefangaben, leseVermittlungen } from './data.server.ts';
import type { Vermittlung } from './data.server.ts';
import { brieftext, pruefeEntbindung } from './rules.ts';
import type { Lueckeneingabe, Vermittlungsaenderung, Vermittlungseingabe, Weitergabeeingabe } from './schema.ts';

type Fall = NonNullable<Awaited<ReturnType<typeof leseFallZumAendern>>>;

const verschluessle = ({ tresor }: TraegerAkteur, fall: Pick<Fall, 'schluessel'>, besitzerId: string, spalte: string, version: number, wert: string): Buffer => tresor.verschluessle(wert, fall.schluessel, { besitzerId, spalte, version });

/** What a referral points at must be of this case. Answers the field that does not. */
async function falscherVerweis(tx: Tx, { traegerId }: TraegerAkteur, fall: Fall, { person, massnahme }: Vermittlungseingabe) {
  const { rows } = await tx.execute<{ person: boolean; massnahme: boolean }>(sql`
    select ${person === null} or exists (select from app.fallbeteiligte where traeger_id = ${traegerId} and fall_id = ${fall.id} and ratsuchende_id = ${person} and bis is null) as person,
           ${massnahme === null} or exists (select from app.massnahmen where traeger_id = ${traegerId} and fall_id = ${fall.id} and id = ${massnahme}) as massnahme`);
  return (['person', 'massnahme'] as const).find((feld) => !rows[0]?.[feld]) ?? null;
}

/** Begins a referral to an entry of the directory that is open on that day (R57). Nothing goes out with it. */
export async function legeVermittlungAn(akteur: TraegerAkteur, nr: string, eingabe: Vermittlungseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (fall.beendetAm) return fehler('beendet');
    if (!(await leseWaehlbaresAngebot(tx, eingabe.angebot, eingabe.am))) return fehler('geschlossen');
    const falsch = await falscherVerweis(tx, akteur, fall, eingabe);
    if (falsch) return fehler('verweis', { feld: falsch });
    await Promise.all([
      tx.insert(vermittlungen).values({
        traegerId: akteur.traegerId, kreisId: akteur.kreisId, id, fallId: fall.id, angebotId: eingabe.angebot, massnahmeId: eingabe.massnahme, ratsuchendeId: eingabe.person, art: eingabe.art, stand: 'geplant',
        am: eingabe.am, pruefenAm: eingabe.pruefenAm, inhaltKrypt: verschluessle(akteur, fall, id, 'vermittlungen.inhalt', 1, eingabe.anlass), erfasstVon: akteur.nutzerId,
      }),
      protokolliere(tx, akteur, 'vermittlung.angelegt', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Changes a referral that was read at `version`; somebody else's change comes back and nothing is written. */
export async function saveVermittlung(akteur: TraegerAkteur, nr: string, id: string, { stand, pruefenAm, anlass, version }: Vermittlungsaenderung) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const bisher = fall && (await leseVermittlungen(tx, akteur, fall)).find((eine) => eine.id === id);
    if (!fall || !bisher) return fehler('nicht_gefunden');
    if (fall.beendetAm) return fehler('beendet');
    if (bisher.version !== version) return fehler('konflikt', { aktuell: bisher });
    if (pruefenAm && pruefenAm <= bisher.am) return fehler('zu_frueh', { am: bisher.am });
    await schreibeVermittlung(tx, akteur, fall, nr, bisher, { stand, pruefenAm, anlass });
    return ok();
  });
}

/** Writes a referral that was read a moment ago, as part of a larger act. */
export function schreibeVermittlung(tx: Tx, akteur: TraegerAkteur, fall: Pick<Fall, 'id' | 'schluessel'>, nr: string, { id, version }: Pick<Vermittlung, 'id' | 'version'>, { stand, pruefenAm, anlass }: Pick<Vermittlung, 'stand' | 'pruefenAm' | 'anlass'>) {
  return Promise.all([
    tx.execute(sql`
      update app.vermittlungen set stand = ${stand}, pruefen_am = ${pruefenAm}, inhalt_krypt = ${verschluessle(akteur, fall, id, 'vermittlungen.inhalt', version + 1, anlass)}, version = version + 1
       where traeger_id = ${akteur.traegerId} and id = ${id}`),
    protokolliere(tx, akteur, 'vermittlung.geaendert', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
  ]);
}

/**
 * Tells a third party something, and keeps what was told. Refused, with a line in the protocol, without a live
 * Schweigepflichtentbindung for this recipient, purpose and kinds of data (U8); the database refuses it too.
 */
export async function gibWeiter(akteur: TraegerAkteur, nr: string, vermittlungId: string, eingabe: Weitergabeeingabe, eingang: Eingang) {
  const ergebnis = await mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const vermittlung = fall && (await leseVermittlungen(tx, akteur, fall)).find((eine) => eine.id === vermittlungId);
    if (!fall || !vermittlung) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (fall.beendetAm) return fehler('beendet');
    const am = heute();
    const { zweck, datenarten, weg, mitteilung } = eingabe;
    const einwilligungen = (await leseEinwilligungen(tx, akteur, nr)).map(({ einwilligung }) => einwilligung);
    // Who is referred must have agreed; for a household its main person speaks.
    const hauptperson = await leseHauptperson(tx, akteur, fall.id);
    const wer = vermittlung.personId ?? hauptperson;
    const befund = pruefeEntbindung(einwilligungen.filter(({ personId }) => personId === wer), { angebotId: vermittlung.angebotId, zweck, datenarten, am });
    if ('mangel' in befund) return fehler('nicht_entbunden', { mangel: befund.mangel, fallId: fall.id });
    const angaben = await leseBriefangaben(tx, akteur, nr, fall, wer, datenarten);
    const text = brieftext({ traeger: akteur.traeger, fachkraft: akteur.name, stelle: vermittlung.angebot, am, zweck: ZWECK_DER_WEITERGABE[zweck], datenarten, angaben, mitteilung });
    await Promise.all([
      tx.insert(weitergaben).values({
        traegerId: akteur.traegerId, id, fallId: fall.id, vermittlungId, einwilligungId: befund.id, am, weg, zweck, datenarten, erfasstVon: akteur.nutzerId,
        inhaltKrypt: verschluessle(akteur, fall, id, 'weitergaben.inhalt', 1, text),
      }),
      protokolliere(tx, akteur, 'weitergabe.erfasst', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
  // What was refused is rolled back; that it was tried stays.
  if (!ergebnis.ok && ergebnis.grund === 'nicht_entbunden') await akteur.tx((tx) => protokolliere(tx, akteur, 'weitergabe.abgewiesen', { fallId: ergebnis.fallId, fallnummer: nr, gegenstandId: vermittlungId }));
  return ergebnis;
}

async function leseHauptperson(tx: Tx, { traegerId }: TraegerAkteur, fallId: string): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`select ratsuchende_id as id from app.fallbeteiligte where traeger_id = ${traegerId} and fall_id = ${fallId} and rolle = 'hauptperson'`);
  return rows[0]?.id ?? '';
}

/** Writes down what the region does not offer (R59, R118). */
export async function erfasseLuecke(akteur: TraegerAkteur, nr: string, eingabe: Lueckeneingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (fall.beendetAm) return fehler('beendet');
    if (!(await bedientKommune(tx, akteur, eingabe.kommune))) return fehler('verweis', { feld: 'kommune' as const });
    if (eingabe.vermittlung && !(await leseVermittlungen(tx, akteur, fall)).some((eine) => eine.id === eingabe.vermittlung)) return fehler('verweis', { feld: 'vermittlung' as const });
    await Promise.all([
      tx.insert(versorgungsluecken).values({
        traegerId: akteur.traegerId, kreisId: akteur.kreisId, id, fallId: fall.id, bereich: eingabe.bereich, art: eingabe.art, kommuneId: eingabe.kommune, vermittlungId: eingabe.vermittlung, erkanntAm: eingabe.am,
        inhaltKrypt: eingabe.notiz ? verschluessle(akteur, fall, id, 'versorgungsluecken.inhalt', 1, eingabe.notiz) : null, erfasstVon: akteur.nutzerId,
      }),
      protokolliere(tx, akteur, 'luecke.erfasst', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}
