import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { massnahmen, planfassungen, zielbewertungen, ziele } from '@kim/db/schema/serviceplanung.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { schreibeDokument } from '../dokumente/mutations.server.ts';
import type { Datei } from '../dokumente/mutations.server.ts';
import { leseErklaerende } from '../einwilligungen/data.server.ts';
import { leseFallZumPlanen } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import type { Aktion } from '../protokoll/labels.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { alsPlan, beteiligte, leseFassungen, leseZiele, planabdruck } from './data.server.ts';
import type { Arbeitsmassnahme, Arbeitsziel, Massnahmeninhalt, Planinhalt, Zielinhalt } from './data.server.ts';
import { planmaengel, vereinbarbar } from './rules.ts';
import type { Massnahmenaenderung, Massnahmeneingabe, Vereinbarungseingabe, Zielaenderung, Zielbewertungseingabe, Zieleingabe } from './schema.ts';

type Fall = Extract<Awaited<ReturnType<typeof leseFallZumPlanen>>, { ok: true }>['wert'];

const notiere = (tx: Tx, akteur: TraegerAkteur, aktion: Aktion, fall: Fall, fallnummer: string, gegenstandId: string) => protokolliere(tx, akteur, aktion, { fallId: fall.id, fallnummer, gegenstandId });

const verschluessle = ({ tresor }: TraegerAkteur, fall: Fall, besitzerId: string, spalte: string, version: number, wert: unknown): Buffer =>
  tresor.verschluessle(wert as object, fall.schluessel, { besitzerId, spalte, version });

/** What a goal points at must be of this case: a Leitziel, a Bedarf, a person who is in it. Answers the field that does not. */
async function falscherVerweis(tx: Tx, akteur: TraegerAkteur, fall: Fall, { oberziel, person, bedarf }: Zieleingabe, bisher?: Arbeitsziel) {
  const { rows } = await tx.execute<{ oberziel: boolean; person: boolean; bedarf: boolean }>(sql`
    select ${oberziel === null} or exists (select from app.ziele where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and id = ${oberziel} and oberziel_id is null) as oberziel,
           ${person === null || person === bisher?.personId} or exists (select from app.fallbeteiligte where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and ratsuchende_id = ${person} and bis is null) as person,
           ${bedarf === null} or exists (select from app.bedarfe where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and id = ${bedarf}) as bedarf`);
  const gefunden = rows[0];
  return (['oberziel', 'person', 'bedarf'] as const).find((feld) => !gefunden?.[feld]) ?? null;
}

const zielinhalt = ({ text, woran, ressource }: Zieleingabe): Zielinhalt => ({ text, woran, ressource });
const massnahmeninhalt = ({ was, grund }: Massnahmeneingabe): Massnahmeninhalt => ({ was, grund });

/** Takes a goal into the working plan; without term or measure it is a draft until it is agreed. */
export async function erfasseZiel(akteur: TraegerAkteur, nr: string, eingabe: Zieleingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const [fall, id] = [gelesen.wert, neueId()];
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const falsch = await falscherVerweis(tx, akteur, fall, eingabe);
    if (falsch) return fehler('verweis', { feld: falsch });
    await Promise.all([
      tx.insert(ziele).values({
        traegerId: akteur.traegerId, id, fallId: fall.id, oberzielId: eingabe.oberziel, ratsuchendeId: eingabe.person, bedarfId: eingabe.bedarf, prioritaet: eingabe.prioritaet, bis: eingabe.bis,
        stand: 'offen', inhaltKrypt: verschluessle(akteur, fall, id, 'ziele.inhalt', 1, zielinhalt(eingabe)), erfasstVon: akteur.nutzerId,
      }),
      notiere(tx, akteur, 'ziel.erfasst', fall, nr, id),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Changes a goal that was read at `version`; when somebody else was faster, the stored one comes back and nothing is written. */
export async function saveZiel(akteur: TraegerAkteur, nr: string, id: string, eingabe: Zielaenderung) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const fall = gelesen.wert;
    const alle = await leseZiele(tx, akteur, fall);
    const bisher = alle.find((ziel) => ziel.id === id);
    if (!bisher) return fehler('nicht_gefunden');
    if (bisher.version !== eingabe.version) return fehler('konflikt', { aktuell: bisher });
    // A Leitziel that has Teilziele stays one, and none is its own: the plan has two levels.
    if (eingabe.oberziel && (eingabe.oberziel === id || alle.some(({ oberzielId }) => oberzielId === id))) return fehler('verweis', { feld: 'oberziel' as const });
    const falsch = await falscherVerweis(tx, akteur, fall, eingabe, bisher);
    if (falsch) return fehler('verweis', { feld: falsch });
    const beendetAm = eingabe.stand === 'offen' ? null : (bisher.beendetAm ?? heute());
    await Promise.all([
      tx.execute(sql`
        update app.ziele set oberziel_id = ${eingabe.oberziel}, ratsuchende_id = ${eingabe.person}, bedarf_id = ${eingabe.bedarf}, prioritaet = ${eingabe.prioritaet}, bis = ${eingabe.bis},
               stand = ${eingabe.stand}, beendet_am = ${beendetAm}, inhalt_krypt = ${verschluessle(akteur, fall, id, 'ziele.inhalt', eingabe.version + 1, zielinhalt(eingabe))}, version = version + 1
         where traeger_id = ${akteur.traegerId} and id = ${id}`),
      notiere(tx, akteur, 'ziel.geaendert', fall, nr, id),
    ]);
    return ok();
  });
}

export async function erfasseMassnahme(akteur: TraegerAkteur, nr: string, zielId: string, eingabe: Massnahmeneingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const [fall, id] = [gelesen.wert, neueId()];
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const { rowCount } = await tx.execute(sql`select from app.ziele where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and id = ${zielId} and oberziel_id is not null`);
    if (rowCount !== 1) return fehler('nicht_gefunden');
    await legeMassnahmeAn(tx, akteur, fall, nr, zielId, id, eingabe);
    return ok({ neu: true, ergebnis: id });
  });
}

/** The row of a step and its protocol line, as part of a larger act. */
export function legeMassnahmeAn(tx: Tx, akteur: TraegerAkteur, fall: Fall, nr: string, zielId: string, id: string, eingabe: Massnahmeneingabe) {
  return Promise.all([
    tx.insert(massnahmen).values({
      traegerId: akteur.traegerId, id, fallId: fall.id, zielId, wer: eingabe.wer, bis: eingabe.bis, stand: 'offen',
      inhaltKrypt: verschluessle(akteur, fall, id, 'massnahmen.inhalt', 1, massnahmeninhalt(eingabe)), erfasstVon: akteur.nutzerId,
    }),
    notiere(tx, akteur, 'massnahme.erfasst', fall, nr, id),
  ]);
}

/** Changes a step of this goal that was read at `version`. */
export async function saveMassnahme(akteur: TraegerAkteur, nr: string, zielId: string, id: string, eingabe: Massnahmenaenderung) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const fall = gelesen.wert;
    const bisher = (await leseZiele(tx, akteur, fall)).find((ziel) => ziel.id === zielId)?.massnahmen.find((massnahme) => massnahme.id === id);
    if (!bisher) return fehler('nicht_gefunden');
    if (bisher.version !== eingabe.version) return fehler('konflikt', { aktuell: bisher });
    await schreibeMassnahme(tx, akteur, fall, nr, bisher, eingabe);
    return ok();
  });
}

/** Writes a step that was read a moment ago, as part of a larger act. */
export function schreibeMassnahme(tx: Tx, akteur: TraegerAkteur, fall: Fall, nr: string, { id, version, erledigtAm }: Pick<Arbeitsmassnahme, 'id' | 'version' | 'erledigtAm'>, eingabe: Omit<Massnahmenaenderung, 'version'>) {
  const erledigt = eingabe.stand === 'offen' ? null : (erledigtAm ?? heute());
  return Promise.all([
    tx.execute(sql`
      update app.massnahmen set wer = ${eingabe.wer}, bis = ${eingabe.bis}, stand = ${eingabe.stand}, erledigt_am = ${erledigt},
             inhalt_krypt = ${verschluessle(akteur, fall, id, 'massnahmen.inhalt', version + 1, massnahmeninhalt(eingabe))}, version = version + 1
       where traeger_id = ${akteur.traegerId} and id = ${id}`),
    notiere(tx, akteur, 'massnahme.geaendert', fall, nr, id),
  ]);
}

/** One click: a step is done, or open again. Its words stay, so that they are encrypted anew for the next version. */
export async function hakeMassnahmeAb(akteur: TraegerAkteur, nr: string, id: string, version: number, stand: 'offen' | 'erledigt') {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const fall = gelesen.wert;
    const bisher = (await leseZiele(tx, akteur, fall)).flatMap((ziel) => ziel.massnahmen).find((massnahme) => massnahme.id === id);
    if (!bisher) return fehler('nicht_gefunden');
    // The same click twice, or two people who saw the same: it is done either way.
    if (bisher.stand === stand) return ok();
    if (bisher.version !== version) return fehler('konflikt', { aktuell: bisher });
    await Promise.all([
      tx.execute(sql`
        update app.massnahmen set stand = ${stand}, erledigt_am = ${stand === 'erledigt' ? heute() : null},
               inhalt_krypt = ${verschluessle(akteur, fall, id, 'massnahmen.inhalt', version + 1, massnahmeninhalt(bisher))}, version = version + 1
         where traeger_id = ${akteur.traegerId} and id = ${id}`),
      notiere(tx, akteur, 'massnahme.geaendert', fall, nr, id),
    ]);
    return ok();
  });
}

export async function bewerteZiel(akteur: TraegerAkteur, nr: string, zielId: string, { am, stufe, sicht, notiz }: Zielbewertungseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const [fall, id] = [gelesen.wert, neueId()];
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const { rowCount } = await tx.execute(sql`select from app.ziele where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and id = ${zielId}`);
    if (rowCount !== 1) return fehler('nicht_gefunden');
    await Promise.all([
      tx.insert(zielbewertungen).values({
        traegerId: akteur.traegerId, id, fallId: fall.id, zielId, am, stufe: Number(stufe), sicht, erfasstVon: akteur.nutzerId,
        notizKrypt: notiz ? verschluessle(akteur, fall, id, 'zielbewertungen.notiz', 1, notiz) : null,
      }),
      notiere(tx, akteur, 'ziel.bewertet', fall, nr, id),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/**
 * Freezes the working plan as it was shown, with who agreed and the evidence (U12). Refused while the rules find something
 * missing, and when the plan has changed since it was shown.
 */
export async function vereinbarePlan(akteur: TraegerAkteur, nr: string, eingabe: Vereinbarungseingabe, datei: Datei | null, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const [fall, id] = [gelesen.wert, neueId()];
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const [alleZiele, fassungen, erklaerende] = await Promise.all([leseZiele(tx, akteur, fall), leseFassungen(tx, akteur, fall), leseErklaerende(tx, akteur, nr)]);
    const dabei = beteiligte(erklaerende?.personen ?? []);
    if (!dabei.has(eingabe.person)) return fehler('nicht_gefunden');
    const plan = alsPlan(alleZiele);
    if (planabdruck(plan) !== eingabe.stand) return fehler('konflikt');
    const maengel = planmaengel(plan, dabei);
    if (maengel.length > 0) return fehler('maengel', { maengel });
    if (fassungen[0] && eingabe.am < fassungen[0].vereinbartAm) return fehler('zu_frueh', { vereinbartAm: fassungen[0].vereinbartAm });
    if (datei && eingabe.unterschrift) return fehler('zwei_nachweise');
    if (eingabe.form === 'elektronisch' && !datei && !eingabe.unterschrift) return fehler('nachweis_fehlt');
    const nachweis = await schreibeNachweis(tx, akteur, { ...fall, nr }, eingabe, datei);
    if (!nachweis.ok) return nachweis;
    const inhalt: Planinhalt = { plan: vereinbarbar(plan), personId: eingabe.person, durch: eingabe.durch, vertreten: eingabe.vertreten, ort: eingabe.ort };
    await Promise.all([
      tx.insert(planfassungen).values({
        traegerId: akteur.traegerId, id, fallId: fall.id, fassung: (fassungen[0]?.fassung ?? 0) + 1, vereinbartAm: eingabe.am, form: eingabe.form, sprache: eingabe.sprache || null,
        nachweisId: nachweis.wert, inhaltKrypt: verschluessle(akteur, fall, id, 'planfassungen.inhalt', 1, inhalt), erfasstVon: akteur.nutzerId,
      }),
      notiere(tx, akteur, 'plan.vereinbart', fall, nr, id),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

async function schreibeNachweis(tx: Tx, akteur: TraegerAkteur, fall: Parameters<typeof schreibeDokument>[2], { unterschrift, am }: Vereinbarungseingabe, datei: Datei | null) {
  if (datei) return schreibeDokument(tx, akteur, fall, 'nachweis', datei);
  return unterschrift ? schreibeDokument(tx, akteur, fall, 'unterschrift', { name: `Unterschrift Serviceplan ${am}`, bytes: unterschrift }) : ok(null);
}
