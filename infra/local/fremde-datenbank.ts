import pg from 'pg';
import { Startfehler } from './meldung.ts';

/** Smallest release per major version: below it row-level security leaks through planner statistics (CVE-2025-8713). */
const KLEINSTE_VERSION: Record<number, number> = { 15: 14, 16: 10, 17: 6 };

/** Settings through which a value or a password of a statement could reach the server's log. */
const PROTOKOLLIERUNG = [
  'log_statement', 'log_min_duration_statement', 'log_min_duration_sample', 'log_transaction_sample_rate',
  'log_parameter_max_length', 'log_parameter_max_length_on_error',
  'auto_explain.log_min_duration', 'auto_explain.log_parameter_max_length', 'pgaudit.log_parameter',
];

/** Values of {@link PROTOKOLLIERUNG}; one that the server does not know is null. Durations in milliseconds. */
export type Protokolleinstellungen = Record<string, string | null>;

/** What of these settings could write keys, names or passwords to the log (D9); empty when nothing could. */
export function findProtokollrisiken(werte: Protokolleinstellungen): string[] {
  const number = (name: string, sonst: number) => (werte[name] === null || werte[name] === undefined ? sonst : Number(werte[name]));
  const risiken: string[] = [];
  // Passwords travel in the text of ALTER ROLE, which `ddl` would log as well.
  if (werte.log_statement !== 'none') risiken.push(`log_statement = ${werte.log_statement}`);
  const zeitgesteuert = ['log_min_duration_statement', 'log_min_duration_sample'].filter((name) => number(name, -1) >= 0);
  if (number('log_transaction_sample_rate', 0) > 0) zeitgesteuert.push('log_transaction_sample_rate');
  if (zeitgesteuert.length > 0 && number('log_parameter_max_length', -1) !== 0) {
    risiken.push(...zeitgesteuert.map((name) => `${name} = ${werte[name]} bei log_parameter_max_length = ${werte.log_parameter_max_length}`));
  }
  if (number('log_parameter_max_length_on_error', 0) !== 0) risiken.push(`log_parameter_max_length_on_error = ${werte.log_parameter_max_length_on_error}`);
  if (number('auto_explain.log_min_duration', -1) >= 0 && number('auto_explain.log_parameter_max_length', -1) !== 0) {
    risiken.push('auto_explain.log_min_duration bei auto_explain.log_parameter_max_length ungleich 0');
  }
  if (werte['pgaudit.log_parameter'] === 'on') risiken.push('pgaudit.log_parameter = on');
  return risiken;
}

/** Whether this release (`server_version_num`) has the fixes that separation of the Träger relies on. */
export function isVersionAusreichend(nummer: number): boolean {
  const haupt = Math.floor(nummer / 10000);
  return haupt >= 18 || nummer % 10000 >= (KLEINSTE_VERSION[haupt] ?? Infinity);
}

async function connect(url: string): Promise<pg.Client> {
  const { host, pathname, username } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (ursache) {
    const grund = ursache instanceof Error ? ursache.message || String((ursache as NodeJS.ErrnoException).code) : String(ursache);
    throw new Startfehler(
      `Die Datenbank ${host}${pathname} ist als ${username} nicht erreichbar: ${grund}`,
      'Läuft sie, und stimmen Adresse, Name und Passwort in KIM_DB_…_URL? Ohne diese Variablen nimmt npm start die mitgelieferte Datenbank.',
      ursache,
    );
  }
}

/**
 * Refuses a given PostgreSQL that is too old or whose log could show what is confidential. Settings
 * differ by role and database: each login is asked for its own.
 */
export async function checkFremdeDatenbank(urls: string[]): Promise<string> {
  let version = '';
  for (const url of urls) {
    const client = await connect(url);
    try {
      const { rows } = await client.query<{ nummer: number; version: string }>("select current_setting('server_version_num')::int as nummer, current_setting('server_version') as version");
      version = rows[0]?.version ?? '';
      if (!isVersionAusreichend(rows[0]?.nummer ?? 0)) {
        throw new Startfehler(`PostgreSQL ${version} ist zu alt.`, 'Gebraucht wird 15.14, 16.10, 17.6, 18 oder neuer: ältere lassen über Statistiken des Planers Zeilen anderer Träger erkennen.');
      }
      // pg_settings gives bare numbers in milliseconds and bytes, current_setting would add units.
      const werte = await client.query<{ name: string; wert: string | null }>(
        "select n as name, coalesce((select setting from pg_settings where name = n), current_setting(n, true)) as wert from unnest($1::text[]) as n",
        [PROTOKOLLIERUNG],
      );
      const risiken = findProtokollrisiken(Object.fromEntries(werte.rows.map(({ name, wert }) => [name, wert])));
      if (risiken.length > 0) {
        throw new Startfehler(
          `Das Protokoll der Datenbank könnte Schlüssel, Namen oder Passwörter aufzeichnen: ${risiken.join('; ')}.`,
          `Abstellen, etwa für diese Datenbank allein: alter database … set log_statement = 'none'; alter database … set log_parameter_max_length = 0; alter database … set log_parameter_max_length_on_error = 0;`,
        );
      }
    } finally {
      await client.end();
    }
  }
  return version;
}
