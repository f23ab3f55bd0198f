import type { Klasse } from './schema.ts';

/** Fallnummer as people read and type it: mark, year, running number (D13). */
export const FALLNUMMER = /^[A-Z]{2,5}-\d{4}-\d{4,}$/;

export const formatFallnummer = (kennung: string, jahr: number, laufend: number): string =>
  `${kennung}-${jahr}-${String(laufend).padStart(4, '0')}`;

/** The phase after a decision: Case Management begins with the Assessment and goes on where it was; the others have none (R53). */
export function phaseNach(klasse: Klasse, bisher: string | null): string | null {
  if (klasse !== 'case_management') return null;
  return bisher === null || bisher === 'klaerung' ? 'assessment' : bisher;
}

/** Thrown by a write into a case whose consent to record was revoked (R61 b); answered in one place for all forms. */
export class FallGestoppt extends Error {
  override name = 'FallGestoppt';
}
