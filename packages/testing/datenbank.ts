import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Login } from '@kim/db/migrate.ts';
import { sitzungFuer } from './actors.ts';
import type { Sitzungszustand } from './actors.ts';
import { kopiereDatenbank, loginUrl, urlFuer, verwirfDatenbank } from './cluster.ts';
import type { Zugang } from './cluster.ts';
import type { Person } from './plan.ts';
import { verbinde } from './verbindung.ts';

/** What a statement came to: rows and their number, or the SQLSTATE and message of its refusal. */
export interface Ausgang {
  fehler: string | null;
  meldung: string;
  anzahl: number;
  zeilen: Record<string, unknown>[];
}

/** Somebody at work inside one transaction that is rolled back in the end. */
export interface Darsteller {
  person: Person;
  ctx: string;
  /** Runs a statement that is expected to succeed. */
  tut: (text: string, werte?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Number of rows visible: `zaehlt('app.kontakte where fall_id = $1', [id])`. */
  zaehlt: (auswahl: string, werte?: unknown[]) => Promise<number>;
  /** Runs a statement that may be refused; the transaction goes on as if it had not been tried. */
  versucht: (text: string, werte?: unknown[]) => Promise<Ausgang>;
}

export interface Buehne {
  als: (person: Person, zustand?: Sitzungszustand) => Promise<Darsteller>;
  /** Checks now what the database checks when the transaction ends. */
  schluss: () => Promise<Ausgang>;
}

export interface Testdatenbank {
  name: string;
  zugang: Zugang;
  /** Superuser: sees and changes everything. */
  sql: pg.Client;
  /** A connection as one of the product's logins; closed with the database. */
  anmelden: (login: Login) => Promise<pg.Client>;
  /**
   * Several people act one after the other in one transaction of the Träger login, which is rolled back.
   * The connection is never more than kim_traeger: who acts is decided by the session alone.
   */
  spiele: <T>(szene: (buehne: Buehne) => Promise<T>) => Promise<T>;
  schliesse: () => Promise<void>;
}

/** A database of its own, copied from the fixture (or from the template named). */
export async function oeffneTestdatenbank(zugang: Zugang, vorlage: string = zugang.bestand): Promise<Testdatenbank> {
  const name = `${zugang.leer.replace(/_leer$/, '')}_${randomBytes(4).toString('hex')}`;
  await kopiereDatenbank(zugang, vorlage, name);
  const offen: pg.Client[] = [];
  const merke = async (url: string) => {
    const client = await verbinde(url);
    offen.push(client);
    return client;
  };
  const sql = await merke(urlFuer(zugang.verwaltung, name));
  const anmelden = (login: Login) => merke(loginUrl(zugang, login, name));
  return {
    name, zugang, sql, anmelden,
    spiele: (szene) => spieleVor(sql, () => anmelden('kim_traeger'), szene),
    schliesse: async () => {
      await Promise.all(offen.map((client) => client.end().catch(() => {})));
      await verwirfDatenbank(zugang, name);
    },
  };
}

async function spieleVor<T>(sql: pg.Client, oeffne: () => Promise<pg.Client>, szene: (buehne: Buehne) => Promise<T>): Promise<T> {
  const client = await oeffne();
  await client.query('begin');
  try {
    return await szene({
      als: async (person, zustand) => stelleDar(client, person, (await sitzungFuer(sql, person, zustand)).ctx),
      schluss: async () => {
        const ausgang = await versuche(client, 'set constraints all immediate');
        await client.query('set constraints all deferred');
        return ausgang;
      },
    });
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

function stelleDar(client: pg.Client, person: Person, ctx: string): Darsteller {
  const tritt = () => client.query("select set_config('app.ctx', $1, true)", [ctx]);
  return {
    person, ctx,
    tut: async (text, werte) => {
      await tritt();
      return (await client.query(text, werte)).rows as Record<string, unknown>[];
    },
    zaehlt: async (auswahl, werte) => {
      await tritt();
      return Number((await client.query(`select count(*) as n from ${auswahl}`, werte)).rows[0].n);
    },
    versucht: async (text, werte) => {
      await tritt();
      return versuche(client, text, werte);
    },
  };
}

async function versuche(client: pg.Client, text: string, werte: unknown[] = []): Promise<Ausgang> {
  await client.query('savepoint versuch');
  const ausgang = await fuehreAus(client, text, werte);
  await client.query(ausgang.fehler ? 'rollback to versuch' : 'release versuch');
  return ausgang;
}

/** Runs one statement and puts a refusal into words instead of throwing it. */
export async function fuehreAus(client: pg.ClientBase, text: string, werte: unknown[] = []): Promise<Ausgang> {
  try {
    const { rowCount, rows } = await client.query(text, werte);
    return { fehler: null, meldung: '', anzahl: rowCount ?? 0, zeilen: rows as Record<string, unknown>[] };
  } catch (fehler) {
    const { code, message } = fehler as { code?: string; message: string };
    return { fehler: code ?? 'verbindung', meldung: message, anzahl: 0, zeilen: [] };
  }
}
