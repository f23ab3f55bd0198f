import pg from 'pg';

/** Opens one connection, hands it over and closes it whatever happens. */
export async function verbunden<T>(url: string, arbeit: (sql: pg.Client) => Promise<T>): Promise<T> {
  const sql = await verbinde(url);
  try {
    return await arbeit(sql);
  } finally {
    await sql.end();
  }
}

/** One connection that queues statements without waiting for each answer; a lost line is reported by the next statement. */
export async function verbinde(url: string): Promise<pg.Client> {
  const sql = new pg.Client({ connectionString: url, pipeline: true });
  sql.on('error', () => undefined);
  await sql.connect();
  return sql;
}
