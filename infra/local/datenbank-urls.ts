import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Datenbankzugang, Umgebung } from '@kim/core/umgebung.ts';
import type { Login } from '@kim/db/migrate.ts';
import { Startfehler } from './meldung.ts';
import { DATENBANK } from './postgres-anlegen.ts';

/** The accesses that the running product may use; the administration is not among them. */
export type Arbeitszugang = Exclude<Datenbankzugang, 'verwaltung'>;

/** How to reach the database. */
export type Zugaenge = {
  /** Login that may create roles; absent where the operator migrates by other means. */
  verwaltung: string | undefined;
  urls: Record<Arbeitszugang, string>;
  /** For `migrate`: the passwords that the URLs carry. */
  passwoerter: Partial<Record<Login, string>>;
};

/** Generated passwords of the database logins, kept in zugang.json for this user alone. */
export type Geheimnisse = { verwaltung: string; logins: Record<Arbeitszugang, string> };

const ARBEITSZUGAENGE: Arbeitszugang[] = ['eigentuemer', 'traeger', 'anmeldung', 'koordination', 'auswertung', 'auftrag'];

const newPasswort = () => randomBytes(24).toString('hex');

/** Reads zugang.json; a missing or damaged one is replaced, since the server takes new passwords at the next start. */
export function readGeheimnisse(datei: string): Geheimnisse {
  if (existsSync(datei)) {
    const text = readFileSync(datei, 'utf8');
    try {
      const gelesen = JSON.parse(text) as Geheimnisse;
      if (gelesen.verwaltung && ARBEITSZUGAENGE.every((zugang) => gelesen.logins[zugang])) return gelesen;
    } catch {
      // Written anew below.
    }
  }
  const logins = Object.fromEntries(ARBEITSZUGAENGE.map((zugang) => [zugang, newPasswort()])) as Record<Arbeitszugang, string>;
  const neu: Geheimnisse = { verwaltung: newPasswort(), logins };
  writeFileSync(`${datei}.neu`, JSON.stringify(neu, null, 2), { mode: 0o600 });
  renameSync(`${datei}.neu`, datei);
  return neu;
}

function buildUrl(basis: string, zugang: Arbeitszugang, passwort: string): string {
  const url = new URL(basis);
  url.username = `kim_${zugang}`;
  url.password = passwort;
  return url.href;
}

/** Accesses of the embedded server that listens on this port. */
export function embeddedZugaenge(verwaltung: string, geheimnisse: Geheimnisse): Zugaenge {
  return completeZugaenge({ verwaltung }, geheimnisse);
}

/**
 * Accesses from KIM_DB_*_URL, `undefined` when none is set (embedded server). With the administration
 * URL alone the others are derived from it with generated passwords; without it all must be given.
 */
export function fremdeZugaenge(datenbank: Umgebung['datenbank'], readGeheim: () => Geheimnisse): Zugaenge | undefined {
  if (!Object.values(datenbank).some(Boolean)) return undefined;
  const fehlend = ARBEITSZUGAENGE.filter((zugang) => !datenbank[zugang]);
  if (!datenbank.verwaltung && fehlend.length > 0) {
    throw new Startfehler(
      `Für die Datenbank fehlt ${fehlend.map((zugang) => `KIM_DB_${zugang.toUpperCase()}_URL`).join(', ')}.`,
      'Alle Zugänge angeben, oder KIM_DB_VERWALTUNG_URL: dann legt der Start die übrigen selbst an.',
    );
  }
  if (datenbank.verwaltung && new URL(datenbank.verwaltung).pathname.length < 2) {
    throw new Startfehler('KIM_DB_VERWALTUNG_URL nennt keine Datenbank.', `Am Ende ergänzen, zum Beispiel: …:5432/${DATENBANK}`);
  }
  return completeZugaenge(datenbank, fehlend.length > 0 ? readGeheim() : undefined);
}

function completeZugaenge(datenbank: Umgebung['datenbank'], geheimnisse: Geheimnisse | undefined): Zugaenge {
  const urls = {} as Record<Arbeitszugang, string>;
  const passwoerter: Partial<Record<Login, string>> = {};
  for (const zugang of ARBEITSZUGAENGE) {
    urls[zugang] = datenbank[zugang] ?? buildUrl(datenbank.verwaltung ?? '', zugang, geheimnisse?.logins[zugang] ?? '');
    const { username, password } = new URL(urls[zugang]);
    if (username === `kim_${zugang}` && password) passwoerter[username as Login] = decodeURIComponent(password);
  }
  return { verwaltung: datenbank.verwaltung, urls, passwoerter };
}

/** The variables KIM_DB_*_URL for a child process: the given accesses and no other. */
export function exportZugaenge({ urls }: Zugaenge, welche: Arbeitszugang[]): Record<string, string> {
  return Object.fromEntries(welche.map((zugang) => [`KIM_DB_${zugang.toUpperCase()}_URL`, urls[zugang]]));
}
