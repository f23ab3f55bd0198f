import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureBau } from '@kim/infra/local/bau.ts';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { zeichneAuf } from './anweisungen.ts';
import type { Anweisung } from './anweisungen.ts';
import { oeffneBestand } from './bestand.ts';
import type { Bestand } from './bestand.ts';
import { beurteile, drucke } from './bericht.ts';
import type { Benchbericht, Messzeile, Seitenwert } from './bericht.ts';
import { FALLSEITEN } from './fallseiten.ts';
import { leseGroesse } from './groessen.ts';
import { misseHandgriffe } from './handgriffe.ts';
import { misse } from './messung.ts';
import { operationenFuer } from './operationen.ts';
import { pruefePlaene } from './plaene.ts';
import { loginUrl, starteKandidat } from './prozesse.ts';
import type { Kandidat } from './prozesse.ts';
import { oeffneSitzung, raeumeAuf } from './sitzung.ts';
import { misseStart } from './start.ts';

/**
 * `npm run bench [-- --size klein|mittel|gross] [-- --neu]`: what the product costs beside the bare baseline. The filled
 * database is kept in the data directory; `--neu` fills it again. Ends with 1 when a limit is missed.
 */

const RUNDEN = 8;
const JE_RUNDE = 30;

const groesse = leseGroesse(process.argv);
await ensureBau(WURZEL);
const bestand = await oeffneBestand(groesse, process.argv.includes('--neu'));
const sql = new pg.Client(bestand.server.url);
try {
  await sql.connect();
  const bericht = await misseAlles();
  drucke(bericht);
  mkdirSync(join(WURZEL, 'reports'), { recursive: true });
  writeFileSync(join(WURZEL, 'reports/bench.json'), `${JSON.stringify(bericht, null, 2)}\n`);
  process.exitCode = bericht.verfehlt.length === 0 ? 0 : 1;
} finally {
  await sql.end();
  await bestand.server.stop();
}

async function misseAlles(): Promise<Benchbericht> {
  await raeumeAuf(sql, bestand.gemessene);
  const { keks, ctx } = await oeffneSitzung(sql, bestand.gemessene);
  const url = loginUrl('kim_traeger', bestand, 'bench');
  const anweisungen = await zeichneAuf(url, ctx, bestand);
  const plaene = await pruefePlaene(url, ctx, anweisungen);
  const { zeilen, seiten } = await misseOperationen(bestand, keks, anweisungen);
  const start = await misseStart(bestand);
  const { rows: [umfang] } = await sql.query<{ faelle: number; kontakte: number; traeger: number }>(
    'select (select count(*)::int from app.faelle) as faelle, (select count(*)::int from app.kontakte) as kontakte, (select count(*)::int from kreis.traeger) as traeger');
  return beurteile({ groesse: groesse.name, umfang: umfang!, zeilen, start, plaene, seiten, handgriffe: await misseHandgriffe() });
}

async function misseOperationen(bestand: Bestand, keks: string, anweisungen: readonly Anweisung[]): Promise<{ zeilen: Messzeile[]; seiten: Seitenwert[] }> {
  const ordner = mkdtempSync(join(tmpdir(), 'kim-bench-'));
  const kandidaten: Kandidat[] = [];
  try {
    for (const name of ['bare', 'product'] as const) kandidaten.push(await starteKandidat(name, bestand, join(ordner, `${name}.log`)));
    const zeilen: Messzeile[] = [];
    for (const operation of operationenFuer(bestand.gemessene)) {
      const { name, ziel, kuer } = operation;
      zeilen.push({ operation: name, ziel, kuer, ...(await misse({ operation, kandidaten, keks, sql, runden: RUNDEN, jeRunde: JE_RUNDE })) });
      console.log(`  ${name} …`);
    }
    return { zeilen, seiten: await misseSeiten(bestand, keks, kandidaten.filter(({ name }) => name === 'product'), anweisungen) };
  } finally {
    await Promise.all(kandidaten.map((kandidat) => kandidat.beende()));
    rmSync(ordner, { recursive: true, force: true });
  }
}

/** Each page of a case, of the product alone: there is nothing bare to lay beside it. */
async function misseSeiten({ gemessene }: Bestand, keks: string, kandidaten: readonly Kandidat[], anweisungen: readonly Anweisung[]): Promise<Seitenwert[]> {
  const nummern = gemessene.faelle.filter(({ klasse }) => klasse === 'case_management').map(({ fallnummer }) => fallnummer);
  const seiten: Seitenwert[] = [];
  for (const { pfad } of FALLSEITEN) {
    const nr = (n: number) => nummern[n % nummern.length]!;
    const operation = {
      name: `case page ${pfad || '/'}`, ziel: Infinity, kuer: Infinity, status: { bare: 200, product: 200 },
      anfrage: (_: unknown, n: number) => ({ method: 'GET' as const, pfad: `/faelle/${nr(n)}${pfad}` }), enthaelt: () => '',
    };
    const { product } = await misse({ operation, kandidaten, keks, sql, runden: 2, jeRunde: JE_RUNDE });
    seiten.push({ pfad, anweisungen: anweisungen.filter((eine) => eine.operation === operation.name).length, p50Ms: product.p50Ms, p95Ms: product.p95Ms });
  }
  return seiten;
}
