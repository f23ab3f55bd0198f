-- The Koordination's own accounts (D4). Always within the asking Kreis, and nothing of any Träger.

create or replace function sec.verlange_koordination() returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not sec.hat_rolle('koordination') then raise exception 'nicht erlaubt' using errcode = '42501'; end if;
  return sec.kreis();
end $$;
alter function sec.verlange_koordination() owner to sec_owner;
revoke all on function sec.verlange_koordination() from public;

/* Of somebody who has not accepted yet nothing tells whether the address had an account before. */
create or replace function sec.koordination_konten()
returns table (nutzer_id uuid, name text, email text, angenommen boolean, zweiter_faktor boolean, erfasst_am timestamptz, eigenes boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare r uuid := sec.verlange_koordination();
begin
  return query
    select c.id, c.name, ltrim(k.email), m.angenommen_am is not null, m.angenommen_am is not null and k.totp_seit is not null, c.erfasst_am, c.id = sec.nutzer()
      from kreis.koordinierende c
      join sec.mitgliedschaften m on m.kreis_id = r and m.nutzer_id = c.id and m.konto_art = 'koordination'
      join sec.konten k on k.id = m.konto_id
     where c.kreis_id = r and c.beendet_am is null order by c.name;
end $$;

/*
 * Invites somebody into the Koordination of one's own Kreis. An address that works for a Träger is answered alike: a konto
 * that nobody can sign in to stands for it, and its link leads nowhere (as in sec.einladen). False only when she is a
 * member or invited already.
 */
create or replace function sec.koordination_einladen(p_konto uuid, p_mitgliedschaft uuid, p_nutzer uuid, p_name text, p_email text, p_token_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare r uuid := sec.verlange_koordination(); k sec.konten;
begin
  if exists (select from sec.konten where id = p_konto) then p_konto := gen_random_uuid(); end if;
  if exists (select from sec.mitgliedschaften where id = p_mitgliedschaft) then p_mitgliedschaft := gen_random_uuid(); end if;
  insert into sec.konten (id, email, art, demo)
  select p_konto, p_email, 'koordination', i.demo from sec.gegenwart g join sec.konten i on i.id = g.konto_id on conflict (email) do nothing;
  select * into k from sec.konten where email = p_email for update;
  if k.art <> 'koordination' then
    insert into sec.konten (id, email, art) values (p_konto, ' ' || p_email, 'koordination') on conflict (email) do nothing;
    select * into k from sec.konten where email = ' ' || p_email for update;
    p_token_hash := null;
  end if;
  if exists (select from sec.mitgliedschaften m where m.konto_id = k.id and m.kreis_id = r and m.traeger_id is null and m.beendet_am is null) then return false; end if;
  insert into kreis.koordinierende (kreis_id, id, name) values (r, p_nutzer, p_name);
  insert into sec.mitgliedschaften (id, konto_id, konto_art, kreis_id, nutzer_id, rollen)
  values (p_mitgliedschaft, k.id, 'koordination', r, p_nutzer, array['koordination']);
  insert into sec.einmallinks (token_hash, konto_id, mitgliedschaft_id, art, laeuft_ab)
  select p_token_hash, k.id, p_mitgliedschaft, 'einladung', statement_timestamp() + interval '7 days' where p_token_hash is not null;
  return true;
end $$;

/* A new link for somebody who has not accepted yet; older ones die. */
create or replace function sec.koordination_erneuern(p_nutzer uuid, p_token_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare r uuid := sec.verlange_koordination(); m sec.mitgliedschaften;
begin
  select * into m from sec.mitgliedschaften x
   where x.kreis_id = r and x.nutzer_id = p_nutzer and x.konto_art = 'koordination' and x.angenommen_am is null and x.beendet_am is null;
  if not found then return false; end if;
  delete from sec.einmallinks where mitgliedschaft_id = m.id and eingeloest_am is null;
  insert into sec.einmallinks (token_hash, konto_id, mitgliedschaft_id, art, laeuft_ab)
  select p_token_hash, k.id, m.id, 'einladung', statement_timestamp() + interval '7 days' from sec.konten k
   where k.id = m.konto_id and k.email = ltrim(k.email);
  return true;
end $$;

/* Not oneself and never the last one: two who end each other at the same moment wait for the same rows. */
create or replace function sec.koordination_beenden(p_nutzer uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare r uuid := sec.verlange_koordination(); m sec.mitgliedschaften;
begin
  if p_nutzer = sec.nutzer() then return 'selbst'; end if;
  perform from sec.mitgliedschaften x where x.kreis_id = r and x.konto_art = 'koordination' order by x.id for update;
  if not exists (select from kreis.koordinierende c where c.kreis_id = r and c.id = p_nutzer and c.beendet_am is null) then return 'unbekannt'; end if;
  if not exists (select from sec.mitgliedschaften x where x.kreis_id = r and x.konto_art = 'koordination' and x.nutzer_id <> p_nutzer
                    and x.angenommen_am is not null and x.beendet_am is null) then return 'letzte'; end if;
  update kreis.koordinierende set beendet_am = statement_timestamp() where kreis_id = r and id = p_nutzer;
  update sec.mitgliedschaften set beendet_am = statement_timestamp()
   where kreis_id = r and nutzer_id = p_nutzer and konto_art = 'koordination' and beendet_am is null returning * into m;
  delete from sec.einmallinks where mitgliedschaft_id = m.id and eingeloest_am is null;
  update sec.sitzungen set widerrufen_am = statement_timestamp() where mitgliedschaft_id = m.id and widerrufen_am is null;
  return 'ok';
end $$;

/*
 * A reset link for one factor of a colleague. The other one must stay her own: where both would be gone, or there is no
 * second factor at all, only the operator helps ('betreiber').
 */
create or replace function sec.koordination_zuruecksetzen(p_nutzer uuid, p_art text, p_token_hash bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare r uuid := sec.verlange_koordination(); m sec.mitgliedschaften; k sec.konten;
begin
  if p_art not in ('passwort', 'zweiter_faktor') then raise exception 'unbekannte Art' using errcode = '22023'; end if;
  if p_nutzer = sec.nutzer() then return 'selbst'; end if;
  select * into m from sec.mitgliedschaften x
   where x.kreis_id = r and x.nutzer_id = p_nutzer and x.konto_art = 'koordination' and x.beendet_am is null and x.angenommen_am is not null;
  if not found then return 'unbekannt'; end if;
  select * into k from sec.konten where id = m.konto_id for update;
  if k.totp_seit is null or exists (select from sec.einmallinks l where l.konto_id = k.id and l.art not in ('einladung', p_art)
      and l.erfasst_am > least(statement_timestamp() - interval '30 days', to_timestamp(k.totp_schritt * 30))) then return 'betreiber'; end if;
  delete from sec.einmallinks where konto_id = k.id and eingeloest_am is null and art <> 'einladung';
  insert into sec.einmallinks (token_hash, konto_id, mitgliedschaft_id, art, laeuft_ab)
  values (p_token_hash, k.id, m.id, p_art, statement_timestamp() + interval '24 hours');
  return 'ok';
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'sec'::regnamespace and p.proname in (
    'koordination_konten', 'koordination_einladen', 'koordination_erneuern', 'koordination_beenden', 'koordination_zuruecksetzen') loop
    execute format('alter function %s owner to sec_owner', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to kim_koordination', f);
  end loop;
end $$;
