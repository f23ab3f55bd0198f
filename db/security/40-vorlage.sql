-- The one template of policies. It lives in pg_temp and is gone when the migration is done.
-- One permissive policy per table: the Träger. Everything finer is restrictive (D1).
create or replace function pg_temp.eigener_fall(tabelle regclass, schluessel text) returns text
language sql as $$
  select format('%1$s = any ((select sec.faelle())::uuid[]) or %2$s', schluessel,
    case when tabelle = 'app.faelle'::regclass then 'gemeinsam'
         else format('exists (select from app.faelle f where f.traeger_id = %1$s.traeger_id and f.id = %1$s.%2$s and f.gemeinsam)', tabelle, schluessel) end)
$$;

-- The protected part of a case is open to who opened it, for as long as she said.
create or replace function pg_temp.geoeffnet(tabelle regclass) returns text
language sql as $$
  select format('exists (select from app.schutzoeffnungen o where o.traeger_id = %1$s.traeger_id and o.fall_id = %1$s.fall_id
    and o.nutzer_id = (select sec.nutzer()) and o.bis > statement_timestamp())', tabelle)
$$;

create or replace function pg_temp.sichtbar(sicht text, tabelle regclass, schluessel text) returns text
language sql as $$
  select case sicht
    when 'traeger' then 'true'
    when 'fachkraft' then '(select sec.darf_fallinhalt())'
    when 'eigene' then 'nutzer_id = (select sec.nutzer())'
    when 'fallinhalt' then format('(select sec.darf_fallinhalt()) and (%s)', pg_temp.eigener_fall(tabelle, schluessel))
    when 'geschuetzt' then format('%s and %s', pg_temp.sichtbar('fallinhalt', tabelle, schluessel), pg_temp.geoeffnet(tabelle))
    when 'anfrage' then format('(select sec.darf_fallinhalt()) and (fall_id is null or %s)', pg_temp.eigener_fall(tabelle, schluessel))
    when 'verzeichnis' then format('(select sec.darf_verzeichnis()) or (%s)', pg_temp.sichtbar('fallinhalt', tabelle, schluessel))
    when 'person' then format(
      '(select sec.darf_fallinhalt()) and exists (select from app.fallbeteiligte b where b.traeger_id = %1$s.traeger_id and b.ratsuchende_id = %1$s.ratsuchende_id)', tabelle)
    when 'anfrageschluessel' then format(
      '(select sec.darf_fallinhalt()) and exists (select from app.anfragen a where a.traeger_id = %1$s.traeger_id and a.id = %1$s.anfrage_id)', tabelle)
    when 'leitung' then '(select sec.hat_rolle(''leitung''))'
    when 'eigene_oder_leitung' then '(select sec.hat_rolle(''leitung'')) or nutzer_id = (select sec.nutzer())'
    when 'verwaltung' then '(select sec.hat_rolle(''traegeradministration''))'
  end $$;

/* lesen and schreiben name a row of the list above; rechte is the grant to kim_traeger. */
create or replace function pg_temp.traegertabelle(tabelle regclass, rechte text, lesen text, schreiben text, schluessel text default 'fall_id') returns void
language plpgsql as $$
declare p name; sieht text := pg_temp.sichtbar(lesen, tabelle, schluessel); schreibt text := pg_temp.sichtbar(schreiben, tabelle, schluessel);
begin
  if sieht is null or schreibt is null then raise exception 'unbekannte Sicht für %', tabelle; end if;
  for p in select polname from pg_policy where polrelid = tabelle loop
    execute format('drop policy %I on %s', p, tabelle);
  end loop;
  execute format('alter table %s enable row level security', tabelle);
  execute format('alter table %s force row level security', tabelle);
  execute format('create policy traeger on %s using (traeger_id = (select sec.traeger())) with check (traeger_id = (select sec.traeger()))', tabelle);
  if sieht <> 'true' then
    execute format('create policy lesen on %s as restrictive for select to kim_traeger, kim_auftrag using (%s)', tabelle, sieht);
  end if;
  if schreibt <> 'true' then
    execute format('create policy anlegen on %s as restrictive for insert to kim_traeger, kim_auftrag with check (%s)', tabelle, schreibt);
    execute format('create policy aendern on %s as restrictive for update to kim_traeger, kim_auftrag using (%2$s) with check (%2$s)', tabelle, schreibt);
    execute format('create policy loeschen on %s as restrictive for delete to kim_traeger, kim_auftrag using (%s)', tabelle, schreibt);
  end if;
  execute format('revoke all on %s from public, kim_traeger, kim_auftrag, kim_anmeldung, kim_koordination, kim_auswertung, sec_owner', tabelle);
  if rechte <> '' then execute format('grant %s on %s to kim_traeger', rechte, tabelle); end if;
end $$;

/* Person-free tables of a Kreis: read by both sides, written by operator commands and later by the Koordination. */
create or replace function pg_temp.kreistabelle(tabelle regclass, spalte text, leser text) returns void
language plpgsql as $$
declare p name;
begin
  for p in select polname from pg_policy where polrelid = tabelle loop
    execute format('drop policy %I on %s', p, tabelle);
  end loop;
  execute format('alter table %s enable row level security', tabelle);
  execute format('alter table %s force row level security', tabelle);
  execute format('create policy kreis on %s to kim_traeger, kim_koordination, kim_auftrag using (%2$I = (select sec.kreis())) with check (%2$I = (select sec.kreis()))', tabelle, spalte);
  execute format('create policy einrichten on %s to kim_eigentuemer, sec_owner using (true) with check (true)', tabelle);
  execute format('revoke all on %s from public, kim_traeger, kim_koordination, kim_auftrag, kim_anmeldung, kim_auswertung', tabelle);
  execute format('grant select on %s to %s', tabelle, leser);
  execute format('grant select on %s to sec_owner', tabelle);
end $$;
