import type { Traegerrolle } from '@kim/policies/rollen.ts';
import { TRAEGERROLLEN } from '@kim/policies/rollen.ts';

export type Zustand = 'eingeladen' | 'aktiv' | 'ausgeschieden';

/** Where a membership stands; somebody without one was invited and has not come yet. */
export function zustandVon({ angenommen, beendet }: { angenommen: boolean | null; beendet: boolean | null }): Zustand {
  if (beendet) return 'ausgeschieden';
  return angenommen ? 'aktiv' : 'eingeladen';
}

const RANG: Record<Zustand, number> = { aktiv: 0, eingeladen: 1, ausgeschieden: 2 };

/** Who works here first; within that by name as in a German telephone list (DIN 5007-1). */
export const vergleiche = (a: { zustand: Zustand; name: string }, b: { zustand: Zustand; name: string }): number =>
  RANG[a.zustand] - RANG[b.zustand] || a.name.localeCompare(b.name, 'de');

/** One spelling for a set of roles, to notice that somebody else changed them. */
export const alsText = (rollen: readonly string[]): string => TRAEGERROLLEN.filter((rolle) => rollen.includes(rolle)).join(',');

export const geordnet = (rollen: readonly string[]): Traegerrolle[] => TRAEGERROLLEN.filter((rolle) => rollen.includes(rolle));
