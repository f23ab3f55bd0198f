import type { TraegerPlan } from '@kim/testing/plan.ts';

/**
 * Statements that no product sends; `b` is the victim.
 * Left out because PostgreSQL grants them to every role and they end the run: `alter role … password` and `alter role … set`
 * for oneself, `alter default privileges`, `drop owned by` oneself. They disturb and open nothing; the next start sets passwords, defaults and rights anew.
 */
export function ANGRIFFE(a: TraegerPlan, b: TraegerPlan, logins: readonly string[]): string[] {
  const alle = 'select * from app.faelle union all select * from app.faelle';
  const rollen = ['postgres', 'kim_verwaltung', 'sec_owner', 'stat_owner', 'pg_read_all_data', 'pg_write_all_data', 'pg_monitor', 'pg_execute_server_program', ...logins];
  return [
    ...rollen.flatMap((r) => [
      `set role ${r}; ${alle}`, `set local role ${r}; ${alle}`, `set session authorization ${r}; ${alle}`, `grant ${r} to kim_traeger; ${alle}`,
      `alter group ${r} add user kim_traeger`, `create role einbrecher in role ${r}`,
    ]),
    ...['alter role kim_traeger bypassrls', 'alter role kim_traeger superuser', 'alter user kim_traeger createrole', 'create role einbrecher login superuser', 'drop role kim_koordination',
      "alter role kim_eigentuemer password 'x'", 'reassign owned by kim_eigentuemer to kim_traeger', 'drop owned by kim_eigentuemer'],
    ...['reset role', 'reset session authorization', 'discard all', 'reset all', 'set row_security = off', 'set local row_security = off', 'set session_replication_role = replica',
      'set search_path = pg_temp, app, public', 'set local search_path = app', "set default_transaction_isolation = 'serializable'", 'set transaction isolation level repeatable read',
      'set constraints all deferred', 'set allow_system_table_mods = on', "set local_preload_libraries = 'x'", 'set jit = on', 'set debug_print_plan = on; set client_min_messages = debug5',
      'rollback; begin', "rollback; begin; select set_config('app.ctx', '', true)", 'savepoint s; rollback to s', 'commit; begin'].map((vorher) => `${vorher}; ${alle}`),
    ...['app.faelle', 'app.kontakte', 'tresor.fallschluessel', 'sec.konten', 'sec.sitzungen'].flatMap((t) => [
      `alter table ${t} disable row level security`, `alter table ${t} no force row level security`, `alter table ${t} owner to kim_traeger`, `alter table ${t} add column x text`,
      `alter table ${t} disable trigger all`, `drop table ${t} cascade`, `truncate ${t} cascade`, `create policy p on ${t} using (true)`, `drop policy traeger on ${t}`,
      `alter policy traeger on ${t} using (true)`, `create rule r as on insert to ${t} do also select 1`, `create trigger t before insert on ${t} for each row execute function app.keine_verwaisung()`,
      `create index einbruch on ${t} ((1))`, `create view app.v as select * from ${t}`, `create view v as select * from ${t}`, `create materialized view v as select * from ${t}`,
      `create table kopie as select * from ${t}`, `create temp table kopie as select * from ${t}`, `select * into temp kopie from ${t}`, `create unlogged table x (like ${t})`,
      `create table app.erbt () inherits (${t})`, `grant select on ${t} to kim_koordination`, `grant all on ${t} to public`, `revoke all on ${t} from kim_traeger`,
      `copy ${t} to stdout`, `copy (select * from ${t}) to stdout`, `copy ${t} from stdin`, `copy ${t} to '/tmp/einbruch'`, `copy ${t} to program 'cat > /tmp/einbruch'`,
      `copy ${t} from program 'id'`, `lock table ${t} in access exclusive mode`, `vacuum ${t}`, `analyze ${t}`, `cluster ${t}`, `reindex table ${t}`, `comment on table ${t} is 'x'`,
      `explain (analyze, verbose, costs off, timing off) select * from ${t}`, `declare c cursor with hold for select * from ${t}; fetch all from c`,
      `prepare p as select * from ${t}; execute p; deallocate p`, `table ${t}`, `select * from only ${t}`, `values ((select count(*) from ${t}))`, `create statistics s on traeger_id, id from ${t}`,
      `create publication p for table ${t}`, `security label on table ${t} is 'x'`, `refresh materialized view ${t}`, `alter table ${t} rename to weg`, `alter table ${t} set schema public`,
      `select * from pg_stats where schemaname || '.' || tablename = '${t}'`, `select * from pg_stats_ext`, `select pg_get_constraintdef(oid) from pg_constraint where conrelid = '${t}'::regclass`,
      `select lo_import('/etc/passwd'), * from ${t}`, `select query_to_xml('table ${t}', true, false, '')`, `select cursor_to_xml('c', 1, true, false, '')`, `select table_to_xml_and_xmlschema('${t}', true, false, '')`,
    ]),
    ...['pg_temp.f() returns setof app.faelle', 'app.f() returns setof app.faelle', 'public.f() returns setof app.faelle', 'sec.f() returns setof app.faelle'].flatMap((f) => [
      `create function ${f} language sql security definer as 'select * from app.faelle'`, `create function ${f} language plpgsql security definer as 'begin return query select * from app.faelle; end'`,
      `create function ${f} language internal as 'x'`, `create function ${f} language c as 'x', 'y'`]),
    'create or replace function sec.traeger() returns uuid language sql as $$ select null::uuid $$', 'alter function sec.traeger() owner to kim_traeger', 'drop function sec.traeger() cascade',
    'alter function sec.traeger() set search_path = pg_temp', 'select * from sec.gegenwart', 'select sec.verlange(\'fachkraft\')',
    `select sec.sitzung_anlegen('\\x00', '\\x00', '${b.personen.fachkraft.kontoId}', 'x')`, `select * from sec.konto_lesen('${b.personen.fachkraft.email.replace('kanarie', "' || 'kanarie")}')`,
    `do $$ begin perform * from app.faelle; end $$`, `do language plpgsql $$ begin execute 'set role kim_eigentuemer'; end $$`, `do $$ begin raise notice '%', (select string_agg(f::text, ',') from app.faelle f); end $$`,
    'create operator === (leftarg = uuid, rightarg = uuid, function = uuid_eq)', 'create operator pg_temp.= (leftarg = uuid, rightarg = uuid, function = uuid_ne)', 'create type x as (a int)', 'create domain d as text',
    'create cast (text as integer) with inout as implicit', 'create aggregate x (text) (sfunc = textcat, stype = text)', 'create collation x (locale = \'C\')', 'create extension dblink', 'create extension postgres_fdw',
    'create extension file_fdw', 'create extension adminpack', 'create extension lo', 'create language plperlu', 'create foreign data wrapper x', 'create server x foreign data wrapper postgres_fdw', 'create user mapping for public server x',
    'create schema einbruch', 'create schema authorization kim_traeger', 'drop schema app cascade', 'alter schema app owner to kim_traeger', 'create database einbruch', 'alter database postgres owner to kim_traeger',
    `alter database postgres set row_security = off`, 'alter system set row_security = off', 'create tablespace x location \'/tmp\'', 'create sequence x', 'create event trigger e on ddl_command_end execute function app.keine_verwaisung()',
    'create text search configuration x (copy = simple)', 'create access method x type table handler heap_tableam_handler', 'load \'x\'', 'checkpoint',
    ...['pg_authid', 'pg_shadow', 'pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject', 'pg_user_mapping', 'pg_hba_file_rules', 'pg_file_settings', 'pg_config', 'pg_stat_activity', 'pg_prepared_statements', 'pg_cursors',
      'pg_locks', 'pg_stat_replication', 'pg_stat_user_tables', 'pg_stat_statements', 'pg_stats', 'pg_settings', 'pg_db_role_setting', 'pg_roles', 'pg_description', 'pg_seclabels', 'pg_subscription', 'pg_replication_slots',
      'pg_stat_ssl', 'pg_backend_memory_contexts', 'pg_shmem_allocations', 'information_schema.tables', 'information_schema.column_privileges'].map((v) => `select * from ${v}`),
    ...["pg_read_file('PG_VERSION')", "pg_read_binary_file('PG_VERSION')", "pg_ls_dir('.')", 'pg_ls_waldir()', 'pg_ls_logdir()', "pg_stat_file('PG_VERSION')", 'pg_reload_conf()', 'pg_rotate_logfile()', 'pg_switch_wal()',
      "pg_create_physical_replication_slot('x')", "pg_create_logical_replication_slot('x', 'test_decoding')", 'pg_export_snapshot()', 'pg_current_wal_lsn()', "pg_logical_emit_message(true, 'a', 'b')", "pg_notify('k', 'x')",
      'pg_advisory_lock(1)', 'pg_try_advisory_lock(1)', 'pg_advisory_xact_lock(1)', 'pg_terminate_backend(pg_backend_pid())', 'pg_cancel_backend(0)', "pg_sleep(0)", "lo_create(4711)", "lo_from_bytea(4711, 'x')", "lo_export(1, '/tmp/x')",
      "lo_import('/etc/passwd')", 'lo_unlink(1)', "dblink('dbname=postgres', 'select 1')", "database_to_xml(true, false, '')", "schema_to_xml('app', true, false, '')", "schema_to_xml('sec', true, false, '')", "has_table_privilege('sec.konten', 'select')",
      "pg_relation_filepath('app.faelle')", "pg_get_viewdef('sec.gegenwart')", "pg_get_functiondef('sec.traeger()'::regprocedure)", "current_setting('app.ctx')", "set_config('is_superuser', 'on', false)",
      "pg_stat_get_activity(null)", 'pg_stat_reset()', "pg_get_backend_memory_contexts()", "pg_log_backend_memory_contexts(1)", "pg_prewarm('app.faelle')", "pgstattuple('app.faelle')", "get_raw_page('app.faelle', 0)",
      "heap_page_items(null)", "pg_replication_origin_create('x')", "pg_promote()", "pg_wal_replay_pause()", "binary_upgrade_set_next_pg_type_oid(1)", "pg_nextoid('pg_class', 'oid', 'pg_class_oid_index')"].map((f) => `select ${f}`),
    'listen k; notify k, \'x\'', 'unlisten *', 'begin; begin; begin', 'prepare transaction \'x\'', 'rollback prepared \'x\'', 'create subscription s connection \'dbname=postgres\' publication p', 'import foreign schema app from server x into public',
    `insert into app.protokoll select * from app.protokoll`, `insert into app.protokoll (traeger_id, id, nutzer_id, aktion) values ('${a.id}', gen_random_uuid(), '${b.personen.fachkraft.nutzerId}', 'x')`,
    'delete from app.protokoll', 'update app.protokoll set aktion = \'x\'', 'update app.protokoll set am = now()', 'delete from app.faelle', 'update app.faelle set traeger_id = gen_random_uuid()',
    `update app.nutzer set traeger_id = '${b.id}'`, `insert into kreis.traeger select * from kreis.traeger`, 'delete from kreis.traeger', 'update kreis.traeger set name = \'x\'', 'update kreis.kreise set name = \'x\'',
  ];
}
