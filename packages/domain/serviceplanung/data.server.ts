import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Bedarfsbereich } from '@kim/kreis/bedarfsbereiche.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseErklaerende } from '../einwilligungen/data.server.ts';
import type { Erklaerende } from '../einwilligungen/data.server.ts';
import type { Einwilligungsform } from '../einwilligungen/schema.ts';
import { leseFall } from '../faelle/data.server.ts';
import { leseErstgespraech } from '../klaerung/erstgespraech/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { planmaengel, vereinbarbar, vergleichePlaene } from './rules.ts';
import type { Leitziel, Massnahme, Serviceplan, Teilziel } from './rules.ts';
import type { Handelnde, Massnahmenstand, Prioritaet, Sicht, Stufe, Vereinbarende, Zielstand } from './schema.ts';

/** What is encrypted of a goal. */
export interface Zielinhalt {
  text: string;
  woran: string;
  ressource: string;
}

/** What is encrypted of a step. */
export interface Massnahmeninhalt {
  was: string;
  grund: string;
}

/** What is encrypted of an agreed plan. People are in it by their ids alone, so that a name goes with its person. */
export interface Planinhalt {
  plan: Leitziel[];
  personId: string;
  durch: Vereinbarende;
  vertreten: string;
  ort: string;
}

/** A step with what is needed to change it. */
export interface Arbeitsmassnahme extends Massnahme {
  erledigtAm: Datum | null;
  version: number;
}

/** A goal with what is needed to change it. */
export interface Arbeitsziel extends Omit<Teilziel, 'massnahmen'> {
  oberzielId: string | null;
  beendetAm: Datum | null;
  version: number;
  massnahmen: Arbeitsmassnahme[];
  /** The newest rating. */
  bewertung: { am: Datum; stufe: Stufe; sicht: Sicht } | null;
}

/** Without its content: which agreement, when. */
export interface Fassungszeile {
  id: string;
  fassung: number;
  vereinbartAm: Datum;
  form: Einwilligungsform;
  sprache: string | null;
  nachweisId: string | null;
  erfasstVon: string;
}

export interface Planfassung extends Fassungszeile, Planinhalt {}

interface Fallschluessel {
  id: string;
  schluessel: Datenschluessel;
}

interface Zielzeile extends Record<string, unknown> {
  id: string; oberziel_id: string | null; ratsuchende_id: string | null; bedarf_id: string | null; prioritaet: Prioritaet; bis: string | null; stand: Zielstand; beendet_am: string | null;
  inhalt_krypt: Buffer; version: number; bewertet_am: string | null; stufe: number | null; sicht: Sicht | null;
}

interface Massnahmenzeile extends Record<string, unknown> {
  id: string; ziel_id: string; wer: Handelnde; bis: string | null; stand: Massnahmenstand; erledigt_am: string | null; inhalt_krypt: Buffer; version: number;
}

/** All goals of a case, urgent ones first, each with its steps and newest rating. Two statements. */
export async function leseZiele(tx: Tx, akteur: TraegerAkteur, fall: Fallschluessel): Promise<Arbeitsziel[]> {
  const [ziele, massnahmen] = await Promise.all([
    tx.execute<Zielzeile>(sql`
      select z.id, z.oberziel_id, z.ratsuchende_id, z.bedarf_id, z.prioritaet, z.bis::text, z.stand, z.beendet_am::text, z.inhalt_krypt, z.version, b.am::text as bewertet_am, b.stufe, b.sicht
        from app.ziele z
        left join lateral (select x.am, x.stufe, x.sicht from app.zielbewertungen x where x.traeger_id = z.traeger_id and x.fall_id = z.fall_id and x.ziel_id = z.id order by x.am desc, x.id desc limit 1) b on true
       where z.traeger_id = ${akteur.traegerId} and z.fall_id = ${fall.id}
       order by z.stand <> 'offen', array_position(array['hoch', 'mittel', 'niedrig'], z.prioritaet), z.bis nulls last, z.id`),
    tx.execute<Massnahmenzeile>(sql`
      select m.id, m.ziel_id, m.wer, m.bis::text, m.stand, m.erledigt_am::text, m.inhalt_krypt, m.version
        from app.massnahmen m where m.traeger_id = ${akteur.traegerId} and m.fall_id = ${fall.id} order by m.stand <> 'offen', m.bis nulls last, m.id`),
  ]);
  const oeffne = (krypt: Buffer, besitzerId: string, spalte: string, version: number) => akteur.tresor.entschluessle(krypt, fall.schluessel, { besitzerId, spalte, version });
  const jeZiel = Map.groupBy(massnahmen.rows, ({ ziel_id: zielId }) => zielId);
  return ziele.rows.map((z) => ({
    id: z.id, oberzielId: z.oberziel_id, personId: z.ratsuchende_id, bedarfId: z.bedarf_id, prioritaet: z.prioritaet, bis: z.bis, stand: z.stand, beendetAm: z.beendet_am, version: z.version,
    ...(oeffne(z.inhalt_krypt, z.id, 'ziele.inhalt', z.version) as Zielinhalt),
    bewertung: z.bewertet_am && z.stufe && z.sicht ? { am: z.bewertet_am, stufe: String(z.stufe) as Stufe, sicht: z.sicht } : null,
    massnahmen: (jeZiel.get(z.id) ?? []).map((m) => ({
      id: m.id, wer: m.wer, bis: m.bis, stand: m.stand, erledigtAm: m.erledigt_am, version: m.version, ...(oeffne(m.inhalt_krypt, m.id, 'massnahmen.inhalt', m.version) as Massnahmeninhalt),
    })),
  }));
}

/** The goals as a plan: Leitziele with their Teilziele. */
export function alsPlan(ziele: readonly Arbeitsziel[]): Leitziel[] {
  const kern = ({ id, text, woran, ressource, prioritaet, bis, personId, bedarfId, stand }: Arbeitsziel) => ({ id, text, woran, ressource, prioritaet, bis, personId, bedarfId, stand });
  return ziele.filter(({ oberzielId }) => oberzielId === null).map((leitziel) => ({
    ...kern(leitziel),
    teilziele: ziele.filter(({ oberzielId }) => oberzielId === leitziel.id).map((ziel) => ({
      ...kern(ziel), massnahmen: ziel.massnahmen.map(({ id, was, wer, grund, bis, stand }) => ({ id, was, wer, grund, bis, stand })),
    })),
  }));
}

/** What was agreed is named by this; two tabs that show different plans have different ones. */
export const planabdruck = (plan: Serviceplan): string => createHash('sha256').update(JSON.stringify(vereinbarbar(plan))).digest('hex');

interface Fassungszeilen extends Record<string, unknown> {
  id: string; fassung: number; vereinbart_am: string; form: Einwilligungsform; sprache: string | null; nachweis_id: string | null; erfasst_von: string; inhalt_krypt: Buffer;
}

/** The agreed plans of a case, the newest first. */
export async function leseFassungen(tx: Tx, akteur: TraegerAkteur, fall: Fallschluessel): Promise<Planfassung[]> {
  const { rows } = await tx.execute<Fassungszeilen>(sql`
    select p.id, p.fassung, p.vereinbart_am::text, p.form, p.sprache, p.nachweis_id, n.name as erfasst_von, p.inhalt_krypt
      from app.planfassungen p join app.nutzer n on n.traeger_id = p.traeger_id and n.id = p.erfasst_von
     where p.traeger_id = ${akteur.traegerId} and p.fall_id = ${fall.id} order by p.fassung desc`);
  return rows.map((z) => ({
    id: z.id, fassung: z.fassung, vereinbartAm: z.vereinbart_am, form: z.form, sprache: z.sprache, nachweisId: z.nachweis_id, erfasstVon: z.erfasst_von,
    ...(akteur.tresor.entschluessle(z.inhalt_krypt, fall.schluessel, { besitzerId: z.id, spalte: 'planfassungen.inhalt', version: 1 }) as Planinhalt),
  }));
}

/** Everything the pages of the Serviceplanung show; null for a case that is not there for the asking person. Seven statements. */
export async function getServiceplanung(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const [ziele, fassungen, erklaerende, bedarfe, erstgespraech] = await Promise.all([
      leseZiele(tx, akteur, fall), leseFassungen(tx, akteur, fall), leseErklaerende(tx, akteur, nr), leseBedarfswahl(tx, akteur, fall.id), leseErstgespraech(tx, akteur, fall),
      protokolliere(tx, akteur, 'plan.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    const personen = erklaerende?.personen ?? [];
    const plan = alsPlan(ziele);
    const { staerken = '', wuensche = '' } = erstgespraech?.bogen ?? {};
    return {
      klasse: fall.klasse, nurLesen: fall.nurLesen, ziele, plan, personen, bedarfe, fassungen: fassungen.map(ohneInhalt), abdruck: planabdruck(plan), mitbringen: { staerken, wuensche },
      maengel: planmaengel(plan, beteiligte(personen)), aenderungen: fassungen[0] ? vergleichePlaene(fassungen[0].plan, plan) : null,
    };
  });
}

export const beteiligte = (personen: readonly Erklaerende[]): ReadonlySet<string> => new Set(personen.filter(({ dabei }) => dabei).map(({ id }) => id));

const ohneInhalt = ({ id, fassung, vereinbartAm, form, sprache, nachweisId, erfasstVon }: Planfassung): Fassungszeile => ({ id, fassung, vereinbartAm, form, sprache, nachweisId, erfasstVon });

/** A Bedarf that a goal may serve. */
export interface Bedarfswahl {
  id: string;
  bereich: Bedarfsbereich;
  erledigt: boolean;
}

async function leseBedarfswahl(tx: Tx, { traegerId }: TraegerAkteur, fallId: string): Promise<Bedarfswahl[]> {
  const { rows } = await tx.execute<Bedarfswahl & Record<string, unknown>>(sql`
    select id, bereich, erledigt_am is not null as erledigt from app.bedarfe where traeger_id = ${traegerId} and fall_id = ${fallId} order by erledigt_am is not null, id`);
  return rows;
}

/** A rating as it was given. */
export interface Zielbewertung {
  id: string;
  am: Datum;
  stufe: Stufe;
  sicht: Sicht;
  notiz: string;
  erfasstVon: string;
}

/** One goal with everything around it that its page needs; null for one that is not in this case. */
export async function getZiel(akteur: TraegerAkteur, nr: string, id: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    const ziele = fall ? await leseZiele(tx, akteur, fall) : [];
    const ziel = ziele.find((eines) => eines.id === id);
    if (!fall || !ziel) {
      await protokolliere(tx, akteur, 'eintrag.nicht_gefunden');
      return null;
    }
    const [bewertungen, erklaerende, bedarfe] = await Promise.all([
      tx.execute<Omit<Zielbewertung, 'stufe' | 'notiz' | 'erfasstVon'> & { stufe: number; notiz_krypt: Buffer | null; erfasst_von: string } & Record<string, unknown>>(sql`
        select b.id, b.am::text, b.stufe, b.sicht, b.notiz_krypt, n.name as erfasst_von from app.zielbewertungen b join app.nutzer n on n.traeger_id = b.traeger_id and n.id = b.erfasst_von
         where b.traeger_id = ${akteur.traegerId} and b.fall_id = ${fall.id} and b.ziel_id = ${id} order by b.am desc, b.id desc limit 50`),
      leseErklaerende(tx, akteur, nr), leseBedarfswahl(tx, akteur, fall.id),
      protokolliere(tx, akteur, 'plan.gelesen', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return {
      ziel, nurLesen: fall.nurLesen, bedarfe, personen: erklaerende?.personen ?? [], leitziele: ziele.filter((eines) => eines.oberzielId === null && eines.id !== id),
      hatTeilziele: ziele.some(({ oberzielId }) => oberzielId === id),
      bewertungen: bewertungen.rows.map(({ notiz_krypt: krypt, erfasst_von: erfasstVon, stufe, ...b }): Zielbewertung => ({
        ...b, stufe: String(stufe) as Stufe, erfasstVon, notiz: krypt ? akteur.tresor.entschluessleText(krypt, fall.schluessel, { besitzerId: b.id, spalte: 'zielbewertungen.notiz', version: 1 }) : '',
      })),
    };
  });
}

/** An agreed plan beside the one before it; null for one that is not in this case. */
export async function getFassung(akteur: TraegerAkteur, nr: string, id: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    const fassungen = fall ? await leseFassungen(tx, akteur, fall) : [];
    const stelle = fassungen.findIndex((eine) => eine.id === id);
    const fassung = fassungen[stelle];
    await protokolliere(tx, akteur, fall && fassung ? 'plan.gelesen' : 'eintrag.nicht_gefunden', fall && fassung ? { fallId: fall.id, fallnummer: nr, gegenstandId: id } : {});
    if (!fall || !fassung) return null;
    const vorige = fassungen[stelle + 1] ?? null;
    const personen = (await leseErklaerende(tx, akteur, nr))?.personen ?? [];
    return { fassung, personen, vorige: vorige && ohneInhalt(vorige), aenderungen: vorige ? vergleichePlaene(vorige.plan, fassung.plan) : null };
  });
}

/** What goes on paper: an agreed plan, or the working one where none is named. */
export async function getPlanblatt(akteur: TraegerAkteur, nr: string, fassungId: string | null) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    const fassungen = fall ? await leseFassungen(tx, akteur, fall) : [];
    const fassung = fassungId ? fassungen.find(({ id }) => id === fassungId) : null;
    await protokolliere(tx, akteur, fall && fassung !== undefined ? 'plan.gelesen' : 'eintrag.nicht_gefunden', fall && fassung !== undefined ? { fallId: fall.id, fallnummer: nr } : {});
    if (!fall || fassung === undefined) return null;
    const [ziele, erklaerende, traeger] = await Promise.all([
      fassung ? null : leseZiele(tx, akteur, fall), leseErklaerende(tx, akteur, nr),
      tx.execute<{ name: string }>(sql`select name from kreis.traeger where kreis_id = ${akteur.kreisId} and id = ${akteur.traegerId}`),
    ]);
    return { plan: vereinbarbar(fassung ? fassung.plan : alsPlan(ziele ?? [])), fassung, personen: erklaerende?.personen ?? [], traeger: traeger.rows[0]?.name ?? '', heute: heute() };
  });
}
