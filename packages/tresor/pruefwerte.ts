import { fehler, ok, type Result } from '@kim/core/result.ts';
import { pruefungTexte } from './labels.ts';
import type { Schluesselbund } from './schluesselbund.ts';

/** Recognises one key; stored in the database when the key is first used. */
export type Pruefwert = { inhaber: string; generation: number; wert: Uint8Array };

export type PruefungGrund = keyof typeof pruefungTexte;

/** Check values of all keys of the keyring, to be stored. */
export function pruefwerteVon(bund: Schluesselbund): Pruefwert[] {
  return bund.generationen.map(({ inhaber, generation }) => ({
    inhaber, generation, wert: bund.pruefwert(inhaber, generation),
  }));
}

/**
 * Whether the keyring has every key that the database knows, with the right value; else the first
 * one that it lacks (`fehlt`) or has otherwise (`falsch`), with a German text for the operator.
 */
export function pruefeSchluesselbund(
  bund: Schluesselbund,
  gespeichert: readonly Pruefwert[],
): Result<undefined, PruefungGrund, { inhaber: string; generation: number; text: string }> {
  for (const { inhaber, generation, wert } of gespeichert) {
    const grund = pruefe(bund, { inhaber, generation, wert });
    if (grund) return fehler(grund, { inhaber, generation, text: pruefungTexte[grund](inhaber, generation) });
  }
  return ok();
}

function pruefe(bund: Schluesselbund, { inhaber, generation, wert }: Pruefwert): PruefungGrund | null {
  if (!bund.hat(inhaber, generation)) return 'fehlt';
  return bund.pruefwert(inhaber, generation).equals(wert) ? null : 'falsch';
}
