-- What the sign-in login may do: throttling and sessions; 22-konto.sql goes on. A session is named by the hash of its secret; nobody passes a konto id
-- except right after the password was checked.

/* One row for a known address, none for an unknown one; the application then hashes a dummy. */
drop function if exists sec.konto_lesen(text);
create or replace function sec.konto_lesen(p_email text)
returns table (konto_id uuid, passwort_hash text, hat_mitgliedschaft boolean, demo boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.passwort_hash, exists (select from sec.mitgliedschaften m where m.konto_id = k.id and m.angenommen_am is not null and m.beendet_am is null), k.demo
    from sec.konten k where k.email = p_email $$;

/*
 * Takes an attempt before it is evaluated, so that guesses sent at once cannot slip past each other: 0, or the seconds
 * until the next one is heard: 1, 2, 4 … 900 once a key has had its free failures within the hour.
 */
drop function if exists sec.drossel_lesen(bytea, integer), sec.drossel_fehlversuch(bytea[]);
create or replace function sec.drossel_versuch(p_schluessel bytea, p_frei integer) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare d sec.drosselung; warten integer := 0;
begin
  insert into sec.drosselung (schluessel) values (p_schluessel) on conflict do nothing;
  select * into d from sec.drosselung where schluessel = p_schluessel for update;
  if d.zuletzt_am < clock_timestamp() - interval '1 hour' then d.versuche := 0; end if;
  if d.versuche >= p_frei then
    warten := ceil(extract(epoch from d.zuletzt_am - clock_timestamp()) + least(900, power(2, least(d.versuche - p_frei, 10))));
  end if;
  if warten > 0 then return warten; end if;
  update sec.drosselung set versuche = d.versuche + 1, zuletzt_am = clock_timestamp() where schluessel = p_schluessel;
  return 0;
end $$;

/* Gives back an attempt that was none: the key is an address that many share. */
create or replace function sec.drossel_zurueck(p_schluessel bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update sec.drosselung set versuche = greatest(versuche - 1, 0) where schluessel = p_schluessel $$;

create or replace function sec.drossel_erfolg(p_schluessel bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from sec.drosselung where schluessel = p_schluessel $$;

/* Signed in with everything that was asked for, neither locked nor over: the state in which an account may be changed. */
create or replace function sec.ist_offen(s sec.sitzungen) returns boolean
language sql stable set search_path = pg_catalog as $$
  select s.bestaetigt_am is not null and s.gesperrt_am is null and s.widerrufen_am is null
     and statement_timestamp() < least(s.laeuft_ab, s.endet_spaetestens) $$;
alter function sec.ist_offen(sec.sitzungen) owner to sec_owner;
revoke all on function sec.ist_offen(sec.sitzungen) from public;

/* Neither locked nor over. */
create or replace function sec.ist_lebendig(s sec.sitzungen) returns boolean
language sql stable set search_path = pg_catalog as $$
  select s.gesperrt_am is null and s.widerrufen_am is null and statement_timestamp() < least(s.laeuft_ab, s.endet_spaetestens) $$;
alter function sec.ist_lebendig(sec.sitzungen) owner to sec_owner;
revoke all on function sec.ist_lebendig(sec.sitzungen) from public;

/* The second factor was given, or this account may do without one: only the demo's may (D6). */
create or replace function sec.hat_faktoren(s sec.sitzungen, k sec.konten) returns boolean
language sql stable set search_path = pg_catalog as $$
  select s.zweiter_faktor_am is not null or k.totp_seit is null and k.demo $$;
alter function sec.hat_faktoren(sec.sitzungen, sec.konten) owner to sec_owner;
revoke all on function sec.hat_faktoren(sec.sitzungen, sec.konten) from public;

/*
 * Opens a session as soon as nothing is missing. Without this no function of a role answers: the one place of D6.
 * At most three are open at a time, the oldest gives way; the demo's accounts are shared by many.
 */
create or replace function sec.sitzung_oeffnen(p_id_hash bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.sitzungen s set bestaetigt_am = statement_timestamp() from sec.konten k
   where s.id_hash = p_id_hash and k.id = s.konto_id and s.bestaetigt_am is null and s.mitgliedschaft_id is not null and sec.hat_faktoren(s, k);
  if not found then return; end if;
  update sec.sitzungen x set widerrufen_am = statement_timestamp() where x.id_hash in (
    select o.id_hash from sec.sitzungen s join sec.konten k on k.id = s.konto_id and not k.demo
      join sec.sitzungen o on o.konto_id = s.konto_id and o.bestaetigt_am is not null and o.widerrufen_am is null
       and statement_timestamp() < least(o.laeuft_ab, o.endet_spaetestens)
     where s.id_hash = p_id_hash order by o.id_hash = p_id_hash desc, o.erfasst_am desc offset 3);
end $$;
alter function sec.sitzung_oeffnen(bytea) owner to sec_owner;
revoke all on function sec.sitzung_oeffnen(bytea) from public;

/* Idle half an hour, absolute ten hours. The only membership is chosen at once; several are chosen after sign-in (D4). */
create or replace function sec.sitzung_anlegen(p_id_hash bytea, p_ctx_hash bytea, p_konto uuid, p_geraet text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare m uuid; anzahl integer;
begin
  select count(*), (array_agg(id))[1] into anzahl, m from sec.mitgliedschaften
   where konto_id = p_konto and beendet_am is null and angenommen_am is not null;
  insert into sec.sitzungen (id_hash, ctx_hash, konto_id, mitgliedschaft_id, laeuft_ab, endet_spaetestens, geraet)
  select p_id_hash, p_ctx_hash, k.id, case when anzahl = 1 then m end,
         statement_timestamp() + interval '30 minutes', statement_timestamp() + interval '10 hours', left(p_geraet, 80)
    from sec.konten k where k.id = p_konto and anzahl > 0;
  perform sec.sitzung_oeffnen(p_id_hash);
end $$;

/* A new secret for the same session after a factor or a password was given: what was seen before is worth nothing now. */
create or replace function sec.sitzung_erneuern(p_id_hash bytea, p_neu_id_hash bytea, p_neu_ctx_hash bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update sec.sitzungen s set id_hash = p_neu_id_hash, ctx_hash = p_neu_ctx_hash where s.id_hash = p_id_hash and sec.ist_lebendig(s) $$;

/* Who is at the desk. Needs app.ctx for the name. Sliding the idle limit costs a write at most once a minute. */
create or replace function sec.sitzung_lesen(p_id_hash bytea)
returns table (zustand text, konto_id uuid, email text, konto_art text, mitgliedschaft_id uuid, traeger_id uuid, kreis_id uuid,
  nutzer_id uuid, name text, traeger text, kennung text, rollen text[], laeuft_ab timestamptz, hat_totp boolean, demo boolean, schreibweise text, blickschutz boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare s sec.sitzungen; wer sec.konten; z text;
begin
  select * into s from sec.sitzungen x where x.id_hash = p_id_hash;
  if not found then return; end if;
  select * into wer from sec.konten k where k.id = s.konto_id;
  z := case
    when s.widerrufen_am is not null then 'widerrufen'
    when statement_timestamp() >= least(s.laeuft_ab, s.endet_spaetestens) then 'abgelaufen'
    when s.bestaetigt_am is null and not sec.hat_faktoren(s, wer) then case when wer.totp_seit is null then 'einrichten' else 'zweiter_faktor' end
    when s.bestaetigt_am is null then 'wahl'
    when s.gesperrt_am is not null then 'gesperrt'
    else 'gueltig' end;
  if z = 'gueltig' and s.laeuft_ab < statement_timestamp() + interval '29 minutes' then
    s.laeuft_ab := least(statement_timestamp() + interval '30 minutes', s.endet_spaetestens);
    update sec.sitzungen x set laeuft_ab = s.laeuft_ab where x.id_hash = p_id_hash;
  end if;
  if z = 'gueltig' and not exists (select from sec.gegenwart) then z := 'widerrufen'; end if;
  return query
    select z, k.id, k.email, k.art, m.id, m.traeger_id, m.kreis_id, m.nutzer_id,
           -- Not a join: a plan that reads app.nutzer first would ask for a Träger that there is none of.
           case when z <> 'gueltig' then null when k.art = 'koordination' then c.name
                else (select n.name from app.nutzer n where n.traeger_id = m.traeger_id and n.id = m.nutzer_id) end,
           t.kurzname, t.kennung, m.rollen, s.laeuft_ab, k.totp_seit is not null, k.demo, k.schreibweise, k.blickschutz
      from sec.konten k
      left join sec.mitgliedschaften m on m.id = s.mitgliedschaft_id
      left join kreis.traeger t on t.id = m.traeger_id
      left join kreis.koordinierende c on c.kreis_id = m.kreis_id and c.id = m.nutzer_id
     where k.id = s.konto_id;
end $$;

create or replace function sec.mitgliedschaften_der_sitzung(p_id_hash bytea)
returns table (mitgliedschaft_id uuid, traeger text, rollen text[])
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, coalesce(t.name, r.name), m.rollen
    from sec.sitzungen s
    join sec.konten k on k.id = s.konto_id and sec.hat_faktoren(s, k)
    join sec.mitgliedschaften m on m.konto_id = s.konto_id and m.beendet_am is null and m.angenommen_am is not null
    join kreis.kreise r on r.id = m.kreis_id
    left join kreis.traeger t on t.id = m.traeger_id
   where s.id_hash = p_id_hash and sec.ist_lebendig(s)
   order by 2 $$;

create or replace function sec.mitgliedschaft_waehlen(p_id_hash bytea, p_mitgliedschaft uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.sitzungen s set mitgliedschaft_id = p_mitgliedschaft
   where s.id_hash = p_id_hash and s.mitgliedschaft_id is null
     and p_mitgliedschaft in (select m.mitgliedschaft_id from sec.mitgliedschaften_der_sitzung(p_id_hash) m);
  if not found then return false; end if;
  perform sec.sitzung_oeffnen(p_id_hash);
  return true;
end $$;

create or replace function sec.sitzung_widerrufen(p_id_hash bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update sec.sitzungen set widerrufen_am = statement_timestamp() where id_hash = p_id_hash and widerrufen_am is null $$;

/* p_handle is a hash from the list below, or null for all others. */
create or replace function sec.andere_sitzung_widerrufen(p_id_hash bytea, p_handle bytea) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare n integer;
begin
  update sec.sitzungen x set widerrufen_am = statement_timestamp() from sec.sitzungen s
   where s.id_hash = p_id_hash and sec.ist_offen(s) and x.konto_id = s.konto_id and x.widerrufen_am is null
     and x.id_hash <> p_id_hash and (p_handle is null or sha256(x.id_hash) = p_handle);
  get diagnostics n = row_count;
  return n;
end $$;

/* `offen` is false where the password was given and nothing more: somebody else may know it. */
drop function if exists sec.sitzungen_auflisten(bytea);
create or replace function sec.sitzungen_auflisten(p_id_hash bytea)
returns table (handle bytea, geraet text, erfasst_am timestamptz, offen boolean, eigene boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select sha256(x.id_hash), x.geraet, x.erfasst_am, x.bestaetigt_am is not null, x.id_hash = p_id_hash
    from sec.sitzungen s join sec.sitzungen x on x.konto_id = s.konto_id
   where s.id_hash = p_id_hash and sec.ist_offen(s) and x.widerrufen_am is null and statement_timestamp() < least(x.laeuft_ab, x.endet_spaetestens)
   order by x.erfasst_am desc $$;

create or replace function sec.sitzung_sperren(p_id_hash bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update sec.sitzungen set gesperrt_am = statement_timestamp() where id_hash = p_id_hash and gesperrt_am is null and widerrufen_am is null $$;

create or replace function sec.sitzung_entsperren(p_id_hash bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update sec.sitzungen set gesperrt_am = null, laeuft_ab = least(statement_timestamp() + interval '30 minutes', endet_spaetestens)
   where id_hash = p_id_hash and widerrufen_am is null and statement_timestamp() < least(laeuft_ab, endet_spaetestens) $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'sec'::regnamespace and p.proname in (
    'konto_lesen', 'drossel_versuch', 'drossel_zurueck', 'drossel_erfolg', 'sitzung_anlegen', 'sitzung_erneuern', 'sitzung_lesen',
    'mitgliedschaften_der_sitzung', 'mitgliedschaft_waehlen', 'sitzung_widerrufen', 'andere_sitzung_widerrufen', 'sitzungen_auflisten',
    'sitzung_sperren', 'sitzung_entsperren') loop
    execute format('alter function %s owner to sec_owner', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to kim_anmeldung', f);
  end loop;
end $$;
