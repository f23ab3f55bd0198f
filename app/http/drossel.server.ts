import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { anmeldung, hash } from './sitzung.server.ts';

/** Failures without delay: a person mistypes. */
const FREI = 4;

/**
 * Takes one attempt before it is judged, so that guesses sent at once count all the same.
 * @returns 0, or the seconds to wait; what must wait has not counted
 */
export async function nimmVersuch(schluessel: Buffer, frei = FREI): Promise<number> {
  const [zeile] = await anmeldung<{ sekunden: number }>('', sql`select sec.drossel_versuch(${schluessel}, ${frei}) as sekunden`);
  return zeile?.sekunden ?? 0;
}

/** Forgets the attempts: somebody proved to be the owner. */
export async function vergissVersuche(schluessel: Buffer): Promise<void> {
  await anmeldung('', sql`select sec.drossel_erfolg(${schluessel})`);
}

/** Gives one attempt back; for keys that many people share. */
export async function gibVersuchZurueck(schluessel: Buffer): Promise<void> {
  await anmeldung('', sql`select sec.drossel_zurueck(${schluessel})`);
}

/** Runs a check at most as often as the growing delay allows. */
export async function drossele(name: string, pruefung: () => Promise<boolean>) {
  const schluessel = hash(name);
  const sekunden = await nimmVersuch(schluessel);
  if (sekunden > 0) return fehler('gedrosselt', { sekunden });
  if (!(await pruefung())) return fehler('falsch');
  await vergissVersuche(schluessel);
  return ok(true);
}

/** What is shown to somebody who has to wait. */
export function warteText(sekunden: number): string {
  if (sekunden === 1) return 'Zu viele Fehlversuche. Bitte warten Sie eine Sekunde.';
  return `Zu viele Fehlversuche. Bitte warten Sie ${sekunden < 120 ? `${sekunden} Sekunden` : `${Math.ceil(sekunden / 60)} Minuten`}.`;
}
