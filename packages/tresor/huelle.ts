import { createSecretKey, generateKeySync, type KeyObject } from 'node:crypto';
import { entsiegle, versiegle } from './siegel.ts';

/** Whose data key is wrapped, and by which generation of the Träger's key. */
export type Huelle = { traegerId: string; schluesselId: string; generation: number };

/** A new random data key of 256 bits. Printing a KeyObject shows no key material. */
export function neuerDatenschluessel(): KeyObject {
  return generateKeySync('aes', { length: 256 });
}

/** The data key `dek` under the key-encryption key `kek`: 61 bytes for schema `tresor`. */
export function verpacke(dek: KeyObject, kek: KeyObject, huelle: Huelle): Buffer {
  return versiegle(dek.export(), kek, zusatz(huelle));
}

/** @throws TresorFehler `unlesbar` for another Träger, key id, generation or key, and for tampering */
export function entpacke(verpackt: Uint8Array, kek: KeyObject, huelle: Huelle): KeyObject {
  return createSecretKey(entsiegle(verpackt, kek, zusatz(huelle)));
}

function zusatz({ traegerId, schluesselId, generation }: Huelle): readonly unknown[] {
  return ['huelle', traegerId, schluesselId, generation];
}
