import { createHmac } from 'node:crypto';

/** The barrier once more, from its specification (anonymity.md 3) and not from its code: exact fractions, HMAC of Node. */

/** Numerators of 3^|z| · 5^(4−|z|): the law of z in parts of their sum. */
const GEWICHTE = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((z) => 3n ** BigInt(Math.abs(z)) * 5n ** BigInt(4 - Math.abs(z)));
const SUMME = GEWICHTE.reduce((a, b) => a + b, 0n);

/** Weight of each offset from −4 to 8, in parts of {@link NENNER}. */
export const NENNER = SUMME * 5n;
export const GESETZ: readonly { versatz: number; anteil: bigint }[] = Array.from({ length: 13 }, (_, i) => ({
  versatz: i - 4, anteil: [0, 1, 2, 3, 4].reduce((summe, u) => summe + (GEWICHTE[i - u] ?? 0n), 0n),
}));

export function versatzVon(schluessel: Buffer, kennung: string): number {
  const h = BigInt(createHmac('sha256', schluessel).update(kennung).digest().readUInt32BE(0));
  let bisher = 0n;
  for (const { versatz, anteil } of GESETZ) {
    bisher += anteil;
    if (bisher << 32n > h * NENNER) return versatz;
  }
  throw new Error('Gesetz unvollständig');
}

export const schuetze = (anzahl: number, versatz: number): number => Math.max(0, 5 * Math.floor((anzahl + versatz) / 5));

/** P(published | count) for every published value that is possible. */
export function verteilung(anzahl: number): Map<number, number> {
  const ergebnis = new Map<number, number>();
  for (const { versatz, anteil } of GESETZ) {
    const wert = schuetze(anzahl, versatz);
    ergebnis.set(wert, (ergebnis.get(wert) ?? 0) + Number(anteil) / Number(NENNER));
  }
  return ergebnis;
}
