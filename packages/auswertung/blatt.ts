import type { Katalog, Katalogtabelle, Merkmal, Spanne } from './katalog.ts';
import { zellname } from './zelle.ts';

/** A table of a cut-off day as it is shown, printed and exported: all lines always, zeros included. */
export interface Blatt {
  tabelle: string;
  titel: string;
  /** What is counted, in which unit, and how. */
  mass: string;
  einheit: string;
  spanne: Spanne;
  definitionen: string[];
  stichtag: string;
  /** All days on which this table was released, newest first. */
  stichtage: string[];
  /** Heading of the lines; empty for a single figure. */
  zeilenkopf: string;
  spalten: string[];
  zeilen: { titel: string; werte: Zellwert[]; rand?: true }[];
}
export interface Zellwert {
  /** null: this line appears more rarely. */
  wert: number | null;
  /** Released exactly by the Leitung of the Träger (D21). */
  genau?: true;
}

interface Stand {
  stichtag: string;
  stichtage: string[];
  werte: ReadonlyMap<string, number>;
  kennzahlen: readonly { traegerId: string; klasse: string; wert: number }[];
}

export function baueBlatt(katalog: Katalog, { tabelle, titel, mass, merkmale }: Katalogtabelle, { stichtag, stichtage, werte, kennzahlen }: Stand): Blatt {
  const angaben = katalog.masse.get(mass);
  const [zeilen, spalten] = ordne(katalog, merkmale);
  const genaue = new Map(kennzahlen.map((eine) => [`${eine.traegerId} ${eine.klasse}`, eine.wert]));
  const zelle = (eigene: Record<string, string>): Zellwert => {
    const genau = mass === 'bestand' && eigene['traeger'] && Object.keys(eigene).every((merkmal) => merkmal === 'traeger' || merkmal === 'klasse') ? genaue.get(`${eigene['traeger']} ${eigene['klasse'] ?? 'alle'}`) : undefined;
    return genau === undefined ? { wert: werte.get(zellname(mass, eigene)) ?? null } : { wert: genau, genau: true };
  };
  const zeile = (kopf: string, eigene: Record<string, string>, rand?: true) => ({
    titel: kopf, ...(rand && { rand }),
    werte: [...(spalten ? spalten.werte.map(({ wert }) => zelle({ ...eigene, [spalten.name]: wert })) : []), ...(spalten?.mehrfach ? [] : [zelle(eigene)])],
  });
  return {
    tabelle, titel, mass: angaben?.titel ?? mass, einheit: angaben?.einheit ?? '', spanne: angaben?.spanne ?? 'stichtag', stichtag, stichtage,
    definitionen: [angaben?.erklaerung ?? '', ...merkmale.map((merkmal) => `${katalog.merkmale.get(merkmal)?.titel}: ${katalog.merkmale.get(merkmal)?.erklaerung}`)],
    zeilenkopf: zeilen?.titel ?? '',
    spalten: [...(spalten?.werte.map((eine) => eine.titel) ?? []), ...(spalten?.mehrfach ? [] : [spalten ? 'zusammen' : (angaben?.titel ?? '')])],
    zeilen: zeilen ? [...zeilen.werte.map(({ wert, titel: kopf }) => zeile(kopf, { [zeilen.name]: wert })), zeile(zeilen.mehrfach ? 'Fälle insgesamt' : 'zusammen', {}, true)] : [zeile('', {}, true)],
  };
}

/** The Merkmal with more values, or with several per case, makes the lines. */
function ordne(katalog: Katalog, merkmale: readonly string[]): ((Merkmal & { name: string }) | undefined)[] {
  return merkmale.flatMap((name) => {
    const merkmal = katalog.merkmale.get(name);
    return merkmal ? [{ ...merkmal, name }] : [];
  }).sort((a, b) => Number(b.mehrfach) - Number(a.mehrfach) || b.werte.length - a.werte.length);
}

/** „September 2026“, „3. Quartal 2026“, „2026“: the time that a cut-off day stands for. */
export function nenneZeitraum(stichtag: string, spanne: Spanne | 'monat'): string {
  const [jahr, monat] = stichtag.split('-').map(Number) as [number, number];
  if (spanne === 'jahr') return String(jahr);
  if (spanne === 'quartal') return `${Math.ceil(monat / 3)}. Quartal ${jahr}`;
  return `${MONATE[monat - 1]} ${jahr}`;
}
const MONATE = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];

/** What stands beside every figure that the barrier let through. */
export const RUNDUNGSHINWEIS =
  'Alle Werte sind mit einem festen Zufallsverfahren verändert und Vielfache von 5 (Abweichung meist unter 5). 0 heißt nicht, dass es niemanden gibt; 5 heißt nicht, dass es jemanden gibt. Summen passen zueinander.';
