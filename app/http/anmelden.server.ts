import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { betrieb } from './betrieb.server.ts';
import { drossele, gibVersuchZurueck, nimmVersuch, vergissVersuche } from './drossel.server.ts';
import { stimmtPasswort } from './passwort.server.ts';
import { anmeldung, eroeffneSitzung, hash } from './sitzung.server.ts';
import type { Sitzung } from './sitzung.server.ts';

interface Versuch {
  email: string;
  passwort: string;
  adresse: string;
  geraet: string;
}

/** Free failures of one address before the delay grows: it may be a whole office. */
const FREI_JE_ADRESSE = 40;

export const normiereEmail = (email: string): string => email.trim().toLowerCase();

/** Every place that checks a password of this account shares its attempts. */
const schluesselVon = (email: string): string => `konto:${normiereEmail(email)}`;

/**
 * Checks password and throttle and starts a session; the second factor follows.
 * An unknown address, a wrong password and a konto without membership answer alike.
 */
export async function meldeAn({ email, passwort, adresse, geraet }: Versuch) {
  const jeKonto = hash(schluesselVon(email));
  const jeAdresse = hash(`adresse:${adresse}`);
  const sekunden = (await nimmVersuch(jeKonto)) || (await jeAdresseNach(jeAdresse, jeKonto));
  if (sekunden > 0) return fehler('gedrosselt', { sekunden });
  const konto = await leseKonto(email);
  const stimmt = await stimmtPasswort(konto?.passwort_hash ?? null, passwort);
  if (!konto?.hat_mitgliedschaft || !stimmt || (konto.demo && !betrieb.demo)) return fehler('falsch');
  await Promise.all([vergissVersuche(jeKonto), gibVersuchZurueck(jeAdresse)]);
  return ok(await eroeffneSitzung(konto.konto_id, geraet));
}

async function jeAdresseNach(jeAdresse: Buffer, jeKonto: Buffer): Promise<number> {
  const sekunden = await nimmVersuch(jeAdresse, FREI_JE_ADRESSE);
  if (sekunden > 0) await gibVersuchZurueck(jeKonto);
  return sekunden;
}

interface Konto extends Record<string, unknown> {
  konto_id: string;
  passwort_hash: string | null;
  hat_mitgliedschaft: boolean;
  demo: boolean;
}

async function leseKonto(email: string): Promise<Konto | undefined> {
  const [konto] = await anmeldung<Konto>('', sql`select * from sec.konto_lesen(${normiereEmail(email)})`);
  return konto;
}

/** The stored hash of an address whose password was typed correctly; the attempts count with those of the sign-in. */
export async function pruefePasswort(email: string, passwort: string) {
  const konto = await leseKonto(email);
  const versuch = await drossele(schluesselVon(email), () => stimmtPasswort(konto?.passwort_hash ?? null, passwort));
  return versuch.ok ? ok(konto?.passwort_hash ?? '') : versuch;
}

/** Asks the person at the desk for her password again, before she changes what guards her account. */
export const pruefeEigenesPasswort = (sitzung: Sitzung, passwort: string) => pruefePasswort(sitzung.email, passwort);

/** „Firefox unter Windows“: enough to recognise one's own session in a list, too little to track. */
export function beschreibeGeraet(agent: string | null): string {
  const browser = [['Edg/', 'Edge'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([marke]) => agent?.includes(marke ?? ''))?.[1];
  const system = [['Windows', 'Windows'], ['Android', 'Android'], ['iPhone', 'iOS'], ['iPad', 'iPadOS'], ['Mac OS', 'macOS'], ['Linux', 'Linux']].find(([marke]) => agent?.includes(marke ?? ''))?.[1];
  return `${browser ?? 'Browser'} unter ${system ?? 'unbekanntem System'}`;
}
