import { getTableColumns, sql } from 'drizzle-orm';
import type { InferInsertModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './tx.ts';

/**
 * Inserts one or more rows, naming only the columns that are given: drizzle's own insert names all of them, and a
 * login that may not set `erfasst_am` would be refused.
 */
export function einfuegen<T extends PgTable>(tx: Tx, tabelle: T, werte: InferInsertModel<T> | InferInsertModel<T>[]) {
  const zeilen = (Array.isArray(werte) ? werte : [werte]) as Record<string, unknown>[];
  const spalten = getTableColumns(tabelle);
  const namen = Object.keys(spalten).filter((name) => zeilen.some((zeile) => zeile[name] !== undefined));
  const liste = sql.join(namen.map((name) => sql.identifier(alsSpalte(spalten[name]?.name ?? name))), sql`, `);
  const tupel = zeilen.map((zeile) => sql`(${sql.join(namen.map((name) => sql`${zeile[name] ?? null}`), sql`, `)})`);
  return tx.execute(sql`insert into ${tabelle} (${liste}) values ${sql.join(tupel, sql`, `)}`);
}

/** The names are ours, from db/schema; the rule is drizzle's snake_case. */
const alsSpalte = (name: string): string => name.replace(/[A-Z]/g, (buchstabe) => `_${buchstabe.toLowerCase()}`);
