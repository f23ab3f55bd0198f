import { createHash, randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { LOGINS, migrate } from '@kim/db/migrate.ts';
import type { Login } from '@kim/db/migrate.ts';
import { richteKontoEin, richteKreisEin, richteTraegerEin } from '@kim/db/seed/einrichten.ts';
import { neueId } from '@kim/core/ids.ts';
import { locateDaten, prepareDaten, WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { starteEmbedded } from '@kim/infra/local/postgres.ts';
import type { Embedded } from '@kim/infra/local/postgres.ts';
import { erzeugeSchluesselbund, fuegeTraegerHinzu, oeffneSchluesselbund } from '@kim/tresor/schluesselbund.ts';
import type { Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { fuelleTraeger, verteileFaelle } from './fuellung.ts';
import { ANGEBOT } from './erzeuger.ts';
import type { ErzeugterFall, Traegerbestand } from './erzeuger.ts';
import { vervielfaeltige } from './vervielfaeltigung.ts';
import { FACHKRAEFTE_JE_TRAEGER, FAELLE_DER_GEMESSENEN } from './groessen.ts';
import type { Groesse } from './groessen.ts';

/** The Fachkraft who is measured, and her running cases. */
export interface Gemessene {
  traegerId: string;
  kreisId: string;
  kontoId: string;
  mitgliedschaftId: string;
  nutzerId: string;
  faelle: ErzeugterFall[];
}

export interface Bestand {
  server: Embedded;
  bund: Schluesselbund;
  passwoerter: Record<Login, string>;
  gemessene: Gemessene;
}

interface Stand {
  fingerabdruck: string;
  verwaltung: string;
  passwoerter: Record<Login, string>;
  gemessene: Gemessene;
}

/** Nothing has to survive a crash before the filling is complete. */
const FUELLEN = {
  fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off', wal_level: 'minimal', max_wal_senders: '0',
  max_wal_size: '16GB', shared_buffers: '1GB', maintenance_work_mem: '512MB',
};

/** Opens the database of this size, as it was filled before, or fills it. The server runs with the settings of the product. */
export async function oeffneBestand(groesse: Groesse, neu: boolean): Promise<Bestand> {
  const daten = locateDaten();
  prepareDaten(daten);
  const ordner = join(daten.pfad, 'bench', groesse.name);
  const stand = liesStand(ordner, groesse);
  if (neu || !stand) await fuelle(ordner, groesse);
  const { verwaltung, passwoerter, gemessene } = liesStand(ordner, groesse)!;
  const server = await starteEmbedded({ verzeichnis: join(ordner, 'postgres'), passwort: verwaltung, verwaisteBeenden: true });
  await migrate(server.url, passwoerter);
  return { server, bund: oeffneSchluesselbund(join(ordner, 'schluesselbund.json')), passwoerter, gemessene };
}

/** What was filled is of use as long as tables and generator are the same; policies and functions are applied anew each time. */
function fingerabdruck(groesse: Groesse): string {
  const hash = createHash('sha256').update(JSON.stringify([groesse, FAELLE_DER_GEMESSENEN]));
  const dateien = globSync(['db/migrations/*.sql', 'tests/load/{erzeuger,fuellung,vervielfaeltigung,worte,zufall}.ts'], { cwd: WURZEL }).sort();
  for (const datei of dateien) hash.update(readFileSync(join(WURZEL, datei)));
  return hash.digest('hex');
}

function liesStand(ordner: string, groesse: Groesse): Stand | null {
  const datei = join(ordner, 'stand.json');
  if (!existsSync(datei)) return null;
  const stand = JSON.parse(readFileSync(datei, 'utf8')) as Stand;
  return stand.fingerabdruck === fingerabdruck(groesse) ? stand : null;
}

async function fuelle(ordner: string, groesse: Groesse): Promise<void> {
  rmSync(ordner, { recursive: true, force: true });
  mkdirSync(ordner, { recursive: true, mode: 0o711 });
  const bund = erzeugeSchluesselbund(join(ordner, 'schluesselbund.json'));
  const passwoerter = Object.fromEntries(LOGINS.map((login) => [login, randomBytes(18).toString('hex')])) as Record<Login, string>;
  const server = await starteEmbedded({ verzeichnis: join(ordner, 'postgres'), einstellungen: FUELLEN });
  const sql = new pg.Client(server.url);
  try {
    await migrate(server.url, passwoerter);
    await sql.connect();
    const gemessene = await fuelleTabellen(sql, bund, groesse);
    console.log('  vacuum analyze …');
    await sql.query('vacuum analyze');
    await sql.query('checkpoint');
    const stand: Stand = { fingerabdruck: fingerabdruck(groesse), verwaltung: server.passwort, passwoerter, gemessene };
    writeFileSync(join(ordner, 'stand.json'), JSON.stringify(stand), { mode: 0o600 });
  } finally {
    await sql.end();
    await server.stop();
  }
}

async function fuelleTabellen(sql: pg.Client, bund: Schluesselbund, groesse: Groesse): Promise<Gemessene> {
  const traeger = await richteAlleEin(sql, bund, groesse);
  const mitte = traeger[Math.floor(traeger.length / 2)]!;
  const angaben = { email: 'bench@example.org', name: 'Fachkraft der Messung', kreisId: mitte.kreisId, traegerId: mitte.id, rollen: ['fachkraft'], passwortHash: 'keiner' };
  const konto = await richteKontoEin(sql, angaben);
  // Rows come from one hand and are complete: foreign keys would be looked up thirty million times.
  await sql.query("set session_replication_role = 'replica'");
  let faelle: ErzeugterFall[] = [];
  const muster = traeger.find((einer) => einer !== mitte)!;
  for (const [nr, einer] of traeger.entries()) {
    if (einer === mitte) faelle = await fuelleTraeger(sql, bund, einer, verteileFaelle(einer, konto.nutzerId, FAELLE_DER_GEMESSENEN));
    else if (einer === muster) await fuelleTraeger(sql, bund, einer, verteileFaelle(einer, null, groesse.faelleJeTraeger));
    else await vervielfaeltige(sql, muster, einer);
    if (nr % 5 === 4 || nr + 1 === traeger.length) console.log(`  ${nr + 1} von ${traeger.length} Trägern …`);
  }
  await sql.query("set session_replication_role = 'origin'");
  return { traegerId: mitte.id, kreisId: mitte.kreisId, kontoId: konto.kontoId, mitgliedschaftId: konto.mitgliedschaftId, nutzerId: konto.nutzerId, faelle };
}

async function richteAlleEin(sql: pg.Client, bund: Schluesselbund, { kreise, traeger }: Groesse): Promise<Traegerbestand[]> {
  const kommunen = Object.fromEntries(Array.from({ length: 9 }, (_, nr) => [`Kommune ${nr + 1}`, `0537800${nr}`]));
  const kreisIds: string[] = [];
  for (let nr = 0; nr < kreise; nr++) {
    const kreisId = await richteKreisEin(sql, `Kreis ${nr + 1}`, kommunen);
    await sql.query(`insert into kreis.angebote (kreis_id, id, name, organisation, rechtskreis, bereiche, einzugsgebiet, sprachen, anschrift, anfahrt, telefon, email, web, zeiten, hinweise)
      values ($1, $2, 'Beratung der Messung', '', 'sonstiges', '{}', '{}', '{}', '', '', '', '', '', '', '')`, [kreisId, ANGEBOT]);
    kreisIds.push(kreisId);
  }
  const alle: Traegerbestand[] = [];
  const fachkraefte = Array.from({ length: FACHKRAEFTE_JE_TRAEGER }, () => neueId());
  for (let nr = 0; nr < traeger; nr++) {
    const kreisId = kreisIds[nr % kreise]!;
    const kennung = `T${String.fromCharCode(65 + Math.floor(nr / 26), 65 + (nr % 26))}`;
    const id = await richteTraegerEin(sql, kreisId, { kennung, name: `Träger ${nr + 1}`, kurzname: `Träger ${nr + 1}`, traegerart: 'kommune', rechtsregime: 'dsgvo' });
    fuegeTraegerHinzu(bund, id);
    const { rows } = await sql.query<{ id: string }>('select id from kreis.kommunen where kreis_id = $1', [kreisId]);
    alle.push({ id, kreisId, kennung, kommunen: rows.map((zeile) => zeile.id), fachkraefte: await richteFachkraefteEin(sql, id, fachkraefte) });
  }
  return alle;
}

/** The same ids at every Träger: rows can be repeated. */
async function richteFachkraefteEin(sql: pg.Client, traegerId: string, ids: readonly string[]): Promise<readonly string[]> {
  for (const [nr, id] of ids.entries()) await sql.query('insert into app.nutzer (traeger_id, id, name) values ($1, $2, $3)', [traegerId, id, `Fachkraft ${nr + 1}`]);
  return ids;
}
