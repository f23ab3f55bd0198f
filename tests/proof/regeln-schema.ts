import { TRIGGERFUNKTIONEN } from './erlaubt.ts';
import type { Regel } from './regeln.ts';

const FREMD = `n.nspname in ('pg_catalog', 'information_schema', 'pg_toast') or n.nspname ~ '^pg_(temp|toast_temp)_'`;
const BEKANNTE_SCHEMATA = ['app', 'sec', 'tresor', 'kreis', 'auswertung', 'auswertung_intern', 'migrationen', 'pgboss', 'public'];

/** Kinds of objects that bring rows past the policies, or that nobody has decided about. */
export const SCHEMAREGELN: Regel[] = [
  {
    name: 'nur bekannte Schemata',
    text: `select n.nspname as gegenstand, 'unbekannt' as befund from pg_namespace n where not (${FREMD}) and not n.nspname = any ($1)`,
    werte: [BEKANNTE_SCHEMATA],
  },
  {
    name: 'nichts im Schema public',
    text: `select c.oid::regclass::text as gegenstand, 'liegt in public' as befund from pg_class c where c.relnamespace = 'public'::regnamespace
      union all select p.oid::regprocedure::text, 'liegt in public' from pg_proc p where p.pronamespace = 'public'::regnamespace`,
  },
  {
    name: 'Sichten nur mit den Rechten der Fragenden',
    text: `select c.oid::regclass::text as gegenstand, coalesce(array_to_string(c.reloptions, ','), 'ohne Optionen') as befund
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and not (${FREMD})
       and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)`,
  },
  {
    name: 'keine materialisierten Sichten, fremden Tabellen, Partitionen oder Vererbung',
    text: `select c.oid::regclass::text as gegenstand, format('Art %s', c.relkind) as befund from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where not (${FREMD}) and (c.relkind in ('m', 'f', 'p') or c.relispartition)
      union all select inhrelid::regclass::text, 'erbt von ' || inhparent::regclass from pg_inherits i join pg_class c on c.oid = i.inhrelid and c.relkind in ('r', 'f')`,
  },
  {
    name: 'keine Folgen: Nummern zählen über Träger hinweg',
    text: `select c.oid::regclass::text as gegenstand, 'Folge' as befund from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and not (${FREMD}) and n.nspname not in ('migrationen', 'pgboss')`,
  },
  {
    name: 'nur bekannte Trigger',
    text: `select t.tgrelid::regclass::text as gegenstand, t.tgname || ' ruft ' || t.tgfoid::regprocedure as befund from pg_trigger t
      where not t.tgisinternal and not t.tgfoid::regprocedure::text = any ($1)`,
    werte: [TRIGGERFUNKTIONEN],
  },
  {
    name: 'keine Regeln, Ereignistrigger, Operatoren, Umwandlungen',
    text: `select r.ev_class::regclass::text as gegenstand, 'Regel ' || r.rulename as befund from pg_rewrite r where r.oid >= 16384 and r.rulename <> '_RETURN'
      union all select evtname, 'Ereignistrigger' from pg_event_trigger
      union all select oid::regoperator::text, 'Operator' from pg_operator where oid >= 16384
      union all select castsource::regtype || ' → ' || casttarget::regtype, 'Umwandlung' from pg_cast where oid >= 16384`,
  },
  {
    name: 'keine Veröffentlichung ohne Zeilenfilter',
    text: `select p.pubname as gegenstand, coalesce(r.prrelid::regclass::text, 'alle Tabellen') as befund from pg_publication p
      left join pg_publication_rel r on r.prpubid = p.oid where p.puballtables or r.prqual is null or exists (select from pg_publication_namespace x where x.pnpubid = p.oid)`,
  },
  {
    name: 'nur die Erweiterung plpgsql, keine fremden Server',
    text: `select extname as gegenstand, 'Erweiterung' as befund from pg_extension where extname <> 'plpgsql'
      union all select srvname, 'fremder Server' from pg_foreign_server union all select fdwname, 'fremder Datenzugang' from pg_foreign_data_wrapper`,
  },
  {
    name: 'keine großen Objekte',
    text: `select oid::text as gegenstand, 'großes Objekt' as befund from pg_largeobject_metadata`,
  },
  {
    name: 'abgeschaltete Trigger und Bedingungen',
    text: `select tgrelid::regclass::text as gegenstand, tgname || ' abgeschaltet' as befund from pg_trigger where tgenabled <> 'O'
      union all select conrelid::regclass::text, conname || ' nicht geprüft' from pg_constraint where not convalidated`,
  },
];
