-- What the Trägeradministration does to accounts, and the second person (D3). Always within the asking Träger.

create or replace function sec.verlange(p_rolle text) returns void
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not sec.hat_rolle(p_rolle) then raise exception 'nicht erlaubt' using errcode = '42501'; end if;
end $$;

create or replace function sec.personal()
returns table (nutzer_id uuid, email text, rollen text[], angenommen boolean, beendet boolean, zweiter_faktor boolean, passwort_frei boolean, demo boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not sec.darf_verzeichnis() then raise exception 'nicht erlaubt' using errcode = '42501'; end if;
  -- Of somebody who has not accepted yet nothing tells whether the address had an account before (D4).
  return query select m.nutzer_id, ltrim(k.email), m.rollen, m.angenommen_am is not null, m.beendet_am is not null,
      m.angenommen_am is not null and k.totp_seit is not null, m.angenommen_am is null or k.passwort_hash is null,
      m.angenommen_am is not null and k.demo
    from sec.mitgliedschaften m join sec.konten k on k.id = m.konto_id where m.traeger_id = sec.traeger();
end $$;

/* Which colleagues may be responsible for cases: their ids only. */
create or replace function sec.fachkraefte() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select m.nutzer_id from sec.mitgliedschaften m
   where m.traeger_id = sec.traeger() and 'fachkraft' = any (m.rollen) and m.beendet_am is null and m.angenommen_am is not null;
end $$;

/*
 * Invites a colleague whose row in app.nutzer exists. An address that already has an account gains a membership
 * when its owner accepts; the answer does not tell which it was (D4). False only when she is a member already.
 */
create or replace function sec.einladen(p_konto uuid, p_mitgliedschaft uuid, p_nutzer uuid, p_email text, p_rollen text[], p_token_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare k sec.konten;
begin
  perform sec.verlange('traegeradministration');
  if not exists (select from app.nutzer n where n.traeger_id = sec.traeger() and n.id = p_nutzer) then
    raise exception 'unbekannt' using errcode = '23503';
  end if;
  -- Ids in use elsewhere are replaced: a collision would tell of them.
  if exists (select from sec.konten where id = p_konto) then p_konto := gen_random_uuid(); end if;
  if exists (select from sec.mitgliedschaften where id = p_mitgliedschaft) then p_mitgliedschaft := gen_random_uuid(); end if;
  -- Who is invited from a demo account gets one: production refuses both (D6).
  insert into sec.konten (id, email, art, demo)
  select p_konto, p_email, 'traeger', i.demo from sec.gegenwart g join sec.konten i on i.id = g.konto_id on conflict (email) do nothing;
  select * into k from sec.konten where email = p_email;
  if k.art <> 'traeger' then
    -- The address belongs to the Koordination. A konto that nobody can sign in to stands for it, so that the list of
    -- colleagues looks as for any other address; its link leads nowhere.
    insert into sec.konten (id, email, art) values (p_konto, ' ' || p_email, 'traeger') on conflict (email) do nothing;
    select * into k from sec.konten where email = ' ' || p_email;
    p_token_hash := null;
  end if;
  insert into sec.mitgliedschaften (id, konto_id, konto_art, traeger_id, kreis_id, nutzer_id, rollen)
  values (p_mitgliedschaft, k.id, 'traeger', sec.traeger(), sec.kreis(), p_nutzer, p_rollen)
  on conflict do nothing;
  if not found then return false; end if;
  insert into sec.einmallinks (token_hash, konto_id, mitgliedschaft_id, art, laeuft_ab)
  select p_token_hash, k.id, p_mitgliedschaft, 'einladung', statement_timestamp() + interval '7 days' where p_token_hash is not null;
  return true;
end $$;

/* A new link for somebody invited who has not accepted yet; older ones die. */
create or replace function sec.einladung_erneuern(p_nutzer uuid, p_token_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare m sec.mitgliedschaften;
begin
  perform sec.verlange('traegeradministration');
  select * into m from sec.mitgliedschaften where traeger_id = sec.traeger() and nutzer_id = p_nutzer and angenommen_am is null and beendet_am is null;
  if not found then return false; end if;
  delete from sec.einmallinks where mitgliedschaft_id = m.id and eingeloest_am is null;
  insert into sec.einmallinks (token_hash, konto_id, mitgliedschaft_id, art, laeuft_ab)
  select p_token_hash, k.id, m.id, 'einladung', statement_timestamp() + interval '7 days' from sec.konten k
   where k.id = m.konto_id and k.email = ltrim(k.email);
  return true;
end $$;

/* Somebody who left comes back: the membership waits again for her to accept, with the roles given now. */
create or replace function sec.wieder_einladen(p_nutzer uuid, p_rollen text[], p_token_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform sec.verlange('traegeradministration');
  update sec.mitgliedschaften set rollen = p_rollen, angenommen_am = null, beendet_am = null
   where traeger_id = sec.traeger() and nutzer_id = p_nutzer and beendet_am is not null;
  if not found then return false; end if;
  return sec.einladung_erneuern(p_nutzer, p_token_hash);
end $$;

/* Signs a colleague out on every device, at this Träger only. Answers how many sessions were open. */
create or replace function sec.sitzungen_beenden(p_nutzer uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare anzahl integer;
begin
  perform sec.verlange('traegeradministration');
  update sec.sitzungen s set widerrufen_am = statement_timestamp() from sec.mitgliedschaften m
   where m.traeger_id = sec.traeger() and m.nutzer_id = p_nutzer and s.mitgliedschaft_id = m.id and s.widerrufen_am is null
     and statement_timestamp() < least(s.laeuft_ab, s.endet_spaetestens);
  get diagnostics anzahl = row_count;
  return anzahl;
end $$;

/* Answers 'freigabe' when granting oneself Fachkraft: that needs a second person. */
create or replace function sec.rollen_setzen(p_nutzer uuid, p_rollen text[]) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare m sec.mitgliedschaften;
begin
  perform sec.verlange('traegeradministration');
  select * into m from sec.mitgliedschaften where traeger_id = sec.traeger() and nutzer_id = p_nutzer and beendet_am is null for update;
  if not found then return 'unbekannt'; end if;
  if p_nutzer = sec.nutzer() and 'fachkraft' = any (p_rollen) and not 'fachkraft' = any (m.rollen) then return 'freigabe'; end if;
  if not 'traegeradministration' = any (p_rollen) and not exists (
    select from sec.mitgliedschaften x where x.traeger_id = m.traeger_id and x.id <> m.id and x.beendet_am is null
      and x.angenommen_am is not null and 'traegeradministration' = any (x.rollen)) then return 'letzte_administration'; end if;
  if not 'fachkraft' = any (p_rollen) and exists (
    select from app.zustaendigkeiten z where z.traeger_id = m.traeger_id and z.nutzer_id = p_nutzer and z.bis is null) then return 'hat_faelle'; end if;
  update sec.mitgliedschaften set rollen = p_rollen where id = m.id;
  return 'ok';
end $$;

create or replace function sec.mitgliedschaft_beenden(p_nutzer uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare m sec.mitgliedschaften;
begin
  perform sec.verlange('traegeradministration');
  select * into m from sec.mitgliedschaften where traeger_id = sec.traeger() and nutzer_id = p_nutzer and beendet_am is null for update;
  if not found then return 'unbekannt'; end if;
  if p_nutzer = sec.nutzer() then return 'selbst'; end if;
  if exists (select from app.zustaendigkeiten z where z.traeger_id = m.traeger_id and z.nutzer_id = p_nutzer and z.bis is null) then return 'hat_faelle'; end if;
  update sec.mitgliedschaften set beendet_am = statement_timestamp() where id = m.id;
  update sec.sitzungen set widerrufen_am = statement_timestamp() where mitgliedschaft_id = m.id and widerrufen_am is null;
  return 'ok';
end $$;

/*
 * A reset link. One factor must stay the owner's own: with both gone within thirty days or since she last used a code
 * (totp_schritt counts 30-second steps), or where there is no second factor at all, the link opens the account, and
 * that needs a second person (D3). Never one's own: a session left open would become the account. The link remembers
 * which Träger asked: see link_einloesen.
 */
create or replace function sec.zugang_zuruecksetzen(p_nutzer uuid, p_art text, p_token_hash bytea, p_freigabe uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare m sec.mitgliedschaften; k sec.konten; f app.freigaben;
begin
  perform sec.verlange('traegeradministration');
  if p_art not in ('passwort', 'zweiter_faktor', 'beides') then raise exception 'unbekannte Art' using errcode = '22023'; end if;
  if p_nutzer = sec.nutzer() then return 'selbst'; end if;
  select * into m from sec.mitgliedschaften where traeger_id = sec.traeger() and nutzer_id = p_nutzer and beendet_am is null and angenommen_am is not null;
  if not found then return 'unbekannt'; end if;
  select * into k from sec.konten where id = m.konto_id for update;
  if p_art = 'beides' or k.totp_seit is null or exists (
      select from sec.einmallinks l where l.konto_id = k.id and l.art not in ('einladung', p_art)
        and l.erfasst_am > least(statement_timestamp() - interval '30 days', to_timestamp(k.totp_schritt * 30))) then
    update app.freigaben set eingeloest_am = statement_timestamp()
     where traeger_id = sec.traeger() and id = p_freigabe and art = 'zugang' and betrifft_id = p_nutzer and beantragt_von = sec.nutzer()
       and bestaetigt = 'ja' and eingeloest_am is null and entschieden_am > statement_timestamp() - interval '7 days' returning * into f;
    if not found then return 'freigabe'; end if;
  end if;
  delete from sec.einmallinks where konto_id = k.id and eingeloest_am is null and art <> 'einladung';
  insert into sec.einmallinks (token_hash, konto_id, mitgliedschaft_id, art, laeuft_ab)
  values (p_token_hash, k.id, m.id, p_art, statement_timestamp() + interval '24 hours');
  return 'ok';
end $$;

/*
 * The second person decides; what was asked for takes effect in her transaction. Leitung or the Fachkraft concerned,
 * never who asked. A role concerns nobody's cases yet: only Leitung decides it.
 */
create or replace function sec.freigabe_entscheiden(p_id uuid, p_ja boolean) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare f app.freigaben; heute date := (statement_timestamp() at time zone 'Europe/Berlin')::date;
begin
  select * into f from app.freigaben where traeger_id = sec.traeger() and id = p_id for update;
  if not found then return 'unbekannt'; end if;
  if f.entschieden_am is not null then return 'entschieden'; end if;
  if f.beantragt_von = sec.nutzer() or not (sec.hat_rolle('leitung') or f.betrifft_id = sec.nutzer() and f.art <> 'rolle_fachkraft') then
    raise exception 'nicht erlaubt' using errcode = '42501';
  end if;
  update app.freigaben set entschieden_von = sec.nutzer(), entschieden_am = statement_timestamp(), bestaetigt = case when p_ja then 'ja' else 'nein' end,
         eingeloest_am = case when p_ja and art <> 'zugang' then statement_timestamp() end
   where traeger_id = f.traeger_id and id = f.id;
  if not p_ja then return 'ok'; end if;
  if f.art in ('vertretung', 'uebergabe') and not exists (select from sec.fachkraefte() k where k = f.beguenstigt_id) then
    raise exception 'keine Fachkraft' using errcode = '23514', constraint = 'freigabe_fachkraft';
  end if;
  if f.art = 'vertretung' then
    insert into app.vertretungen (traeger_id, id, vertretene_id, vertretung_id, von, bis, eingerichtet_von)
    values (f.traeger_id, f.id, f.betrifft_id, f.beguenstigt_id, f.von, f.bis, f.beantragt_von);
  elsif f.art = 'uebergabe' then
    update app.zustaendigkeiten set bis = heute
     where traeger_id = f.traeger_id and nutzer_id = f.betrifft_id and fall_id = any (f.faelle) and bis is null;
    insert into app.zustaendigkeiten (traeger_id, id, fall_id, nutzer_id, von, anlass, erfasst_von)
    select f.traeger_id, gen_random_uuid(), z.fall_id, f.beguenstigt_id, heute, 'uebergabe', f.beantragt_von
      from app.zustaendigkeiten z where z.traeger_id = f.traeger_id and z.nutzer_id = f.betrifft_id and z.fall_id = any (f.faelle)
       and z.bis = heute and not exists (select from app.zustaendigkeiten o where o.traeger_id = z.traeger_id and o.fall_id = z.fall_id and o.bis is null)
     group by z.fall_id;
  elsif f.art = 'rolle_fachkraft' then
    -- Adds the role and nothing else: what else she may do can have changed since she asked.
    update sec.mitgliedschaften set rollen = rollen || array['fachkraft']
     where traeger_id = f.traeger_id and nutzer_id = f.beguenstigt_id and beendet_am is null and not 'fachkraft' = any (rollen);
  end if;
  return 'ok';
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'sec'::regnamespace and p.proname in (
    'verlange', 'personal', 'fachkraefte', 'einladen', 'einladung_erneuern', 'wieder_einladen', 'sitzungen_beenden', 'rollen_setzen', 'mitgliedschaft_beenden',
    'zugang_zuruecksetzen', 'freigabe_entscheiden') loop
    execute format('alter function %s owner to sec_owner', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to kim_traeger', f);
  end loop;
  revoke execute on function sec.verlange(text) from kim_traeger;
  grant execute on function sec.verlange(text) to sec_owner;
end $$;
