import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { betrieb } from './betrieb.server.ts';
import { stimmtPasswort } from './passwort.server.ts';
import { anmeldung, eroeffneSitzung, hash } from './sitzung.server.ts';

interface Versuch {
  email: string;
  passwort: string;
  adresse: string;
  geraet: string;
}

/** Free failures before the delay grows: an address may be a whole office. */
const FREI = { konto: 4, adresse: 40 };

export const normiereEmail = (email: string): string => email.trim().toLowerCase();

/**
 * Checks password and throttle and starts a session; the second factor follows.
 * An unknown address, a wrong password and a konto without membership answer alike.
 */
export async function meldeAn({ email, passwort, adresse, geraet }: Versuch) {
  const jeKonto = hash(`konto:${normiereEmail(email)}`);
  const jeAdresse = hash(`adresse:${adresse}`);
  const [drossel] = await anmeldung<{ sekunden: number }>('', sql`
    select greatest(sec.drossel_lesen(${jeKonto}, ${FREI.konto}), sec.drossel_lesen(${jeAdresse}, ${FREI.adresse})) as sekunden`);
  if (drossel && drossel.sekunden > 0) return fehler('gedrosselt', { sekunden: drossel.sekunden });
  const [konto] = await anmeldung<{ konto_id: string; passwort_hash: string | null; demo: boolean }>('', sql`select * from sec.konto_lesen(${normiereEmail(email)})`);
  const stimmt = await stimmtPasswort(konto?.passwort_hash ?? null, passwort);
  if (!konto || !stimmt || (konto.demo && !betrieb.demo)) {
    await anmeldung('', sql`select sec.drossel_fehlversuch(array[${jeKonto}, ${jeAdresse}]::bytea[])`);
    return fehler('falsch');
  }
  await anmeldung('', sql`select sec.drossel_erfolg(${jeKonto})`);
  return ok(await eroeffneSitzung(konto.konto_id, geraet));
}

/** „Firefox unter Windows“: enough to recognise one's own session in a list, too little to track. */
export function beschreibeGeraet(agent: string | null): string {
  const browser = [['Edg/', 'Edge'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([marke]) => agent?.includes(marke ?? ''))?.[1];
  const system = [['Windows', 'Windows'], ['Android', 'Android'], ['iPhone', 'iOS'], ['iPad', 'iPadOS'], ['Mac OS', 'macOS'], ['Linux', 'Linux']].find(([marke]) => agent?.includes(marke ?? ''))?.[1];
  return `${browser ?? 'Browser'} unter ${system ?? 'unbekanntem System'}`;
}
