import type { Tx } from '@kim/db/tx.ts';
import { protokoll } from '@kim/db/schema/protokoll.ts';
import { neueId } from '@kim/core/ids.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Aktion } from './labels.ts';

export interface Gegenstand {
  fallId?: string;
  fallnummer?: string;
  gegenstandId?: string;
  /** The colleague whose cases or account are concerned; she sees the line (D3). */
  betrifftId?: string;
}

/** One line, in the transaction of the act: without it nothing is committed. Carries ids, never content. */
export function protokolliere(tx: Tx, akteur: TraegerAkteur, aktion: Aktion, gegenstand: Gegenstand = {}) {
  return tx.insert(protokoll).values({ traegerId: akteur.traegerId, id: neueId(), nutzerId: akteur.nutzerId, aktion, ...gegenstand });
}

/** Somebody asked for a page that her role does not have; a transaction of its own, because nothing else is done. */
export const protokolliereAbweisung = (akteur: TraegerAkteur): Promise<unknown> => akteur.tx((tx) => protokolliere(tx, akteur, 'eintrag.nicht_gefunden'));
