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
