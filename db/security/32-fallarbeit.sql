-- What casework asks beyond one's own cases: who may receive one, whose client somebody is, whom one may join to a case.

/*
 * May this case be given to this colleague? One's own to another Fachkraft, a shared one to oneself; the administration
 * to any Fachkraft but herself and those whose Vertretung she is or will be: that would make her a reader (D3).
 * A function, because a policy on zustaendigkeiten that reads zustaendigkeiten never ends.
 */
create or replace function sec.darf_vergeben(p_fall uuid, p_an uuid, p_anlass text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare t uuid := sec.traeger(); n uuid := sec.nutzer(); heute date := (statement_timestamp() at time zone 'Europe/Berlin')::date;
begin
  if not exists (select from sec.fachkraefte() k where k = p_an) then return false; end if;
  if p_anlass = 'uebergabe' and p_an <> n and sec.hat_rolle('traegeradministration') and not exists (
    select from app.vertretungen v where v.traeger_id = t and v.vertretene_id = p_an and v.vertretung_id = n
       and v.beendet_am is null and v.bis >= heute) then return true; end if;
  if not sec.darf_fallinhalt() then return false; end if;
  if p_an = n then return exists (select from app.faelle f where f.traeger_id = t and f.id = p_fall and f.gemeinsam); end if;
  -- The one being replaced was closed a moment ago; who had it earlier today has no say any more.
  return (select z.nutzer_id = n and (z.bis is null or z.bis >= heute) from app.zustaendigkeiten z
           where z.traeger_id = t and z.fall_id = p_fall order by z.erfasst_am desc, z.von desc limit 1);
end $$;

/*
 * Search before create (D2): of a colleague's Case-Management client only Fallnummer and Fachkraft,
 * and the look is protocolled here, so that no caller can leave it out.
 */
drop function if exists sec.falltreffer(uuid[], uuid[]);
create function sec.falltreffer(p_protokoll_ids uuid[], p_ratsuchende uuid[])
returns table (ratsuchende_id uuid, fallnummer text, fachkraft text, fachkraft_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare t uuid := sec.traeger(); n uuid := sec.nutzer(); i integer := 0; z record;
begin
  perform sec.verlange('fachkraft');
  if cardinality(p_ratsuchende) > 20 or cardinality(p_protokoll_ids) < 20 then raise exception 'zu viele' using errcode = '22023'; end if;
  for z in
    select b.ratsuchende_id, f.id, f.fallnummer, u.name, u.id as fachkraft_id
      from app.fallbeteiligte b
      join app.faelle f on f.traeger_id = t and f.id = b.fall_id and not f.gemeinsam and f.id <> all ((select sec.faelle())::uuid[])
      left join app.zustaendigkeiten y on y.traeger_id = t and y.fall_id = f.id and y.bis is null
      left join app.nutzer u on u.traeger_id = t and u.id = y.nutzer_id
     where b.traeger_id = t and b.ratsuchende_id = any (p_ratsuchende) limit 20
  loop
    i := i + 1;
    insert into app.protokoll (traeger_id, id, nutzer_id, aktion, fall_id, fallnummer, betrifft_id)
    values (t, p_protokoll_ids[i], n, 'suche.kollegenfall', z.id, z.fallnummer, z.fachkraft_id);
    ratsuchende_id := z.ratsuchende_id; fallnummer := z.fallnummer; fachkraft := z.name; fachkraft_id := z.fachkraft_id;
    return next;
  end loop;
end $$;

/*
 * Who may be joined to a case: somebody who is in none yet (she has no master data), or met in a case that one sees. Else a
 * search (D2) and one row would open a colleague's client. A function for the same reason as darf_vergeben.
 */
create or replace function sec.kennt_person(p_ratsuchende uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare t uuid := sec.traeger();
begin
  if not sec.darf_fallinhalt() then return false; end if;
  return exists (
      select from app.ratsuchende r where r.traeger_id = t and r.id = p_ratsuchende and not exists (
        select from app.fallbeteiligte b where b.traeger_id = t and b.ratsuchende_id = r.id))
    or exists (
      select from app.fallbeteiligte b join app.faelle f on f.traeger_id = t and f.id = b.fall_id
       where b.traeger_id = t and b.ratsuchende_id = p_ratsuchende and (f.gemeinsam or f.id = any ((select sec.faelle())::uuid[])));
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'sec'::regnamespace and p.proname in ('darf_vergeben', 'falltreffer', 'kennt_person') loop
    execute format('alter function %s owner to sec_owner', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to kim_traeger', f);
  end loop;
end $$;
