import type pg from 'pg';
import type { Login } from '@kim/db/migrate.ts';
import { fuehreAus } from '@kim/testing/datenbank.ts';
import type { Ausgang } from '@kim/testing/datenbank.ts';
import type { KreisPlan, TraegerPlan } from '@kim/testing/plan.ts';

/** Who tries: a database login with a context, at home at one Träger (or in one Kreis). */
export interface Angreifer {
  /** For the report, for example `kim_traeger als fachkraft`. */
  name: string;
  login: Login;
  /** null: app.ctx is never set. */
  ctx: string | null;
  /** A live session or capability; a dead one must be refused aloud. */
  lebt: boolean;
  /** Alive where rows belong to a Kreis, dead where they belong to a Träger. */
  nurKreis?: boolean;
  traeger: TraegerPlan;
  kreis: KreisPlan;
}

export type Urteil = string | null;

/** One attempt. `urteil` says what is wrong with its outcome, or null. */
export interface Probe {
  art: string;
  gegenstand: string;
  text: string;
  werte: unknown[];
  /** Only works inside a transaction; all others stand alone and are committed, so that the digests show what they did. */
  imBlock?: boolean;
  urteil: (ausgang: Ausgang) => Urteil;
}

export interface Befund {
  art: string;
  gegenstand: string;
  angreifer: string;
  befund: string;
}

/** SQLSTATEs that say „not allowed“ or „does not fit“. Any other means that the probe itself is blunt. */
const ABLEHNUNG = new Set(['42501', '23503', '23505', '23514', '23502', '42704']);

/** Nothing may come back and nothing may change; dead contexts must be told so. */
export const nichts = (angreifer: Angreifer) => ({ fehler, meldung, anzahl }: Ausgang): Urteil => {
  if (fehler) return fehler === '42501' || (!angreifer.lebt && fehler === '42704') ? null : `unerwartet ${fehler}: ${meldung}`;
  if (anzahl > 0) return `${anzahl} fremde Zeilen`;
  return angreifer.lebt ? null : 'stille leere Antwort statt Ablehnung';
};

/** Must be refused by privilege or policy. */
export const abgelehnt = ({ fehler, meldung, anzahl }: Ausgang): Urteil =>
  fehler === '42501' || fehler === '42704' ? null : fehler ? `unerwartet ${fehler}: ${meldung}` : `angenommen (${anzahl} Zeilen)`;

/** The single value answered must be this one. */
export const wertIst = (angreifer: Angreifer, soll: (wert: unknown) => boolean) => (ausgang: Ausgang): Urteil => {
  if (ausgang.fehler) return nichts(angreifer)(ausgang);
  const wert = Object.values(ausgang.zeilen[0] ?? {})[0];
  if (!soll(wert)) return `Wert ${String(wert)}`;
  return angreifer.lebt ? null : 'Antwort trotz toter Sitzung';
};

/** Same answer with ids masked: then a foreign row cannot be told from an invented one. */
export function gestalt({ fehler, meldung, anzahl }: Ausgang): string {
  if (!fehler) return `ok ${anzahl}`;
  const roh = ABLEHNUNG.has(fehler) ? fehler : `stumpf ${fehler}`;
  return `${roh} ${meldung.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\x[0-9a-f]+/g, '…')}`;
}

/** Sends BEGIN, context, statement and end in one go and waits for all answers. */
export async function laufe(client: pg.ClientBase, ctx: string | null, text: string, werte: unknown[], bleibt: boolean): Promise<Ausgang> {
  const schritte: Promise<unknown>[] = [client.query('begin')];
  if (ctx !== null) schritte.push(client.query("select set_config('app.ctx', $1, true)", [ctx]));
  const antwort = client.query(text, werte).then(
    (antworten): Ausgang => {
      // Several statements in one text give several answers.
      const alle = Array.isArray(antworten) ? (antworten as pg.QueryResult[]) : [antworten];
      return { fehler: null, meldung: '', anzahl: alle.at(-1)?.rowCount ?? 0, zeilen: alle.flatMap((a) => a.rows as Ausgang['zeilen']) };
    },
    ({ code, message }: { code?: string; message: string }): Ausgang => ({ fehler: code ?? 'verbindung', meldung: message, anzahl: 0, zeilen: [] }),
  );
  schritte.push(antwort, client.query(bleibt ? 'commit' : 'rollback'));
  await Promise.allSettled(schritte);
  return antwort;
}

const STAPEL = 32;

/**
 * Runs probes of one attacker over one connection, many in flight; answers the findings.
 * @param zurueck each in a transaction of its own that is rolled back, instead of alone
 */
export async function pruefe(client: pg.ClientBase, angreifer: Angreifer, proben: Probe[], zurueck = false): Promise<Befund[]> {
  // A connection that never knew a context stays like that: „never set“ and „empty“ are two states.
  if (angreifer.ctx !== null) await client.query("select set_config('app.ctx', $1, false)", [angreifer.ctx]);
  const befunde: Befund[] = [];
  for (let i = 0; i < proben.length; i += STAPEL) {
    await Promise.all(proben.slice(i, i + STAPEL).map(async ({ art, gegenstand, text, werte, imBlock, urteil }) => {
      const ausgang = zurueck || imBlock ? await laufe(client, angreifer.ctx, text, werte, false) : await fuehreAus(client, text, werte);
      const befund = urteil(ausgang);
      if (befund) befunde.push({ art, gegenstand, angreifer: angreifer.name, befund });
    }));
  }
  return befunde;
}
