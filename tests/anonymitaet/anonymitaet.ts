import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { starteTestserver } from '@kim/testing/cluster.ts';
import type { Befund } from './angriffe.ts';
import { lintKatalog, zeigeTakte } from './lint.ts';
import { greifeAn, richteEin, vorMonaten } from './lauf.ts';
import type { Schauplatz, Umfang } from './lauf.ts';
import { MUTANTEN } from './mutanten.ts';

/**
 * `npm run proof:anonymity [-- --kurz] [-- --lint] [-- --dump DIR]`: what can somebody find out about a person who has every
 * released table, all exports and the whole of one Träger? Ends with 1 on any finding, and where a planted defect is missed.
 */
const argumente = process.argv.slice(2);
const kurz = argumente.includes('--kurz');
const ablage = argumente.includes('--dump') ? argumente[argumente.indexOf('--dump') + 1] : undefined;
const unbekannt = argumente.filter((eines) => eines.startsWith('--') && !['--kurz', '--lint', '--dump'].includes(eines));
if (unbekannt.length > 0 || (argumente.includes('--dump') && !ablage)) {
  console.error(`Unbekannt: ${unbekannt.join(' ')}. Möglich: --kurz, --lint (wie oft welche Tabelle erscheint), --dump ORDNER.`);
  process.exit(2);
}

const BIS = '2026-10-31';
const umfang = (saat: number, bestand: number, monate: number, grenzen: Pick<Umfang, 'zellen' | 'eingeweihte' | 'paare'>): Umfang =>
  ({ wunsch: { saat, bestand, bis: BIS, monate: monate + 16 }, ab: vorMonaten(BIS, monate), ...grenzen });
const KLEIN = { zellen: 60, eingeweihte: 2, paare: 0 };
const GANZ = { zellen: Infinity, eingeweihte: 9, paare: 10 };
const WELTEN: Record<string, Umfang> = kurz
  ? { 'Kreis, 12 Monate': umfang(1, 1060, 12, KLEIN) }
  : {
      'Kreis, 12 Monate': umfang(1, 1060, 12, GANZ), 'Kreis, andere Saat': umfang(2, 1060, 12, { ...KLEIN, zellen: Infinity }), 'Kreis, dritte Saat': umfang(3, 1060, 12, { ...KLEIN, zellen: Infinity }),
      'kleiner Kreis': umfang(4, 400, 12, { ...KLEIN, zellen: Infinity }), '36 Monate': umfang(5, 1060, 36, { ...KLEIN, zellen: Infinity }),
    };

const server = await starteTestserver();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(130)));
try {
  process.exitCode = (await pruefe()) ? 0 : 1;
} finally {
  await server.stop();
}

async function pruefe(): Promise<boolean> {
  let [angriffe, maengel] = [0, 0];
  for (const [name, wunsch] of Object.entries(WELTEN)) {
    const ort = await richteEin(server.zugang, wunsch);
    console.log(`\n${name}: Saat ${wunsch.wunsch.saat}, ${ort.tage.at(-1)?.wahrheit.faelle.length ?? 0} laufende Fälle, ${ort.tage.length} Stichtage, ${ort.tage.reduce((summe, { werte }) => summe + werte.size, 0)} Zahlen`);
    if (argumente.includes('--lint')) console.log(await zeigeTakte(ort));
    else {
      for (const befund of [...(await greifeAn(ort, wunsch)), await lintKatalog(ort)]) {
        angriffe++;
        maengel += befund.maengel.length;
        drucke(befund);
      }
    }
    if (ablage) schreibe(join(ablage, name.replace(/\W+/g, '-')), ort);
    await ort.db.schliesse();
    if (argumente.includes('--lint')) return true;
  }
  const uebersehen = await jageMutanten();
  console.log(`\n${angriffe} attacks, ${maengel} findings; ${MUTANTEN.length} planted defects, ${MUTANTEN.length - uebersehen} noticed`);
  return maengel === 0 && uebersehen === 0;
}

function drucke({ angriff, versuche, werte, maengel }: Befund): void {
  console.log(`${maengel.length > 0 ? '✗' : '✓'} ${angriff.padEnd(46)} ${String(versuche).padStart(7)}  ${Object.entries(werte).map(([name, wert]) => `${name} ${wert}`).join(', ')}${maengel.length > 0 ? `  → ${maengel.slice(0, 3).join('; ')}` : ''}`);
}

/** Each defect in a database of its own; noticed where an attack finds something, or the release does not come about at all. */
async function jageMutanten(): Promise<number> {
  console.log('\neingepflanzter Fehler                              bemerkt durch');
  let uebersehen = 0;
  for (const { name, pflanze } of MUTANTEN) {
    const wunsch = umfang(1, 1060, 6, KLEIN);
    const bemerkt = await richteEin(server.zugang, wunsch, pflanze).then(async (ort) => {
      const befunde = [...(await greifeAn(ort, wunsch)), await lintKatalog(ort)].filter(({ maengel }) => maengel.length > 0);
      await ort.db.schliesse();
      return befunde.map(({ angriff }) => angriff.split(' ')[0]).join(', ');
    }, (fehler: { cause?: { message?: string }; message: string }) => `abgelehnt: ${(fehler.cause?.message ?? fehler.message).slice(0, 90)}`);
    console.log(`${bemerkt ? '✓' : '✗'} ${name.padEnd(48)} ${bemerkt || 'nicht'}`);
    if (!bemerkt) uebersehen++;
  }
  return uebersehen;
}

/** Released rows and the truth as files, so that others can attack with their own programs. */
function schreibe(ordner: string, { tage }: Schauplatz): void {
  mkdirSync(ordner, { recursive: true });
  const csv = (name: string, kopf: readonly string[], zeilen: readonly (readonly unknown[])[]) => writeFileSync(join(ordner, name), [kopf, ...zeilen].map((zeile) => `${zeile.join(';')}\n`).join(''));
  csv('veroeffentlicht.csv', ['stichtag', 'zelle', 'wert'], tage.flatMap(({ stichtag, werte }) => [...werte].map(([zelle, wert]) => [stichtag, zelle, wert])));
  const spalten = Object.keys(tage[0]?.wahrheit.faelle[0] ?? {});
  csv('wahrheit.csv', ['stichtag', ...spalten], tage.flatMap(({ stichtag, wahrheit }) => wahrheit.faelle.map((fall) => [stichtag, ...spalten.map((spalte) => [fall[spalte]].flat().join(','))])));
}
