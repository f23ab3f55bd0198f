import { readFileSync } from 'node:fs';
import { veroeffentlicheFaellige } from '@kim/auswertung/lauf.ts';
import type { Auswertungsdatenbank } from '@kim/auswertung/lauf.ts';
import { log } from '@kim/core/log.ts';

/** Every morning: the releases that are due. The log names days and counts of tables, never a count of cases. */
export async function runVeroeffentlichung(datenbank: Auswertungsdatenbank, schluesselPfad: string): Promise<void> {
  const schluessel = Buffer.from(readFileSync(schluesselPfad, 'utf8').trim(), 'hex');
  for (const { stichtag, veroeffentlicht, zurueckgehalten } of await veroeffentlicheFaellige(datenbank, schluessel)) {
    log.info('auswertung.veroeffentlicht', { stichtag, anzahl: veroeffentlicht });
    if (zurueckgehalten > 0) log.warn('auswertung.zurueckgehalten', { stichtag, anzahl: zurueckgehalten });
  }
}
