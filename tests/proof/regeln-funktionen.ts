import { ERLAUBTE_FUNKTIONEN, TRIGGERFUNKTIONEN, VERSCHLOSSENE_SYSTEMFUNKTIONEN } from './erlaubt.ts';
import type { Regel } from './regeln.ts';

const EIGENE = `pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_temp'`;

/** Signature without spaces after commas, schema-qualified: as the list of allowed functions spells it. */
const SIGNATUR = `format('%s.%s(%s)', n.nspname, p.proname, (select coalesce(string_agg(format_type(t.o, null), ',' order by t.nr), '') from unnest(p.proargtypes::oid[]) with ordinality t(o, nr)))`;

export const FUNKTIONSREGELN: Regel[] = [
  {
    name: 'jeder Login ruft nur, was erlaubt ist',
    text: `select ${SIGNATUR} as gegenstand, r.rolname || ' darf sie rufen' as befund from ${EIGENE} join pg_roles r on r.rolname = any (select jsonb_object_keys($1::jsonb))
      where r.rolname not in ('sec_owner', 'stat_owner', 'kim_eigentuemer') and has_function_privilege(r.oid, p.oid, 'execute') and has_schema_privilege(r.oid, n.oid, 'usage')
        and not $1::jsonb -> r.rolname ? ${SIGNATUR}`,
    werte: [JSON.stringify(ERLAUBTE_FUNKTIONEN)],
  },
  {
    name: 'was erlaubt ist, gibt es',
    text: `select f.signatur as gegenstand, e.key || ' darf sie nicht rufen, oder es gibt sie nicht' as befund
      from jsonb_each($1::jsonb) e cross join lateral jsonb_array_elements_text(e.value) f(signatur)
      where not exists (select from ${EIGENE} where ${SIGNATUR} = f.signatur and has_function_privilege(e.key::regrole::oid, p.oid, 'execute'))`,
    werte: [JSON.stringify(ERLAUBTE_FUNKTIONEN)],
  },
  {
    name: 'niemand sonst ruft sie',
    text: `select ${SIGNATUR} as gegenstand, coalesce(x.grantee::regrole::text, 'public') || ' darf sie rufen' as befund
      from ${EIGENE} cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0`,
  },
  {
    name: 'Rechte der Eigentümerin nur bei sec_owner, mit festem Suchpfad',
    text: `select ${SIGNATUR} as gegenstand, format('definer %s, owner %s, %s', p.prosecdef, p.proowner::regrole, coalesce(array_to_string(p.proconfig, ','), 'ohne Suchpfad')) as befund
      from ${EIGENE} where coalesce(p.proconfig, '{}') <> array['search_path=pg_catalog'] or (p.prosecdef and not (p.proowner = 'sec_owner'::regrole and n.nspname = 'sec') and not (p.proowner = 'stat_owner'::regrole and n.nspname = 'auswertung_intern'))
       or (not p.prosecdef and not ${SIGNATUR} = any ($1) and n.nspname <> 'pgboss' and p.proowner <> 'sec_owner'::regrole and not (p.proowner = 'stat_owner'::regrole and n.nspname = 'auswertung_intern'))`,
    werte: [TRIGGERFUNKTIONEN],
  },
  {
    name: 'Triggerfunktionen haben die Rechte der Handelnden',
    text: `select p.oid::regprocedure::text as gegenstand, 'läuft mit Rechten von ' || p.proowner::regrole as befund from pg_proc p
      where p.prorettype = 'trigger'::regtype and p.pronamespace::regnamespace::text in ('app', 'sec', 'tresor', 'kreis') and p.prosecdef`,
  },
  {
    name: 'keine eigene Funktion behauptet, dicht zu sein',
    text: `select ${SIGNATUR} as gegenstand, 'leakproof' as befund from ${EIGENE} where p.proleakproof`,
  },
  {
    name: 'Zusammenhang fragt nur app.ctx',
    text: `select ${SIGNATUR} as gegenstand, 'liest eine andere Einstellung' as befund from ${EIGENE}
      where exists (select from regexp_matches(p.prosrc, 'current_setting\\(\\s*''([^'']+)''', 'g') m where m[1] <> 'app.ctx')
      union all select c.oid::regclass::text, 'liest eine andere Einstellung' from pg_class c where c.relkind = 'v' and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
        and exists (select from regexp_matches(pg_get_viewdef(c.oid), 'current_setting\\(\\s*''([^'']+)''', 'g') m where m[1] <> 'app.ctx')`,
  },
  {
    name: 'Zusammenhang sucht nach Hash und Frist, und schlägt laut fehl',
    text: `select 'sec.' || f.name as gegenstand, 'fehlt oder fragt sec.gegenwart nicht' as befund from unnest(array['traeger', 'kreis', 'nutzer', 'rollen', 'faelle']) f(name)
      where not exists (select from pg_proc p where p.pronamespace = 'sec'::regnamespace and p.proname = f.name and p.pronargs = 0 and p.provolatile = 's'
        and p.prosecdef and p.prosrc ~ 'from sec\\.gegenwart' and p.prosrc ~ '42501')
      union all select 'sec.gegenwart', 'prüft nicht Hash, Bestätigung, Sperre, Widerruf und Fristen'
      where not coalesce((select pg_get_viewdef(c.oid) ~ 'sha256\\(' and pg_get_viewdef(c.oid) ~ 'bestaetigt_am IS NOT NULL' and pg_get_viewdef(c.oid) ~ 'gesperrt_am IS NULL'
        and pg_get_viewdef(c.oid) ~ 'widerrufen_am IS NULL' and pg_get_viewdef(c.oid) ~ 'laeuft_ab' and pg_get_viewdef(c.oid) ~ 'endet_spaetestens'
        and pg_get_viewdef(c.oid) ~ 'angenommen_am IS NOT NULL' and pg_get_viewdef(c.oid) ~ 'beendet_am IS NULL'
        from pg_class c where c.relname = 'gegenwart' and c.relnamespace = 'sec'::regnamespace), false)`,
  },
  {
    name: 'Systemfunktionen, die über Träger reichen, sind verschlossen',
    text: `select p.oid::regprocedure::text as gegenstand, r.rolname || ' darf sie rufen' as befund from pg_proc p
      join pg_roles r on r.rolname in ('kim_traeger', 'kim_koordination', 'kim_anmeldung', 'kim_auftrag', 'kim_auswertung', 'sec_owner')
      where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ $1 and has_function_privilege(r.oid, p.oid, 'execute')`,
    werte: [VERSCHLOSSENE_SYSTEMFUNKTIONEN],
  },
];
