import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { entschluesseleMit, verschluesseleMit } from '@kim/tresor/zweck.ts';
import type { Angemeldet } from './akteur.server.ts';
import { betrieb } from './betrieb.server.ts';
import { drossele } from './drossel.server.ts';
import { anmeldung, hash } from './sitzung.server.ts';
import { gruppiere, istAppCode, neueCodes, neuesGeheimnis, normiereCode, schrittVon } from './totp.ts';

/** Gives the second factor of a session that waits for it: a code of the app or a recovery code, each good once. */
export function bestaetige({ geheimnis, sitzung }: Angemeldet, eingabe: string) {
  const code = normiereCode(eingabe);
  return drossele(`zweiter_faktor:${sitzung.kontoId}`, () => (istAppCode(code) ? nimmAppCode(geheimnis, code) : loeseCodeEin(geheimnis, code)));
}

async function nimmAppCode(sitzung: string, code: string): Promise<boolean> {
  const { aktuell } = await leseGeheimnisse(sitzung);
  const schritt = aktuell && schrittVon(aktuell, code);
  if (schritt === null) return false;
  return frage(sitzung, sql`select sec.zweiten_faktor_annehmen(${hash(sitzung)}, ${schritt}) as ja`);
}

const loeseCodeEin = (sitzung: string, code: string) => frage(sitzung, sql`select sec.code_einloesen(${hash(sitzung)}, ${hashCode(code)}) as ja`);

/** A new secret that waits for its first code; the old one counts until then. */
export async function beginneEinrichtung({ geheimnis, sitzung }: Angemeldet): Promise<void> {
  const krypt = verschluesseleMit(betrieb.bund, 'totp', sitzung.kontoId, neuesGeheimnis());
  await frage(geheimnis, sql`select sec.totp_vorbereiten(${hash(geheimnis)}, ${krypt}) as ja`);
}

/** The secret that waits for its first code, in base32; null when none was begun. */
export const wartendesGeheimnis = async ({ geheimnis }: Angemeldet): Promise<string | null> => (await leseGeheimnisse(geheimnis)).neu;

/** Accepts the first code of a new secret: it replaces the old one. */
export async function schliesseEinrichtungAb(wer: Angemeldet, eingabe: string): Promise<boolean> {
  const neu = await wartendesGeheimnis(wer);
  const schritt = neu && schrittVon(neu, normiereCode(eingabe));
  if (schritt === null) return false;
  return frage(wer.geheimnis, sql`select sec.totp_bestaetigen(${hash(wer.geheimnis)}, ${schritt}) as ja`);
}

/** Ten new recovery codes, shown once; the old ones are void. */
export async function erneuereCodes({ geheimnis }: Angemeldet): Promise<string[]> {
  const codes = neueCodes();
  await anmeldung(geheimnis, sql`select sec.codes_ersetzen(${hash(geheimnis)}, array[${sql.join(codes.map((code) => sql`${hashCode(code)}`), sql`, `)}]::bytea[])`);
  return codes.map((code) => gruppiere(code));
}

/** Since when there is a second factor, and how many recovery codes are left. */
export async function leseStand({ geheimnis }: Angemeldet): Promise<{ seit: Date | null; codes: number }> {
  const [zeile] = await anmeldung<{ seit: string | null; codes: number }>(geheimnis, sql`select * from sec.zweiter_faktor_stand(${hash(geheimnis)})`);
  return { seit: zeile?.seit ? new Date(zeile.seit) : null, codes: zeile?.codes ?? 0 };
}

async function leseGeheimnisse(sitzung: string): Promise<{ aktuell: string | null; neu: string | null }> {
  const [zeile] = await anmeldung<{ konto_id: string; totp_krypt: Buffer | null; totp_neu_krypt: Buffer | null }>(sitzung, sql`select * from sec.totp_lesen(${hash(sitzung)})`);
  const lies = (krypt: Buffer | null | undefined) => (zeile && krypt ? (entschluesseleMit(betrieb.bund, 'totp', zeile.konto_id, krypt) as string) : null);
  return { aktuell: lies(zeile?.totp_krypt), neu: lies(zeile?.totp_neu_krypt) };
}

async function frage(sitzung: string, anweisung: ReturnType<typeof sql>): Promise<boolean> {
  const [zeile] = await anmeldung<{ ja: boolean }>(sitzung, anweisung);
  return zeile?.ja === true;
}

const hashCode = (code: string): Buffer => createHmac('sha256', betrieb.bund.zweckschluessel('totp')).update(code).digest();
