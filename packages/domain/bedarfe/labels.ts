import type { Bedarfsstand, Dringlichkeit } from './schema.ts';

export const DRINGLICHKEIT: Record<Dringlichkeit, string> = { niedrig: 'niedrig', mittel: 'mittel', hoch: 'hoch' };

export const BEDARFSSTAND: Record<Bedarfsstand, string> = { offen: 'offen', in_arbeit: 'in Arbeit', erledigt: 'erledigt', entfallen: 'entfallen' };
