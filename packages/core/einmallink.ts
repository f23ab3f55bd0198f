import { createHash, randomBytes } from 'node:crypto';

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A fresh one-time token, 256 bits: the hash goes into the database, the token to its recipient and nowhere else. */
export function neuerToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashVon(token) };
}

/** Hash of a token taken from an address; null when it cannot be one of ours. */
export const hashAus = (token: string | undefined): Buffer | null => (token && FORM.test(token) ? hashVon(token) : null);

const hashVon = (token: string): Buffer => createHash('sha256').update(token).digest();
