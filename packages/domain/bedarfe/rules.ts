import type { Bedarfsstand } from './schema.ts';

/** A Kurzberatung has in general at most so many Bedarfe; more is a reason to look at the criteria again, never a wall (R41, I5). */
export const BEDARFE_DER_KURZBERATUNG = 2;

export const istOffen = (stand: Bedarfsstand): boolean => stand === 'offen' || stand === 'in_arbeit';
