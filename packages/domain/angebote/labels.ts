import type { Frische } from './rules.ts';

export const FRISCHE: Record<Frische, string> = { frisch: 'aktuell', alt: 'länger nicht geprüft', ungeprueft: 'noch nicht geprüft' };
