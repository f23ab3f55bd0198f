-- Background work (D17): what the login kim_auftrag may do, and how it comes to a context.

/* Beside the Träger's policy: of a table, background work meets what `bedingung` says, and writes what `schreiben` allows. */
create or replace function pg_temp.auftragstabelle(tabelle regclass, rechte text[], bedingung text, schreiben text) returns void
language plpgsql as $$
declare p name; recht text;
begin
  -- The template's restrictions speak of people; of background work this one does.
  for p in select polname from pg_policy where polrelid = tabelle and not polpermissive and 'kim_auftrag'::regrole = any (polroles) loop
    execute format('alter policy %I on %s to kim_traeger', p, tabelle);
  end loop;
  execute format('create policy hintergrund on %s as restrictive to kim_auftrag using (%s) with check (%s)', tabelle, bedingung, schreiben);
  foreach recht in array rechte loop
    execute format('grant %s on %s to kim_auftrag', recht, tabelle);
  end loop;
end $$;

grant usage on schema app to kim_auftrag;
-- Form ids of thirty days ago (D14); their content is not even readable.
select pg_temp.auftragstabelle('app.formulareingaben', array['select (traeger_id, erfasst_am)', 'delete'],
  '(select sec.hat_rolle(''auftrag:aufraeumen'')) and erfasst_am < now() - interval ''30 days''', 'false');
-- Its own Auftrag (sec.nutzer() of a capability is the Auftrag), and those finished thirty days ago.
select pg_temp.auftragstabelle('app.auftraege', array['select (traeger_id, id, erledigt_am)', 'update (erledigt_am)', 'delete'],
  '(select sec.hat_rolle(''auftrag:aufraeumen'')) and (id = (select sec.nutzer()) or erledigt_am < now() - interval ''30 days'')',
  'id = (select sec.nutzer()) and erledigt_am = now()');

-- Which Aufträge are open is asked before there is a Träger to ask as: the one table with a second permissive policy.
-- „true“, because only a constant keeps the other policy from being asked at all.
create policy sichten on app.auftraege for select to sec_owner using (true);
create policy vergeben on app.auftraege for insert to sec_owner with check (true);
grant select (traeger_id, id, art, erfasst_am, erledigt_am), insert (traeger_id, id, art) on app.auftraege to sec_owner;

/*
 * Timed work: a row for every Träger where none is open and the last one is an hour old (less five minutes, so that a
 * start somewhat early counts; a worker that dies and comes back makes no new ones). Answers the ids of all open Aufträge.
 */
create or replace function sec.auftraege_anlegen() returns setof uuid
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.auftraege (traeger_id, id, art)
  select t.id, gen_random_uuid(), 'aufraeumen' from kreis.traeger t
   where not exists (select from app.auftraege a where a.traeger_id = t.id and a.art = 'aufraeumen'
                        and (a.erledigt_am is null or a.erfasst_am > statement_timestamp() - interval '55 minutes'))
  on conflict do nothing;
  return query select a.id from app.auftraege a where a.art = 'aufraeumen' and a.erledigt_am is null;
end $$;

/*
 * Anfragen that came to nothing erase themselves six months after they came in and were recorded, and after an appointment, together with a person who is in no case and
 * in no other Anfrage (section 2.5, Retention). Only under a capability for tidying up, and only of its Träger.
 * Answers how many Anfragen and how many persons went.
 */
create or replace function sec.anfragen_aufraeumen() returns table (bestand text, anzahl integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare t uuid := sec.traeger(); personen uuid[]; n integer;
begin
  if not sec.hat_rolle('auftrag:aufraeumen') then raise exception 'nicht befugt' using errcode = '42501'; end if;
  with weg as (
    delete from app.anfragen a where a.traeger_id = t and a.fall_id is null
      and greatest(a.eingegangen_am, (a.erfasst_am at time zone 'Europe/Berlin')::date, a.erstgespraech_am) < ((statement_timestamp() at time zone 'Europe/Berlin')::date - interval '6 months')::date
    returning a.ratsuchende_id)
  select coalesce(array_agg(distinct ratsuchende_id), '{}'), count(*)::integer into personen, n from weg;
  bestand := 'anfragen'; anzahl := n; return next;
  delete from app.ratsuchende r where r.traeger_id = t and r.id = any (personen)
    and not exists (select from app.anfragen a where a.traeger_id = t and a.ratsuchende_id = r.id)
    and not exists (select from app.fallbeteiligte b where b.traeger_id = t and b.ratsuchende_id = r.id)
    and not exists (select from app.haushaltsmitglieder h where h.traeger_id = t and h.ratsuchende_id = r.id)
    and not exists (select from app.ratsuchende x where x.traeger_id = t and x.aufgegangen_in = r.id);
  get diagnostics n = row_count;
  bestand := 'personen'; anzahl := n; return next;
end $$;
grant select (traeger_id, ratsuchende_id, fall_id, eingegangen_am, erfasst_am, erstgespraech_am), delete on app.anfragen to sec_owner;
grant select (traeger_id, id, aufgegangen_in), delete on app.ratsuchende to sec_owner;
grant select (traeger_id, ratsuchende_id) on app.haushaltsmitglieder to sec_owner;

/*
 * Fifteen minutes for this Auftrag: its Träger, its kind. Null where there is none, or it is done. The answer is the only
 * place where ctx stands; the table keeps sha256 of it, and a random one, so that it can be no session's.
 */
create or replace function sec.auftrag_beginnen(p_id uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare ctx text := encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex');
begin
  insert into sec.auftragsbefugnisse (ctx_hash, traeger_id, auftrag_id, art, laeuft_ab)
  select sha256(convert_to(ctx, 'UTF8')), a.traeger_id, a.id, a.art, statement_timestamp() + interval '15 minutes'
    from app.auftraege a where a.id = p_id and a.erledigt_am is null;
  return case when found then ctx end;
end $$;

/*
 * Erases what has no Träger and has had its time; answers how many rows of what. Drafts: a day (D14). Sessions: a week
 * after they were revoked or had to end. Failed attempts: a day; they are forgiven after an hour. Capabilities: when over.
 * Links: used or over, and thirty days old; a reset link stays until its owner has used a second factor after it, because
 * until then it is what asks for a second person when the other factor is to go as well (zugang_zuruecksetzen).
 */
create or replace function sec.installation_aufraeumen() returns table (bestand text, anzahl integer)
language sql security definer set search_path = pg_catalog as $$
  with entwuerfe as (delete from sec.entwuerfe where erfasst_am < statement_timestamp() - interval '24 hours' returning 1),
  sitzungen as (delete from sec.sitzungen where least(widerrufen_am, endet_spaetestens) < statement_timestamp() - interval '7 days' returning 1),
  einmallinks as (delete from sec.einmallinks l using sec.konten k
    where k.id = l.konto_id and (l.eingeloest_am is not null or l.laeuft_ab < statement_timestamp())
      and l.erfasst_am < statement_timestamp() - interval '30 days'
      and (l.art = 'einladung' or l.erfasst_am < to_timestamp(k.totp_schritt * 30)) returning 1),
  drosselung as (delete from sec.drosselung where zuletzt_am < statement_timestamp() - interval '1 day' returning 1),
  auftragsbefugnisse as (delete from sec.auftragsbefugnisse where laeuft_ab < statement_timestamp() returning 1)
  select 'entwuerfe', count(*)::integer from entwuerfe
  union all select 'sitzungen', count(*)::integer from sitzungen
  union all select 'einmallinks', count(*)::integer from einmallinks
  union all select 'drosselung', count(*)::integer from drosselung
  union all select 'auftragsbefugnisse', count(*)::integer from auftragsbefugnisse $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'sec'::regnamespace
    and p.proname in ('auftraege_anlegen', 'auftrag_beginnen', 'installation_aufraeumen', 'anfragen_aufraeumen') loop
    execute format('alter function %s owner to sec_owner', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to kim_auftrag', f);
  end loop;
end $$;

-- pg-boss: its tables for this login alone; its functions as strict as ours.
do $$
declare f regprocedure; r text;
begin
  foreach r in array array['public', 'kim_traeger', 'kim_anmeldung', 'kim_koordination', 'kim_auswertung', 'kim_auftrag', 'sec_owner', 'stat_owner'] loop
    execute format('revoke all on schema pgboss from %s', r);
    execute format('revoke all on all tables in schema pgboss from %s', r);
    execute format('revoke all on all functions in schema pgboss from %s', r);
    execute format('revoke all on type pgboss.job_state from %s', r);
  end loop;
  for f in select p.oid from pg_proc p where p.pronamespace = 'pgboss'::regnamespace loop
    execute format('alter function %s set search_path = pg_catalog', f);
  end loop;
end $$;
grant usage on schema pgboss to kim_auftrag;
grant usage on type pgboss.job_state to kim_auftrag;
grant select, insert, update, delete on all tables in schema pgboss to kim_auftrag;
grant execute on function pgboss.job_now(), pgboss.create_queue(text, jsonb) to kim_auftrag;
