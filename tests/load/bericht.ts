import { HOECHSTENS_ANWEISUNGEN } from './fallseiten.ts';
import { istVerfehlt, nenneGrenze } from './handgriffe.ts';
import type { Handgriff } from './handgriffe.ts';
import type { Messwert } from './messung.ts';
import type { Planbefund } from './plaene.ts';
import { STARTGRENZEN } from './start.ts';
import type { Startwerte } from './start.ts';

export interface Messzeile {
  operation: string;
  ziel: number;
  kuer: number;
  bare: Messwert;
  product: Messwert;
}

/** What one page of a case costs: statements of its loader, and times of the whole request. */
export interface Seitenwert {
  pfad: string;
  anweisungen: number;
  p50Ms: number;
  p95Ms: number;
}

interface Gemessen {
  groesse: string;
  umfang: { faelle: number; kontakte: number; traeger: number };
  zeilen: Messzeile[];
  start: Startwerte;
  plaene: Planbefund[];
  handgriffe: Handgriff[];
  seiten: Seitenwert[];
}

/** Content of reports/bench.json. */
export interface Benchbericht extends Gemessen {
  verhaeltnisse: { operation: string; p50: number; cpu: number }[];
  /** One line per missed limit. */
  verfehlt: string[];
}

const cpuVon = ({ serverMs, postgresMs }: Messwert): number => serverMs + postgresMs;

/** Both the median and the CPU of the server with its database connections must stay within the limit. */
export function beurteile(gemessen: Gemessen): Benchbericht {
  const verhaeltnisse = gemessen.zeilen.map(({ operation, bare, product }) => ({
    operation, p50: product.p50Ms / bare.p50Ms, cpu: cpuVon(product) / cpuVon(bare),
  }));
  const zuHoch = gemessen.zeilen.flatMap(({ operation, ziel }, nr) => {
    const { p50, cpu } = verhaeltnisse[nr]!;
    return Math.max(p50, cpu) > ziel ? [`${operation}: ${p50.toFixed(2)} × p50, ${cpu.toFixed(2)} × CPU, Ziel ${ziel}`] : [];
  });
  const zuSchwer = (Object.keys(STARTGRENZEN) as (keyof Startwerte)[]).flatMap((name) =>
    gemessen.start[name] > STARTGRENZEN[name] ? [`${name}: ${gemessen.start[name].toFixed(0)}, Ziel ${STARTGRENZEN[name]}`] : []);
  const ohneIndex = gemessen.plaene.flatMap(({ operation, maengel }) => maengel.map((mangel) => `${operation}: ${mangel}`));
  const zuLang = gemessen.handgriffe.filter(istVerfehlt).map((griff) => `${griff.name}: ${griff.sekunden.toFixed(1)} s, ${griff.tasten} keys, Ziel ${nenneGrenze(griff)}`);
  const zuViele = gemessen.seiten.filter(({ anweisungen }) => anweisungen > HOECHSTENS_ANWEISUNGEN).map(({ pfad, anweisungen }) => `case page ${pfad}: ${anweisungen} statements, Ziel ${HOECHSTENS_ANWEISUNGEN}`);
  return { ...gemessen, verhaeltnisse, verfehlt: [...zuHoch, ...zuSchwer, ...ohneIndex, ...zuViele, ...zuLang] };
}

export function drucke({ groesse, umfang, zeilen, verhaeltnisse, start, plaene, handgriffe, seiten, verfehlt }: Benchbericht): void {
  const zahl = (wert: number, stellen = 2) => wert.toFixed(stellen).padStart(8);
  const ganz = (wert: number) => wert.toLocaleString('en-US');
  console.log(`\n${groesse}: ${ganz(umfang.faelle)} cases, ${ganz(umfang.kontakte)} contacts, ${umfang.traeger} Träger; ${zeilen[0]?.product.anfragen ?? 0} requests each, one at a time`);
  console.log('bare: node:http and pg, RLS and session capability, one pipelined round trip with COMMIT, protocol line, names decrypted, JSON\n');
  console.log('                    bare: p50 ms  server+pg CPU   product: p50 ms  server+pg CPU   ratio p50     CPU  target stretch');
  for (const [nr, { operation, ziel, kuer, bare, product }] of zeilen.entries()) {
    const { p50, cpu } = verhaeltnisse[nr]!;
    const seite = (wert: Messwert) => `${zahl(wert.p50Ms)} ${zahl(wert.serverMs)}${zahl(wert.postgresMs)}`;
    console.log(`${operation.padEnd(20)}   ${seite(bare)}          ${seite(product)}      ${zahl(p50)}${zahl(cpu)}   ≤ ${ziel}     ≤ ${kuer}`);
  }
  console.log(`\ncold start ${start.kaltstartMs.toFixed(0)} ms (≤ ${STARTGRENZEN.kaltstartMs}), idle RSS ${start.ruheMb.toFixed(0)} MB (≤ ${STARTGRENZEN.ruheMb}), first page scripts ${start.skripteKb.toFixed(0)} KB gzip (≤ ${STARTGRENZEN.skripteKb})`);
  console.log('\nstatement                                                          plan ms exec ms  init plans');
  for (const { operation, anweisung, planenMs, ausfuehrenMs, initPlaene, maengel } of plaene) {
    console.log(`${operation.padEnd(22)}${anweisung.slice(0, 42).padEnd(43)}${zahl(planenMs)}${zahl(ausfuehrenMs)}${String(initPlaene).padStart(8)}  ${maengel.join('; ')}`);
  }
  console.log('\npage of a case            statements   p50 ms   p95 ms');
  for (const { pfad, anweisungen, p50Ms, p95Ms } of seiten) console.log(`${(pfad || '/').padEnd(26)}${String(anweisungen).padStart(10)} ${zahl(p50Ms, 1)} ${zahl(p95Ms, 1)}`);
  console.log('\nby hand, 250 ms a key and 1 s a click        keys  clicks   pages seconds   limit');
  for (const griff of handgriffe) {
    console.log(`${griff.name.padEnd(40)}${String(griff.tasten).padStart(8)}${String(griff.klicks).padStart(8)}${String(griff.seiten).padStart(8)}${zahl(griff.sekunden, 1)}   ${nenneGrenze(griff)}`);
  }
  for (const zeile of verfehlt) console.log(`✗ ${zeile}`);
  const schlechtestes = Math.max(...verhaeltnisse.flatMap(({ p50, cpu }) => [p50, cpu]));
  console.log(`\n${zeilen.length} operations, worst ratio ${schlechtestes.toFixed(2)}, ${plaene.length} statements, ${verfehlt.length} limits missed`);
}
