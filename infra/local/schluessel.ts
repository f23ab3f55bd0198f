import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { erzeugeSchluesselbund, oeffneSchluesselbund, type Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { SchluesselbundFehler } from '@kim/tresor/fehler.ts';
import { pruefeSchluesselbund, pruefwerteVon, type Pruefwert } from '@kim/tresor/pruefwerte.ts';
import pg from 'pg';
import { Startfehler } from './meldung.ts';

type Bestand = { hatDaten: boolean; pruefwerte: Pruefwert[] };

async function query<T>(url: string, arbeit: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await arbeit(client);
  } finally {
    await client.end();
  }
}

function readBestand(url: string): Promise<Bestand> {
  return query(url, async (client) => {
    const { rows } = await client.query("select to_regclass('sec.pruefwerte') is not null as da");
    if (!rows[0].da) return { hatDaten: false, pruefwerte: [] };
    const pruefwerte = await client.query<Pruefwert>('select name as inhaber, generation, wert from sec.pruefwerte');
    const konten = await client.query('select from sec.konten limit 1');
    return { hatDaten: pruefwerte.rows.length > 0 || konten.rows.length > 0, pruefwerte: pruefwerte.rows };
  });
}

function openBund(pfad: string): Schluesselbund {
  try {
    return oeffneSchluesselbund(pfad);
  } catch (fehler) {
    if (!(fehler instanceof SchluesselbundFehler)) throw fehler;
    throw new Startfehler('Der Schlüsselbund kann nicht benutzt werden; an den Daten wurde nichts geändert.', fehler.message, fehler);
  }
}

/**
 * Opens the keyring that belongs to this database and refuses to start without it or with another one
 * (D9). A new one is made only where the database holds nothing yet and `anlegen` allows it.
 * @param url a login that may read sec.pruefwerte; works before the first migration
 */
export async function checkSchluesselbund(url: string, pfad: string, anlegen: boolean): Promise<'angelegt' | 'geprüft'> {
  const bestand = await readBestand(url);
  if (!existsSync(pfad) && !bestand.hatDaten) {
    if (!anlegen) {
      throw new Startfehler(
        `Es gibt noch keinen Schlüsselbund (${pfad}).`,
        'Im Produktivbetrieb entsteht er nur auf ausdrücklichen Wunsch: npm start -- --schluesselbund-anlegen\nDanach sofort getrennt von den Daten sichern: ohne ihn sind sie nicht lesbar.',
      );
    }
    erzeugeSchluesselbund(pfad);
    return 'angelegt';
  }
  const ergebnis = pruefeSchluesselbund(openBund(pfad), bestand.pruefwerte);
  if (!ergebnis.ok) {
    throw new Startfehler(
      'Schlüsselbund und Datenbank gehören nicht zusammen.',
      `${ergebnis.text}\nDen richtigen Schlüsselbund nach ${pfad} legen oder über KIM_SCHLUESSELBUND angeben.`,
    );
  }
  return 'geprüft';
}

/**
 * Writes the key of the barrier for background work, which holds no keyring: derived from the first root key, so that it can
 * be made again and no other backup is needed. A changed one would tell the offsets apart (anonymity.md 3).
 */
export function writeAuswertungsschluessel(schluesselbundPfad: string, pfad: string): void {
  const hex = openBund(schluesselbundPfad).zweckschluessel('auswertung', '', 1).export().toString('hex');
  if (existsSync(pfad) && readFileSync(pfad, 'utf8').trim() === hex) return;
  writeFileSync(`${pfad}.neu`, `${hex}\n`, { mode: 0o600 });
  renameSync(`${pfad}.neu`, pfad);
}

/** Notes check values of keys that the database does not know yet; after the migration. */
export async function recordPruefwerte(url: string, pfad: string): Promise<void> {
  const werte = pruefwerteVon(openBund(pfad));
  await query(url, async (client) => {
    for (const { inhaber, generation, wert } of werte) {
      await client.query('insert into sec.pruefwerte (name, generation, wert) values ($1, $2, $3) on conflict do nothing', [inhaber, generation, wert]);
    }
  });
}
