import { datumVon } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';

export type Vertretungsstand = 'laeuft' | 'kommt' | 'vorbei' | 'beendet';

export interface Vertretungszeit {
  von: Datum;
  bis: Datum;
  /** Ended before its last day. */
  beendet: boolean;
}

export function standVon({ von, bis, beendet }: Vertretungszeit, tag: Datum): Vertretungsstand {
  if (beendet) return 'beendet';
  if (bis < tag) return 'vorbei';
  return von > tag ? 'kommt' : 'laeuft';
}

/** The last possible day of a Vertretung: longer absences need an Übergabe. */
export const endetSpaetestens = (von: Datum): Datum => datumVon(new Date(Date.parse(`${von}T12:00:00Z`) + 365 * 86_400_000));
