import type { KeyObject } from 'node:crypto';
import { TresorFehler } from './fehler.ts';
import { entsiegle, versiegle } from './siegel.ts';

/** Where a value belongs. It opens only there: nobody can move it to another row or column. */
export type Feldbezug = {
  traegerId: string;
  /** The row that carries the value (a person, a Kontakt), not only the owner of the key. */
  besitzerId: string;
  /** Table and column: `personen.stammdaten`. */
  spalte: string;
  /** Version of the value; 1 where the column is not versioned. An older one does not open as a newer. */
  version: number;
};

/** What can be encrypted: text, bytes of a file, or an object or list that survives JSON. */
export type Klartext = string | Uint8Array | object;

const ART = { bytes: 0, text: 1, json: 2 } as const;
const KOPF = 5;
const BLOCK = 32;

/** Encrypts a value of at most 4 GiB; the result tells its length only to the next 32 bytes. */
export function verschluessle(klartext: Klartext, dek: KeyObject, bezug: Feldbezug): Buffer {
  return versiegle(polstere(klartext), dek, zusatz(bezug));
}

/**
 * What was encrypted: a string, a Buffer, or what JSON made of an object (check it with its schema).
 * @throws TresorFehler `unlesbar` for tampering, another key or another place
 */
export function entschluessle(geheimtext: Uint8Array, dek: KeyObject, bezug: Feldbezug): unknown {
  const { art, inhalt } = entpolstere(entsiegle(geheimtext, dek, zusatz(bezug)));
  if (art === ART.bytes) return inhalt;
  return art === ART.text ? inhalt.toString() : (JSON.parse(inhalt.toString()) as unknown);
}

/** @throws TresorFehler as `entschluessle`, and `kein-text` when the value is of another kind */
export function entschluessleText(geheimtext: Uint8Array, dek: KeyObject, bezug: Feldbezug): string {
  const klartext = entschluessle(geheimtext, dek, bezug);
  if (typeof klartext !== 'string') throw new TresorFehler('kein-text');
  return klartext;
}

function zusatz({ traegerId, besitzerId, spalte, version }: Feldbezug): readonly unknown[] {
  return ['feld', traegerId, besitzerId, spalte, version];
}

/** Kind and length, then the content, then zeros up to a multiple of the block. */
function polstere(klartext: Klartext): Buffer {
  const [art, inhalt] = alsBytes(klartext);
  const block = Buffer.alloc(Math.ceil((KOPF + inhalt.length) / BLOCK) * BLOCK);
  block.writeUInt8(art, 0);
  block.writeUInt32BE(inhalt.length, 1);
  block.set(inhalt, KOPF);
  return block;
}

function entpolstere(block: Buffer): { art: number; inhalt: Buffer } {
  return { art: block.readUInt8(0), inhalt: block.subarray(KOPF, KOPF + block.readUInt32BE(1)) };
}

function alsBytes(klartext: Klartext): [number, Uint8Array] {
  if (typeof klartext === 'string') return [ART.text, Buffer.from(klartext)];
  if (klartext instanceof Uint8Array) return [ART.bytes, klartext];
  return [ART.json, Buffer.from(JSON.stringify(klartext))];
}
