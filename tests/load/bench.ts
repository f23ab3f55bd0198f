import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureBau } from '@kim/infra/local/bau.ts';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { oeffneBestand } from './bestand.ts';
import { leseGroesse } from './groessen.ts';
import { misse } from './messung.ts';
import type { Messwert } from './messung.ts';
import { operationenFuer } from './operationen.ts';
import { starteKandidat } from './prozesse.ts';
import { oeffneSitzung, raeumeAuf } from './sitzung.ts';

const groesse = leseGroesse(process.argv);
await ensureBau(WURZEL);
const bestand = await oeffneBestand(groesse, process.argv.includes('--neu'));
const ordner = mkdtempSync(join(tmpdir(), 'kim-bench-'));
const sql = new pg.Client(bestand.server.url);
await sql.connect();
try {
  await raeumeAuf(sql, bestand.gemessene);
  const { keks } = await oeffneSitzung(sql, bestand.gemessene);
  const bare = await starteKandidat('bare', bestand, join(ordner, 'bare.log'));
  const product = await starteKandidat('product', bestand, join(ordner, 'product.log'));
  const z = (x: number) => x.toFixed(2).padStart(8);
  try {
    for (const operation of operationenFuer(bestand.gemessene)) {
      const werte = await misse({ operation, kandidaten: [bare, product], keks, sql, runden: Number(process.env.RUNDEN ?? 6), jeRunde: Number(process.env.JE ?? 40) });
      const c = (m: Messwert) => m.serverMs + m.postgresMs;
      console.log(operation.name.padEnd(18), ...[werte.bare, werte.product].map((m) => `p50${z(m.p50Ms)} cpu${z(m.serverMs)}+${z(m.postgresMs)} |`), 'ratio p50', z(werte.product.p50Ms / werte.bare.p50Ms), 'cpu', z(c(werte.product) / c(werte.bare)));
    }
  } finally {
    await Promise.all([bare.beende(), product.beende()]);
  }
} finally {
  await sql.end();
  await bestand.server.stop();
  rmSync(ordner, { recursive: true, force: true });
}
