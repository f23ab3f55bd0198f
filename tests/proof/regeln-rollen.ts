import type { Regel } from './regeln.ts';

/** Our roles; kim_verwaltung is the administration of the embedded server and none of them. */
const ROLLEN = ['kim_eigentuemer', 'kim_traeger', 'kim_anmeldung', 'kim_koordination', 'kim_auswertung', 'kim_auftrag', 'sec_owner', 'stat_owner'];
const HANDELNDE = ROLLEN.filter((rolle) => rolle !== 'kim_eigentuemer');
const UNSERE = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname !~ '^pg_(temp|toast_temp)_'`;

export const ROLLENREGELN: Regel[] = [
  {
    name: 'Rollen ohne besondere Rechte',
    text: `select r.name as gegenstand, 'fehlt oder darf mehr als sie soll' as befund from unnest($1::text[]) r(name) where not exists (
      select from pg_roles p where p.rolname = r.name and not (p.rolsuper or p.rolbypassrls or p.rolcreaterole or p.rolcreatedb or p.rolreplication or p.rolinherit)
        and p.rolcanlogin = (r.name like 'kim\\_%'))`,
    werte: [ROLLEN],
  },
  {
    name: 'keine Mitgliedschaften',
    text: `select m.member::regrole::text as gegenstand, 'Mitglied von ' || m.roleid::regrole as befund from pg_auth_members m
      where (m.member::regrole::text = any ($1) or m.roleid::regrole::text = any ($1))
        and not coalesce((select rolsuper from pg_roles where oid = m.member), false)`,
    werte: [ROLLEN],
  },
  {
    name: 'nur die Eigentümerin besitzt',
    text: `select c.oid::regclass::text as gegenstand, 'gehört ' || c.relowner::regrole as befund from ${UNSERE}
        where c.relowner::regrole::text = any ($1) and not (c.relowner = 'sec_owner'::regrole and n.nspname = 'sec' and c.relkind = 'v')
      union all select nspname, 'gehört ' || nspowner::regrole from pg_namespace where nspowner::regrole::text = any ($1)
      union all select datname, 'gehört ' || datdba::regrole from pg_database where datdba::regrole::text = any ($1)
      union all select p.oid::regprocedure::text, 'gehört ' || p.proowner::regrole from pg_proc p where p.proowner::regrole::text = any ($1) and p.proowner <> 'sec_owner'::regrole and not (p.proowner = 'stat_owner'::regrole and p.pronamespace::regnamespace::text = 'auswertung_intern')
      union all select c.oid::regclass::text, 'Trägertabelle gehört ' || c.relowner::regrole from ${UNSERE} where c.relkind in ('r', 'p')
        and n.nspname in ('app', 'tresor', 'sec', 'kreis') and c.relowner <> 'kim_eigentuemer'::regrole`,
    werte: [HANDELNDE],
  },
  {
    name: 'kein Recht an Datenbank und Schema, das über die Arbeit hinausgeht',
    text: `select current_database() as gegenstand, r || ' hat ' || p as befund from unnest($1::text[]) r cross join unnest(array['temp', 'create']) p
        where has_database_privilege(r, current_database(), p)
      union all select nspname, r || ' darf anlegen' from pg_namespace cross join unnest($1::text[]) r where has_schema_privilege(r, oid, 'create') and nspname !~ '^pg_temp'
      union all select s, r || ' darf hinein' from (values ('app', 'kim_anmeldung'), ('app', 'kim_koordination'), ('app', 'kim_auswertung'), ('tresor', 'kim_anmeldung'),
          ('tresor', 'kim_koordination'), ('tresor', 'kim_auswertung'), ('sec', 'kim_auswertung'), ('public', 'kim_traeger'), ('migrationen', 'kim_traeger')) v(s, r) where has_schema_privilege(r, s, 'usage')
      union all select lanname, r || ' darf sie verwenden' from pg_language cross join unnest($1::text[]) r where lanpltrusted and has_language_privilege(r, oid, 'usage')
      union all select spcname, r || ' darf dort anlegen' from pg_tablespace cross join unnest($1::text[]) r where has_tablespace_privilege(r, oid, 'create')`,
    werte: [HANDELNDE],
  },
  {
    name: 'kein TRUNCATE, REFERENCES, TRIGGER, MAINTAIN; nichts für alle',
    text: `select c.oid::regclass::text as gegenstand, coalesce(nullif(x.grantee, 0)::regrole::text, 'public') || ' hat ' || x.privilege_type as befund
      from ${UNSERE} cross join lateral aclexplode(c.relacl) x
      where x.grantee = 0 or (x.grantee <> c.relowner and (x.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or x.is_grantable))`,
  },
  {
    name: 'Tabellen mit Trägerdaten nur für die Trägerarbeit',
    text: `select c.oid::regclass::text as gegenstand, r || ' hat ' || p as befund from ${UNSERE} and c.relkind in ('r', 'p', 'v', 'm')
      cross join unnest(array['kim_anmeldung', 'kim_koordination', 'kim_auswertung', 'stat_owner']) r cross join unnest(array['select', 'insert', 'update']) p
      where n.nspname in ('app', 'tresor') and has_any_column_privilege(r, c.oid, p) and not (r = 'stat_owner' and p = 'select')
      union all select c.oid::regclass::text, r || ' darf löschen' from ${UNSERE} and c.relkind in ('r', 'p') cross join unnest(array['kim_anmeldung', 'kim_koordination', 'kim_auswertung', 'stat_owner']) r
      where n.nspname in ('app', 'tresor') and has_table_privilege(r, c.oid, 'delete')`,
  },
  {
    name: 'Konten und Sitzungen nur über Funktionen',
    text: `select c.oid::regclass::text as gegenstand, r || ' hat ' || p as befund from ${UNSERE} and c.relkind in ('r', 'p', 'v')
      cross join unnest($1::text[]) r cross join unnest(array['select', 'insert', 'update']) p
      where n.nspname in ('sec', 'migrationen') and r <> 'sec_owner' and has_any_column_privilege(r, c.oid, p)`,
    werte: [HANDELNDE],
  },
  {
    name: 'keine Vorgaben, die Rechte nachwachsen lassen',
    text: `select d.oid::text as gegenstand, array_to_string(d.defaclacl, ',') as befund from pg_default_acl d`,
  },
  {
    name: 'Einstellungen der Logins schwächen nichts',
    text: `select coalesce(nullif(s.setrole, 0)::regrole::text, 'alle') as gegenstand, einstellung as befund from pg_db_role_setting s cross join unnest(s.setconfig) einstellung
      where (s.setrole = 0 or s.setrole::regrole::text = any ($1)) and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
        and einstellung !~ '^(statement_timeout|lock_timeout|idle_in_transaction_session_timeout)='`,
    werte: [ROLLEN],
  },
  {
    name: 'Statistik über alle Träger ist verschlossen',
    text: `select v as gegenstand, r || ' darf sie lesen' as befund from unnest(array['pg_stat_user_tables', 'pg_stat_all_tables', 'pg_stat_user_indexes', 'pg_stat_all_indexes',
        'pg_statio_user_tables', 'pg_statio_all_tables', 'pg_statistic', 'pg_authid']) v cross join unnest($1::text[]) r where has_table_privilege(r, 'pg_catalog.' || v, 'select')`,
    werte: [HANDELNDE],
  },
];
