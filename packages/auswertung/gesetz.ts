/**
 * The public law of the barrier (anonymity.md 3): published = max(0, 5 · ⌊(count + offset) / 5⌋) with a secret offset per
 * cell, the sum of an even number from 0 to 4 and one from −4 to 4 with weight 0.6^|z|.
 */
export const SCHRITT = 5;
export const VERSATZ_VON = -4;
export const VERSATZ_BIS = 8;

/** Cases that may stand behind a protected count: smallest and largest. */
export function spielraum(rohwert: number): { von: number; bis: number } {
  return { von: Math.max(0, rohwert - VERSATZ_BIS), bis: rohwert + SCHRITT - 1 - VERSATZ_VON };
}

/** Candidates that a small cell must keep, whatever totals and margins tell (A1). */
export const MINDESTENS_KANDIDATEN = 5;
