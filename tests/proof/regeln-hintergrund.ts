import { HINTERGRUNDRECHTE } from './erlaubt.ts';
import type { Regel } from './regeln.ts';

/** Tables of a Träger, whole and by column, with everything that a role may do there beyond what the whole table allows. */
const RECHTE = `
  select x.grantee::regrole::text as rolle, c.oid, c.oid::regclass::text as tabelle, x.privilege_type as recht, null::text as spalte
    from pg_class c cross join lateral aclexplode(c.relacl) x where c.relnamespace::regnamespace::text in ('app', 'tresor') and x.grantee <> 0
  union all select x.grantee::regrole::text, c.oid, c.oid::regclass::text, x.privilege_type, a.attname
    from pg_class c join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) x
   where c.relnamespace::regnamespace::text in ('app', 'tresor') and x.grantee <> 0`;

/** Background work (D17): its login reads no content, and nobody else its queue. */
export const HINTERGRUNDREGELN: Regel[] = [
  {
    name: 'Hintergrundarbeit darf an Tabellen der Träger nur, was erlaubt ist',
    text: `select r.tabelle as gegenstand, concat_ws(' ', r.rolle, r.recht, r.spalte) as befund from (${RECHTE}) r
      where (r.rolle = 'kim_auftrag' or (r.rolle = 'sec_owner' and r.tabelle = 'app.auftraege')) and not concat_ws(' ', r.rolle, r.tabelle, r.recht, r.spalte) = any ($1)
      union all select c.oid::regclass::text, 'kim_auftrag liest oder schreibt' from pg_class c where c.relnamespace::regnamespace::text in ('kreis', 'auswertung', 'auswertung_intern') and c.relkind in ('r', 'v')
        and (has_any_column_privilege('kim_auftrag', c.oid, 'select') or has_any_column_privilege('kim_auftrag', c.oid, 'insert') or has_any_column_privilege('kim_auftrag', c.oid, 'update'))`,
    werte: [HINTERGRUNDRECHTE],
  },
  {
    name: 'Hintergrundarbeit ist auf ihre Art begrenzt',
    text: `select distinct r.tabelle as gegenstand, 'ohne Richtlinie hintergrund, die nach der Art des Auftrags fragt' as befund from (${RECHTE}) r where r.rolle = 'kim_auftrag' and not exists (
      select from pg_policy p where p.polrelid = r.oid and p.polname = 'hintergrund' and not p.polpermissive and p.polcmd = '*' and p.polroles = array['kim_auftrag'::regrole::oid]
        and pg_get_expr(p.polqual, p.polrelid) ~ '^\\(\\( SELECT sec\\.hat_rolle\\(''auftrag:[a-z_]+''::text\\) AS hat_rolle\\) AND ' and p.polwithcheck is not null)`,
  },
  {
    name: 'die Warteschlange gehört der Eigentümerin und ist für die Hintergrundarbeit allein',
    text: `with rechte as (
        select n.oid::regnamespace::text as gegenstand, n.nspowner as besitzer, x.* from pg_namespace n cross join lateral aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x where n.nspname = 'pgboss'
        union all select c.oid::regclass::text, c.relowner, x.* from pg_class c cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) x where c.relnamespace = 'pgboss'::regnamespace and c.relkind not in ('i', 'S')
        union all select c.oid::regclass::text || '.' || a.attname, c.relowner, x.* from pg_class c join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) x where c.relnamespace = 'pgboss'::regnamespace
        union all select p.oid::regprocedure::text, p.proowner, x.* from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where p.pronamespace = 'pgboss'::regnamespace
        union all select t.oid::regtype::text, t.typowner, x.* from pg_type t cross join lateral aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) x where t.typnamespace = 'pgboss'::regnamespace and t.typtype = 'e')
      select gegenstand, coalesce(nullif(grantee, 0)::regrole::text, 'public') || ' hat ' || privilege_type as befund from rechte
       where besitzer <> 'kim_eigentuemer'::regrole or (grantee <> besitzer and (grantee <> 'kim_auftrag'::regrole or is_grantable or privilege_type not in ('USAGE', 'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'EXECUTE')))
      union all select 'pgboss', r || ' darf hinein' from unnest(array['kim_traeger', 'kim_anmeldung', 'kim_koordination', 'kim_auswertung', 'sec_owner', 'stat_owner']) r where has_schema_privilege(r, 'pgboss', 'usage')
      union all select 'pgboss', 'fehlt, oder kim_auftrag darf nicht hinein' where not coalesce((select has_schema_privilege('kim_auftrag', oid, 'usage') from pg_namespace where nspname = 'pgboss'), false)`,
  },
];
