import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { entschluesseleMit, verschluesseleMit } from '@kim/tresor/zweck.ts';
import { betrieb } from './betrieb.server.ts';
import { anmeldung, hash } from './sitzung.server.ts';

/** Time-based codes (RFC 6238), thirty seconds, one step either way, each good once. */

const SCHRITT = 30_000;

const totp = (geheimnis: Secret, email = '') => new TOTP({ issuer: 'KIM Case Management', label: email, secret: geheimnis });

async function leseGeheimnis(sitzung: string): Promise<Secret | null> {
  const [zeile] = await anmeldung<{ konto_id: string; totp_krypt: Buffer | null }>(sitzung, sql`select * from sec.totp_lesen(${hash(sitzung)})`);
  if (!zeile?.totp_krypt) return null;
  return Secret.fromBase32(entschluesseleMit(betrieb.bund, 'totp', zeile.konto_id, zeile.totp_krypt) as string);
}

/** Accepts a code of the app or a recovery code; true opens the session. */
export async function bestaetige(sitzung: string, eingabe: string): Promise<boolean> {
  const code = eingabe.replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{6}$/.test(code)) return loeseCodeEin(sitzung, code);
  const geheimnis = await leseGeheimnis(sitzung);
  const abweichung = geheimnis && totp(geheimnis).validate({ token: code, window: 1 });
  if (abweichung === null) return false;
  const schritt = Math.floor(Date.now() / SCHRITT) + abweichung;
  const [zeile] = await anmeldung<{ ja: boolean }>(sitzung, sql`select sec.zweiten_faktor_annehmen(${hash(sitzung)}, ${schritt}) as ja`);
  return zeile?.ja === true;
}

/** A fresh secret for the account of this session; it counts once `bestaetige` accepted a code of it. */
export async function bereiteVor(sitzung: string, kontoId: string, email: string): Promise<{ uri: string; schluessel: string }> {
  const vorhanden = await leseGeheimnis(sitzung);
  const geheimnis = vorhanden ?? new Secret({ size: 20 });
  if (!vorhanden) {
    const krypt = verschluesseleMit(betrieb.bund, 'totp', kontoId, geheimnis.base32);
    await anmeldung(sitzung, sql`select sec.totp_vorbereiten(${hash(sitzung)}, ${krypt})`);
  }
  return { uri: totp(geheimnis, email).toString(), schluessel: geheimnis.base32 };
}

/** Ten new recovery codes, shown once; the old ones are void. */
export async function erneuereCodes(sitzung: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => randomBytes(8).toString('hex').toUpperCase().slice(0, 12));
  await anmeldung(sitzung, sql`select sec.codes_ersetzen(${hash(sitzung)}, array[${sql.join(codes.map((code) => sql`${hashCode(code)}`), sql`, `)}]::bytea[])`);
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
}

async function loeseCodeEin(sitzung: string, code: string): Promise<boolean> {
  const [zeile] = await anmeldung<{ ja: boolean }>(sitzung, sql`select sec.code_einloesen(${hash(sitzung)}, ${hashCode(code)}) as ja`);
  return zeile?.ja === true;
}

const hashCode = (code: string): Buffer => createHmac('sha256', betrieb.bund.zweckschluessel('totp')).update(code).digest();
