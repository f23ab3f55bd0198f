import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { anzeigename } from '../ratsuchende/rules.ts';
import type { Personenname } from '../ratsuchende/schema.ts';
import { FallGestoppt } from './rules.ts';
import type { Klasse, Phase } from './schema.ts';

/** One line of a list of cases. */
export interface Fallzeile {
  id: string;
  fallnummer: string;
  klasse: Klasse;
  phase: Phase | null;
  kommune: string;
  fachkraft: string;
  eroeffnetAm: string;
  beendetAm: string | null;
  letzterKontakt: string | null;
  /** Main person; decrypted. */
  name: string;
}

export type Ansicht = 'meine' | 'gemeinsame' | 'vertretung';

/** Codes only: what is chosen stands in the address. */
export interface Fallfilter {
  klasse?: Klasse | undefined;
  phase?: Phase | undefined;
  /** Id of a commune. */
  kommune?: string | undefined;
  stand?: 'laufend' | 'beendet' | undefined;
}

export interface Listenauswahl extends Fallfilter {
  ansicht: Ansicht;
  /** Id of the last case of the page before. */
  nach?: string | null;
}

const SEITE = 50;

interface Zeile extends Record<string, unknown> {
  id: string; fallnummer: string; klasse: Klasse; phase: Phase | null; kommune: string; fachkraft: string | null; eroeffnet_am: string; beendet_am: string | null;
  letzter_kontakt: string | null; person_id: string | null; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number;
}

/** What every list shows of a case: one row, its main person and its last contact by index. */
const spalten = sql`
  f.id, f.fallnummer, f.klasse, f.phase, f.eroeffnet_am::text, f.beendet_am::text, g.name as kommune, n.name as fachkraft,
  l.am::text as letzter_kontakt, p.person_id, p.name_krypt, p.name_version, p.verpackt, p.generation`;

const quellen = sql`
    from app.faelle f
    join kreis.kommunen g on g.kreis_id = f.kreis_id and g.id = f.kommune_id
    left join app.zustaendigkeiten z on z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null
    left join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id
    left join lateral (
      select r.id as person_id, r.name_krypt, r.version as name_version, k.verpackt, k.generation
        from app.fallbeteiligte b
        join app.ratsuchende r on r.traeger_id = b.traeger_id and r.id = b.ratsuchende_id
        join tresor.personenschluessel k on k.traeger_id = b.traeger_id and k.ratsuchende_id = b.ratsuchende_id
       where b.traeger_id = f.traeger_id and b.fall_id = f.id and b.rolle = 'hauptperson' limit 1) p on true
    left join lateral (
      select k.am from app.kontakte k where k.traeger_id = f.traeger_id and k.fall_id = f.id
       order by k.am desc, k.id desc limit 1) l on true`;

/** Fifty cases, newest first, and where the next page begins. */
export interface Fallseite {
  faelle: Fallzeile[];
  weiter: string | null;
}

/** One statement, one transaction. */
export const listFaelle = (akteur: TraegerAkteur, auswahl: Listenauswahl): Promise<Fallseite> => akteur.tx((tx) => leseFaelle(tx, akteur, auswahl));

export async function leseFaelle(tx: Tx, akteur: TraegerAkteur, { ansicht, nach, ...filter }: Listenauswahl): Promise<Fallseite> {
  const abfrage = tx.execute<Zeile>(sql`select ${spalten} ${quellen}
    where f.traeger_id = ${akteur.traegerId} and ${bedingung(akteur, ansicht)} and ${gefiltert(filter)} ${nach ? sql`and f.id < ${nach}` : sql``}
    order by f.id desc limit ${SEITE + 1}`);
  const [{ rows }] = await Promise.all([abfrage, protokolliere(tx, akteur, 'faelle.aufgelistet')]);
  const faelle = rows.slice(0, SEITE).map((zeile) => alsFallzeile(akteur, zeile));
  return { faelle, weiter: rows.length > SEITE ? (faelle.at(-1)?.id ?? null) : null };
}

function bedingung({ nutzerId }: TraegerAkteur, ansicht: Ansicht) {
  switch (ansicht) {
    case 'meine':
      return sql`z.nutzer_id = ${nutzerId}`;
    case 'gemeinsame':
      return sql`f.gemeinsam`;
    case 'vertretung':
      return sql`z.nutzer_id <> ${nutzerId} and not f.gemeinsam`;
  }
}

function gefiltert({ klasse, phase, kommune, stand = 'laufend' }: Fallfilter) {
  return sql.join([
    stand === 'beendet' ? sql`f.beendet_am is not null` : sql`f.beendet_am is null`,
    ...(klasse ? [sql`f.klasse = ${klasse}`] : []),
    ...(phase ? [sql`f.phase = ${phase}`] : []),
    ...(kommune ? [sql`f.kommune_id = ${kommune}`] : []),
  ], sql` and `);
}

export interface Fallkopf extends Fallzeile {
  anliegen: string;
  version: number;
  versionAnliegen: number;
  zustaendigId: string | null;
  personen: number;
  /** Since when nothing may be recorded, because the consent was revoked (R61 b). */
  gestopptAm: string | null;
  /** Phases that were left by a step of the procedure; the Klärung is left by the decision. */
  verlassen: Phase[];
}

/** The case behind a Fallnummer; null when there is none for the asking person. Either way a protocol line is written. */
export async function getFall(akteur: TraegerAkteur, nr: string): Promise<Fallkopf | null> {
  return akteur.tx(async (tx) => {
    const abfrage = tx.execute<Zeile & { anliegen_krypt: Buffer; anliegen_version: number; fall_verpackt: Buffer; fall_generation: number; zustaendig_id: string | null; version: number; personen: number; gestoppt_am: string | null; verlassen: Phase[] }>(sql`
      select ${spalten}, f.version, f.gestoppt_am::text, z.nutzer_id as zustaendig_id, i.anliegen_krypt, i.version as anliegen_version, s.verpackt as fall_verpackt, s.generation as fall_generation,
             (select count(*)::int from app.fallbeteiligte b where b.traeger_id = ${akteur.traegerId} and b.fall_id = f.id and b.bis is null) as personen,
             array(select distinct w.von from app.phasenwechsel w where w.traeger_id = ${akteur.traegerId} and w.fall_id = f.id) as verlassen
        ${quellen}
        join app.fallinhalte i on i.traeger_id = f.traeger_id and i.fall_id = f.id
        join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
       where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`);
    const zeile = (await abfrage).rows[0];
    await protokolliere(tx, akteur, zeile ? 'fall.gelesen' : 'fall.nicht_gefunden', zeile ? { fallId: zeile.id, fallnummer: zeile.fallnummer } : {});
    if (!zeile) return null;
    const schluessel = akteur.tresor.oeffneSchluessel(zeile.id, zeile.fall_verpackt, zeile.fall_generation);
    return {
      ...alsFallzeile(akteur, zeile),
      anliegen: akteur.tresor.entschluessleText(zeile.anliegen_krypt, schluessel, { besitzerId: zeile.id, spalte: 'fallinhalte.anliegen', version: zeile.anliegen_version }),
      version: zeile.version,
      versionAnliegen: zeile.anliegen_version,
      zustaendigId: zeile.zustaendig_id,
      personen: zeile.personen,
      gestopptAm: zeile.gestoppt_am,
      verlassen: zeile.verlassen,
    };
  });
}

/** The id of a visible case; null, with a protocol line, when there is none for the asking person. */
export async function getFallId(akteur: TraegerAkteur, nr: string): Promise<string | null> {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`select id from app.faelle where traeger_id = ${akteur.traegerId} and fallnummer = ${nr}`);
    if (!rows[0]) await protokolliere(tx, akteur, 'fall.nicht_gefunden');
    return rows[0]?.id ?? null;
  });
}

interface Kurzzeile extends Record<string, unknown> {
  id: string; klasse: Klasse; phase: Phase | null; beendet_am: string | null; gestoppt_am: string | null; verpackt: Buffer; generation: number;
}

/** A visible case with its key, for reading what it holds; null when there is none for the asking person. */
export async function leseFall(tx: Tx, akteur: TraegerAkteur, nr: string) {
  const { rows } = await tx.execute<Kurzzeile>(sql`
    select f.id, f.klasse, f.phase, f.beendet_am::text, f.gestoppt_am::text, s.verpackt, s.generation
      from app.faelle f join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
     where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`);
  const zeile = rows[0];
  return zeile ? { id: zeile.id, klasse: zeile.klasse, phase: zeile.phase, nurLesen: zeile.beendet_am !== null || zeile.gestoppt_am !== null, schluessel: akteur.tresor.oeffneSchluessel(zeile.id, zeile.verpackt, zeile.generation) } : null;
}

/** A case in which somebody writes. */
export interface GeoeffneterFall {
  id: string;
  fallnummer: string;
  schluessel: Datenschluessel;
}

/**
 * Id, class and key of a visible case, locked for the rest of the transaction.
 * @param auchGestoppt for what goes on after the consent to record was revoked: ending, handing over, consenting anew
 * @throws FallGestoppt
 */
export async function leseFallZumAendern(tx: Tx, akteur: TraegerAkteur, nr: string, { auchGestoppt = false } = {}) {
  const { rows } = await tx.execute<{ id: string; klasse: Klasse; eroeffnet_am: string; beendet_am: string | null; gestoppt_am: string | null; phase: string | null; zustaendig_id: string | null; verpackt: Buffer; generation: number }>(sql`
    select f.id, f.klasse, f.eroeffnet_am::text, f.beendet_am::text, f.gestoppt_am::text, f.phase, s.verpackt, s.generation,
           (select z.nutzer_id from app.zustaendigkeiten z where z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null) as zustaendig_id
      from app.faelle f join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
     where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr} for update of f`);
  const zeile = rows[0];
  if (!zeile) return null;
  if (zeile.gestoppt_am && !auchGestoppt) throw new FallGestoppt();
  return {
    id: zeile.id,
    klasse: zeile.klasse,
    eroeffnetAm: zeile.eroeffnet_am,
    beendetAm: zeile.beendet_am,
    /** The consent to record was revoked: nothing is added (R61 b). */
    gestopptAm: zeile.gestoppt_am,
    phase: zeile.phase,
    zustaendigId: zeile.zustaendig_id,
    schluessel: akteur.tresor.oeffneSchluessel(zeile.id, zeile.verpackt, zeile.generation),
  };
}

/** The same for a case in which one may plan: it runs, and it is a Case Management (R41). */
export async function leseFallZumPlanen(tx: Tx, akteur: TraegerAkteur, nr: string) {
  const fall = await leseFallZumAendern(tx, akteur, nr);
  if (!fall) return fehler('nicht_gefunden');
  if (fall.beendetAm) return fehler('beendet');
  return fall.klasse === 'case_management' ? ok(fall) : fehler('kein_case_management');
}

/** Whether somebody is in the case now; null stands for the whole household. */
export async function istDabei(tx: Tx, { traegerId }: TraegerAkteur, fallId: string, personId: string | null): Promise<boolean> {
  if (personId === null) return true;
  const { rowCount } = await tx.execute(sql`select from app.fallbeteiligte where traeger_id = ${traegerId} and fall_id = ${fallId} and ratsuchende_id = ${personId} and bis is null`);
  return rowCount === 1;
}

/** The communes that the asking Träger's posts serve: the only ones a case may have (D10). */
export const listKommunen = (akteur: TraegerAkteur): Promise<Kommunenwahl[]> => akteur.tx((tx) => leseEigeneKommunen(tx, akteur));

export interface Kommunenwahl {
  id: string;
  name: string;
}

export async function leseEigeneKommunen(tx: Tx, { traegerId }: TraegerAkteur): Promise<Kommunenwahl[]> {
  const { rows } = await tx.execute<Kommunenwahl & Record<string, unknown>>(sql`
    select distinct k.id, k.name from app.stelle_kommunen s join kreis.kommunen k on k.kreis_id = s.kreis_id and k.id = s.kommune_id
     where s.traeger_id = ${traegerId} order by k.name`);
  return rows;
}

export function alsFallzeile(akteur: TraegerAkteur, z: Zeile): Fallzeile {
  return {
    id: z.id,
    fallnummer: z.fallnummer,
    klasse: z.klasse,
    phase: z.phase,
    kommune: z.kommune,
    fachkraft: z.fachkraft ?? '',
    eroeffnetAm: z.eroeffnet_am,
    beendetAm: z.beendet_am,
    letzterKontakt: z.letzter_kontakt,
    name: z.person_id ? anzeigename(akteur, oeffneName(akteur, { ...z, id: z.person_id })) : '',
  };
}

interface VerschluesselterName {
  id: string;
  name_krypt: Buffer;
  name_version: number;
  verpackt: Buffer;
  generation: number;
}

export function oeffneName({ tresor }: TraegerAkteur, z: VerschluesselterName): Personenname {
  const schluessel = tresor.oeffneSchluessel(z.id, z.verpackt, z.generation);
  return tresor.entschluessle(z.name_krypt, schluessel, { besitzerId: z.id, spalte: 'ratsuchende.name', version: z.name_version }) as Personenname;
}
