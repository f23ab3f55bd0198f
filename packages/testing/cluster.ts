import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOGINS, migrate } from '@kim/db/migrate.ts';
import type { Login } from '@kim/db/migrate.ts';
import { starteEmbedded } from '@kim/infra/local/postgres.ts';
import { fuelleBestand } from './fixture.ts';
import { verbunden } from './verbindung.ts';

/** How to reach a test server: plain data, so that test workers receive it from the global setup. */
export interface Zugang {
  /** Superuser URL; the database in it is replaced. */
  verwaltung: string;
  /** Empty where the server trusts local logins. */
  passwoerter: Partial<Record<Login, string>>;
  /** Migrated database without rows. */
  leer: string;
  /** Migrated database with the fixture. */
  bestand: string;
}

export interface Testserver {
  zugang: Zugang;
  stop: () => Promise<void>;
}

/**
 * The server of a test run: embedded PostgreSQL 18, or the one that KIM_TEST_DB_URL names (superuser, PostgreSQL 15
 * or later, for tests alone: the roles of the product are made anew there and belong to the whole server).
 */
export async function starteTestserver(url = process.env.KIM_TEST_DB_URL): Promise<Testserver> {
  const server = url ? { url, stop: async () => {} } : await starteWegwerfserver();
  const marke = `kim_test_${randomBytes(4).toString('hex')}`;
  const zugang: Zugang = { verwaltung: server.url, passwoerter: waehlePasswoerter(server.url), leer: `${marke}_leer`, bestand: `${marke}_bestand` };
  try {
    await bereiteVorlagenVor(zugang);
  } catch (fehler) {
    await server.stop();
    throw fehler;
  }
  return {
    zugang,
    stop: async () => {
      if (url) await raeumeAuf(zugang.verwaltung, marke);
      await server.stop();
    },
  };
}

async function starteWegwerfserver() {
  const pfad = mkdtempSync(join(tmpdir(), 'kim-testserver-'));
  chmodSync(pfad, 0o711);
  const server = await starteEmbedded({
    verzeichnis: join(pfad, 'postgres'),
    einstellungen: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '60', autovacuum: 'off' },
  });
  const stop = async () => {
    await server.stop();
    rmSync(pfad, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

async function bereiteVorlagenVor(zugang: Zugang): Promise<void> {
  await verbunden(urlFuer(zugang.verwaltung, 'postgres'), (sql) => sql.query(`create database ${zugang.leer}`));
  await migrate(urlFuer(zugang.verwaltung, zugang.leer), zugang.passwoerter);
  await kopiereDatenbank(zugang, zugang.leer, zugang.bestand);
  await verbunden(urlFuer(zugang.verwaltung, zugang.bestand), fuelleBestand);
}

/** A server that asks its superuser for no password trusts the logins too: they stay as they are, others may be using them. */
function waehlePasswoerter(verwaltung: string): Zugang['passwoerter'] {
  if (!new URL(verwaltung).password) return {};
  return Object.fromEntries(LOGINS.map((login) => [login, randomBytes(18).toString('hex')]));
}

/** A copy of a database that nobody is connected to. */
export async function kopiereDatenbank(zugang: Zugang, vorlage: string, name: string): Promise<void> {
  await verbunden(urlFuer(zugang.verwaltung, 'postgres'), async (sql) => {
    await sql.query(`create database ${name} template ${vorlage}`);
    // Database rights are not copied with a template.
    await sql.query(`revoke all on database ${name} from public`);
    await sql.query(`grant connect on database ${name} to ${LOGINS.join(', ')}`);
    await sql.query(`grant create on database ${name} to kim_eigentuemer`);
  });
}

export async function verwirfDatenbank(zugang: Zugang, name: string): Promise<void> {
  await verbunden(urlFuer(zugang.verwaltung, 'postgres'), (sql) => sql.query(`drop database if exists ${name} with (force)`));
}

async function raeumeAuf(verwaltung: string, marke: string): Promise<void> {
  await verbunden(urlFuer(verwaltung, 'postgres'), async (sql) => {
    const { rows } = await sql.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [marke]);
    for (const { datname } of rows) await sql.query(`drop database if exists ${datname} with (force)`);
  });
}

/** The same server, another database. */
export function urlFuer(url: string, datenbank: string): string {
  const ziel = new URL(url);
  ziel.pathname = `/${datenbank}`;
  return ziel.href;
}

/** URL of one of the product's logins. */
export function loginUrl({ verwaltung, passwoerter }: Zugang, login: Login, datenbank: string): string {
  const ziel = new URL(urlFuer(verwaltung, datenbank));
  ziel.username = login;
  ziel.password = passwoerter[login] ?? '';
  return ziel.href;
}

