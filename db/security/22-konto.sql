-- What a person does to her own account, by the sign-in login: second factor, password, settings, one-time links, drafts.

/* An open session, or one that has to set up its first second factor: the password was checked when it began. */
create or replace function sec.darf_einrichten(s sec.sitzungen, k sec.konten) returns boolean
language sql stable set search_path = pg_catalog as $$
  select sec.ist_lebendig(s) and (s.bestaetigt_am is not null or k.totp_seit is null) $$;
alter function sec.darf_einrichten(sec.sitzungen, sec.konten) owner to sec_owner;
revoke all on function sec.darf_einrichten(sec.sitzungen, sec.konten) from public;

drop function if exists sec.totp_lesen(bytea);
create or replace function sec.totp_lesen(p_id_hash bytea) returns table (konto_id uuid, totp_krypt bytea, totp_neu_krypt bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.totp_krypt, case when sec.darf_einrichten(s, k) then k.totp_neu_krypt end
    from sec.sitzungen s join sec.konten k on k.id = s.konto_id
   where s.id_hash = p_id_hash and s.widerrufen_am is null and statement_timestamp() < least(s.laeuft_ab, s.endet_spaetestens) $$;

create or replace function sec.zweiter_faktor_stand(p_id_hash bytea) returns table (seit timestamptz, codes integer)
language sql stable security definer set search_path = pg_catalog as $$
  select k.totp_seit, (select count(*)::integer from sec.wiederherstellungscodes c where c.konto_id = k.id and c.eingeloest_am is null)
    from sec.sitzungen s join sec.konten k on k.id = s.konto_id
   where s.id_hash = p_id_hash and sec.ist_lebendig(s) and (s.bestaetigt_am is not null or s.zweiter_faktor_am is not null or k.totp_seit is null) $$;

/* A step is accepted once: the same code again, or an older one, is refused. */
create or replace function sec.zweiten_faktor_annehmen(p_id_hash bytea, p_schritt bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.konten k set totp_schritt = p_schritt
    from sec.sitzungen s where s.id_hash = p_id_hash and k.id = s.konto_id and k.totp_seit is not null and k.totp_schritt < p_schritt and sec.ist_lebendig(s);
  if not found then return false; end if;
  update sec.sitzungen set zweiter_faktor_am = statement_timestamp() where id_hash = p_id_hash;
  perform sec.sitzung_oeffnen(p_id_hash);
  return true;
end $$;

create or replace function sec.code_einloesen(p_id_hash bytea, p_code_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.wiederherstellungscodes c set eingeloest_am = statement_timestamp()
    from sec.sitzungen s join sec.konten k on k.id = s.konto_id and k.totp_seit is not null
   where s.id_hash = p_id_hash and sec.ist_lebendig(s) and c.konto_id = s.konto_id and c.code_hash = p_code_hash and c.eingeloest_am is null;
  if not found then return false; end if;
  update sec.sitzungen set zweiter_faktor_am = statement_timestamp() where id_hash = p_id_hash;
  perform sec.sitzung_oeffnen(p_id_hash);
  return true;
end $$;

/* A new secret counts only once a code of it was accepted; until then the old one does. */
create or replace function sec.totp_vorbereiten(p_id_hash bytea, p_totp_krypt bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.konten k set totp_neu_krypt = p_totp_krypt from sec.sitzungen s
   where s.id_hash = p_id_hash and k.id = s.konto_id and sec.darf_einrichten(s, k);
  return found;
end $$;

/* The new secret takes over; every other session and the old recovery codes end with the old one. */
create or replace function sec.totp_bestaetigen(p_id_hash bytea, p_schritt bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare konto uuid;
begin
  update sec.konten k set totp_krypt = k.totp_neu_krypt, totp_neu_krypt = null, totp_schritt = p_schritt, totp_seit = statement_timestamp()
    from sec.sitzungen s where s.id_hash = p_id_hash and k.id = s.konto_id and k.totp_neu_krypt is not null and sec.darf_einrichten(s, k)
  returning k.id into konto;
  if not found then return false; end if;
  delete from sec.wiederherstellungscodes where konto_id = konto;
  update sec.sitzungen set widerrufen_am = statement_timestamp() where konto_id = konto and widerrufen_am is null and id_hash <> p_id_hash;
  update sec.sitzungen set zweiter_faktor_am = statement_timestamp() where id_hash = p_id_hash;
  perform sec.sitzung_oeffnen(p_id_hash);
  return true;
end $$;

create or replace function sec.codes_ersetzen(p_id_hash bytea, p_code_hashes bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare k uuid;
begin
  select konto_id into k from sec.sitzungen s where s.id_hash = p_id_hash and sec.ist_lebendig(s) and s.zweiter_faktor_am is not null;
  if k is null or cardinality(p_code_hashes) > 10 then return; end if;
  delete from sec.wiederherstellungscodes where konto_id = k;
  insert into sec.wiederherstellungscodes (konto_id, code_hash) select k, unnest(p_code_hashes);
end $$;

create or replace function sec.passwort_der_sitzung(p_id_hash bytea) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select k.passwort_hash from sec.sitzungen s join sec.konten k on k.id = s.konto_id
   where s.id_hash = p_id_hash and s.widerrufen_am is null and statement_timestamp() < least(s.laeuft_ab, s.endet_spaetestens) $$;

create or replace function sec.passwort_setzen(p_id_hash bytea, p_hash text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.konten k set passwort_hash = p_hash, passwort_seit = statement_timestamp()
    from sec.sitzungen s where s.id_hash = p_id_hash and sec.ist_offen(s) and k.id = s.konto_id;
  perform sec.andere_sitzung_widerrufen(p_id_hash, null);
end $$;

create or replace function sec.einstellung_setzen(p_id_hash bytea, p_schreibweise text, p_blickschutz boolean) returns void
language sql security definer set search_path = pg_catalog as $$
  update sec.konten k set schreibweise = coalesce(p_schreibweise, k.schreibweise), blickschutz = coalesce(p_blickschutz, k.blickschutz)
    from sec.sitzungen s where s.id_hash = p_id_hash and sec.ist_offen(s) and k.id = s.konto_id $$;

create or replace function sec.link_lesen(p_token_hash bytea)
returns table (art text, email text, traeger text, hat_passwort boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select l.art, k.email, coalesce(t.name, r.name), k.passwort_hash is not null
    from sec.einmallinks l join sec.konten k on k.id = l.konto_id
    left join sec.mitgliedschaften m on m.id = l.mitgliedschaft_id
    left join kreis.traeger t on t.id = m.traeger_id
    left join kreis.kreise r on r.id = m.kreis_id
   where l.token_hash = p_token_hash and l.eingeloest_am is null and statement_timestamp() < l.laeuft_ab and m.beendet_am is null $$;

/*
 * Spends the link. An invited human who already has a password keeps it: p_hash is then that stored hash, which the
 * caller read and checked the typed password against. Otherwise whoever first gave an address a password would gain
 * every membership that its real owner accepts later.
 * A reset that leaves the account without second factor lets go of the memberships at other Träger until these invite
 * anew: one Träger must not open another one's door.
 */
create or replace function sec.link_einloesen(p_token_hash bytea, p_hash text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare l sec.einmallinks; k sec.konten;
begin
  update sec.einmallinks set eingeloest_am = statement_timestamp()
   where token_hash = p_token_hash and eingeloest_am is null and statement_timestamp() < laeuft_ab returning * into l;
  if not found then return false; end if;
  select * into k from sec.konten where id = l.konto_id for update;
  if l.art = 'einladung' then
    if p_hash is null or p_hash <> k.passwort_hash then raise exception 'Passwort fehlt' using errcode = '28P01'; end if;
    update sec.konten set passwort_hash = p_hash, passwort_seit = statement_timestamp() where id = l.konto_id and passwort_hash is null and p_hash is not null;
    update sec.mitgliedschaften set angenommen_am = statement_timestamp() where id = l.mitgliedschaft_id and angenommen_am is null;
  else
    if l.art in ('passwort', 'beides') and p_hash is not null then
      update sec.konten set passwort_hash = p_hash, passwort_seit = statement_timestamp() where id = l.konto_id;
    end if;
    if l.art in ('zweiter_faktor', 'beides') then
      update sec.konten set totp_krypt = null, totp_neu_krypt = null, totp_seit = null, totp_schritt = 0 where id = l.konto_id;
      delete from sec.wiederherstellungscodes where konto_id = l.konto_id;
    end if;
    if l.mitgliedschaft_id is not null and exists (select from sec.konten where id = l.konto_id and totp_seit is null) then
      update sec.mitgliedschaften set angenommen_am = null
       where konto_id = l.konto_id and id <> l.mitgliedschaft_id and angenommen_am is not null and beendet_am is null;
    end if;
    update sec.sitzungen set widerrufen_am = statement_timestamp() where konto_id = l.konto_id and widerrufen_am is null;
  end if;
  return true;
end $$;

/* A post on an expired or locked, not revoked session: kept for that membership (D14). */
create or replace function sec.entwurf_ablegen(p_id_hash bytea, p_pfad text, p_inhalt_krypt bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sec.entwuerfe (mitgliedschaft_id, pfad, inhalt_krypt)
  select s.mitgliedschaft_id, left(p_pfad, 300), p_inhalt_krypt from sec.sitzungen s
    join sec.mitgliedschaften m on m.id = s.mitgliedschaft_id and m.beendet_am is null
   where s.id_hash = p_id_hash and s.widerrufen_am is null and s.bestaetigt_am is not null and s.mitgliedschaft_id is not null
     and statement_timestamp() < s.endet_spaetestens + interval '24 hours' and octet_length(p_inhalt_krypt) < 200000
     and (select count(*) from sec.entwuerfe e where e.mitgliedschaft_id = s.mitgliedschaft_id) < 20
  on conflict (mitgliedschaft_id, pfad) do update set inhalt_krypt = excluded.inhalt_krypt, erfasst_am = statement_timestamp();
  return found;
end $$;

create or replace function sec.mitgliedschaft_der_sitzung(p_id_hash bytea) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select mitgliedschaft_id from sec.sitzungen where id_hash = p_id_hash and widerrufen_am is null $$;

create or replace function sec.entwurf_nehmen(p_id_hash bytea, p_pfad text) returns bytea
language sql security definer set search_path = pg_catalog as $$
  delete from sec.entwuerfe e using sec.sitzungen s
   where s.id_hash = p_id_hash and sec.ist_offen(s)
     and e.mitgliedschaft_id = s.mitgliedschaft_id and e.pfad = p_pfad and e.erfasst_am > statement_timestamp() - interval '24 hours'
  returning e.inhalt_krypt $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'sec'::regnamespace and p.proname in (
    'totp_lesen', 'zweiten_faktor_annehmen', 'code_einloesen', 'totp_vorbereiten', 'totp_bestaetigen', 'zweiter_faktor_stand', 'codes_ersetzen',
    'passwort_der_sitzung', 'passwort_setzen', 'einstellung_setzen', 'link_lesen', 'link_einloesen', 'entwurf_ablegen', 'entwurf_nehmen',
    'mitgliedschaft_der_sitzung') loop
    execute format('alter function %s owner to sec_owner', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to kim_anmeldung', f);
  end loop;
end $$;
