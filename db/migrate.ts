import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as wendeMigrationenAn } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { richteWarteschlangeEin } from './warteschlange.ts';

/** The logins of D23; each pool of the product uses one of them. */
export const LOGINS = ['kim_eigentuemer', 'kim_traeger', 'kim_anmeldung', 'kim_koordination', 'kim_auswertung', 'kim_auftrag'] as const;
export type Login = (typeof LOGINS)[number];

const sicherheit = fileURLToPath(new URL('./security/', import.meta.url));
const migrationen = fileURLToPath(new URL('./migrations/', import.meta.url));

/**
 * Brings an existing database to this version: roles, migrations as kim_eigentuemer, then the hand-written
 * security SQL, which is applied anew each time in one transaction.
 * @param verwaltungUrl a login that may create roles (superuser)
 * @param passwoerter one per login; a login without one keeps what it has
 */
export async function migrate(verwaltungUrl: string, passwoerter: Partial<Record<Login, string>>): Promise<void> {
  const verwaltung = new pg.Client({ connectionString: verwaltungUrl });
  await verwaltung.connect();
  try {
    await verwaltung.query("select pg_advisory_lock(hashtextextended('kim.migration', 0))");
    await verwaltung.query(leseSql('00-rollen.sql'));
    for (const [login, passwort] of Object.entries(passwoerter)) {
      await verwaltung.query(`alter role ${pg.escapeIdentifier(login)} password ${pg.escapeLiteral(passwort)}`);
    }
    await migriereAlsEigentuemer(verwaltung);
    await verwaltung.query(['begin', ...sicherheitsdateien().map(leseSql), 'commit'].join(';\n'));
  } finally {
    await verwaltung.end();
  }
}

/** The owner acts through the administration's session: it needs no password of its own on the wire. */
async function migriereAlsEigentuemer(verwaltung: pg.Client): Promise<void> {
  await verwaltung.query('set role kim_eigentuemer');
  try {
    await wendeMigrationenAn(drizzle(verwaltung), {
      migrationsFolder: migrationen,
      migrationsSchema: 'migrationen',
      migrationsTable: 'angewandt',
    });
    await richteWarteschlangeEin(verwaltung);
  } finally {
    await verwaltung.query('reset role');
  }
}

const sicherheitsdateien = () => readdirSync(sicherheit).filter((name) => name.endsWith('.sql') && name !== '00-rollen.sql').sort();

const leseSql = (name: string) => readFileSync(sicherheit + name, 'utf8');
