import { DRINNEN, VOR_DER_TUER, WER } from './wer.ts';
import type { Wer } from './wer.ts';

/** What an answer may be, in the words of the matrix. */
export const WORTE = {
  ja: 'Die Seite wird gezeigt, oder die Eingabe wird ausgeführt.',
  nein: '404: für diese Person gibt es hier nichts; ein fremder Gegenstand sieht aus wie ein erfundener.',
  abgelehnt: '422: die Seite gehört ihr, diese Eingabe darf sie nicht; nichts ändert sich.',
  widerspruch: '409: inzwischen hat sich der Gegenstand geändert; nichts ändert sich.',
  anmelden: 'Sie muss sich zuerst anmelden.',
  entsperren: 'Sie muss zuerst entsperren.',
  faktor: 'Sie muss zuerst den zweiten Faktor eingeben.',
  einrichten: 'Sie muss zuerst den zweiten Faktor einrichten.',
  waehlen: 'Sie muss zuerst wählen, für welchen Träger sie arbeitet.',
  weiter: 'Sie wird auf eine andere Seite geleitet; nichts ändert sich.',
  unbekannt: '405: diese Seite nimmt keine Eingaben an.',
} as const;

export type Wort = keyof typeof WORTE;

/** Principal → object → word. */
export type Tafel = ReadonlyMap<Wer, ReadonlyMap<string, Wort>>;

/** The column that stands for every object of a page. */
const ALLE = 'alles';

/** The rows that stand for several principals. */
const GRUPPEN: Readonly<Record<string, readonly Wer[]>> = { 'vor der Tür': VOR_DER_TUER, drinnen: DRINNEN, jede: WER };

/**
 * Reads a table of lines with `|` between columns: the first line names the objects, the first column who asks.
 * @throws when a word, a person or a cell is unknown, missing or said twice
 */
export function tafel(text: string): Tafel {
  const [kopf = [], ...zeilen] = text.trim().split('\n').map((zeile) => zeile.split('|').map((feld) => feld.trim()));
  const objekte = kopf.slice(1);
  const ergebnis = new Map<Wer, Map<string, Wort>>();
  for (const [wer = '', ...worte] of zeilen) {
    if (worte.length !== objekte.length) throw new Error(`„${wer}“: ${worte.length} Felder statt ${objekte.length}.`);
    for (const einzelne of GRUPPEN[wer] ?? [wer]) {
      if (!isWer(einzelne)) throw new Error(`Unbekannt: „${einzelne}“.`);
      if (ergebnis.has(einzelne)) throw new Error(`Zweimal: „${einzelne}“.`);
      ergebnis.set(einzelne, new Map(worte.map((wort, i) => [objekte[i] ?? '', liesWort(wort)])));
    }
  }
  return ergebnis;
}

const isWer = (text: string): text is Wer => (WER as readonly string[]).includes(text);

function liesWort(text: string): Wort {
  if (text in WORTE) return text as Wort;
  throw new Error(`Unbekanntes Wort: „${text}“.`);
}

/** What was declared for this cell; undefined when nobody thought of it. */
export function suche(tafeln: readonly Tafel[], wer: Wer, objekt: string): Wort | undefined {
  for (const eine of tafeln) {
    const zeile = eine.get(wer);
    if (zeile) return zeile.get(objekt) ?? zeile.get(ALLE);
  }
  return undefined;
}

/** Objects that any of these tables names. */
export const objekteAus = (tafeln: readonly Tafel[]): string[] =>
  [...new Set(tafeln.flatMap((eine) => [...eine.values()].flatMap((zeile) => [...zeile.keys()])))].filter((objekt) => objekt !== ALLE);
