import type { Zugang } from '@kim/testing/cluster.ts';
import { oeffneTestdatenbank } from '@kim/testing/datenbank.ts';
import { BERG, TAL, TRAEGER } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { nimmAbdruck, vergleiche } from './abdruck.ts';
import { stelleAngreiferAuf } from './angreifer.ts';
import type { Mannschaft } from './angreifer.ts';
import { probiereGrenzen, pruefeZaehne, zaehle } from './dynamisch.ts';
import type { Ergebnis, Umfang } from './dynamisch.ts';
import { probiereAngriffe, probiereWechsel } from './feindlich.ts';
import { probiereFunktionen } from './funktionen.ts';
import { probiereHintergrund } from './hintergrund.ts';
import { probiereInnerhalb } from './innerhalb.ts';
import { leseTabellen } from './katalog.ts';
import { pruefeRegeln, REGELN } from './regeln.ts';
import { probiereZweitePerson } from './zweite-person.ts';

/** Three Träger, two of them in one Kreis: what `npm test` has time for. */
const KURZ: TraegerPlan[] = [BERG.traeger[0]!, BERG.traeger[1]!, TAL.traeger[0]!];

/**
 * The whole prober on a fresh copy of the fixture: catalogue, tables, functions, hostile statements, inside a Träger, second
 * person; at the end the fingerprints of all rows and of the catalogue must be what they were.
 * @param kurz three Träger; those who are not signed in and the other logins try each Träger's neighbour only
 */
export async function pruefeIsolation(zugang: Zugang, kurz: boolean, melde = (_: string) => {}): Promise<Ergebnis> {
  const ergebnis: Ergebnis = { proben: new Map(), befunde: [] };
  const db = await oeffneTestdatenbank(zugang);
  try {
    ergebnis.befunde.push(...await pruefeRegeln(db.sql));
    zaehle(ergebnis, 'Regeln des Katalogs', REGELN.length);
    const tabellen = await leseTabellen(db.sql);
    const mannschaften: Mannschaft[] = [];
    for (const traeger of kurz ? KURZ : TRAEGER) mannschaften.push(await stelleAngreiferAuf(db.sql, traeger));
    const reihe = mannschaften.map((m) => m.traeger);
    const nachbar = (a: TraegerPlan, b: TraegerPlan) => reihe[(reihe.indexOf(a) + 1) % reihe.length] === b;
    const umfang: Umfang = { mannschaften, tabellen, auchWeitere: kurz ? nachbar : () => true, gruendlich: false };
    const vorher = await nimmAbdruck(db.sql, tabellen.filter((t) => t.name !== 'sec.sitzungen'));
    const teile: [string, () => Promise<void>][] = [
      ['Zähne', () => pruefeZaehne(db.sql, umfang, ergebnis)],
      ['Tabellen', () => probiereGrenzen(db, umfang, ergebnis)],
      ['Funktionen', () => probiereFunktionen(db, { ...umfang, auchWeitere: nachbar, gruendlich: !kurz }, ergebnis)],
      ['innerhalb', () => probiereInnerhalb(db, umfang, ergebnis)],
      ['zweite Person', () => probiereZweitePerson(db, kurz ? { ...umfang, mannschaften: mannschaften.slice(0, 1) } : umfang, ergebnis)],
      ['Hintergrund', () => probiereHintergrund(db, umfang, ergebnis)],
      ['feindlich', () => probiereFeindliches(db, umfang, kurz, ergebnis)],
    ];
    for (const [name, teil] of teile) {
      const beginn = Date.now();
      await teil();
      melde(`${name} (${((Date.now() - beginn) / 1000).toFixed(0)} s)`);
    }
    const anders = vergleiche(vorher, await nimmAbdruck(db.sql, tabellen.filter((t) => t.name !== 'sec.sitzungen')));
    zaehle(ergebnis, 'Abdrücke', vorher.size);
    ergebnis.befunde.push(...anders.map((was) => ({ art: 'Abdruck verändert', gegenstand: was, angreifer: '', befund: 'nicht wie vorher' })));
    return ergebnis;
  } finally {
    await db.schliesse();
  }
}

/** Injected SQL: in short from one Träger against its neighbour and against the other Kreis, else from every Träger. */
async function probiereFeindliches(db: Parameters<typeof probiereWechsel>[0], { mannschaften, tabellen }: Umfang, kurz: boolean, ergebnis: Ergebnis): Promise<void> {
  const fremd = mannschaften.at(-1)!.traeger;
  for (const [i, { haupt, traeger }] of (kurz ? mannschaften.slice(0, 1) : mannschaften).entries()) {
    const nachbar = mannschaften[(i + 1) % mannschaften.length]!.traeger;
    for (const wer of kurz ? haupt.slice(0, 1) : haupt) {
      await probiereWechsel(db, wer, nachbar, tabellen, ergebnis);
      await probiereAngriffe(db, wer, traeger === fremd ? nachbar : fremd, ergebnis);
    }
  }
}
