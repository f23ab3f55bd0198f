import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { leseGeltendenKatalog } from '@kim/kreis/kriterienkataloge.ts';
import type { Kataloginhalt } from '@kim/db/schema/kataloge.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Kernkriterium } from '@kim/kreis/zugaenge.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseUnterlagen, leseUnterlagenJeFall } from '../einwilligungen/data.server.ts';
import { unterlagenVon } from '../einwilligungen/rules.ts';
import type { Klasse } from '../faelle/schema.ts';
import { istBeratung } from '../kontakte/data.server.ts';
import { lesePhasenlage } from '../phasen/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseAngehaltene } from '../vermittlungen/data.server.ts';
import { fehltImCaseManagement, neupruefung } from './rules.ts';
import type { Pflichtunterlage, Unterlage, Vorschlag } from './rules.ts';

/** What is written, encrypted, beside the codes of a Kriterienprüfung. */
export interface Begruendung {
  gruende: Record<string, string>;
  abweichung: string;
  unterlagen: string;
  /** Mandatory documents that were missing when it was decided. */
  fehlend: Pflichtunterlage[];
  kernkriterium: Kernkriterium | null;
}

/** A decision with the version of the catalogue that it was taken on. */
export interface Kriterienpruefung extends Begruendung {
  id: string;
  am: string;
  entscheidung: Klasse;
  erfuellt: string[];
  schwelle: number;
  abgewichen: boolean;
  fassung: number;
  kriterien: Kataloginhalt['kriterien'];
  erfasstVon: string;
}

interface Pruefungszeile extends Record<string, unknown> {
  id: string; am: string; entscheidung: Klasse; erfuellt: string[]; schwelle: number; abweichung: boolean; begruendung_krypt: Buffer; fassung: number; inhalt: Kataloginhalt; erfasst_von: string;
}

/** All decisions of a case, the newest first. */
export async function lesePruefungen(tx: Tx, akteur: TraegerAkteur, fall: { id: string; schluessel: Datenschluessel }): Promise<Kriterienpruefung[]> {
  const { rows } = await tx.execute<Pruefungszeile>(sql`
    select p.id, p.am::text, p.entscheidung, p.erfuellt, p.schwelle, p.abweichung, p.begruendung_krypt, k.fassung, k.inhalt, n.name as erfasst_von
      from app.kriterienpruefungen p
      join kreis.kriterienkataloge k on k.kreis_id = p.kreis_id and k.id = p.katalog_id
      join app.nutzer n on n.traeger_id = p.traeger_id and n.id = p.erfasst_von
     where p.traeger_id = ${akteur.traegerId} and p.fall_id = ${fall.id} order by p.id desc`);
  return rows.map(({ begruendung_krypt: krypt, inhalt, abweichung: abgewichen, erfasst_von: erfasstVon, ...zeile }) => {
    const begruendung = akteur.tresor.entschluessle(krypt, fall.schluessel, { besitzerId: zeile.id, spalte: 'kriterienpruefungen.begruendung', version: 1 }) as Begruendung;
    return { ...zeile, ...begruendung, abgewichen, erfasstVon, kriterien: inhalt.kriterien };
  });
}

interface Verlaufszeile extends Record<string, unknown> {
  id: string; klasse: Klasse; beendet_am: string | null; gestoppt_am: string | null; offene_bedarfe: number; neue_bedarfe: number; beratungen: number; erstgespraech_am: string | null;
}

/** What is counted in a case `f` since its last decision. */
const verlauf = sql`
    f.id, f.klasse, f.beendet_am::text, f.gestoppt_am::text, b.offene_bedarfe, b.neue_bedarfe,
    (select count(*)::int from app.kontakte k where k.traeger_id = f.traeger_id and k.fall_id = f.id and ${istBeratung} and (p.seit is null or k.erfasst_am > p.seit)) as beratungen,
    (select e.am::text from app.erstgespraeche e where e.traeger_id = f.traeger_id and e.fall_id = f.id) as erstgespraech_am`;

const verlaufsquellen = sql`
      cross join lateral (select max(p.erfasst_am) as seit from app.kriterienpruefungen p where p.traeger_id = f.traeger_id and p.fall_id = f.id) p
      cross join lateral (
        select count(*)::int as offene_bedarfe, (count(*) filter (where p.seit is null or b.erfasst_am > p.seit))::int as neue_bedarfe
          from app.bedarfe b where b.traeger_id = f.traeger_id and b.fall_id = f.id and b.stand in ('offen', 'in_arbeit')) b`;

interface Lagezeile extends Verlaufszeile {
  phase: string | null; verpackt: Buffer; generation: number; zustaendig_id: string | null; fachkraft: string; kernkriterium: Kernkriterium | null;
}

/** The case with what is counted in it, in one statement. */
async function leseLage(tx: Tx, { traegerId }: TraegerAkteur, nr: string): Promise<Lagezeile | null> {
  const { rows } = await tx.execute<Lagezeile>(sql`
    select ${verlauf}, f.phase, s.verpackt, s.generation, z.nutzer_id as zustaendig_id, coalesce(n.name, '') as fachkraft,
           (select a.kernkriterium from app.anfragen a where a.traeger_id = f.traeger_id and a.fall_id = f.id order by a.id desc limit 1) as kernkriterium
      from app.faelle f
      join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
      left join app.zustaendigkeiten z on z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null
      left join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id
      ${verlaufsquellen}
     where f.traeger_id = ${traegerId} and f.fallnummer = ${nr}`);
  return rows[0] ?? null;
}

const alsVorschlag = (lage: Verlaufszeile): Vorschlag | null =>
  neupruefung({ klasse: lage.klasse, beendet: lage.beendet_am !== null || lage.gestoppt_am !== null, offeneBedarfe: lage.offene_bedarfe, neueBedarfe: lage.neue_bedarfe, beratungen: lage.beratungen });

/** @param auswahl a select that answers `id` of the cases */
async function leseVerlaeufe(tx: Tx, { traegerId }: TraegerAkteur, auswahl: SQL): Promise<Verlaufszeile[]> {
  const { rows } = await tx.execute<Verlaufszeile>(sql`
    with auswahl as materialized (${auswahl})
    select ${verlauf} from auswahl a cross join lateral (select * from app.faelle f where f.traeger_id = ${traegerId} and f.id = a.id limit 1) f ${verlaufsquellen} order by f.eroeffnet_am, f.id`);
  return rows;
}

/** Whether the criteria of this case are worth checking anew, within a work that has just written into it. One statement. */
export async function leseVorschlag(tx: Tx, akteur: TraegerAkteur, fallId: string): Promise<Vorschlag | null> {
  const [lage] = await leseVerlaeufe(tx, akteur, sql`select ${fallId}::uuid as id`);
  return lage ? alsVorschlag(lage) : null;
}

/** Where the Klärung of a case is worth a look: the criteria anew, or what a Case Management lacks. */
export interface Klaerungsstand {
  fallId: string;
  vorschlag: Vorschlag | null;
  fehlt: Unterlage[];
}

/** The running ones among the cases that `auswahl` answers by id, the longest open first. Two statements. */
export async function leseKlaerungsstaende(tx: Tx, akteur: TraegerAkteur, auswahl: SQL): Promise<Klaerungsstand[]> {
  const [lagen, unterlagen] = await Promise.all([leseVerlaeufe(tx, akteur, auswahl), leseUnterlagenJeFall(tx, akteur, auswahl)]);
  return lagen.filter((lage) => !lage.beendet_am && !lage.gestoppt_am).map((lage) => ({
    fallId: lage.id, vorschlag: alsVorschlag(lage),
    fehlt: lage.klasse === 'case_management' ? fehltImCaseManagement(unterlagen.get(lage.id) ?? NICHTS, lage.erstgespraech_am !== null) : [],
  }));
}

const NICHTS = unterlagenVon([], '');

/** Everything the pages of the Klärung show; null for a case that is not there for the asking person. */
export async function getKlaerung(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const lage = await leseLage(tx, akteur, nr);
    if (!lage) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const schluessel = akteur.tresor.oeffneSchluessel(lage.id, lage.verpackt, lage.generation);
    const [pruefungen, unterlagen, katalog] = await Promise.all([
      lesePruefungen(tx, akteur, { id: lage.id, schluessel }),
      leseUnterlagen(tx, akteur, lage.id),
      leseGeltendenKatalog(tx),
      protokolliere(tx, akteur, 'klaerung.gelesen', { fallId: lage.id, fallnummer: nr }),
    ]);
    return {
      klasse: lage.klasse, phase: lage.phase, beendetAm: lage.beendet_am, gestopptAm: lage.gestoppt_am, zustaendigId: lage.zustaendig_id, fachkraft: lage.fachkraft,
      erstgespraechAm: lage.erstgespraech_am, offeneBedarfe: lage.offene_bedarfe, beratungen: lage.beratungen,
      kernkriterium: lage.kernkriterium ?? pruefungen[0]?.kernkriterium ?? null, vorschlag: alsVorschlag(lage), pruefungen, unterlagen, katalog,
    };
  });
}

/** What comes next in a case: whether the criteria are worth checking anew, and what its phase has. Two statements. */
export async function getNaechstes(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const [lage, phasenlage, angehalten] = await Promise.all([leseLage(tx, akteur, nr), lesePhasenlage(tx, akteur, nr), leseAngehaltene(tx, akteur, nr)]);
    return lage && phasenlage && { vorschlag: alsVorschlag(lage), phase: phasenlage.phase, belege: phasenlage.belege, angehalten };
  });
}
