import type pg from 'pg';

export type Zeile = Record<string, unknown>;

/** Inserts rows of the same shape in one statement; names come from the tests, values travel as parameters. */
export async function insertZeilen(sql: pg.ClientBase, tabelle: string, zeilen: Zeile[]): Promise<void> {
  const erste = zeilen[0];
  if (!erste) return;
  const spalten = Object.keys(erste);
  const platz = zeilen.map((_, z) => `(${spalten.map((_, s) => `$${z * spalten.length + s + 1}`).join(', ')})`);
  await sql.query(`insert into ${tabelle} (${spalten.join(', ')}) values ${platz.join(', ')}`, zeilen.flatMap((zeile) => spalten.map((s) => zeile[s])));
}
