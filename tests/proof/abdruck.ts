import type pg from 'pg';
import type { Tabelle } from './katalog.ts';

/** Fingerprint per table and owner, as superuser. */
export type Abdruck = Map<string, string>;

export async function nimmAbdruck(sql: pg.ClientBase, tabellen: Tabelle[]): Promise<Abdruck> {
  const abdruck: Abdruck = new Map();
  for (const { name, mandant } of tabellen) {
    const { rows } = await sql.query<{ besitzer: string | null; summe: string }>(
      `select ${mandant ?? "'alle'"}::text as besitzer, md5(string_agg(t::text, '|' order by t::text)) as summe from ${name} t group by 1`);
    for (const { besitzer, summe } of rows) abdruck.set(`${name} ${besitzer}`, summe);
  }
  abdruck.set('Katalog', await katalogabdruck(sql));
  return abdruck;
}

/** Everything DDL would change: objects, rights, policies, functions, roles, settings. */
async function katalogabdruck(sql: pg.ClientBase): Promise<string> {
  const { rows } = await sql.query<{ summe: string }>(`
    select md5(string_agg(teil, '|' order by teil)) as summe from (
      select format('class %s %s %s %s %s %s %s', oid, relname, relnamespace, relowner, relrowsecurity, relforcerowsecurity, relacl) as teil from pg_class
       where relnamespace::regnamespace::text not like 'pg_toast%'
      union all select format('attribute %s %s %s %s', attrelid, attname, atttypid, attacl) from pg_attribute where attrelid >= 16384
      union all select format('proc %s %s %s %s %s %s %s', oid, proname, proowner, prosecdef, proconfig, proacl, md5(prosrc)) from pg_proc
      union all select format('policy %s %s %s %s %s %s', polrelid, polname, polpermissive, polroles, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy
      union all select format('role %s %s %s %s %s %s', rolname, rolsuper, rolcreaterole, rolbypassrls, rolcanlogin, rolreplication) from pg_roles where rolname like 'kim%' or rolname like '%owner'
      union all select format('member %s %s', roleid, member) from pg_auth_members
      union all select format('schema %s %s %s', nspname, nspowner, nspacl) from pg_namespace where nspname !~ '^pg_(toast_)?temp'
      union all select format('database %s', datacl) from pg_database where datname = current_database()
      union all select format('setting %s %s %s', setdatabase, setrole, setconfig) from pg_db_role_setting
         where setdatabase in (0, (select oid from pg_database where datname = current_database()))
      union all select format('constraint %s %s %s', conrelid, conname, pg_get_constraintdef(oid)) from pg_constraint
      union all select format('trigger %s %s %s', tgrelid, tgname, tgenabled) from pg_trigger
      union all select format('type %s', oid) from pg_type where typnamespace::regnamespace::text not like 'pg_t%'
      union all select format('operator %s', oid) from pg_operator
      union all select format('extension %s', extname) from pg_extension
      union all select format('publication %s', pubname) from pg_publication
      union all select format('server %s', srvname) from pg_foreign_server
      union all select format('large object %s', oid) from pg_largeobject_metadata
      union all select format('default acl %s', oid) from pg_default_acl
      union all select format('event trigger %s', evtname) from pg_event_trigger) x`);
  return rows[0]!.summe;
}

/** What is not as it was. */
export function vergleiche(vorher: Abdruck, nachher: Abdruck): string[] {
  const alle = new Set([...vorher.keys(), ...nachher.keys()]);
  return [...alle].filter((k) => vorher.get(k) !== nachher.get(k));
}
