import type pg from 'pg';
import type { Login } from '@kim/db/migrate.ts';

export interface Spalte {
  name: string;
  /** Type as a cast takes it, for example `uuid` or `text[]`. */
  typ: string;
  generiert: boolean;
  /** The database fills it in when an insert does not name it. */
  vorbelegt: boolean;
}

export interface Fremdschluessel {
  name: string;
  spalten: string[];
  ziel: string;
  zielspalten: string[];
}

/** A table as the live catalogue describes it; a new one is probed the moment it exists. */
export interface Tabelle {
  name: string;
  schema: string;
  spalten: Spalte[];
  schluessel: string[];
  eindeutige: string[][];
  fremdschluessel: Fremdschluessel[];
  /** Column that says whose the row is; null where a row belongs to no Träger and no Kreis. */
  mandant: string | null;
  /** Columns of each right that the Träger login has here. */
  rechte: { select: string[]; insert: string[]; update: string[]; delete: boolean };
}

const EIGENE_SCHEMATA = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname !~ '^pg_(temp|toast_temp)_'`;

/** Every table outside the system's schemas, partitions and foreign tables included. */
export async function leseTabellen(sql: pg.ClientBase, login: Login = 'kim_traeger'): Promise<Tabelle[]> {
  const { rows } = await sql.query<Omit<Tabelle, 'mandant' | 'rechte'> & { recht_select: string[]; recht_insert: string[]; recht_update: string[]; recht_delete: boolean }>(`
    with spalten as (
      select a.attrelid, json_agg(json_build_object('name', a.attname, 'typ', format_type(a.atttypid, a.atttypmod), 'generiert', a.attgenerated <> '', 'vorbelegt', a.atthasdef) order by a.attnum) as liste,
             coalesce(array_agg(a.attname::text) filter (where has_column_privilege($1, a.attrelid, a.attnum, 'select')), '{}') as s,
             coalesce(array_agg(a.attname::text) filter (where has_column_privilege($1, a.attrelid, a.attnum, 'insert')), '{}') as i,
             coalesce(array_agg(a.attname::text) filter (where has_column_privilege($1, a.attrelid, a.attnum, 'update')), '{}') as u
        from pg_attribute a where a.attnum > 0 and not a.attisdropped group by a.attrelid),
    namen as (select attrelid, attnum, attname::text as name from pg_attribute)
    select c.oid::regclass::text as name, n.nspname as schema, s.liste as spalten, s.s as recht_select, s.i as recht_insert, s.u as recht_update,
           has_table_privilege($1, c.oid, 'delete') as recht_delete,
           coalesce((select array_agg(m.name order by k.nr) from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k(attnum, nr)
              join namen m on m.attrelid = c.oid and m.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary), '{}') as schluessel,
           coalesce((select json_agg(x.liste) from (select (select json_agg(m.name order by k.nr) from unnest(i.indkey::int2[]) with ordinality k(attnum, nr)
              join namen m on m.attrelid = c.oid and m.attnum = k.attnum) as liste from pg_index i where i.indrelid = c.oid and i.indisunique) x), '[]') as eindeutige,
           coalesce((select json_agg(json_build_object('name', f.conname, 'ziel', f.confrelid::regclass::text,
              'spalten', (select json_agg(m.name order by k.nr) from unnest(f.conkey) with ordinality k(attnum, nr) join namen m on m.attrelid = c.oid and m.attnum = k.attnum),
              'zielspalten', (select json_agg(m.name order by k.nr) from unnest(f.confkey) with ordinality k(attnum, nr) join namen m on m.attrelid = f.confrelid and m.attnum = k.attnum)))
              from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '[]') as fremdschluessel
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join spalten s on s.attrelid = c.oid
     where c.relkind in ('r', 'p', 'f') and ${EIGENE_SCHEMATA} order by 1`, [login]);
  return rows.map(({ recht_select, recht_insert, recht_update, recht_delete, ...rest }) => ({
    ...rest,
    mandant: mandantVon(rest),
    rechte: { select: recht_select, insert: recht_insert, update: recht_update, delete: recht_delete },
  }));
}

function mandantVon({ name, schema, spalten }: Pick<Tabelle, 'name' | 'schema' | 'spalten'>): string | null {
  if (name === 'kreis.kreise') return 'id';
  if (schema === 'sec') return null;
  const gesucht = ['kreis', 'auswertung', 'auswertung_intern'].includes(schema) ? 'kreis_id' : 'traeger_id';
  return spalten.some((s) => s.name === gesucht) ? gesucht : null;
}

/** Whether its rows belong to a Kreis rather than to one Träger. */
export const gehoertKreis = (tabelle: Tabelle): boolean => tabelle.mandant !== null && tabelle.mandant !== 'traeger_id';

/** One row as text values that a cast turns back into the column's type. */
export type Muster = Record<string, unknown> & { ctid: string };

/** A row of this owner, seen as superuser. */
export async function leseMuster(sql: pg.ClientBase, tabelle: Tabelle, besitzer: string): Promise<Muster | null> {
  const ordnung = tabelle.schluessel.length > 0 ? `order by ${tabelle.schluessel.map((s) => `t.${s}`).join(', ')}` : '';
  const { rows } = await sql.query<{ ctid: string; zeile: Record<string, unknown> }>(
    `select t.ctid::text as ctid, to_jsonb(t) as zeile from ${tabelle.name} t where t.${tabelle.mandant} = $1 ${ordnung} limit 1`, [besitzer]);
  const erste = rows[0];
  return erste ? { ...erste.zeile, ctid: erste.ctid } : null;
}
