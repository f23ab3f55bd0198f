// Second half of `npm start`, on Node 24: database, keys, tables, demo, build, server; then keeps them running.
import { join } from 'node:path';
import type { Umgebung } from '@kim/core/umgebung.ts';
import { migrate } from '@kim/db/migrate.ts';
import { DEMO_KONTEN, DEMO_PASSWORT } from '@kim/db/seed/demo-konten.ts';
import { oeffneSchluesselbund } from '@kim/tresor/schluesselbund.ts';
import { fuelleDemo } from '../demo/fuellen.ts';
import { starteAnwendung } from './anwendung.ts';
import { ensureBau } from './bau.ts';
import { openDatenbank, type OffeneDatenbank } from './datenbank.ts';
import { exportZugaenge } from './datenbank-urls.ts';
import { claimDaten, locateDaten, prepareDaten, readUmgebung, WURZEL, type Datenverzeichnis } from './datenverzeichnis.ts';
import { checkFremdeDatenbank } from './fremde-datenbank.ts';
import { keepHintergrund, starteHintergrund } from './hintergrund.ts';
import { printFehler, runSchritt } from './meldung.ts';
import { checkSchluesselbund, recordPruefwerte, writeAuswertungsschluessel } from './schluessel.ts';
import { keepLaufend } from './wache.ts';

const ende = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => ende.abort());
// A closed terminal must not keep the database from being stopped.
for (const strom of [process.stdout, process.stderr]) strom.on('error', () => undefined);

/** What was started so far; undone from the end, whatever happened. */
const offen: (() => unknown)[] = [];

async function step<T>(titel: string, arbeit: () => Promise<T>, ergebnis: (wert: T) => string): Promise<T> {
  ende.signal.throwIfAborted();
  return runSchritt(titel, arbeit, ergebnis);
}

async function prepareTabellen({ zugaenge, isFremd }: OffeneDatenbank, umgebung: Umgebung): Promise<string> {
  const leser = zugaenge.verwaltung ?? zugaenge.urls.eigentuemer;
  const anlegen = umgebung.modus === 'demo' || process.argv.includes('--schluesselbund-anlegen');
  const schluessel = await checkSchluesselbund(leser, umgebung.schluesselbundPfad, anlegen);
  if (zugaenge.verwaltung) await migrate(zugaenge.verwaltung, zugaenge.passwoerter);
  await recordPruefwerte(leser, umgebung.schluesselbundPfad);
  writeAuswertungsschluessel(umgebung.schluesselbundPfad, umgebung.auswertungsschluesselPfad);
  if (isFremd) await checkFremdeDatenbank(Object.values(zugaenge.urls));
  return `Schlüsselbund ${schluessel}`;
}

async function fillDemo({ zugaenge }: OffeneDatenbank, umgebung: Umgebung): Promise<string> {
  if (umgebung.modus !== 'demo') return 'entfallen im Produktivbetrieb';
  if (!zugaenge.verwaltung) return 'entfallen ohne KIM_DB_VERWALTUNG_URL';
  const stand = await fuelleDemo(zugaenge.verwaltung, zugaenge.urls, oeffneSchluesselbund(umgebung.schluesselbundPfad));
  await recordPruefwerte(zugaenge.verwaltung, umgebung.schluesselbundPfad);
  return stand;
}

function printZugaenge(umgebung: Umgebung): void {
  console.log(`\nKIM ist bereit: ${umgebung.ursprung}\n`);
  if (umgebung.modus === 'demo') {
    console.log(`Demozugänge, alle mit dem Passwort „${DEMO_PASSWORT}“:`);
    for (const { email, aufgabe, traeger } of DEMO_KONTEN) console.log(`  ${email.padEnd(40)} ${aufgabe.padEnd(15)} ${traeger}`);
  } else {
    console.log('Kreis, Träger und erste Zugänge einrichten: npm run betreiber');
  }
  console.log('\nBeenden mit Strg+C; die Daten bleiben erhalten.');
}

/** The environment without any access to the database. */
const withoutZugaenge = (): Record<string, string | undefined> => Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KIM_DB_')));

/** What the application may know: its own logins; never the administration's or the worker's. */
function buildEnv(umgebung: Umgebung, { zugaenge }: OffeneDatenbank): NodeJS.ProcessEnv {
  return {
    ...withoutZugaenge(),
    ...exportZugaenge(zugaenge, ['traeger', 'anmeldung', 'koordination']),
    NODE_ENV: 'production',
    KIM_MODUS: umgebung.modus,
    KIM_PORT: String(umgebung.port),
    KIM_DATEN: umgebung.datenVerzeichnis,
    KIM_SCHLUESSELBUND: umgebung.schluesselbundPfad,
    KIM_URSPRUNG: umgebung.ursprung,
  };
}

/** What the worker may know: its logins and the key of the barrier; no keyring, no mail. */
function buildHintergrundEnv(umgebung: Umgebung, { zugaenge }: OffeneDatenbank): NodeJS.ProcessEnv {
  const { KIM_SCHLUESSELBUND: _, KIM_SMTP_URL: __, ...env } = withoutZugaenge();
  return { ...env, ...exportZugaenge(zugaenge, ['auftrag', 'auswertung']), KIM_AUSWERTUNGSSCHLUESSEL: umgebung.auswertungsschluesselPfad, NODE_ENV: 'production' };
}

async function serve(umgebung: Umgebung, daten: Datenverzeichnis, datenbank: OffeneDatenbank): Promise<void> {
  const protokoll = (name: string) => (umgebung.modus === 'demo' ? join(daten.pfad, name) : undefined);
  const start = () => starteAnwendung({ port: umgebung.port, env: buildEnv(umgebung, datenbank), protokoll: protokoll('anwendung.log') });
  offen.push(keepLaufend('Die Anwendung', await start(), start).stop);
  const hintergrund = await keepHintergrund(() => starteHintergrund({ env: buildHintergrundEnv(umgebung, datenbank), protokoll: protokoll('hintergrund.log') }));
  offen.push(hintergrund.stop);
}

async function start(): Promise<void> {
  const umgebung = readUmgebung();
  const daten = locateDaten();
  prepareDaten(daten);
  offen.push(claimDaten(daten, umgebung.ursprung));
  const datenbank = await step('2/6 Datenbank', () => openDatenbank(umgebung, daten), ({ art }) => art);
  offen.push(datenbank.stop);
  await step('3/6 Tabellen und Rechte', () => prepareTabellen(datenbank, umgebung), (stand) => `auf dem Stand, ${stand}`);
  await step('4/6 Demodaten', () => fillDemo(datenbank, umgebung), (stand) => stand);
  await step('5/6 Anwendung bauen', () => ensureBau(WURZEL, ende.signal), (stand) => stand);
  await step('6/6 Server', () => serve(umgebung, daten, datenbank), () => 'läuft');
  printZugaenge(umgebung);
}

async function stop(): Promise<void> {
  for (const undo of offen.reverse()) await undo();
}

try {
  await start();
  if (!ende.signal.aborted) await new Promise((fertig) => ende.signal.addEventListener('abort', fertig));
} catch (fehler) {
  if (!ende.signal.aborted) {
    printFehler(fehler);
    process.exitCode = 1;
  }
}
if (ende.signal.aborted) process.stdout.write('\nWird beendet … ');
await stop();
if (ende.signal.aborted) console.log('fertig.');
process.exit();
