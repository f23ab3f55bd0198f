import { setTimeout as warte } from 'node:timers/promises';
import type pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import { istDatenbankstoerung } from '@kim/db/stoerung.ts';
import type { Tx } from '@kim/db/tx.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { TRAEGER } from '@kim/testing/plan.ts';
import { Ablehnung, arbeite } from './arbeitseinheit.ts';
import type { Einheit, Mitspieler, Verlauf } from './arbeitseinheit.ts';
import { zaehleUngefangenes } from './ungefangen.ts';

/** What is put to the test: the product's transactions, or naive ones that must be caught. */
export interface Tenancy {
  inTraegerTx: <T>(ctx: string, arbeit: (tx: Tx) => Promise<T>) => Promise<T>;
  schliesse: () => Promise<void>;
}

export interface Verzahnungswunsch {
  /** Superuser on the database: kills backends, makes sessions, looks at what is there. */
  sql: pg.Client;
  transaktionen: number;
  gleichzeitig: number;
  /** One backend is killed so often, but not before five more units of work came to an end: a slow machine must get on. 0: none. */
  jedeMs: number;
}

/** T5: everything but the first three must be 0. */
export interface Verzahnungsbericht {
  bestaetigt: number;
  /** Refused with an error that the product takes for „not now“. */
  stoerungen: number;
  getoetet: number;
  fremdGelesen: number;
  haengend: number;
  /** What escaped every handler of the process, each once. */
  ungefangen: string[];
  /** Acknowledged and not there. */
  fehlend: number;
  /** Entry without protocol line, or the other way round. */
  halb: number;
  /** There although the work had thrown. */
  trotzAblehnung: number;
  /** Errors that the product would take for a bug. */
  unklar: string[];
}

const FRIST_MS = 20_000;
const EINHEITEN_JE_TOD = 5;
const VERLAEUFE: readonly Verlauf[] = ['schreibend', 'schreibend', 'lesend', 'schreibend', 'vergessen', 'schreibend', 'abgelehnt'];

/** Träger take turns on every connection of the pool, while connections die under them. */
export async function verzahne(tenancy: Tenancy, wunsch: Verzahnungswunsch): Promise<Verzahnungsbericht> {
  const spieler = await Promise.all(TRAEGER.map(async (traeger): Promise<Mitspieler> => (
    { traeger, ctx: (await sitzungFuer(wunsch.sql, traeger.personen.fachkraft)).ctx })));
  const einheiten: (Einheit & { ausgang: Ausgang })[] = [];
  const ungefangenes = zaehleUngefangenes();
  const ende = new AbortController();
  const toeten = toeteBackends(wunsch, () => einheiten.length, ende.signal);
  let naechste = 0;
  await Promise.all(Array.from({ length: wunsch.gleichzeitig }, async () => {
    for (let nr = naechste++; nr < wunsch.transaktionen; nr = naechste++) {
      const einheit: Einheit = { id: neueId(), verlauf: VERLAEUFE[nr % VERLAEUFE.length]!, fremd: 0 };
      einheiten.push({ ...einheit, ausgang: await fuehreAus(tenancy, spieler[nr % spieler.length]!, einheit), fremd: einheit.fremd });
    }
  }));
  ende.abort();
  const getoetet = await toeten;
  const ungefangen = ungefangenes();
  return { ...(await werteAus(wunsch.sql, einheiten)), getoetet, ungefangen: [...new Set(ungefangen)] };
}

type Ausgang = 'bestaetigt' | 'abgelehnt' | 'stoerung' | 'haengend' | { unklar: string };

async function fuehreAus(tenancy: Tenancy, spieler: Mitspieler, einheit: Einheit): Promise<Ausgang> {
  const zeitlimit = new AbortController();
  const arbeit = tenancy.inTraegerTx(spieler.ctx, (tx) => arbeite(tx, spieler, einheit)).then(
    (): Ausgang => 'bestaetigt',
    (fehler: unknown): Ausgang => {
      if (fehler instanceof Ablehnung) return 'abgelehnt';
      return istDatenbankstoerung(fehler) ? 'stoerung' : { unklar: erklaere(fehler) };
    },
  );
  const frist = warte(FRIST_MS, 'haengend' as const, { signal: zeitlimit.signal }).catch(() => 'haengend' as const);
  const ausgang = await Promise.race([arbeit, frist]);
  zeitlimit.abort();
  return ausgang;
}

/** Cause behind cause, without the statement. */
function erklaere(fehler: unknown): string {
  if (!(fehler instanceof Error)) return String(fehler);
  const { code } = fehler as { code?: string };
  return [`${fehler.name} ${code ?? ''} ${fehler.message.split('\n')[0]}`, ...(fehler.cause ? [erklaere(fehler.cause)] : [])].join(' < ');
}

async function toeteBackends({ sql, jedeMs }: Verzahnungswunsch, beendete: () => number, signal: AbortSignal): Promise<number> {
  let getoetet = 0;
  for (; jedeMs > 0 && !signal.aborted; await warte(jedeMs)) {
    if (beendete() < getoetet * EINHEITEN_JE_TOD) continue;
    const { rowCount } = await sql.query(`
      select pg_terminate_backend(pid) from (
        select pid from pg_stat_activity where usename = 'kim_traeger' and datname = current_database() order by random() limit 1) opfer`);
    getoetet += rowCount ?? 0;
  }
  return getoetet;
}

async function werteAus(sql: pg.Client, einheiten: (Einheit & { ausgang: Ausgang })[]): Promise<Omit<Verzahnungsbericht, 'getoetet' | 'ungefangen'>> {
  const { rows } = await sql.query<{ id: string; kontakt: boolean; protokoll: boolean }>(`
    select e.id, exists (select from app.kontakte k where k.id = e.id) as kontakt, exists (select from app.protokoll p where p.id = e.id) as protokoll
      from unnest($1::uuid[]) as e(id)`, [einheiten.map(({ id }) => id)]);
  const da = new Map(rows.map((zeile) => [zeile.id, zeile]));
  const zahl = (trifft: (einheit: Einheit & { ausgang: Ausgang }) => boolean) => einheiten.filter(trifft).length;
  return {
    bestaetigt: zahl(({ ausgang }) => ausgang === 'bestaetigt'),
    stoerungen: zahl(({ ausgang }) => ausgang === 'stoerung'),
    fremdGelesen: einheiten.reduce((summe, { fremd }) => summe + fremd, 0),
    haengend: zahl(({ ausgang }) => ausgang === 'haengend'),
    fehlend: zahl(({ id, verlauf, ausgang }) => ausgang === 'bestaetigt' && verlauf !== 'lesend' && !da.get(id)!.kontakt),
    halb: rows.filter(({ kontakt, protokoll }) => kontakt !== protokoll).length,
    trotzAblehnung: zahl(({ id, ausgang }) => ausgang === 'abgelehnt' && da.get(id)!.kontakt),
    unklar: [...new Set(einheiten.flatMap(({ ausgang }) => (typeof ausgang === 'object' ? [ausgang.unklar] : [])))],
  };
}
