import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_KONTEN } from '@kim/db/seed/demo-konten.ts';
import { verbinde } from '@kim/db/tenancy.ts';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { loginUrl, starteTestserver } from '@kim/testing/cluster.ts';
import { oeffneTestdatenbank } from '@kim/testing/datenbank.ts';
import { lasseAbstuerzen, verliereAbsichtlich } from './absturz.ts';
import { bearbeiteGleichzeitig, oeffneZuZweit } from './bearbeitung.ts';
import { sendeDoppelt } from './doppelt.ts';
import { starteHaltbaresProdukt } from './haltbar.ts';
import { sitzungsweiterKontext, ungelesenesCommit } from './naive-tenancy.ts';
import { verzahne } from './verzahnung.ts';

/** `npm run proof:chaos [-- --voll]`: T5, R1, R3 and R4 of the target figures. The build must exist. Ends with 1 on any violation. */

interface Zeile {
  probe: string;
  umfang: number;
  stoerungen: number;
  verstoesse: number;
  bericht: object;
}

/** A control is good when it does find something. */
interface Gegenprobe {
  probe: string;
  gefunden: number;
}

const voll = process.argv.includes('--voll');
const UMFANG = voll
  ? { einheiten: 100_000, absichten: 5_500, runden: 2_500, abstuerze: 200, jeAbsturz: 500 }
  : { einheiten: 4_000, absichten: 200, runden: 50, abstuerze: 5, jeAbsturz: 50 };
const [konto, kollegin] = DEMO_KONTEN.filter(({ rollen, kennung }) => rollen.includes('fachkraft') && kennung === 'RBK').map(({ email }) => email) as [string, string];

const zeilen: Zeile[] = [];
const gegenproben: Gegenprobe[] = [];

await pruefeVerzahnung();
await pruefeUeberHttp();
drucke();

async function pruefeVerzahnung(): Promise<void> {
  const server = await starteTestserver();
  const db = await oeffneTestdatenbank(server.zugang);
  try {
    const url = loginUrl(server.zugang, 'kim_traeger', db.name);
    const wunsch = { sql: db.sql, transaktionen: UMFANG.einheiten, gleichzeitig: 100, jedeMs: 15 };
    const produkt = verbinde({ traeger: url, anmeldung: url, koordination: url });
    const b = await verzahne(produkt, wunsch);
    await produkt.schliesse();
    const verstoesse = b.fremdGelesen + b.haengend + b.ungefangen.length + b.fehlend + b.halb + b.trotzAblehnung + b.unklar.length;
    merke({ probe: 'T5 interleaved, connections die', umfang: UMFANG.einheiten, stoerungen: b.getoetet, verstoesse, bericht: b });
    const klein = { ...wunsch, transaktionen: 400, gleichzeitig: 50, jedeMs: 0 };
    const leck = sitzungsweiterKontext(url);
    gegenproben.push({ probe: 'context of the session', gefunden: (await verzahne(leck, klein)).fremdGelesen });
    const blind = ungelesenesCommit(url);
    gegenproben.push({ probe: 'COMMIT not read', gefunden: (await verzahne(blind, klein)).fehlend });
    await Promise.all([leck.schliesse(), blind.schliesse()]);
  } finally {
    await db.schliesse();
    await server.stop();
  }
}

async function pruefeUeberHttp(): Promise<void> {
  const produkt = await starteHaltbaresProdukt();
  try {
    const { ziel, einrichtung } = produkt;
    const r3 = await sendeDoppelt(ziel, einrichtung, { absichten: UMFANG.absichten, gleichzeitig: 8, email: konto });
    const fehlend = r3.absichten - r3.bestaetigt;
    merke({ probe: 'R3 doubled and lost answers', umfang: r3.abgeschickt, stoerungen: r3.abgeschickt - r3.stoerungen.keine, verstoesse: r3.verloren + r3.doppelt + r3.halb + fehlend + r3.unerwartet.length, bericht: r3 });
    gegenproben.push({ probe: 'no form id', gefunden: (await sendeDoppelt(ziel, einrichtung, { absichten: 20, gleichzeitig: 4, email: konto, ohneFormularId: true })).doppelt });
    const r4 = await bearbeiteGleichzeitig(await oeffneZuZweit(ziel, [konto, kollegin]), UMFANG.runden);
    merke({ probe: 'R4 concurrent edits', umfang: r4.versuche, stoerungen: r4.konflikte, verstoesse: r4.ueberschrieben + r4.versionsfehler + r4.ohneBeideFassungen + r4.unerwartet, bericht: r4 });
    const r1 = await lasseAbstuerzen(produkt, { abstuerze: UMFANG.abstuerze, jeAbsturz: UMFANG.jeAbsturz, schreiber: 8, email: konto });
    merke({ probe: 'R1 kill -9 while writing', umfang: r1.bestaetigt, stoerungen: r1.abstuerze, verstoesse: r1.verloren + r1.doppelt + r1.halb + r1.pruefsummenfehler + r1.unerwartet.length, bericht: r1 });
    gegenproben.push({ probe: 'synchronous_commit off', gefunden: (await verliereAbsichtlich(produkt, konto)).verloren });
  } finally {
    await produkt.schliesse();
  }
}

function merke(zeile: Zeile): void {
  zeilen.push(zeile);
  console.log(`${zeile.probe} …`, JSON.stringify(zeile.bericht));
}

function drucke(): void {
  console.log(`\n${'probe'.padEnd(34)} actions   faults  violations`);
  for (const { probe, umfang, stoerungen, verstoesse } of zeilen) {
    console.log(`${probe.padEnd(34)} ${String(umfang).padStart(7)} ${String(stoerungen).padStart(8)} ${String(verstoesse).padStart(11)}`);
  }
  for (const { probe, gefunden } of gegenproben) console.log(`control: ${probe.padEnd(25)} ${gefunden > 0 ? `noticed (${gefunden})` : 'NOT NOTICED'}`);
  const summe = (feld: 'umfang' | 'stoerungen' | 'verstoesse') => zeilen.reduce((bisher, zeile) => bisher + zeile[feld], 0);
  const bemerkt = gegenproben.filter(({ gefunden }) => gefunden > 0).length;
  console.log(`\n${summe('umfang')} actions, ${summe('stoerungen')} faults, ${summe('verstoesse')} violations, ${bemerkt} of ${gegenproben.length} controls noticed`);
  mkdirSync(join(WURZEL, 'reports'), { recursive: true });
  writeFileSync(join(WURZEL, 'reports/proof-chaos.json'), `${JSON.stringify({ umfang: voll ? 'voll' : 'kurz', zeilen, gegenproben }, null, 2)}\n`);
  process.exitCode = summe('verstoesse') === 0 && bemerkt === gegenproben.length ? 0 : 1;
}
