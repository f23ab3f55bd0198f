import { inTagen } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';

/** After so many days an entry should be looked at again (R116). */
const FRISCH = 365;

export type Frische = 'frisch' | 'alt' | 'ungeprueft';

export function frische(geprueftAm: Datum | null, heute: Datum): Frische {
  if (geprueftAm === null) return 'ungeprueft';
  return geprueftAm >= inTagen(heute, -FRISCH) ? 'frisch' : 'alt';
}
