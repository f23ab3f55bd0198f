import type pg from 'pg';
import { Startfehler } from '../local/meldung.ts';

/** One command is one transaction; commands that run at the same time wait for each other. */
export async function inTransaktion<T>(db: pg.ClientBase, arbeit: () => Promise<T>): Promise<T> {
  await db.query('begin');
  try {
    await db.query("select pg_advisory_xact_lock(hashtextextended('kim.betreiber', 0))");
    const wert = await arbeit();
    await db.query('commit');
    return wert;
  } catch (fehler) {
    await db.query('rollback');
    throw fehler;
  }
}

/** The id of the Kreis with this name. */
export async function findKreis(db: pg.ClientBase, name: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select id from kreis.kreise where lower(name) = lower($1)', [name]);
  if (!rows[0]) throw new Startfehler(`Den Kreis „${name}“ gibt es nicht.`, 'npm run betreiber -- uebersicht zeigt die vorhandenen, kreis-anlegen legt einen an.');
  return rows[0].id;
}
