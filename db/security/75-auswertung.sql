-- The barrier (anonymity.md 3 and 5, D18, D20): stat_owner counts across all Träger of a Kreis inside veroeffentliche() and leaves
-- protected values only. Raw counts exist within one statement of that function and nowhere else.
grant usage on schema app, kreis, auswertung, auswertung_intern to stat_owner;
grant usage on schema auswertung, auswertung_intern to kim_auswertung;
grant usage on schema auswertung to kim_koordination, kim_traeger;

/* A counted table: one more policy and the columns that are counted (D18). */
create or replace function pg_temp.gezaehlt(tabelle regclass, spalten text) returns void
language plpgsql as $$
begin
  execute format('drop policy if exists zaehlen on %s', tabelle);
  execute format('create policy zaehlen on %s for select to stat_owner using (true)', tabelle);
  execute format('revoke all on %s from stat_owner', tabelle);
  execute format('grant select (%s) on %s to stat_owner', spalten, tabelle);
end $$;
select pg_temp.gezaehlt('app.faelle', 'traeger_id, kreis_id, id, kommune_id, eroeffnet_am');
select pg_temp.gezaehlt('app.fallereignisse', 'traeger_id, id, fall_id, art, wert, gilt_ab');
select pg_temp.gezaehlt('app.fallbeteiligte', 'traeger_id, fall_id, ratsuchende_id, rolle, von, bis');
select pg_temp.gezaehlt('app.stammdaten', 'traeger_id, ratsuchende_id, geburtsjahr, geschlecht, staatsangehoerigkeit');
select pg_temp.gezaehlt('app.statusangaben', 'traeger_id, id, fall_id, ratsuchende_id, art, code, von');
select pg_temp.gezaehlt('app.bedarfe', 'traeger_id, fall_id, bereich, erkannt_am, erledigt_am');
select pg_temp.gezaehlt('app.anfragen', 'traeger_id, id, fall_id, zugang, eingegangen_am');
select pg_temp.gezaehlt('app.vermittlungen', 'traeger_id, kreis_id, fall_id, angebot_id, stand, am');
select pg_temp.gezaehlt('app.versorgungsluecken', 'traeger_id, fall_id, bereich, erkannt_am');
select pg_temp.gezaehlt('app.stellen', 'traeger_id, id, gefoerdert_von, gefoerdert_bis');
select pg_temp.gezaehlt('app.stelle_kommunen', 'traeger_id, stelle_id, kommune_id');
select pg_temp.gezaehlt('kreis.traeger', 'kreis_id, id');
select pg_temp.gezaehlt('kreis.kommunen', 'kreis_id, id');
select pg_temp.gezaehlt('kreis.angebote', 'kreis_id, id, rechtskreis');
-- How many Träger and Kommunen there are, the job knows as well: without that it could not make totals add up.
grant usage on schema kreis to kim_auswertung;
create policy zaehlen_lassen on kreis.traeger for select to kim_auswertung using (true);
create policy zaehlen_lassen on kreis.kommunen for select to kim_auswertung using (true);
grant select (kreis_id) on kreis.traeger, kreis.kommunen to kim_auswertung;

/* Released rows and the catalogue: written by stat_owner or the job, read by the Kreis they belong to. */
create or replace function pg_temp.auswertungstabelle(tabelle regclass, leser text) returns void
language plpgsql as $$
declare p name; kreis boolean := exists (select from pg_attribute where attrelid = tabelle and attname = 'kreis_id');
begin
  for p in select polname from pg_policy where polrelid = tabelle loop
    execute format('drop policy %I on %s', p, tabelle);
  end loop;
  execute format('alter table %s enable row level security', tabelle);
  execute format('alter table %s force row level security', tabelle);
  execute format('create policy bereitstellen on %s to kim_eigentuemer, stat_owner, kim_auswertung using (true) with check (true)', tabelle);
  execute format('create policy lesen on %s for select to kim_koordination, kim_traeger using (%s)', tabelle, case when kreis then 'kreis_id = (select sec.kreis())' else 'true' end);
  execute format('revoke all on %s from public, kim_traeger, kim_koordination, kim_auftrag, kim_anmeldung, kim_auswertung, sec_owner, stat_owner', tabelle);
  execute format('grant select on %s to stat_owner, kim_auswertung', tabelle);
  if leser <> '' then execute format('grant select on %s to %s', tabelle, leser); end if;
end $$;
select pg_temp.auswertungstabelle('auswertung.merkmale', 'kim_koordination, kim_traeger');
select pg_temp.auswertungstabelle('auswertung.auspraegungen', 'kim_koordination, kim_traeger');
select pg_temp.auswertungstabelle('auswertung.masse', 'kim_koordination, kim_traeger');
select pg_temp.auswertungstabelle('auswertung.tabellen', 'kim_koordination, kim_traeger');
select pg_temp.auswertungstabelle('auswertung.laeufe', 'kim_koordination, kim_traeger');
select pg_temp.auswertungstabelle('auswertung.takte', 'kim_koordination, kim_traeger');
select pg_temp.auswertungstabelle('auswertung.rohwerte', '');
select pg_temp.auswertungstabelle('auswertung.tabellenstaende', 'kim_koordination, kim_traeger');
select pg_temp.auswertungstabelle('auswertung.werte', 'kim_koordination, kim_traeger');
select pg_temp.auswertungstabelle('auswertung.kennzahlen', 'kim_koordination, kim_traeger');
grant insert on auswertung.laeufe, auswertung.takte, auswertung.rohwerte to stat_owner;
grant insert on auswertung.tabellenstaende, auswertung.werte to kim_auswertung;
do $$
declare t regclass;
begin
  foreach t in array array['auswertung_intern.zuordnungen', 'auswertung_intern.beginn', 'auswertung_intern.epochen']::regclass[] loop
    execute format('drop policy if exists zaehlen on %s', t);
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy zaehlen on %s to kim_eigentuemer, stat_owner using (true) with check (true)', t);
    execute format('revoke all on %s from public, kim_traeger, kim_koordination, kim_auftrag, kim_anmeldung, kim_auswertung, sec_owner, stat_owner', t);
    execute format('grant select on %s to stat_owner', t);
  end loop;
end $$;
grant update (schluesselprobe) on auswertung_intern.beginn to stat_owner;
grant insert on auswertung_intern.epochen to stat_owner;

/* The key, filled up to a block of 64 bytes and crossed with a pattern: half of an HMAC. */
create or replace function auswertung_intern.haelfte(p_schluessel bytea, p_muster integer) returns bytea
language plpgsql immutable set search_path = pg_catalog as $$
declare block bytea := p_schluessel || decode(repeat('00', 64 - length(p_schluessel)), 'hex');
begin
  for i in 0..63 loop block := set_byte(block, i, get_byte(block, i) # p_muster); end loop;
  return block;
end $$;

/* HMAC-SHA256 of a text; p_innen and p_aussen are the two halves. */
create or replace function auswertung_intern.hmac(p_innen bytea, p_aussen bytea, p_text text) returns bytea
language sql immutable set search_path = pg_catalog as $$ select sha256(p_aussen || sha256(p_innen || convert_to(p_text, 'UTF8'))) $$;

/*
 * The secret offset of a cell, -4 to 8: the sum of a number drawn evenly from 0..4 and one from -4..4 with weight 0.6^|z|.
 * The numbers are the cumulative law in parts of 2^32.
 */
create or replace function auswertung_intern.versatz(p_hmac bytea) returns integer
language sql immutable set search_path = pg_catalog as $$
  select -4 + width_bucket(get_byte(p_hmac, 0) * 16777216::bigint + get_byte(p_hmac, 1) * 65536 + get_byte(p_hmac, 2) * 256 + get_byte(p_hmac, 3),
    array[30827856, 113035471, 280876019, 591438120, 1139869478, 1800194534, 2494772763, 3155097819, 3703529177, 4014091278, 4181931826, 4264139441]::bigint[]) $$;

/* A count as it may be seen: a multiple of five, never below zero. */
create or replace function auswertung_intern.geschuetzt(p_anzahl bigint, p_versatz integer) returns integer
language sql immutable set search_path = pg_catalog as $$ select greatest(0, 5 * floor((p_anzahl + p_versatz) / 5.0)::integer) $$;

/* Every case of a Kreis that was opened by that day, with what is counted of it; the classes of each measure as flags. */
create or replace function auswertung_intern.basis(p_kreis uuid, p_am date, p_innen bytea, p_aussen bytea)
returns table (traeger text, kommune text, laeuft boolean, neu boolean, beendet boolean, beendet_jahr boolean, neu_zwoelf boolean, beendet_zwoelf boolean,
  klasse text, phase text, altersgruppe text, geschlecht text, herkunft text, aufenthalt text, zugang text, grund text, bedarf text[], stelle text[], luecke text[])
language sql stable set search_path = pg_catalog as $$
  with ereignisse as (
    select e.traeger_id, e.fall_id,
      (array_agg(e.wert order by e.gilt_ab desc, e.id desc) filter (where e.art = 'klasse'))[1] as klasse,
      (array_agg(e.wert order by e.gilt_ab desc, e.id desc) filter (where e.art = 'phase'))[1] as phase,
      (array_agg(e.wert order by e.gilt_ab desc, e.id desc) filter (where e.art = 'kommune'))[1] as kommune,
      (array_agg(e.art || '|' || e.wert order by e.gilt_ab desc, e.id desc) filter (where e.art in ('eroeffnung', 'ende', 'wiederaufnahme')))[1] as stand,
      max(e.gilt_ab) filter (where e.art = 'ende') as letztes_ende
      from kreis.traeger t join app.fallereignisse e on e.traeger_id = t.id
     where t.kreis_id = p_kreis and e.gilt_ab <= p_am
     group by e.traeger_id, e.fall_id),
  faelle as (
    select f.traeger_id, f.id, coalesce(e.kommune, f.kommune_id::text) as kommune, f.eroeffnet_am, coalesce(e.klasse, 'kurzberatung') as klasse, e.phase,
      e.stand not like 'ende|%' as laeuft, substr(e.stand, 6) as grund, e.letztes_ende,
      case when e.stand like 'ende|%' then e.letztes_ende else p_am end as gilt_am
      from app.faelle f join ereignisse e on e.traeger_id = f.traeger_id and e.fall_id = f.id
     where f.kreis_id = p_kreis and f.eroeffnet_am <= p_am
       and (e.stand not like 'ende|%' or e.letztes_ende > least(p_am - interval '12 months', date_trunc('year', p_am) - interval '1 day') or f.eroeffnet_am > p_am - interval '12 months')),
  hauptpersonen as (
    select distinct on (b.traeger_id, b.fall_id) b.traeger_id, b.fall_id, b.ratsuchende_id
      from faelle f join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id
     where b.rolle = 'hauptperson' and b.von <= p_am
     order by b.traeger_id, b.fall_id, b.von desc, b.ratsuchende_id),
  status as (
    select distinct on (a.traeger_id, a.fall_id) a.traeger_id, a.fall_id, z.wert
      from hauptpersonen h join app.statusangaben a on a.traeger_id = h.traeger_id and a.fall_id = h.fall_id and a.ratsuchende_id = h.ratsuchende_id
      join auswertung_intern.zuordnungen z on z.merkmal = 'aufenthalt' and z.code = a.code
     where a.art = 'aufenthalt' and a.von <= p_am
     order by a.traeger_id, a.fall_id, a.von desc, a.id desc),
  zugaenge as (
    select distinct on (a.traeger_id, a.fall_id) a.traeger_id, a.fall_id, z.wert
      from faelle f join app.anfragen a on a.traeger_id = f.traeger_id and a.fall_id = f.id
      join auswertung_intern.zuordnungen z on z.merkmal = 'zugang' and z.code = a.zugang
     order by a.traeger_id, a.fall_id, a.eingegangen_am, a.id),
  bedarfe as (
    select b.traeger_id, b.fall_id, array_agg(distinct z.wert) as werte
      from faelle f join app.bedarfe b on b.traeger_id = f.traeger_id and b.fall_id = f.id
      join auswertung_intern.zuordnungen z on z.merkmal = 'bedarf' and z.code = b.bereich
     where b.erkannt_am <= f.gilt_am and (b.erledigt_am is null or b.erledigt_am >= f.gilt_am + case when f.laeuft then 1 else 0 end)
     group by 1, 2),
  gescheitert as (
    select v.traeger_id, v.fall_id, array_agg(distinct z.wert) as werte
      from app.vermittlungen v join kreis.angebote a on a.kreis_id = v.kreis_id and a.id = v.angebot_id
      join auswertung_intern.zuordnungen z on z.merkmal = 'stelle' and z.code = a.rechtskreis
     where v.kreis_id = p_kreis and v.stand = 'gescheitert' and v.am > date_trunc('year', p_am) - interval '1 day' and v.am <= p_am
     group by 1, 2),
  luecken as (
    select l.traeger_id, l.fall_id, array_agg(distinct z.wert) as werte
      from kreis.traeger t join app.versorgungsluecken l on l.traeger_id = t.id
      join auswertung_intern.zuordnungen z on z.merkmal = 'bedarf' and z.code = l.bereich
     where t.kreis_id = p_kreis and l.erkannt_am > date_trunc('year', p_am) - interval '1 day' and l.erkannt_am <= p_am
     group by 1, 2)
  select f.traeger_id::text, f.kommune, f.laeuft,
    f.eroeffnet_am >= date_trunc('quarter', p_am), not f.laeuft and f.letztes_ende >= date_trunc('quarter', p_am), not f.laeuft and f.letztes_ende >= date_trunc('year', p_am),
    f.eroeffnet_am > p_am - interval '12 months', not f.laeuft and f.letztes_ende > p_am - interval '12 months',
    case when f.klasse = 'case_management' then f.klasse else 'kurzberatung' end, case when f.klasse = 'case_management' then coalesce(f.phase, 'keine') else 'keine' end,
    case when extract(year from p_am) - s.geburtsjahr < 27 then 'unter_27' when extract(year from p_am) - s.geburtsjahr < 40 then '27_39'
         when extract(year from p_am) - s.geburtsjahr < 60 then '40_59' else 'sonstige' end,
    case when s.geschlecht in ('w', 'm') then s.geschlecht when get_byte(auswertung_intern.hmac(p_innen, p_aussen, 'geschlecht|' || f.id), 0) < 128 then 'w' else 'm' end,
    coalesce(hz.wert, 'uebrige'), coalesce(st.wert, 'unbekannt'), coalesce(zu.wert, 'unbekannt'), coalesce(gz.wert, 'unbekannt'),
    coalesce(be.werte, '{}'), coalesce(ge.werte, '{}'), coalesce(lu.werte, '{}')
    from faelle f
    left join hauptpersonen h on h.traeger_id = f.traeger_id and h.fall_id = f.id
    left join app.stammdaten s on s.traeger_id = h.traeger_id and s.ratsuchende_id = h.ratsuchende_id
    left join auswertung_intern.zuordnungen hz on hz.merkmal = 'herkunft' and hz.code = s.staatsangehoerigkeit
    left join status st on st.traeger_id = f.traeger_id and st.fall_id = f.id
    left join zugaenge zu on zu.traeger_id = f.traeger_id and zu.fall_id = f.id
    left join auswertung_intern.zuordnungen gz on gz.merkmal = 'grund' and gz.code = f.grund
    left join bedarfe be on be.traeger_id = f.traeger_id and be.fall_id = f.id
    left join gescheitert ge on ge.traeger_id = f.traeger_id and ge.fall_id = f.id
    left join luecken lu on lu.traeger_id = f.traeger_id and lu.fall_id = f.id
$$;

/* The condition under which a case of the basis counts for a measure. */
create or replace function auswertung_intern.bedingung(p_mass text) returns text
language sql immutable set search_path = pg_catalog as $$
  select case p_mass when 'bestand' then 'b.laeuft' when 'zugang' then 'b.neu' when 'abgang' then 'b.beendet' when 'abgang_jahr' then 'b.beendet_jahr'
    when 'gescheitert_jahr' then 'cardinality(b.stelle) > 0' when 'luecke_jahr' then 'cardinality(b.luecke) > 0' end $$;

/* One query over the basis: cases per cell of a measure divided by some of its Merkmale. */
create or replace function auswertung_intern.zaehlung(p_mass text, p_merkmale text[]) returns text
language sql stable set search_path = pg_catalog as $$
  select format('select %L%s as zelle, count(*) as anzahl from basis b%s where %s group by 1', p_mass,
      string_agg(format(' || %L || %s', '|' || m.merkmal || '=', case when m.mehrfach then format('m_%s.wert', m.merkmal) else 'b.' || m.merkmal end), '' order by m.merkmal),
      string_agg(case when m.mehrfach then format(' cross join lateral unnest(b.%1$s) m_%1$s(wert)', m.merkmal) end, '' order by m.merkmal),
      auswertung_intern.bedingung(p_mass))
    from auswertung.merkmale m where m.merkmal = any (p_merkmale)
  having count(*) > 0
  union all
  select format('select %L, count(*) from basis b where %s', p_mass, auswertung_intern.bedingung(p_mass)) where cardinality(p_merkmale) = 0 $$;

/* monat 1, quartal 2, jahr 3, nie 4 */
create or replace function auswertung_intern.rang(p_takt text) returns integer
language sql immutable set search_path = pg_catalog as $$ select array_position(array['monat', 'quartal', 'jahr', 'nie'], p_takt) $$;

/* How often a line with so many entries and exits in twelve months may appear: five of each per period (row-size rule). */
create or replace function auswertung_intern.rang(p_zugaenge bigint, p_abgaenge bigint) returns integer
language sql immutable set search_path = pg_catalog as $$
  select case when least(p_zugaenge, p_abgaenge) >= 60 then 1 when least(p_zugaenge, p_abgaenge) >= 20 then 2 when least(p_zugaenge, p_abgaenge) >= 5 then 3 else 4 end $$;

/* The Merkmale of a Kreis with all values, its Träger and Kommunen among them; '' is the whole. */
create or replace function auswertung_intern.werteliste(p_kreis uuid) returns table (merkmal text, wert text)
language sql stable set search_path = pg_catalog as $$
  select a.merkmal, a.wert from auswertung.auspraegungen a
  union all select 'traeger', t.id::text from kreis.traeger t where t.kreis_id = p_kreis
  union all select 'kommune', k.id::text from kreis.kommunen k where k.kreis_id = p_kreis
  union all select '', '' $$;

/*
 * Fixes for a year how often each table appears (D20): from the entries and exits of twelve months, a line of the Kreis without
 * those of the Träger that has most of them, a line of a Träger with its own. A table takes the rank of its weakest line.
 */
create or replace function auswertung_intern.setze_takte(p_kreis uuid, p_am date, p_innen bytea, p_aussen bytea) returns void
language plpgsql set search_path = pg_catalog as $$
declare zeilen text;
begin
  select string_agg(format('select %L as merkmal, %s as wert, b.traeger, count(*) filter (where b.neu_zwoelf) as zu, count(*) filter (where b.beendet_zwoelf) as ab from basis b%s group by 2, 3',
      m.merkmal, case when m.merkmal = '' then '''''' when m.mehrfach then 'm.wert' else 'b.' || m.merkmal end,
      case when m.mehrfach then format(' cross join lateral unnest(b.%s) m(wert)', m.merkmal) else '' end), ' union all ')
    into zeilen
    from (select '' as merkmal, false as mehrfach union all
          select distinct m.merkmal, m.mehrfach from auswertung.tabellen t join auswertung.merkmale m on m.merkmal = any (t.merkmale) where cardinality(t.merkmale) = 2) m;
  execute format($sql$
    with basis as materialized (select * from auswertung_intern.basis($1, $2, $3, $4)),
    zeilen as (%s),
    raenge as (
      select w.merkmal, w.wert, case when w.merkmal = 'traeger' then auswertung_intern.rang(coalesce(sum(z.zu), 0)::bigint, coalesce(sum(z.ab), 0)::bigint)
          else auswertung_intern.rang((coalesce(sum(z.zu), 0) - coalesce(max(z.zu), 0))::bigint, (coalesce(sum(z.ab), 0) - coalesce(max(z.ab), 0))::bigint) end as rang
        from auswertung_intern.werteliste($1) w left join zeilen z on z.merkmal = w.merkmal and z.wert = w.wert group by 1, 2),
    ganze as (
      select t.tabelle, greatest(auswertung_intern.rang(t.takt), case when (select count(*) from kreis.traeger x where x.kreis_id = $1) < 3 then 4 else 1 end,
          (select max(r.rang) from raenge r where (r.merkmal = '' and not 'traeger' = any (t.merkmale))
             or (cardinality(t.merkmale) = 2 and r.merkmal = any (t.merkmale) and r.merkmal <> 'traeger'))) as rang
        from auswertung.tabellen t where t.bis is null or t.bis >= $2)
    insert into auswertung.takte (kreis_id, jahr, tabelle, linie, takt)
    select $1, extract(year from $2)::integer, x.tabelle, x.linie, (array['monat', 'quartal', 'jahr', 'nie'])[x.rang] from (
      select g.tabelle, '' as linie, g.rang from ganze g
      union all
      select g.tabelle, r.wert, greatest(g.rang, r.rang) from ganze g join auswertung.tabellen t on t.tabelle = g.tabelle and 'traeger' = any (t.merkmale)
        join raenge r on r.merkmal = 'traeger') x
  $sql$, zeilen) using p_kreis, p_am, p_innen, p_aussen;
end $$;

/* The Träger behind each line, and a new epoch where they changed. */
create or replace function auswertung_intern.setze_epochen(p_kreis uuid, p_am date) returns void
language sql set search_path = pg_catalog as $$
  insert into auswertung_intern.epochen (kreis_id, linie, nr, traeger, seit)
  select p_kreis, s.linie, coalesce(e.nr, 0) + 1, s.traeger, p_am from (
      select 'kreis' as linie, array_agg(t.id order by t.id) as traeger from kreis.traeger t where t.kreis_id = p_kreis
      union all
      select 'kommune=' || k.id, coalesce(array_agg(distinct t.id order by t.id) filter (where t.id is not null), '{}') from kreis.kommunen k
        left join app.stelle_kommunen sk on sk.kommune_id = k.id
        left join app.stellen p on p.traeger_id = sk.traeger_id and p.id = sk.stelle_id and p.gefoerdert_von <= p_am and (p.gefoerdert_bis is null or p.gefoerdert_bis >= p_am)
        left join kreis.traeger t on t.id = p.traeger_id and t.kreis_id = p_kreis
       where k.kreis_id = p_kreis group by k.id) s
    left join lateral (select x.nr, x.traeger from auswertung_intern.epochen x where x.kreis_id = p_kreis and x.linie = s.linie order by x.nr desc limit 1) e on true
   where e.traeger is distinct from s.traeger $$;

/*
 * Counts and protects what is due on a cut-off day, the last day of a month that is over for ten days. Answers the number of
 * cells. Refuses a second time, another key than the Kreis began with, and a Kreis that has not begun to publish.
 */
create or replace function auswertung_intern.veroeffentliche(p_kreis uuid, p_stichtag date, p_schluessel bytea) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare b auswertung_intern.beginn; innen bytea; aussen bytea; probe bytea; zaehlungen text; anzahl integer;
begin
  if octet_length(p_schluessel) is distinct from 32 then raise exception 'Schlüssel der Auswertung fehlt' using errcode = '22023'; end if;
  if p_stichtag is null or p_stichtag <> (date_trunc('month', p_stichtag) + interval '1 month - 1 day')::date
    or (statement_timestamp() at time zone 'Europe/Berlin')::date < p_stichtag + 10 then raise exception 'Stichtag noch nicht erreicht' using errcode = '22023'; end if;
  select * into b from auswertung_intern.beginn where kreis_id = p_kreis for update;
  if not found or p_stichtag < b.erster_stichtag then raise exception 'Kreis veröffentlicht nicht' using errcode = '22023'; end if;
  innen := auswertung_intern.haelfte(p_schluessel, 54);
  aussen := auswertung_intern.haelfte(p_schluessel, 92);
  probe := auswertung_intern.hmac(innen, aussen, 'probe|' || p_kreis);
  if b.schluesselprobe is null then update auswertung_intern.beginn set schluesselprobe = probe where kreis_id = p_kreis;
  elsif b.schluesselprobe <> probe then raise exception 'anderer Schlüssel der Auswertung' using errcode = '28000'; end if;

  insert into auswertung.laeufe (kreis_id, stichtag, katalog)
  select p_kreis, p_stichtag, md5(string_agg(t.tabelle || t.mass || t.merkmale::text || t.takt, '|' order by t.tabelle)
      || (select string_agg(z.merkmal || z.code || z.wert, '|' order by z.merkmal, z.code) from auswertung_intern.zuordnungen z)
      || (select string_agg(a.merkmal || a.wert, '|' order by a.merkmal, a.wert) from auswertung.auspraegungen a)) from auswertung.tabellen t;
  perform auswertung_intern.setze_epochen(p_kreis, p_stichtag);
  if not exists (select from auswertung.takte k where k.kreis_id = p_kreis and k.jahr = extract(year from p_stichtag)) then
    perform auswertung_intern.setze_takte(p_kreis, p_stichtag, innen, aussen);
  end if;

  select string_agg(auswertung_intern.zaehlung(g.mass, g.merkmale), ' union all ') into zaehlungen
    from (select distinct f.mass, f.merkmale from auswertung_intern.faellige_gruppen(p_kreis, p_stichtag) f) g;
  if zaehlungen is null then return 0; end if;
  execute format($sql$
    with basis as materialized (select * from auswertung_intern.basis($1, $2, $3, $4)),
    gezaehlt as (%s)
    insert into auswertung.rohwerte (kreis_id, stichtag, zelle, wert)
    select $1, $2, z.zelle, auswertung_intern.geschuetzt(coalesce(g.anzahl, 0),
        auswertung_intern.versatz(auswertung_intern.hmac($3, $4, z.kennung)))
      from auswertung_intern.zellen($1, $2) z left join gezaehlt g on g.zelle = z.zelle
  $sql$, zaehlungen) using p_kreis, p_stichtag, innen, aussen;
  get diagnostics anzahl = row_count;
  return anzahl;
end $$;

/* Measures and their divisions that are due on a day, with the tables that want them: every margin of a table is one of them. */
create or replace function auswertung_intern.faellige_gruppen(p_kreis uuid, p_stichtag date) returns table (tabelle text, mass text, merkmale text[])
language sql stable set search_path = pg_catalog as $$
  select t.tabelle, t.mass, g.merkmale from auswertung.tabellen t
    join auswertung.masse m on m.mass = t.mass
    join auswertung.takte k on k.kreis_id = p_kreis and k.jahr = extract(year from p_stichtag) and k.tabelle = t.tabelle and k.linie = ''
    cross join lateral (select '{}'::text[] as merkmale union select array[x] from unnest(t.merkmale) x union select t.merkmale) g
   where (t.bis is null or t.bis >= p_stichtag)
     and greatest(auswertung_intern.rang(k.takt), case m.spanne when 'quartal' then 2 when 'jahr' then 3 else 1 end)
         <= case when extract(month from p_stichtag) = 12 then 3 when extract(month from p_stichtag) in (3, 6, 9) then 2 else 1 end $$;

/*
 * Every cell of that day by name, empty ones included, and the name under which it gets its offset: the Kreis, the cell, the
 * epoch of its line, the day for flows. Two cells that are equal by structure share one: a Kommune that one Träger alone
 * serves, where that Träger serves no other.
 */
create or replace function auswertung_intern.zellen(p_kreis uuid, p_stichtag date) returns table (zelle text, kennung text)
language sql stable set search_path = pg_catalog as $$
  with w as materialized (select * from auswertung_intern.werteliste(p_kreis)),
  namen as (
    select distinct g.mass, coalesce(w1.wert, '') as wert1, g.merkmale,
      g.mass || coalesce('|' || w1.merkmal || '=' || w1.wert, '') || coalesce('|' || w2.merkmal || '=' || w2.wert, '') as zelle,
      case 'kommune' when g.merkmale[1] then 'kommune=' || w1.wert when g.merkmale[2] then 'kommune=' || w2.wert else case when 'traeger' = any (g.merkmale) then null else 'kreis' end end as linie
      from auswertung_intern.faellige_gruppen(p_kreis, p_stichtag) g
      left join w w1 on w1.merkmal = g.merkmale[1]
      left join w w2 on w2.merkmal = g.merkmale[2]
      left join auswertung.takte k on k.kreis_id = p_kreis and k.jahr = extract(year from p_stichtag) and k.tabelle = g.tabelle
        and k.linie = case 'traeger' when g.merkmale[1] then w1.wert when g.merkmale[2] then w2.wert end
     where not 'traeger' = any (g.merkmale)
        or auswertung_intern.rang(k.takt) <= case when extract(month from p_stichtag) = 12 then 3 when extract(month from p_stichtag) in (3, 6, 9) then 2 else 1 end),
  letzte as (select distinct on (e.linie) e.linie, e.nr, e.traeger from auswertung_intern.epochen e where e.kreis_id = p_kreis order by e.linie, e.nr desc),
  allein as (
    select l.linie, l.traeger[1] as traeger from letzte l
     where l.linie like 'kommune=%' and cardinality(l.traeger) = 1
       and not exists (select from letzte x where x.linie like 'kommune=%' and x.linie <> l.linie and l.traeger[1] = any (x.traeger)))
  select n.zelle, p_kreis || '|' || coalesce(n.mass || '|traeger=' || a.traeger || '|epoche=1', n.zelle || '|epoche=' || coalesce(l.nr, 1))
      || case m.spanne when 'stichtag' then '' else '|' || p_stichtag end
    from namen n join auswertung.masse m on m.mass = n.mass
    left join letzte l on l.linie = n.linie
    left join allein a on a.linie = n.linie and n.merkmale = '{kommune}' $$;

/* Cut-off days that are due, oldest first, and those whose protected counts wait for their totals. */
create or replace function auswertung_intern.faellige() returns table (kreis_id uuid, stichtag date, gezaehlt boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select b.kreis_id, d::date, l.stichtag is not null
    from auswertung_intern.beginn b
    cross join lateral generate_series(date_trunc('month', b.erster_stichtag), (statement_timestamp() at time zone 'Europe/Berlin')::date - interval '10 days', interval '1 month') monat
    cross join lateral (select monat + interval '1 month - 1 day' as d) x
    left join auswertung.laeufe l on l.kreis_id = b.kreis_id and l.stichtag = d::date
   where (statement_timestamp() at time zone 'Europe/Berlin')::date >= d::date + 10
     and not exists (select from auswertung.tabellenstaende s where s.kreis_id = b.kreis_id and s.stichtag = d::date)
   order by 1, 2 $$;

/*
 * Headline figures of the asking Leitung's Träger on the end of a quarter, exactly, once and for ever (D21): all running cases
 * where five came and five went in that quarter; the classes too where each has ten and the Träger works in one Kommune.
 * Answers '' or the word for why not. From then on the offset of these cells counts as known.
 */
create or replace function auswertung_intern.gib_kennzahlen_frei(p_stichtag date, p_klassen boolean) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare t uuid := sec.traeger(); k uuid := sec.kreis(); zu integer; ab integer; kurz integer; cm integer; kommunen integer;
begin
  if not sec.hat_rolle('leitung') then raise exception 'nicht erlaubt' using errcode = '42501'; end if;
  if p_stichtag is null or extract(month from p_stichtag) not in (3, 6, 9, 12)
    or not exists (select from auswertung.tabellenstaende s where s.kreis_id = k and s.stichtag = p_stichtag) then return 'kein_stichtag'; end if;
  if exists (select from auswertung.kennzahlen z where z.kreis_id = k and z.traeger_id = t and z.stichtag = p_stichtag) then return 'schon_frei'; end if;
  select count(*) filter (where b.neu), count(*) filter (where b.beendet), count(*) filter (where b.laeuft and b.klasse = 'kurzberatung'), count(*) filter (where b.laeuft and b.klasse = 'case_management')
    into zu, ab, kurz, cm from auswertung_intern.basis(k, p_stichtag, '', '') b where b.traeger = t::text;
  if zu < 5 or ab < 5 then return 'wenig_bewegung'; end if;
  if p_klassen then
    select count(distinct x.kommune_id) into kommunen from app.stelle_kommunen x where x.traeger_id = t;
    if kommunen <> 1 then return 'mehrere_kommunen'; end if;
    if least(kurz, cm) < 10 then return 'zu_klein'; end if;
  end if;
  insert into auswertung.kennzahlen (kreis_id, traeger_id, stichtag, klasse, wert)
  select k, t, p_stichtag, w.klasse, w.wert from (values ('alle', kurz + cm), ('kurzberatung', kurz), ('case_management', cm)) w(klasse, wert) where p_klassen or w.klasse = 'alle'
  on conflict do nothing;
  return case when found then '' else 'schon_frei' end;
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'auswertung_intern'::regnamespace loop
    execute format('alter function %s owner to stat_owner', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function auswertung_intern.veroeffentliche(uuid, date, bytea), auswertung_intern.faellige() to kim_auswertung;
grant usage on schema auswertung_intern to kim_traeger;
grant execute on function auswertung_intern.gib_kennzahlen_frei(date, boolean) to kim_traeger;
grant usage on schema sec to stat_owner;
grant execute on function sec.traeger(), sec.kreis(), sec.hat_rolle(text) to stat_owner;
grant insert on auswertung.kennzahlen to stat_owner;
-- A Träger reads of the lines by Träger its own alone.
create policy eigene on auswertung.werte as restrictive for select to kim_traeger using (zelle not like '%traeger=%' or zelle like '%traeger=' || (select sec.traeger()) || '%');
create policy eigene on auswertung.kennzahlen as restrictive for select to kim_traeger using (traeger_id = (select sec.traeger()));
create policy eigene on auswertung.takte as restrictive for select to kim_traeger using (linie in ('', (select sec.traeger())::text));
