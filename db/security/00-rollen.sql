-- One login per kind of work, none owns a table but kim_eigentuemer, none is a member of another (D23).
-- migrate.ts sets the passwords; this file decides what each may be.
do $$
declare login text;
begin
  foreach login in array array['kim_eigentuemer', 'kim_traeger', 'kim_anmeldung', 'kim_koordination', 'kim_auswertung', 'kim_auftrag'] loop
    if not exists (select from pg_roles where rolname = login) then
      execute format('create role %I', login);
    end if;
    execute format('alter role %I login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls', login);
  end loop;
  foreach login in array array['sec_owner', 'stat_owner'] loop
    if not exists (select from pg_roles where rolname = login) then
      execute format('create role %I', login);
    end if;
    execute format('alter role %I nologin nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls', login);
  end loop;
end $$;

-- A role may change its own defaults: whatever a break-in left there goes.
do $$
declare login text;
begin
  foreach login in array array['kim_eigentuemer', 'kim_traeger', 'kim_anmeldung', 'kim_koordination', 'kim_auswertung', 'kim_auftrag', 'sec_owner', 'stat_owner'] loop
    execute format('alter role %I reset all', login);
    execute format('alter role %I in database %I reset all', login, current_database());
  end loop;
end $$;
alter role kim_traeger set statement_timeout = '5s';
alter role kim_traeger set lock_timeout = '2s';
alter role kim_traeger set idle_in_transaction_session_timeout = '10s';
alter role kim_koordination set statement_timeout = '5s';
alter role kim_koordination set idle_in_transaction_session_timeout = '10s';
alter role kim_anmeldung set statement_timeout = '5s';
alter role kim_anmeldung set lock_timeout = '2s';
alter role kim_anmeldung set idle_in_transaction_session_timeout = '10s';
alter role kim_auftrag set statement_timeout = '60s';
alter role kim_auftrag set idle_in_transaction_session_timeout = '60s';

-- Without TEMP and plpgsql a login cannot make operators or functions that see rows before a policy does.
do $$ begin execute format('revoke all on database %I from public', current_database()); end $$;
do $$ begin execute format('grant connect on database %I to kim_eigentuemer, kim_traeger, kim_anmeldung, kim_koordination, kim_auswertung, kim_auftrag', current_database()); end $$;
do $$ begin execute format('grant create on database %I to kim_eigentuemer', current_database()); end $$;
revoke all on schema public from public;
revoke usage on language plpgsql from public;
revoke usage on language sql from public;
grant usage on language plpgsql, sql to kim_eigentuemer;
revoke execute on all functions in schema public from public;

-- Totals over all Träger would show in these views.
revoke select on pg_stat_user_tables, pg_stat_all_tables, pg_stat_user_indexes, pg_stat_all_indexes,
  pg_statio_user_tables, pg_statio_all_tables, pg_stat_xact_user_tables, pg_stat_xact_all_tables from public;
-- Large objects, notifications and locks by number know no Träger; sessions of one login may otherwise end each other.
do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace
    and p.proname ~ '^(lo_.*|loread|lowrite|pg_notify|pg_(try_)?advisory_.*|pg_terminate_backend|pg_cancel_backend)$' loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
