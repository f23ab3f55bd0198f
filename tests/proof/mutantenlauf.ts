import type pg from 'pg';
import type { Zugang } from '@kim/testing/cluster.ts';
import { oeffneTestdatenbank } from '@kim/testing/datenbank.ts';
import { BERG, TAL } from '@kim/testing/plan.ts';
import { stelleAngreiferAuf } from './angreifer.ts';
import { probiereGrenzen } from './dynamisch.ts';
import type { Ergebnis } from './dynamisch.ts';
import { probiereWechsel } from './feindlich.ts';
import { probiereFunktionen } from './funktionen.ts';
import { probiereHintergrund } from './hintergrund.ts';
import { probiereInnerhalb } from './innerhalb.ts';
import { leseTabellen } from './katalog.ts';
import { MUTANTEN } from './mutanten.ts';
import type { Mutant } from './mutanten.ts';
import { pruefeRegeln } from './regeln.ts';
import { probiereZweitePerson } from './zweite-person.ts';

export interface Mutantenergebnis {
  name: string;
  /** Findings of the catalogue's rules, and of the probes; null where no probe was asked. */
  regeln: number;
  proben: number | null;
  erster: string;
}

const leer = (): Ergebnis => ({ proben: new Map(), befunde: [] });

/** Plants each defect in a fresh copy and lets the prober look; a clean copy must give nothing. */
export async function jageMutanten(zugang: Zugang, mutanten: Mutant[] = MUTANTEN, melde = (_: Mutantenergebnis) => {}, auchOhne = true): Promise<Mutantenergebnis[]> {
  const ergebnisse: Mutantenergebnis[] = [];
  const unveraendert: Mutant = { name: 'unverändert', sql: 'select 1', tabellen: ['app.stellen', 'app.kontakte'], teil: 'innerhalb' };
  for (const mutant of auchOhne ? [unveraendert, ...mutanten] : mutanten) {
    const ergebnis = mutant.rollen ? await pruefeInTransaktion(zugang, mutant) : await pruefeInKopie(zugang, mutant);
    melde(ergebnis);
    ergebnisse.push(ergebnis);
  }
  return ergebnisse;
}

/** Roles belong to the whole server: nobody else may see this defect. */
async function pruefeInTransaktion(zugang: Zugang, mutant: Mutant): Promise<Mutantenergebnis> {
  const db = await oeffneTestdatenbank(zugang);
  try {
    await db.sql.query('begin');
    await db.sql.query(mutant.sql);
    const regeln = await pruefeRegeln(db.sql);
    await db.sql.query('rollback');
    return { name: mutant.name, regeln: regeln.length, proben: null, erster: regeln[0]?.art ?? '' };
  } finally {
    await db.schliesse();
  }
}

async function pruefeInKopie(zugang: Zugang, mutant: Mutant): Promise<Mutantenergebnis> {
  const db = await oeffneTestdatenbank(zugang);
  try {
    await pflanze(db.sql, mutant);
    const regeln = await pruefeRegeln(db.sql);
    const alle = await leseTabellen(db.sql);
    const [a, b, c] = [BERG.traeger[0]!, BERG.traeger[1]!, TAL.traeger[0]!];
    const mannschaften = await Promise.all([a, b, c].map((t) => stelleAngreiferAuf(db.sql, t)));
    const ergebnis = leer();
    const umfang = { mannschaften, tabellen: alle, auchWeitere: (x: object) => x === a, gruendlich: false };
    if (mutant.tabellen) await probiereGrenzen(db, { ...umfang, tabellen: alle.filter((t) => mutant.tabellen!.includes(t.name)) }, ergebnis);
    if (mutant.teil === 'innerhalb') await probiereInnerhalb(db, { ...umfang, mannschaften: [mannschaften[0]!] }, ergebnis);
    if (mutant.teil === 'zweite Person') await probiereZweitePerson(db, { ...umfang, mannschaften: [mannschaften[0]!] }, ergebnis);
    if (mutant.teil === 'Funktionen') await probiereFunktionen(db, { ...umfang, mannschaften: mannschaften.map((m) => ({ ...m, haupt: m.haupt, weitere: [], logins: [] })) }, ergebnis);
    if (mutant.teil === 'Hintergrund') await probiereHintergrund(db, { mannschaften: mannschaften.slice(0, 2) }, ergebnis);
    if (mutant.teil === 'feindlich') await probiereWechsel(db, mannschaften[0]!.haupt[0]!, b, alle.filter((t) => mutant.tabellen!.includes(t.name)), ergebnis);
    const gefragt = mutant.tabellen !== undefined || mutant.teil !== undefined;
    return { name: mutant.name, regeln: regeln.length, proben: gefragt ? ergebnis.befunde.length : null, erster: (regeln[0] ?? ergebnis.befunde[0])?.art ?? '' };
  } finally {
    await db.schliesse();
  }
}

/** A definer function of a superuser is the worst case: policies do not bind it. */
async function pflanze(sql: pg.Client, { sql: text }: Mutant): Promise<void> {
  const { rows } = await sql.query<{ ich: string }>('select current_user as ich');
  await sql.query(text.replaceAll('postgres_oder_verwaltung', rows[0]!.ich));
}

/** Defects that nothing noticed, and noise on the unchanged database. */
export function beurteileMutanten(ergebnisse: Mutantenergebnis[]): string[] {
  return ergebnisse.flatMap(({ name, regeln, proben }) => {
    const gefunden = regeln + (proben ?? 0) > 0;
    if (name === 'unverändert') return gefunden ? [`falscher Alarm auf der unveränderten Datenbank (${regeln} Regeln, ${proben} Proben)`] : [];
    if (!gefunden) return [`nicht gefunden: ${name}`];
    return proben === 0 ? [`nur im Katalog gefunden, nicht von den Proben: ${name}`] : [];
  });
}
