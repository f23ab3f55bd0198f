import { AUSWERTUNGSRECHTE, GEZAEHLTE_SPALTEN, KATALOGTABELLEN } from './erlaubt.ts';
import type { Regel } from './regeln.ts';

/** The barrier (D18): what it may count, what comes out of it, and who reads that. */
export const AUSWERTUNGSREGELN: Regel[] = [
  {
    name: 'die Auswertung liest genau die Spalten, die gezählt werden',
    text: `with hat as (
        select c.oid::regclass::text as tabelle, a.attname::text as spalte from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relnamespace::regnamespace::text in ('app', 'tresor') and c.relkind = 'r' and has_column_privilege('stat_owner', c.oid, a.attnum, 'select')),
      soll as (select e.key as tabelle, s.spalte from jsonb_each($1::jsonb) e cross join lateral jsonb_array_elements_text(e.value) s(spalte))
      select coalesce(h.tabelle, s.tabelle) as gegenstand, coalesce(h.spalte, s.spalte) || case when h.spalte is null then ' fehlt' else ' ist zu viel' end as befund
        from hat h full join soll s on s.tabelle = h.tabelle and s.spalte = h.spalte where h.spalte is null or s.spalte is null`,
    werte: [JSON.stringify(GEZAEHLTE_SPALTEN)],
  },
  {
    name: 'an Tabellen der Auswertung hat jeder genau, was erlaubt ist',
    text: `with hat as (
        select c.oid::regclass::text as tabelle, concat_ws(' ', x.grantee::regrole, x.privilege_type) as recht from pg_class c cross join lateral aclexplode(c.relacl) x
         where c.relnamespace::regnamespace::text in ('auswertung', 'auswertung_intern') and c.relkind = 'r' and x.grantee <> c.relowner
        union all select c.oid::regclass::text, concat_ws(' ', x.grantee::regrole, x.privilege_type, a.attname) from pg_class c join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) x
         where c.relnamespace::regnamespace::text in ('auswertung', 'auswertung_intern')),
      soll as (select e.key as tabelle, r.recht from jsonb_each($1::jsonb) e cross join lateral jsonb_array_elements_text(e.value) r(recht))
      select coalesce(h.tabelle, s.tabelle) as gegenstand, coalesce(h.recht, s.recht) || case when h.recht is null then ' fehlt' else ' ist zu viel' end as befund
        from hat h full join soll s on s.tabelle = h.tabelle and s.recht = h.recht where h.recht is null or s.recht is null`,
    werte: [JSON.stringify(AUSWERTUNGSRECHTE)],
  },
  {
    name: 'Veröffentlichtes liest nur der eigene Kreis',
    text: `select c.oid::regclass::text as gegenstand, string_agg(format('%s(%s, %s, using %s)', p.polname, p.polcmd, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid)), '; ') as befund
      from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polpermissive where c.relnamespace::regnamespace::text in ('auswertung', 'auswertung_intern') and c.relkind = 'r'
      group by c.oid, c.relnamespace
      having not coalesce(bool_and(case
        when p.polroles <@ array['kim_eigentuemer'::regrole::oid, 'stat_owner'::regrole::oid, 'kim_auswertung'::regrole::oid] then true
        when c.oid::regclass::text = any ($1) then p.polcmd = 'r' and pg_get_expr(p.polqual, p.polrelid) = 'true'
        else p.polname = 'lesen' and p.polcmd = 'r' and pg_get_expr(p.polqual, p.polrelid) = '(kreis_id = ( SELECT sec.kreis() AS kreis))' end), false)`,
    werte: [KATALOGTABELLEN],
  },
  {
    name: 'Rohes wird nicht gespeichert: jede Zahl ist ein Vielfaches von fünf',
    text: `select t as gegenstand, 'ohne Prüfung der Rundung' as befund from unnest(array['auswertung.rohwerte', 'auswertung.werte']) t
      where not exists (select from pg_constraint k where k.conrelid = t::regclass and k.contype = 'c' and pg_get_constraintdef(k.oid) ~ 'wert % 5\\) = 0' and pg_get_constraintdef(k.oid) ~ 'wert >= 0')`,
  },
];
