import { starteTestserver, urlFuer } from '@kim/testing/cluster.ts';
import { verbunden } from '@kim/testing/verbindung.ts';
import { anzahlProben, druckeErgebnis, schreibeBericht } from './bericht.ts';
import { pruefeIsolation } from './lauf.ts';
import { beurteileMutanten, jageMutanten } from './mutantenlauf.ts';
import type { Mutantenergebnis } from './mutantenlauf.ts';
import { pruefeUeberHttp } from './ueber-http.ts';

/**
 * `npm run proof:isolation [-- --kurz] [-- --mutanten]`: is there a way from one Träger to another? Embedded PostgreSQL 18, or
 * the server that KIM_TEST_DB_URL names. Ends with 1 on any finding.
 */
const schalter = new Set(process.argv.slice(2));
const unbekannt = [...schalter].filter((s) => !['--kurz', '--mutanten'].includes(s));
if (unbekannt.length > 0) {
  console.error(`Unbekannt: ${unbekannt.join(' ')}. Möglich: --kurz (drei Träger), --mutanten (eingepflanzte Fehler).`);
  process.exit(2);
}

const server = await starteTestserver();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(130)));
try {
  process.exitCode = (await (schalter.has('--mutanten') ? jage() : pruefe(schalter.has('--kurz')))) ? 0 : 1;
} finally {
  await server.stop();
}

async function version(): Promise<string> {
  return verbunden(urlFuer(server.zugang.verwaltung, server.zugang.bestand), async (sql) => (await sql.query('show server_version')).rows[0].server_version as string);
}

async function pruefe(kurz: boolean): Promise<boolean> {
  const beginn = Date.now();
  const ergebnis = await pruefeIsolation(server.zugang, kurz, console.log);
  // In `npm test` the route matrix is a suite of its own.
  const http = kurz ? undefined : await pruefeUeberHttp();
  druckeErgebnis(ergebnis, http, (Date.now() - beginn) / 1000);
  schreibeBericht({ umfang: kurz ? 'kurz' : 'voll', server: await version(), proben: Object.fromEntries(ergebnis.proben), summe: anzahlProben(ergebnis), befunde: ergebnis.befunde, http });
  return ergebnis.befunde.length === 0 && http?.bestanden !== false;
}

async function jage(): Promise<boolean> {
  const zeile = ({ name, regeln, proben, erster }: Mutantenergebnis) =>
    console.log(`${name.padEnd(46)} ${String(regeln).padStart(5)} ${String(proben ?? '–').padStart(6)}  ${erster}`);
  console.log(`${'eingepflanzter Fehler'.padEnd(46)} Regel Proben  zuerst`);
  const ergebnisse = await jageMutanten(server.zugang, undefined, zeile);
  const maengel = beurteileMutanten(ergebnisse);
  for (const mangel of maengel) console.log(`✗ ${mangel}`);
  const gefunden = ergebnisse.filter((e) => e.name !== 'unverändert' && e.regeln + (e.proben ?? 0) > 0).length;
  console.log(`${ergebnisse.length - 1} planted defects, ${gefunden} found, ${maengel.length} faults of the prober`);
  schreibeBericht({ umfang: 'mutanten', server: await version(), proben: {}, summe: ergebnisse.length - 1, befunde: [], mutanten: ergebnisse });
  return maengel.length === 0;
}
