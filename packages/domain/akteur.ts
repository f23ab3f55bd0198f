import type { Tx } from '@kim/db/tx.ts';
import type { Rolle } from '@kim/policies/rollen.ts';
import type { TraegerTresor } from '@kim/tresor/traeger-tresor.ts';

/**
 * Who acts for a Träger. Made in one function from a request; nothing behind it can name another Träger:
 * `tx` opens transactions of this session, `tresor` knows this Träger's keys only.
 */
export interface TraegerAkteur {
  art: 'traeger';
  traegerId: string;
  kreisId: string;
  nutzerId: string;
  name: string;
  /** Short name of the Träger on screen. */
  traeger: string;
  /** Mark in the Fallnummer (D13). */
  kennung: string;
  rollen: readonly Rolle[];
  /** Somebody may look at the screen: names leave the domain as initials (R143). */
  blickschutz: boolean;
  tresor: TraegerTresor;
  /** One unit of work: committed when it answers, rolled back when it throws or answers with a refusal. */
  tx: <T>(arbeit: (tx: Tx) => Promise<T>) => Promise<T>;
}
