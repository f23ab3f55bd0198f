-- Who is asking. The application passes app.ctx = sha256('ctx' || cookie secret) in hex; the database keeps only
-- sha256 of that. Reading one's own app.ctx therefore gives neither the cookie nor another session.
grant usage on schema sec to sec_owner, kim_traeger, kim_anmeldung, kim_koordination, kim_auftrag;
grant select, insert, update, delete on all tables in schema sec to sec_owner;

create or replace view sec.gegenwart with (security_invoker = true) as
  select m.traeger_id, m.kreis_id, m.nutzer_id, m.rollen, m.id as mitgliedschaft_id, m.konto_id
    from sec.sitzungen s
    join sec.mitgliedschaften m on m.id = s.mitgliedschaft_id
   where s.ctx_hash = sha256(convert_to(current_setting('app.ctx'), 'UTF8'))
     and s.bestaetigt_am is not null
     and s.gesperrt_am is null
     and s.widerrufen_am is null
     and statement_timestamp() < s.laeuft_ab
     and statement_timestamp() < s.endet_spaetestens
     and m.angenommen_am is not null
     and m.beendet_am is null
  union all
  select b.traeger_id, t.kreis_id, b.auftrag_id, array['auftrag:' || b.art], null, null
    from sec.auftragsbefugnisse b
    join kreis.traeger t on t.id = b.traeger_id
   where b.ctx_hash = sha256(convert_to(current_setting('app.ctx'), 'UTF8'))
     and statement_timestamp() < b.laeuft_ab;
alter view sec.gegenwart owner to sec_owner;

/* Raises rather than returning null: an empty list would look like deleted people. */
create or replace function sec.traeger() returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare v uuid;
begin
  select traeger_id into v from sec.gegenwart;
  if v is null then raise exception 'kein gültiger Zusammenhang' using errcode = '42501'; end if;
  return v;
end $$;

create or replace function sec.kreis() returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare v uuid;
begin
  select kreis_id into v from sec.gegenwart;
  if v is null then raise exception 'kein gültiger Zusammenhang' using errcode = '42501'; end if;
  return v;
end $$;

create or replace function sec.nutzer() returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare v uuid;
begin
  select nutzer_id into v from sec.gegenwart;
  if v is null then raise exception 'kein gültiger Zusammenhang' using errcode = '42501'; end if;
  return v;
end $$;

create or replace function sec.rollen() returns text[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare v text[];
begin
  select rollen into v from sec.gegenwart;
  if v is null then raise exception 'kein gültiger Zusammenhang' using errcode = '42501'; end if;
  return v;
end $$;

create or replace function sec.hat_rolle(rolle text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin return rolle = any (sec.rollen()); end $$;

/* Only a Fachkraft reads what is written about people (D3). */
create or replace function sec.darf_fallinhalt() returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin return 'fachkraft' = any (sec.rollen()); end $$;

/* Leitung and Trägeradministration see that a case exists, whose it is and of which class. */
create or replace function sec.darf_verzeichnis() returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin return sec.rollen() && array['leitung', 'traegeradministration']; end $$;

/*
 * The cases that are mine by a personal tie: responsible, in Vertretung today, or in a Fallberatung today (D1, D2).
 * What all Fachkräfte of a Träger share is recognised by faelle.gemeinsam instead: it may be thousands.
 */
create or replace function sec.faelle() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare v uuid[]; t uuid; n uuid; r text[]; heute date := (statement_timestamp() at time zone 'Europe/Berlin')::date;
begin
  select traeger_id, nutzer_id, rollen into t, n, r from sec.gegenwart;
  if t is null then raise exception 'kein gültiger Zusammenhang' using errcode = '42501'; end if;
  if not 'fachkraft' = any (r) then return '{}'; end if;
  select coalesce(array_agg(fall_id), '{}') into v from (
    select z.fall_id from app.zustaendigkeiten z
     where z.traeger_id = t and z.nutzer_id = n and z.bis is null
    union
    select z.fall_id from app.vertretungen x
      join app.zustaendigkeiten z on z.traeger_id = t and z.nutzer_id = x.vertretene_id and z.bis is null
     where x.traeger_id = t and x.vertretung_id = n and x.beendet_am is null and heute between x.von and x.bis
    union
    select b.fall_id from app.fallberatungen b
     where b.traeger_id = t and b.nutzer_id = n and heute between b.von and b.bis
  ) meine;
  return v;
end $$;

do $$
declare f text;
begin
  foreach f in array array['traeger()', 'kreis()', 'nutzer()', 'rollen()', 'hat_rolle(text)', 'darf_fallinhalt()', 'darf_verzeichnis()', 'faelle()'] loop
    execute format('alter function sec.%s owner to sec_owner', f);
    execute format('revoke all on function sec.%s from public', f);
    execute format('grant execute on function sec.%s to kim_traeger, kim_koordination, kim_auftrag, kim_anmeldung, sec_owner', f);
  end loop;
end $$;
