import fc from 'fast-check';
import { REGELWERKE } from '@kim/policies/ability.ts';
import type { darf, Gegenstand, Wer } from '@kim/policies/ability.ts';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';
import { baueAuf } from './aufbau.ts';
import type { Pruefstand } from './aufbau.ts';
import type { Frage, Fragen } from './frage.ts';
import { FALLFRAGEN } from './fragen-fall.ts';
import { TRAEGERFRAGEN } from './fragen-traeger.ts';
import { lagen, situation } from './lage.ts';
import type { Lage, Situation } from './lage.ts';

type Darf = typeof darf;

/** Every action of REGELWERKE. */
const FRAGEN: Fragen<Gegenstand> = { ...FALLFRAGEN, ...TRAEGERFRAGEN };
/** „Fall.lesen“ and its question. */
const TAFEL: ReadonlyMap<string, Frage> = new Map(
  Object.entries(FRAGEN).flatMap(([gegenstand, fragen]) => Object.entries(fragen).map(([aktion, frage]) => [`${gegenstand}.${aktion}`, frage as Frage] as const)));
export const GEFRAGT = [...TAFEL.keys()];
export const AKTIONEN = Object.entries(REGELWERKE).flatMap(([gegenstand, { aktionen }]) => aktionen.map((aktion) => `${gegenstand}.${aktion}`));
export const LAXER = [...TAFEL].flatMap(([name, { laxer = {} }]) => Object.keys(laxer).map((weil) => `${name}: ${weil}`));

/** How often each action came out how; so that nothing passes because nobody was ever let through, or everybody was. */
export interface Zaehler {
  faelle: number;
  /** „Fall.lesen fachkraft ja“: asked by somebody with that role only; reasons of LAXER that made the difference. */
  gesehen: Set<string>;
}

function erlaubtCasl(fragt: Darf, s: Situation, name: string, mitMerkmalen = true): boolean {
  const [gegenstand, aktion] = name.split('.') as ['Fall', 'lesen'];
  const wer: Wer = { nutzerId: s.wer.nutzerId, rollen: s.rollen };
  return fragt(wer, aktion, gegenstand, mitMerkmalen ? TAFEL.get(name)!.merkmale?.(s) as never : undefined);
}

/** What the database must answer: the action is hers and the object is there for her, or a line of the table says otherwise. */
function soll(fragt: Darf, s: Situation, name: string, zaehler: Zaehler): boolean {
  const erlaubt = (n: string) => TAFEL.get(n)!.sicht(s) && erlaubtCasl(fragt, s, n);
  const namen = [name, ...(TAFEL.get(name)!.auch?.(s) ?? [])];
  if (namen.some(erlaubt)) return true;
  const gruende = namen.flatMap((n) => Object.entries(TAFEL.get(n)!.laxer ?? {}).filter(([, wenn]) => erlaubtCasl(fragt, s, n, false) && wenn(s)).map(([weil]) => `${n}: ${weil}`));
  for (const grund of gruende) zaehler.gesehen.add(grund);
  return gruende.length > 0;
}

/**
 * Generates situations and asks both sides the questions in each. Fails with the smallest situation in which they
 * disagree; with `endOnFailure` with the first one.
 */
export async function vergleiche(db: Testdatenbank, fragt: Darf, einstellung: fc.Parameters<[Lage]>, namen: readonly string[] = GEFRAGT): Promise<Zaehler> {
  const stand = await baueAuf(db);
  const zaehler: Zaehler = { faelle: 0, gesehen: new Set() };
  await fc.assert(fc.asyncProperty(lagen, async (lage) => {
    const widersprueche = await befrage(stand, situation(lage), fragt, namen, zaehler);
    if (widersprueche.length > 0) throw new Error(widersprueche.join('\n'));
  }), { ...einstellung, includeErrorInReport: true });
  return zaehler;
}

/** The questions of one situation, answered from the same state. */
async function befrage(stand: Pruefstand, s: Situation, fragt: Darf, namen: readonly string[], zaehler: Zaehler): Promise<string[]> {
  await stand.stelle(s);
  const fragen = namen.map((name) => [name, TAFEL.get(name)!] as const).filter(([, frage]) => !frage.entfaellt?.(s));
  const antworten = await stand.frage(s, (wirkt) => Promise.all(fragen.map(([, frage]) => Promise.all(frage.versuche(s).map(wirkt)))));
  return fragen.flatMap(([name], i) => {
    const erwartet = soll(fragt, s, name, zaehler);
    zaehler.faelle += 1;
    zaehler.gesehen.add(`${name} ${s.rollen.join('+')} ${erwartet ? 'ja' : 'nein'}`);
    const anders = antworten[i]!.flatMap((antwort, nr) => (antwort === erwartet ? [] : [nr + 1]));
    return anders.length === 0 ? [] : [`${name}, attempt ${anders.join(', ')}: ${erwartet ? 'allowed, yet the database refuses' : 'forbidden, yet the database lets through'}`];
  });
}
