import { AUFTRAGSTABELLEN, GEZAEHLTE_TABELLEN, GLOBALE_SCHLUESSEL_SCHEMATA, KATALOGTABELLEN } from './erlaubt.ts';
import type { Regel } from './regeln.ts';

/** Relations outside the system's schemas; `c` is pg_class, `n` its schema. Those of pg-boss have rules of their own: regeln-hintergrund.ts. */
const EIGENE = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'pgboss') and n.nspname !~ '^pg_(temp|toast_temp)_'`;
const TRAEGERTABELLE = `${EIGENE} and c.relkind in ('r', 'p') and n.nspname in ('app', 'tresor')`;

/** The texts of the one template, as the server prints them back. */
const TRAEGER = '(traeger_id = ( SELECT sec.traeger() AS traeger))';
const kreis = (spalte: string) => `(${spalte} = ( SELECT sec.kreis() AS kreis))`;

/** First column of a key or index, and whether all of them are plain columns. */
const ERSTE = `(select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0])`;

export const TABELLENREGELN: Regel[] = [
  {
    name: 'Zeilenschutz eingeschaltet und erzwungen',
    text: `select c.oid::regclass::text as gegenstand, format('enabled %s, forced %s', c.relrowsecurity, c.relforcerowsecurity) as befund
      from ${EIGENE} where c.relkind in ('r', 'p') and n.nspname <> 'migrationen' and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    name: 'genau eine erlaubende Richtlinie nach der Vorlage',
    text: `with soll as (
        select c.oid, case when n.nspname in ('app', 'tresor') then $1
            when c.relname = 'kreise' then $3 else $2 end as ausdruck,
          case when n.nspname in ('app', 'tresor') then 'traeger' when n.nspname = 'sec' then 'funktionen' else 'kreis' end as name, n.nspname as schema
        from ${EIGENE} where c.relkind in ('r', 'p') and n.nspname not in ('migrationen', 'auswertung', 'auswertung_intern'))
      select s.oid::regclass::text as gegenstand, format('%s erlaubende: %s', count(p.oid), string_agg(format('%s(%s, %s, using %s check %s)', p.polname, p.polcmd,
          (select string_agg(coalesce(r.rolname, 'public'), '+') from unnest(p.polroles) x(o) left join pg_roles r on r.oid = x.o), pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), '; ')) as befund
      from soll s left join pg_policy p on p.polrelid = s.oid and p.polpermissive
       and not (s.oid::regclass::text in ('kreis.traeger', 'kreis.kommunen') and p.polname = 'zaehlen_lassen' and p.polcmd = 'r')
       and not (s.schema = 'kreis' and p.polname = 'einrichten' and p.polroles <@ array['kim_eigentuemer'::regrole::oid, 'sec_owner'::regrole::oid])
       and not (s.oid::regclass::text = any ($4) and p.polcmd = 'r' and p.polroles = array['stat_owner'::regrole::oid])
       and not (s.oid::regclass::text = any ($5) and p.polcmd in ('r', 'a') and p.polroles = array['sec_owner'::regrole::oid])
      group by s.oid, s.ausdruck, s.name, s.schema
      having count(p.oid) <> 1 or not bool_and(p.polname = s.name and p.polcmd = '*' and case s.schema
        when 'sec' then p.polroles = array['sec_owner'::regrole::oid]
        when 'kreis' then not p.polroles && array[0::oid, 'kim_anmeldung'::regrole::oid, 'kim_auswertung'::regrole::oid] else p.polroles = array[0::oid] end
        and (s.schema = 'sec' or (pg_get_expr(p.polqual, p.polrelid) = s.ausdruck and pg_get_expr(p.polwithcheck, p.polrelid) = s.ausdruck)))`,
    werte: [TRAEGER, kreis('kreis_id'), kreis('id'), GEZAEHLTE_TABELLEN, AUFTRAGSTABELLEN],
  },
  {
    name: 'keine Richtlinie mit true für einen Login',
    text: `select p.polrelid::regclass::text as gegenstand, p.polname as befund from pg_policy p
      where p.polpermissive and ('true' in (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)))
        and not (p.polroles <@ array['sec_owner'::regrole::oid, 'kim_eigentuemer'::regrole::oid])
        and not p.polrelid::regclass::text ~ '^auswertung(_intern)?\\.'
        and not (p.polrelid::regclass::text in ('kreis.traeger', 'kreis.kommunen') and p.polname = 'zaehlen_lassen' and p.polcmd = 'r')
        and not (p.polrelid::regclass::text = any ($1) and p.polcmd = 'r' and p.polroles = array['stat_owner'::regrole::oid])`,
    werte: [GEZAEHLTE_TABELLEN],
  },
  {
    // On tables of the Kreis the Koordination is the one who writes.
    name: 'einschränkende Richtlinien gelten für den Trägerlogin und fragen einmal je Anweisung',
    text: `select p.polrelid::regclass::text as gegenstand, p.polname || ': ' || coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as befund
      from pg_policy p where not p.polpermissive and (
        not (0 = any (p.polroles) or 'kim_traeger'::regrole = any (p.polroles) or (p.polname = 'hintergrund' and p.polroles = array['kim_auftrag'::regrole::oid])
          or (p.polrelid::regclass::text ~ '^kreis\\.' and p.polroles = array['kim_koordination'::regrole::oid]))
        or regexp_replace(coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''),
             'SELECT \\(?sec\\.|sec\\.(darf_vergeben|kennt_person)\\(', '', 'g') ~ 'sec\\.')`,
  },
  {
    name: 'traeger_id uuid, nicht leer, Spalte jeder Trägertabelle',
    text: `select c.oid::regclass::text as gegenstand, 'traeger_id fehlt, ist keine uuid oder darf leer sein' as befund from ${TRAEGERTABELLE}
      where not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'traeger_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)`,
  },
  {
    name: 'kreis_id jeder Kreistabelle',
    text: `select c.oid::regclass::text as gegenstand, 'kreis_id fehlt oder darf leer sein' as befund from ${EIGENE} and c.relkind in ('r', 'p')
      and n.nspname in ('kreis', 'auswertung', 'auswertung_intern') where c.relname <> 'kreise' and not c.oid::regclass::text = any ($1)
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'kreis_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)`,
    werte: [KATALOGTABELLEN],
  },
  {
    name: 'traeger_id zuerst in jedem Schlüssel und Index',
    text: `select i.indexrelid::regclass::text as gegenstand, coalesce(${ERSTE}, 'Ausdruck') as befund from ${TRAEGERTABELLE}
      join pg_index i on i.indrelid = c.oid where ${ERSTE} is distinct from 'traeger_id'`,
  },
  {
    name: 'Primärschlüssel vorhanden',
    text: `select c.oid::regclass::text as gegenstand, 'ohne Primärschlüssel' as befund from ${EIGENE} and c.relkind in ('r', 'p')
      where not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
  },
  {
    name: 'Schlüssel über die ganze Installation nur, wo kein Login hinkommt',
    text: `select i.indexrelid::regclass::text as gegenstand, 'eindeutig ohne Träger' as befund from ${EIGENE} join pg_index i on i.indrelid = c.oid and i.indisunique
      where not n.nspname = any ($1) and coalesce(${ERSTE}, '') not in ('traeger_id', 'kreis_id')`,
    werte: [GLOBALE_SCHLUESSEL_SCHEMATA],
  },
  {
    name: 'Fremdschlüssel zusammengesetzt mit dem Träger',
    text: `select k.conrelid::regclass::text || '.' || k.conname as gegenstand, pg_get_constraintdef(k.oid) as befund
      from pg_constraint k join ${TRAEGERTABELLE} on c.oid = k.conrelid where k.contype = 'f' and not case
        when k.confrelid::regclass::text ~ '^(app|tresor)\\.' then
          (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) = 'traeger_id'
          and (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) = 'traeger_id'
        when k.confrelid = 'kreis.traeger'::regclass then
          exists (select from unnest(k.conkey) x join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x and a.attname = 'traeger_id')
        when k.confrelid::regclass::text ~ '^kreis\\.' then
          (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) = 'kreis_id'
          and exists (select from pg_constraint t where t.conrelid = k.conrelid and t.contype = 'f' and t.confrelid = 'kreis.traeger'::regclass
            and (select array_agg(a.attname::text order by a.attname) from unnest(t.conkey) x join pg_attribute a on a.attrelid = t.conrelid and a.attnum = x) = array['kreis_id', 'traeger_id'])
        else false end`,
  },
  {
    name: 'Kennungen sind uuid',
    text: `select a.attrelid::regclass::text || '.' || a.attname as gegenstand, format_type(a.atttypid, a.atttypmod) as befund from ${EIGENE} and c.relkind in ('r', 'p')
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where (a.attname = 'id' or a.attname ~ '_id$') and n.nspname <> 'migrationen' and a.atttypid <> 'uuid'::regtype`,
  },
  {
    name: 'nur dichte Typen in Indizes, keine Ausdrücke',
    text: `select i.indexrelid::regclass::text as gegenstand, coalesce(string_agg(format_type(a.atttypid, a.atttypmod), ', '), 'Ausdruck') as befund
      from ${EIGENE} join pg_index i on i.indrelid = c.oid left join lateral unnest(i.indkey::int2[]) x(nr) on true
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.nr and x.nr > 0
      where n.nspname <> 'migrationen' group by i.indexrelid, i.indexprs
      having i.indexprs is not null or bool_or((select t.typtype in ('e', 'r', 'm') or t.typcategory in ('A', 'E') or t.typname in ('numeric', 'json', 'jsonb', 'float4', 'float8', 'citext')
        from pg_type t where t.oid = a.atttypid))`,
  },
  {
    name: 'Träger und Schlüssel sind unveränderlich',
    text: `select a.attrelid::regclass::text || '.' || a.attname as gegenstand, r.rolname as befund from ${EIGENE} and c.relkind in ('r', 'p')
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_roles r on r.rolname in ('kim_traeger', 'kim_koordination', 'kim_anmeldung', 'kim_auftrag', 'kim_auswertung', 'sec_owner', 'stat_owner')
      where n.nspname <> 'sec' and has_column_privilege(r.oid, a.attrelid, a.attnum, 'update') and (a.attname in ('traeger_id', 'kreis_id')
        or exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey::int2[])))`,
  },
];
