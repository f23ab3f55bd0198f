import type pg from 'pg';

/** A picture of every row, to say whether a request changed anything and to put it back as it was. */

const SCHEMAS = ['app', 'sec', 'tresor', 'kreis', 'auswertung', 'auswertung_intern'];

/** Columns that move by themselves: the idle limit of a session slides. */
const GLEITEND: Readonly<Record<string, string>> = { 'sec.sitzungen': 'laeuft_ab' };

/** Grows with everything that is asked for, and is not put back. */
export const PROTOKOLL: ReadonlySet<string> = new Set(['app.protokoll']);

export interface Abbild {
  /** Names of the tables whose rows differ from the picture, sorted; not looked at are those that may differ anyway. */
  geaendert: (ausser?: ReadonlySet<string>) => Promise<string[]>;
  /** Puts these tables back. */
  stelleHer: (tabellen: readonly string[]) => Promise<void>;
}

interface Tabelle {
  name: string;
  spalten: string[];
}

/** @param sql superuser of the product's database; the picture lies in a schema of its own */
export async function nimmAbbild(sql: pg.ClientBase): Promise<Abbild> {
  const tabellen = await leseTabellen(sql);
  await sql.query('drop schema if exists abbild cascade; create schema abbild; create table abbild.beruehrt (tabelle text not null)');
  await sql.query(`create function abbild.merke() returns trigger language plpgsql security definer as $$
    begin insert into abbild.beruehrt values (tg_table_schema || '.' || tg_table_name); return null; end $$`);
  for (const { name } of tabellen) {
    await sql.query(`create table abbild."${name}" as table ${name};
      create trigger abbild_merkt after insert or update or delete or truncate on ${name} for each statement execute function abbild.merke()`);
  }
  const vorher = await lies(sql, tabellen.map(({ name }) => name));
  const beruehrt = new Set<string>();
  return {
    async geaendert(ausser = new Set()) {
      // Only what a statement has touched can differ: a rolled-back one leaves no mark and no row.
      const { rows } = await sql.query<{ tabelle: string }>('delete from abbild.beruehrt returning tabelle');
      for (const { tabelle } of rows) beruehrt.add(tabelle);
      const jetzt = await lies(sql, [...beruehrt].filter((name) => !ausser.has(name)));
      return [...jetzt].filter(([name, stand]) => vorher.get(name) !== stand).map(([name]) => name).sort();
    },
    async stelleHer(namen) {
      const zurueck = tabellen.filter(({ name }) => namen.includes(name) && beruehrt.has(name));
      await stelleHer(sql, zurueck);
      for (const { name } of zurueck) beruehrt.delete(name);
    },
  };
}

async function leseTabellen(sql: pg.ClientBase): Promise<Tabelle[]> {
  const { rows } = await sql.query<Tabelle>(
    `select c.relnamespace::regnamespace || '.' || c.relname as name, array_agg(quote_ident(a.attname) order by a.attnum) as spalten
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text = any ($1) group by c.oid order by 1`,
    [SCHEMAS],
  );
  return rows;
}

async function lies(sql: pg.ClientBase, namen: readonly string[]): Promise<Map<string, string>> {
  if (namen.length === 0) return new Map();
  const frage = namen.map((name) => `select '${name}' as name, ${stand(name)} as stand from ${name} t`).join(' union all ');
  return new Map((await sql.query<{ name: string; stand: string }>(frage)).rows.map((zeile) => [zeile.name, zeile.stand]));
}

/** Sum of the hashes of all rows: independent of their order, and of nothing else. */
function stand(tabelle: string): string {
  const zeile = GLEITEND[tabelle] ? `(to_jsonb(t) - '${GLEITEND[tabelle]}')::text` : 't::text';
  return `count(*) || ':' || coalesce(sum(hashtextextended(${zeile}, 0)), 0)`;
}

/** Triggers and foreign keys rest meanwhile: what is put back was whole before. */
async function stelleHer(sql: pg.ClientBase, tabellen: readonly Tabelle[]): Promise<void> {
  if (tabellen.length === 0) return;
  const schritte = tabellen.map(({ name, spalten }) => `delete from ${name}; insert into ${name} (${spalten}) select ${spalten} from abbild."${name}"`);
  await sql.query(`begin; set local session_replication_role = replica; ${schritte.join('; ')}; commit`);
}
