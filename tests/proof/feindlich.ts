import pg from 'pg';
import { LOGINS } from '@kim/db/migrate.ts';
import { loginUrl } from '@kim/testing/cluster.ts';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';
import { festeBytes } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import type { Angreiferin } from './angreifer.ts';
import { zaehle } from './dynamisch.ts';
import type { Ergebnis } from './dynamisch.ts';
import type { Tabelle } from './katalog.ts';
import { ANGRIFFE } from './feindliche-anweisungen.ts';
import { laufe } from './probe.ts';
import { alsText, findFremdes } from './spuren.ts';

/** Assumed SQL injection: the application's own login, a live session of A, and whatever SQL an attacker likes (T4). */

type Wechsel = (tabelle: string, mandant: string, name: string, wert: string) => string;

const setze = (name: string, wert: string, lokal = true) => `set_config('${name}', '${wert}', ${lokal})`;

/** Shapes in which one statement first changes a setting and then reads; which comes first is the planner's choice, so many. */
export const FORMEN: Record<string, Wechsel> = {
  'union all': (t, m, n, w) => `select null::text, null::text where ${setze(n, w)} is null union all select ${m}::text, x::text from ${t} x`,
  'union all davor': (t, m, n, w) => `select ${setze(n, w)}, 'x' union all select ${m}::text, x::text from ${t} x`,
  cte: (t, m, n, w) => `with s as materialized (select ${setze(n, w)} as v) select ${m}::text, x::text from s, ${t} x where s.v is not null`,
  Unterabfrage: (t, m, n, w) => `select (select ${setze(n, w)}), ${m}::text, x::text from ${t} x`,
  lateral: (t, m, n, w) => `select x.* from (select ${setze(n, w)} as v offset 0) s cross join lateral (select ${m}::text, y::text from ${t} y where s.v is not null) x`,
  where: (t, m, n, w) => `select ${m}::text, x::text from ${t} x where ${setze(n, w)} is not null`,
  'order by': (t, m, n, w) => `select ${m}::text, x::text from ${t} x order by ${setze(n, w)}`,
  limit: (t, m, n, w) => `select ${m}::text, x::text from ${t} x limit length(${setze(n, w)}) + 100`,
  verbund: (t, m, n, w) => `select ${m}::text, x::text from ${t} x right join (values (${setze(n, w)})) v(a) on true`,
  fall: (t, m, n, w) => `select case when ${setze(n, w)} <> '' then (select string_agg(x::text, ',') from ${t} x) end, ''`,
  Aggregat: (t, m, n, w) => `select string_agg(${m}::text || x::text, ',') filter (where ${setze(n, w)} <> ''), '' from ${t} x`,
  'union rekursiv': (t, m, n, w) => `with recursive r(i, v) as (select 1, ${setze(n, w)} union all select i + 1, (select string_agg(x::text, ',') from ${t} x) from r where i < 3) select v, '' from r`,
  'zwei Anweisungen': (t, m, n, w) => `select ${setze(n, w, false)}; select ${m}::text, x::text from ${t} x`,
};

/** Settings an attacker would try, and the settings that functions and policies of this database read. */
async function wechselziele(sql: pg.ClientBase, b: TraegerPlan): Promise<[string, string][]> {
  const { rows } = await sql.query<{ name: string }>(`
    select distinct m[1] as name from (
      select prosrc as text from pg_proc where oid >= 16384 union all select pg_get_expr(polqual, polrelid) from pg_policy
      union all select pg_get_viewdef(oid) from pg_class where relkind = 'v' and oid >= 16384) q, regexp_matches(q.text, 'current_setting\\(\\s*''([^'']+)''', 'g') m`);
  const { fachkraft } = b.personen;
  const kennungen = [b.id, fachkraft.nutzerId, fachkraft.mitgliedschaftId, festeBytes(fachkraft.kontoId, 'ctx').toString('hex')];
  return [
    ...[...new Set(['app.ctx', ...rows.map((r) => r.name)])].flatMap((name) => kennungen.map((wert): [string, string] => [name, wert])),
    ['role', 'kim_eigentuemer'], ['role', 'sec_owner'], ['session_authorization', 'kim_eigentuemer'], ['row_security', 'off'], ['search_path', 'pg_temp, app'],
  ];
}

/** A shape that brings back no rows when nothing is switched would find nothing either. */
async function pruefeFormen(client: pg.Client, wer: Angreiferin, ergebnis: Ergebnis): Promise<void> {
  for (const [form, mache] of Object.entries(FORMEN)) {
    const { zeilen } = await laufe(client, wer.ctx, mache('app.faelle', 'traeger_id', 'application_name', 'zzz'), [], false);
    if (!alsText(zeilen).includes(wer.traeger.faelle.kurzberatung.id)) ergebnis.befunde.push({ art: 'Zähne', gegenstand: form, angreifer: wer.name, befund: 'bringt auch eigene Zeilen nicht' });
  }
}

/** Context switches in every shape on every table. */
export async function probiereWechsel(db: Testdatenbank, wer: Angreiferin, b: TraegerPlan, tabellen: Tabelle[], ergebnis: Ergebnis, formen = Object.keys(FORMEN)): Promise<void> {
  const ziele = await wechselziele(db.sql, b);
  const client = await db.anmelden(wer.login);
  await pruefeFormen(client, wer, ergebnis);
  const traegertabellen = tabellen.filter((t) => t.mandant === 'traeger_id' && t.rechte.select.length > 0);
  for (const [name, wert] of ziele) {
    const versuche = traegertabellen.flatMap((t) => formen.map((form) => ({ t, form, text: FORMEN[form]!(t.name, t.mandant!, name, wert) })));
    zaehle(ergebnis, 'feindlich: Wechsel', versuche.length);
    for (let i = 0; i < versuche.length; i += 16) {
      await Promise.all(versuche.slice(i, i + 16).map(async ({ t, form, text }) => {
        const { zeilen } = await laufe(client, wer.ctx, text, [], false);
        const spur = findFremdes(alsText(zeilen).replaceAll(wert, ''), wer.traeger);
        if (spur) ergebnis.befunde.push({ art: `feindlich: ${form}`, gegenstand: t.name, angreifer: wer.name, befund: `${name} umgestellt: ${spur}` });
      }));
    }
    await client.query('discard all');
  }
  await client.end();
}

/** What an attacker leaves behind on a connection must not touch the next statement of this run. */
const BLEIBT = /^(set|reset|discard|listen|unlisten|declare|prepare|rollback|commit|begin|load|savepoint|do|select set_config|select pg_)/;

/** The corpus, committed, as an attacker would. */
export async function probiereAngriffe(db: Testdatenbank, wer: Angreiferin, b: TraegerPlan, ergebnis: Ergebnis): Promise<void> {
  const angriffe = ANGRIFFE(wer.traeger, b, LOGINS);
  zaehle(ergebnis, 'feindlich: Anweisungen', angriffe.length);
  let leitung = await oeffne(db, wer);
  for (const text of angriffe) {
    const spur = findFremdes(await setzeAb(leitung, wer.ctx ?? '', text), wer.traeger);
    if (spur) ergebnis.befunde.push({ art: 'feindlich: Anweisung', gegenstand: text.slice(0, 120), angreifer: wer.name, befund: spur });
    if (BLEIBT.test(text)) {
      await leitung.client.end();
      leitung = await oeffne(db, wer);
    }
  }
  await leitung.client.end();
}

interface Leitung {
  client: pg.Client;
  /** What COPY has sent. */
  kopiert: string;
}

async function oeffne(db: Testdatenbank, wer: Angreiferin): Promise<Leitung> {
  const leitung: Leitung = { client: new pg.Client({ connectionString: loginUrl(db.zugang, wer.login, db.name) }), kopiert: '' };
  leitung.client.on('error', () => undefined);
  await leitung.client.connect();
  const { connection } = leitung.client as unknown as { connection: NodeJS.EventEmitter };
  connection.on('copyData', ({ chunk }: { chunk: Buffer }) => (leitung.kopiert += chunk.toString()));
  return leitung;
}

/** Everything the server sends back for a text of one or more statements, COPY included. */
async function setzeAb(leitung: Leitung, ctx: string, text: string): Promise<string> {
  const { client } = leitung;
  leitung.kopiert = '';
  try {
    await client.query('begin');
    await client.query("select set_config('app.ctx', $1, true)", [ctx]);
    const antwort = await client.query(text);
    await client.query('commit');
    return alsText((Array.isArray(antwort) ? antwort : [antwort]).map((a: pg.QueryResult) => a.rows)) + leitung.kopiert;
  } catch (fehler) {
    await client.query('rollback').catch(() => {});
    return `${leitung.kopiert} ${(fehler as { detail?: string }).detail ?? ''} ${(fehler as { where?: string }).where ?? ''}`;
  }
}
