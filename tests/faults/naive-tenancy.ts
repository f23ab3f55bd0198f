import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Tx } from '@kim/db/tx.ts';
import type { Tenancy } from './verzahnung.ts';

/** Two ways to get it wrong, kept to show that the test would notice. */

/** The context is a setting of the session, sent through the pool: the next statement may go out on another connection. */
export function sitzungsweiterKontext(url: string): Tenancy {
  const pool = oeffne(url);
  return {
    inTraegerTx: async (ctx, arbeit) => {
      await pool.query("select set_config('app.ctx', $1, false)", [ctx]);
      return inTx(pool, async (client) => {
        const wert = await arbeit(drizzle(client) as Tx);
        await client.query('commit');
        return wert;
      });
    },
    schliesse: () => pool.end(),
  };
}

/** COMMIT counts as done when its answer comes, whatever that answer says. */
export function ungelesenesCommit(url: string): Tenancy {
  const pool = oeffne(url);
  return {
    inTraegerTx: (ctx, arbeit) => inTx(pool, async (client) => {
      await client.query("select set_config('app.ctx', $1, true)", [ctx]);
      const wert = await arbeit(drizzle(client) as Tx);
      await client.query('commit');
      return wert;
    }),
    schliesse: () => pool.end(),
  };
}

function oeffne(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, pipeline: true });
  pool.on('error', () => {});
  return pool;
}

async function inTx<T>(pool: pg.Pool, arbeit: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    return await arbeit(client);
  } catch (fehler) {
    await client.query('rollback').catch(() => {});
    throw fehler;
  } finally {
    client.release();
  }
}
