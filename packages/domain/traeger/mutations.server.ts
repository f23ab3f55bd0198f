import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';

/**
 * One unit of work whose refusal „nicht_gefunden“ leaves a line: somebody named an id that her Träger does not have.
 * The work itself is rolled back, so the line travels in a transaction of its own.
 */
export async function mitSpur<T extends { ok: boolean; grund?: string }>(akteur: TraegerAkteur, arbeit: (tx: Tx) => Promise<T>): Promise<T> {
  const ergebnis = await akteur.tx(arbeit);
  if (!ergebnis.ok && ergebnis.grund === 'nicht_gefunden') await akteur.tx((tx) => protokolliere(tx, akteur, 'eintrag.nicht_gefunden'));
  return ergebnis;
}
