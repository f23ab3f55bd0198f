import type pg from 'pg';

/** A picture of every row, to say whether a request changed anything and to put it back as it was. */

const SCHEMAS = ['app', 'sec', 'tresor', 'kreis', 'auswertung', 'auswertung_intern'];

/** Columns that move by themselves: the idle limit of a session slides, attempts and drafts are looked at on their own. */
const GLEITEND: Readonly<Record<string, string>> = { 'sec.sitzungen': 'laeuft_ab' };

export interface Abbild {
  /** Names of the tables whose rows differ from the picture, sorted. */
  geaendert: () => Promise<string[]>;
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
  await sql.query('drop schema if exists abbild cascade; create schema abbild');
  for (const { name } of tabellen) await sql.query(`create table abbild."${name}" as table ${name}`);
  const frage = tabellen.map(({ name }) => `select '${name}' as name, ${stand(name)} as stand from ${name} t`).join(' union all ');
  const lies = async () => new Map((await sql.query<{ name: string; stand: string }>(frage)).rows.map((zeile) => [zeile.name, zeile.stand]));
  const vorher = await lies();
  return {
    geaendert: async () => [...(await lies())].filter(([name, jetzt]) => vorher.get(name) !== jetzt).map(([name]) => name).sort(),
    stelleHer: (namen) => stelleHer(sql, tabellen.filter(({ name }) => namen.includes(name))),
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
