import { entschluessle, verschluessle } from './feld.ts';
import type { Klartext } from './feld.ts';
import type { Schluesselbund, Zweck } from './schluesselbund.ts';

const WURZELBEZUG = 'installation';

/** Encrypts what belongs to no Träger: second-factor secrets of a konto, drafts of a membership. */
export function verschluesseleMit(bund: Schluesselbund, zweck: Zweck, bezug: string, klartext: Klartext): Buffer {
  return verschluessle(klartext, bund.zweckschluessel(zweck, bezug), ort(zweck, bezug));
}

/** @throws TresorFehler `unlesbar` for another purpose, owner or key */
export function entschluesseleMit(bund: Schluesselbund, zweck: Zweck, bezug: string, geheimtext: Uint8Array): unknown {
  return entschluessle(geheimtext, bund.zweckschluessel(zweck, bezug), ort(zweck, bezug));
}

const ort = (zweck: Zweck, bezug: string) => ({ traegerId: WURZELBEZUG, besitzerId: bezug, spalte: zweck, version: 1 });
