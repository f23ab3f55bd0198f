import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Time-based codes (RFC 6238): six digits, thirty seconds, one step either way. Pure: no database, no keyring. */

const SCHRITT_MS = 30_000;
const UMFANG = 10;

const totp = (geheimnis: string, email = '') => new TOTP({ issuer: 'KIM Case Management', label: email, secret: Secret.fromBase32(geheimnis) });

/** A fresh secret, 160 bits in base32: what the app stores. */
export const neuesGeheimnis = (): string => new Secret({ size: 20 }).base32;

/** The address inside the QR code. */
export const uriFuer = (geheimnis: string, email: string): string => totp(geheimnis, email).toString();

/** The 30-second step whose code this is; null when it is none. The step is stored: each is good once. */
export function schrittVon(geheimnis: string, code: string, jetzt = Date.now()): number | null {
  if (!istAppCode(code)) return null;
  const abweichung = totp(geheimnis).validate({ token: code, window: 1, timestamp: jetzt });
  return abweichung === null ? null : Math.floor(jetzt / SCHRITT_MS) + abweichung;
}

/** As it was typed, without spaces and hyphens, in capitals. */
export const normiereCode = (eingabe: string): string => eingabe.replace(/[\s-]/g, '').toUpperCase();

/** Codes of the app are digits, recovery codes are longer. */
export const istAppCode = (code: string): boolean => /^\d{6}$/.test(code);

/** Ten recovery codes of 48 bits, as they are compared. */
export const neueCodes = (): string[] => Array.from({ length: UMFANG }, () => randomBytes(6).toString('hex').toUpperCase());

/** In groups of four, as they are read: `3F9A-01BC-77D2`. */
export const gruppiere = (text: string, trenner = '-'): string => text.replace(/(.{4})(?=.)/g, `$1${trenner}`);
