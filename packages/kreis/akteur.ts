import type { Tx } from '@kim/db/tx.ts';

/** Who works for the Koordination of a Kreis; the Kreis itself is known to the session alone. */
export interface Kreisakteur {
  tx: <T>(arbeit: (tx: Tx) => Promise<T>) => Promise<T>;
}
