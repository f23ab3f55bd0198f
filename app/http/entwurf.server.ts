import { sql } from 'drizzle-orm';
import { entschluesseleMit, verschluesseleMit } from '@kim/tresor/zweck.ts';
import { betrieb } from './betrieb.server.ts';
import { anmeldung, hash } from './sitzung.server.ts';

/** Typed values by field name; repeated fields keep all their values. */
export type Werte = Record<string, string[]>;

const HOECHSTENS = 100_000;

/** Keeps what was posted without a live session; false when the session was revoked or never existed. */
export async function legeEntwurfAb(geheimnis: string, pfad: string, request: Request): Promise<boolean> {
  const [zeile] = await anmeldung<{ m: string | null }>(geheimnis, sql`select sec.mitgliedschaft_der_sitzung(${hash(geheimnis)}) as m`);
  if (!zeile?.m) return false;
  const alle = werteAus(await request.formData().catch(() => new FormData()));
  const werte = Object.fromEntries(Object.entries(alle).filter(([name]) => !GEHEIM.test(name)));
  if (JSON.stringify(werte).length > HOECHSTENS) return false;
  const inhalt = verschluesseleMit(betrieb.bund, 'entwurf', zeile.m, werte);
  const [antwort] = await anmeldung<{ da: boolean }>(geheimnis, sql`select sec.entwurf_ablegen(${hash(geheimnis)}, ${pfad}, ${inhalt}) as da`);
  return antwort?.da === true;
}

/** What guards an account is typed again rather than kept. */
const GEHEIM = /(^|\.)(passwort|bisher|neu|wiederholung|code)$/;

/** Hands the draft of this page to its writer, once. */
export async function nimmEntwurf(geheimnis: string, mitgliedschaftId: string, pfad: string): Promise<Werte | null> {
  const [zeile] = await anmeldung<{ inhalt: Buffer | null }>(geheimnis, sql`select sec.entwurf_nehmen(${hash(geheimnis)}, ${pfad}) as inhalt`);
  return zeile?.inhalt ? (entschluesseleMit(betrieb.bund, 'entwurf', mitgliedschaftId, zeile.inhalt) as Werte) : null;
}

export function werteAus(formular: FormData): Werte {
  const werte = new Map<string, string[]>();
  for (const [name, wert] of formular) {
    if (typeof wert !== 'string' || name.startsWith('_')) continue;
    // The database's text has no place for the zero character, and no script needs it.
    werte.set(name, [...(werte.get(name) ?? []), wert.replaceAll('\0', '')]);
  }
  return Object.fromEntries(werte);
}
