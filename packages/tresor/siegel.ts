import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { TresorFehler } from './fehler.ts';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const VERFAHREN = 'aes-256-gcm';

/** What a sealed value costs beside its content: version, nonce and tag, in bytes. */
export const SIEGEL_BYTES = 1 + NONCE + TAG;

/**
 * AES-256-GCM as `version ‖ nonce ‖ ciphertext ‖ tag`. The additional data are not stored: whoever
 * opens must state them again. A random nonce keeps one key safe for 2³² values.
 */
export function versiegle(inhalt: Uint8Array, schluessel: KeyObject, zusatz: readonly unknown[]): Buffer {
  const nonce = randomBytes(NONCE);
  const chiffre = createCipheriv(VERFAHREN, schluessel, nonce, { authTagLength: TAG });
  chiffre.setAAD(zusatzdaten(zusatz));
  return Buffer.concat([Buffer.of(VERSION), nonce, chiffre.update(inhalt), chiffre.final(), chiffre.getAuthTag()]);
}

/** @throws TresorFehler `unlesbar` when key, additional data or a single bit differ */
export function entsiegle(siegel: Uint8Array, schluessel: KeyObject, zusatz: readonly unknown[]): Buffer {
  if (siegel.length < SIEGEL_BYTES || siegel[0] !== VERSION) throw new TresorFehler('unlesbar');
  const ende = siegel.length - TAG;
  try {
    const chiffre = createDecipheriv(VERFAHREN, schluessel, siegel.subarray(1, 1 + NONCE), { authTagLength: TAG });
    chiffre.setAAD(zusatzdaten(zusatz));
    chiffre.setAuthTag(siegel.subarray(ende));
    return Buffer.concat([chiffre.update(siegel.subarray(1 + NONCE, ende)), chiffre.final()]);
  } catch {
    throw new TresorFehler('unlesbar');
  }
}

/** JSON keeps the borders between the parts, so that no two lists give the same bytes. */
function zusatzdaten(zusatz: readonly unknown[]): Buffer {
  return Buffer.from(JSON.stringify([VERSION, ...zusatz]));
}
