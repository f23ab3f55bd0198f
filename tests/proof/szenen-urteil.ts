import type { Ausgang } from '@kim/testing/datenbank.ts';

/** Refused by privilege, policy or constraint, or without any effect. */
export const abgelehnt = ({ fehler, anzahl, meldung }: Ausgang): string | null =>
  fehler === '42501' || fehler === '23514' || (fehler === null && anzahl === 0) ? null : `nicht abgelehnt: ${fehler ?? anzahl} ${meldung}`;
export const antwort = (ausgang: Ausgang, soll: string | boolean): string | null =>
  ausgang.zeilen[0]?.antwort === soll ? null : `Antwort ${JSON.stringify(ausgang.zeilen[0]) ?? ausgang.fehler} statt ${soll}`;
export const erwarte = (bedingung: boolean, sonst: string): string | null => (bedingung ? null : sonst);
/** One after the other: they share a transaction. */
export async function jede<T>(liste: T[], versuch: (x: T) => Promise<Ausgang>): Promise<Ausgang[]> {
  const ausgaenge: Ausgang[] = [];
  for (const x of liste) ausgaenge.push(await versuch(x));
  return ausgaenge;
}
export const erster = (...befunde: (string | null)[]): string | null => befunde.find((x) => x !== null) ?? null;
