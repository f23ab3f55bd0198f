/** A defect to plant. `tabellen` are those whose probes must notice it; none: the catalogue's rules or another part must. */
export interface Mutant {
  name: string;
  sql: string;
  tabellen?: string[];
  /** Part of the prober that should notice it beside the catalogue's rules. */
  teil?: 'innerhalb' | 'zweite Person' | 'Funktionen' | 'feindlich' | 'Hintergrund';
  /** Changes roles of the whole server: judged inside a transaction that is rolled back. */
  rollen?: boolean;
}

const ERSATZ = (rumpf: string) => `create or replace function sec.traeger() returns uuid language plpgsql stable security definer set search_path = pg_catalog as $f$ ${rumpf} $f$`;

/** The eighteen of protection.md 3.1. */
const ACHTZEHN: Mutant[] = [
  { name: 'Zeilenschutz aus', sql: 'alter table app.kontakte disable row level security', tabellen: ['app.kontakte'] },
  { name: 'Zeilenschutz nicht erzwungen', sql: 'alter table app.faelle no force row level security', tabellen: ['app.faelle'] },
  { name: 'using (true)', sql: 'alter policy traeger on app.stellen using (true)', tabellen: ['app.stellen'] },
  { name: 'zweite erlaubende Richtlinie', sql: 'create policy auch on app.besetzungen using (anteil_hundertstel > 0)', tabellen: ['app.besetzungen'] },
  { name: 'with check (true)', sql: 'alter policy traeger on app.haushalte with check (true)', tabellen: ['app.haushalte'] },
  {
    name: 'geteilte Richtlinie mit offenem Anlegen',
    sql: `drop policy traeger on app.haushalte; create policy traeger on app.haushalte for select using (traeger_id = (select sec.traeger()));
      create policy neu on app.haushalte for insert with check (true)`,
    tabellen: ['app.haushalte'],
  },
  {
    name: 'umstellbare Einstellung',
    sql: `drop policy traeger on app.stellen; create policy traeger on app.stellen
      using (traeger_id = coalesce(nullif(current_setting('app.traeger_id', true), '')::uuid, sec.traeger()))`,
    tabellen: ['app.stellen'], teil: 'feindlich',
  },
  {
    name: 'offen, wenn nicht gesetzt',
    sql: `alter policy traeger on app.stellen using (coalesce(current_setting('app.ctx', true), '') = '' or traeger_id = (select sec.traeger()))`,
    tabellen: ['app.stellen'],
  },
  { name: 'Schlüssel über alle Träger', sql: 'alter table app.stelle_kommunen add unique (stelle_id)', tabellen: ['app.stelle_kommunen'] },
  {
    name: 'einspaltiger Fremdschlüssel',
    sql: `create unique index faelle_id on app.faelle (id); alter table app.fallereignisse drop constraint fallereignisse_traeger_id_fall_id_faelle_traeger_id_id_fk,
      add foreign key (fall_id) references app.faelle (id)`,
    tabellen: ['app.fallereignisse'],
  },
  { name: 'Sicht mit Rechten der Eigentümerin', sql: 'create view app.alle_faelle as select * from app.faelle; grant select on app.alle_faelle to kim_traeger' },
  { name: 'materialisierte Sicht', sql: 'create materialized view app.stand as select * from app.faelle; grant select on app.stand to kim_traeger' },
  {
    name: 'Funktion mit Rechten der Eigentümerin',
    sql: `create function sec.nachsehen(p_fall uuid) returns setof app.faelle language sql security definer set search_path = pg_catalog as 'select * from app.faelle where id = p_fall';
      alter function sec.nachsehen owner to postgres_oder_verwaltung; revoke all on function sec.nachsehen from public; grant execute on function sec.nachsehen to kim_traeger`,
    teil: 'Funktionen',
  },
  { name: 'TRUNCATE vergeben', sql: 'grant truncate on app.kontakte to kim_traeger', tabellen: ['app.kontakte'] },
  { name: 'Login besitzt eine Tabelle', sql: 'alter table app.haushalte owner to kim_traeger', tabellen: ['app.haushalte'] },
  { name: 'neue Tabelle ohne Zeilenschutz', sql: 'create table app.neu (traeger_id uuid not null, id uuid not null, primary key (traeger_id, id)); grant all on app.neu to kim_traeger' },
  { name: 'Zusammenhang antwortet null', sql: ERSATZ('begin return (select traeger_id from sec.gegenwart); end'), tabellen: ['app.stellen'] },
  { name: 'Zusammenhang glaubt einer Trägerkennung', sql: ERSATZ("begin return coalesce((select id from kreis.traeger where id::text = current_setting('app.ctx')), (select traeger_id from sec.gegenwart)); end"), tabellen: ['app.stellen'], teil: 'feindlich' },
];

/** Further classes of protection.md 3.1, and the rules of this product. */
const WEITERE: Mutant[] = [
  { name: 'Partition ohne Zeilenschutz', sql: `create table app.teile (traeger_id uuid not null, id uuid not null, primary key (traeger_id, id)) partition by hash (traeger_id);
      create table app.teil0 partition of app.teile for values with (modulus 1, remainder 0); alter table app.teile enable row level security; alter table app.teile force row level security;
      create policy traeger on app.teile using (traeger_id = (select sec.traeger())) with check (traeger_id = (select sec.traeger())); grant select on app.teile, app.teil0 to kim_traeger` },
  { name: 'Kette von Sichten mit security_barrier', sql: `create view app.v1 with (security_barrier = true) as select * from app.faelle; create view app.v2 with (security_invoker = true) as select * from app.v1;
      grant select on app.v1, app.v2 to kim_traeger` },
  { name: 'Spaltenrecht auf den Träger', sql: 'grant update (traeger_id) on app.kontakte to kim_traeger' },
  { name: 'Spaltenrecht auf Konten', sql: 'grant select (email) on sec.konten to kim_traeger' },
  { name: 'Trigger mit Rechten der Eigentümerin', sql: `create function app.spiegeln() returns trigger language plpgsql security definer set search_path = pg_catalog as 'begin return new; end';
      revoke all on function app.spiegeln from public; create trigger spiegeln before insert on app.kontakte for each row execute function app.spiegeln()` },
  { name: 'BYPASSRLS', sql: 'alter role kim_traeger bypassrls', rollen: true },
  { name: 'pg_read_all_data', sql: 'grant pg_read_all_data to kim_traeger', rollen: true },
  { name: 'Login ist Mitglied der Eigentümerin', sql: 'grant kim_eigentuemer to kim_auftrag', rollen: true },
  { name: 'sec_owner darf sich anmelden', sql: 'alter role sec_owner login', rollen: true },
  { name: 'row_security als Vorgabe des Logins', sql: 'alter role kim_traeger set row_security = off', rollen: true },
  { name: 'Veröffentlichung ohne Zeilenfilter', sql: 'create publication alles for table app.faelle' },
  { name: 'TEMP vergessen', sql: `do $d$ begin execute format('grant temp on database %I to kim_traeger', current_database()); end $d$` },
  { name: 'Sprache wieder offen', sql: 'grant usage on language plpgsql to public' },
  { name: 'Auswertung liest, was sie nicht zählt', sql: 'grant select (name_krypt) on app.ratsuchende to stat_owner' },
  { name: 'Koordination liest Rohwerte', sql: 'grant select on auswertung.rohwerte to kim_koordination' },
  { name: 'Veröffentlichtes anderer Kreise', sql: 'alter policy lesen on auswertung.werte using (true)' },
  { name: 'Veröffentlichtes ohne Rundung', sql: 'alter table auswertung.werte drop constraint wert_gerundet' },
  { name: 'undichter Index', sql: 'create index undicht on app.fallereignisse (traeger_id, lower(wert))' },
  { name: 'Index ohne Träger', sql: 'create index ohne on app.kontakte (am)' },
  { name: 'Folge mit Recht', sql: 'create sequence app.zaehler; grant usage on sequence app.zaehler to kim_traeger' },
  { name: 'einschränkend wird erlaubend', sql: `drop policy lesen on app.kontakte; create policy lesen on app.kontakte for select using ((select sec.darf_fallinhalt()))`, tabellen: ['app.kontakte'] },
  { name: 'Richtlinie für die falsche Rolle', sql: 'alter policy lesen on app.kontakte to kim_koordination', teil: 'innerhalb' },
  { name: 'allgemeine Richtlinie nur für einen Login', sql: 'alter policy traeger on app.kontakte to kim_traeger' },
  { name: 'Funktion für alle', sql: 'grant execute on function sec.konto_lesen(text) to public' },
  { name: 'Suchpfad offen', sql: 'alter function sec.faelle() reset search_path' },
  { name: 'Schema offen', sql: 'grant usage on schema app to kim_koordination' },
  { name: 'Tabelle für die Koordination', sql: 'grant usage on schema app to kim_koordination; grant select on app.faelle to kim_koordination' },
  { name: 'Anlegen im Schema public', sql: 'grant create on schema public to kim_traeger' },
  { name: 'Regel schreibt mit', sql: 'create rule mit as on insert to app.haushalte do also insert into app.fallnummern values (new.traeger_id, 1, 1)' },
  { name: 'große Objekte', sql: 'grant execute on function lo_create(oid) to public' },
  { name: 'Widerruf vergessen', sql: `create or replace view sec.gegenwart with (security_invoker = true) as select m.traeger_id, m.kreis_id, m.nutzer_id, m.rollen, m.id as mitgliedschaft_id, m.konto_id
      from sec.sitzungen s join sec.mitgliedschaften m on m.id = s.mitgliedschaft_id where s.ctx_hash = sha256(convert_to(current_setting('app.ctx'), 'UTF8'))`, tabellen: ['app.stellen'] },
  { name: 'Kollegenfall sichtbar', sql: 'drop policy lesen on app.kontakte', teil: 'innerhalb' },
  { name: 'Leitung liest Inhalt', sql: `create or replace function sec.darf_fallinhalt() returns boolean language plpgsql stable security definer set search_path = pg_catalog as 'begin return true; end'`, teil: 'innerhalb' },
  { name: 'Anfrage der Kollegin nach der Aufnahme', sql: 'drop policy lesen on app.anfragen', teil: 'innerhalb' },
  { name: 'Anpassung des Richtwerts für alle', sql: 'drop policy lesen on app.richtwertanpassungen', teil: 'innerhalb' },
  { name: 'Änderung am Kollegenfall', sql: 'drop policy aendern on app.fallinhalte; drop policy lesen on app.fallinhalte', teil: 'innerhalb' },
  { name: 'Klientin der Kollegin im eigenen Fall', sql: 'drop policy bekannt on app.fallbeteiligte', teil: 'innerhalb' },
  { name: 'geschützter Bereich offen für die Vertretung', sql: 'drop policy lesen on app.schutzeintraege', teil: 'innerhalb' },
  { name: 'Öffnung gilt für alle im Fall', sql: `alter policy geschuetzt on app.dokumente using (not geschuetzt or exists (select from app.schutzoeffnungen o where o.fall_id = dokumente.fall_id and o.bis > statement_timestamp()))`, teil: 'innerhalb' },
  { name: 'Übergabe an sich selbst erlaubt', sql: 'drop policy vergeben on app.zustaendigkeiten', teil: 'zweite Person' },
  { name: 'Vertretung zu eigenen Gunsten erlaubt', sql: 'drop policy einsetzen on app.vertretungen', teil: 'zweite Person' },
  { name: 'Fälle dürfen verwaisen', sql: 'drop trigger keine_verwaisung on app.zustaendigkeiten', teil: 'zweite Person' },
  { name: 'Freigabe durch die Beantragende', sql: `do $d$ begin execute replace(pg_get_functiondef('sec.freigabe_entscheiden(uuid,boolean)'::regprocedure), 'f.beantragt_von = sec.nutzer() or', ''); end $d$; alter table app.freigaben drop constraint freigabe_zweite_person`, teil: 'zweite Person' },
  { name: 'Freigabe mehrfach einlösbar', sql: `do $d$ begin execute replace(pg_get_functiondef('sec.zugang_zuruecksetzen(uuid,text,bytea,uuid)'::regprocedure), 'and eingeloest_am is null', ''); end $d$`, teil: 'zweite Person' },
  { name: 'Funktion ohne Trägergrenze', sql: `do $d$ begin execute replace(pg_get_functiondef('sec.rollen_setzen(uuid,text[])'::regprocedure), 'traeger_id = sec.traeger() and nutzer_id = p_nutzer', 'nutzer_id = p_nutzer'); end $d$`, teil: 'Funktionen' },
];

/** One place of a function's text changed. */
const GEAENDERT = (signatur: string, alt: string, neu: string) =>
  `do $d$ begin execute replace(pg_get_functiondef('${signatur}'::regprocedure), $a$${alt}$a$, $n$${neu}$n$); end $d$`;

/** Background work (D17). */
const HINTERGRUND: Mutant[] = [
  { name: 'Befugnis ohne Frist', sql: `do $d$ begin execute 'create or replace view sec.gegenwart with (security_invoker = true) as ' || replace(pg_get_viewdef('sec.gegenwart'), 'AND (statement_timestamp() < b.laeuft_ab)', ''); end $d$`, teil: 'Hintergrund' },
  { name: 'Befugnis für erledigte Aufträge', sql: GEAENDERT('sec.auftrag_beginnen(uuid)', 'and a.erledigt_am is null', ''), teil: 'Hintergrund' },
  { name: 'Befugnis für einen anderen Träger', sql: GEAENDERT('sec.auftrag_beginnen(uuid)', 'a.traeger_id, a.id', '(select t.id from kreis.traeger t where t.id <> a.traeger_id limit 1), a.id'), teil: 'Hintergrund' },
  { name: 'Befugnis für jeden Login', sql: 'grant execute on function sec.auftrag_beginnen(uuid) to kim_traeger', teil: 'Hintergrund' },
  { name: 'Aufräumen ohne Richtlinie', sql: 'drop policy hintergrund on app.formulareingaben', teil: 'Hintergrund' },
  { name: 'Aufräumen gleich welcher Art', sql: `alter policy hintergrund on app.formulareingaben using (erfasst_am < now() - interval '30 days')`, teil: 'Hintergrund' },
  { name: 'Aufräumen gleich welchen Alters', sql: `alter policy hintergrund on app.formulareingaben using ((select sec.hat_rolle('auftrag:aufraeumen')) and erfasst_am < now())`, teil: 'Hintergrund' },
  { name: 'Aufräumen bei allen Trägern', sql: 'create policy alle on app.formulareingaben to kim_auftrag using (true)', teil: 'Hintergrund' },
  { name: 'Abschluss fremder Aufträge', sql: `alter policy hintergrund on app.auftraege using ((select sec.hat_rolle('auftrag:aufraeumen')) and true) with check (true)`, teil: 'Hintergrund' },
  { name: 'Hintergrundarbeit liest Kontakte', sql: 'grant select on app.kontakte to kim_auftrag' },
  { name: 'Warteschlange für die Trägerarbeit', sql: 'grant usage on schema pgboss to kim_traeger; grant select (data) on pgboss.job to kim_traeger' },
  { name: 'Warteschlange gehört der Hintergrundarbeit', sql: 'alter table pgboss.job owner to kim_auftrag' },
];

export const MUTANTEN: Mutant[] = [...ACHTZEHN, ...WEITERE, ...HINTERGRUND];
