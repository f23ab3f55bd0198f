import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { DatenbankNichtErreichbar, NichtBestaetigt } from './stoerung.ts';
import type { Tx } from './tx.ts';

export interface DatenbankUrls {
  traeger: string;
  anmeldung: string;
  koordination: string;
}

export type Datenbank = ReturnType<typeof verbinde>;

/**
 * The transactions that exist. One pool per login; no pool leaves this file.
 * @param verbindungen upper limit per pool
 */
export function verbinde(urls: DatenbankUrls, { verbindungen = 10, melde = (_: unknown) => {} } = {}) {
  const pools = {
    traeger: oeffnePool(urls.traeger, verbindungen, melde),
    anmeldung: oeffnePool(urls.anmeldung, verbindungen, melde),
    koordination: oeffnePool(urls.koordination, verbindungen, melde),
  };
  return {
    /** One unit of Träger work for the session behind ctx; the database knows whose it is. */
    inTraegerTx: <T>(ctx: string, arbeit: (tx: Tx) => Promise<T>) => transaktion(pools.traeger, ctx, arbeit),
    inKoordinationTx: <T>(ctx: string, arbeit: (tx: Tx) => Promise<T>) => transaktion(pools.koordination, ctx, arbeit),
    /** Sign-in: functions of schema sec only. */
    inAnmeldungTx: <T>(ctx: string, arbeit: (tx: Tx) => Promise<T>) => transaktion(pools.anmeldung, ctx, arbeit),
    schliesse: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
}

export type Auftragsdatenbank = ReturnType<typeof verbindeAuftraege>;

/** Background work: a login of its own, in a process of its own, so that the web process never holds it. */
export function verbindeAuftraege(url: string, { verbindungen = 2, melde = (_: unknown) => {} } = {}) {
  const pool = oeffnePool(url, verbindungen, melde);
  return {
    /** One unit of work under the capability behind ctx (D17); functions of schema sec alone need none: ctx ''. */
    inAuftragTx: <T>(ctx: string, arbeit: (tx: Tx) => Promise<T>) => transaktion(pool, ctx, arbeit),
    schliesse: () => pool.end(),
  };
}

export type Auswertungsdatenbank = ReturnType<typeof verbindeAuswertung>;

/** The statistics job: a login that may ask for a release and read protected counts, never a case. */
export function verbindeAuswertung(url: string, { melde = (_: unknown) => {} } = {}) {
  const pool = oeffnePool(url, 1, melde);
  return {
    inAuswertungTx: <T>(arbeit: (tx: Tx) => Promise<T>) => transaktion(pool, '', arbeit),
    schliesse: () => pool.end(),
  };
}

function oeffnePool(url: string, max: number, melde: (fehler: unknown) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    pipeline: true,
  });
  pool.on('error', melde);
  // A line that breaks while it is lent out has no other listener, and without one the whole process would end.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * BEGIN, the context and the first statement travel together; COMMIT only after every result was looked at,
 * and only the answer COMMIT counts: after a failed statement the server answers a COMMIT with ROLLBACK and no error.
 */
async function transaktion<T>(pool: pg.Pool, ctx: string, arbeit: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((ursache: unknown) => {
    throw new DatenbankNichtErreichbar('keine Verbindung', { cause: ursache });
  });
  let verbraucht = false;
  const ungewiss: string[] = [];
  const aufHinweis = (hinweis: { message?: string }) => {
    if (hinweis.message?.includes('synchronous replication')) ungewiss.push(hinweis.message);
  };
  client.on('notice', aufHinweis);
  try {
    const beginn = Promise.all([client.query('begin'), client.query("select set_config('app.ctx', $1, true)", [ctx])]);
    beginn.catch(() => {});
    const wert = await arbeit(drizzleFuer(client));
    await beginn;
    const ende = await client.query('commit');
    if (ende.command !== 'COMMIT' || ungewiss.length > 0) throw new NichtBestaetigt(`Antwort auf COMMIT: ${ende.command}`);
    return wert;
  } catch (fehler) {
    await client.query('rollback').catch(() => {
      verbraucht = true;
    });
    throw fehler;
  } finally {
    client.off('notice', aufHinweis);
    client.release(verbraucht);
  }
}

const jeVerbindung = new WeakMap<pg.PoolClient, NodePgDatabase>();

function drizzleFuer(client: pg.PoolClient): Tx {
  let db = jeVerbindung.get(client);
  if (!db) jeVerbindung.set(client, (db = drizzle(client, { casing: 'snake_case' })));
  return db;
}
