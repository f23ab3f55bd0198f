import type { Datum } from '@kim/core/zeit.ts';
import type { Klasse } from '../faelle/schema.ts';
import { ABSCHLUSSGRUND } from './labels.ts';
import type { ERGEBNIS } from './labels.ts';

export type Grund = keyof typeof ABSCHLUSSGRUND;
export type Ergebnis = keyof typeof ERGEBNIS;

/** Reasons for which a case of this class may end, in the order of the table. */
export const gruendeFuer = (klasse: Klasse): Grund[] =>
  (Object.keys(ABSCHLUSSGRUND) as Grund[]).filter((grund) => {
    const eintrag = ABSCHLUSSGRUND[grund];
    return !('nur' in eintrag) || (eintrag.nur as readonly Klasse[]).includes(klasse);
  });

/** Whether recording stops with this reason (R61 b). */
export const stopptMit = (grund: Grund): boolean => 'stoppt' in ABSCHLUSSGRUND[grund];

/** What came of it: what the reason says itself, else what was chosen; a Kurzberatung needs one (R41). */
export function ergebnisVon(klasse: Klasse, grund: Grund, gewaehlt: Ergebnis | null): Ergebnis | null | 'fehlt' {
  const eintrag = ABSCHLUSSGRUND[grund];
  if ('ergebnis' in eintrag) return eintrag.ergebnis;
  if (klasse === 'case_management') return null;
  return gewaehlt ?? (klasse === 'kurzberatung' ? 'fehlt' : null);
}

/** The first day on which a case may end: not before it was opened, nor before its last Kontakt. */
export const endetFruehestens = (eroeffnetAm: Datum, letzterKontakt: Datum | null): Datum =>
  letzterKontakt && letzterKontakt > eroeffnetAm ? letzterKontakt : eroeffnetAm;

/** Consultations that a Kurzberatung has at least, as a standard and not as a wall (R41). */
const MINDESTENS_BERATUNGEN = 2;

/** Whether a Kurzberatung that ends now had fewer consultations than usual: said, and never refused. */
export const endetFrueh = (klasse: Klasse, beratungen: number): boolean => klasse === 'kurzberatung' && beratungen < MINDESTENS_BERATUNGEN;

/** What stops the work in a case. */
export interface Ruhelage {
  beendetAm: Datum | null;
  /** Since when nothing may be recorded, because the consent was revoked. */
  gestopptAm: Datum | null;
}

/** The day from which a case is kept for so many years: its end or the revocation, whichever came first; null while it runs. */
export function aufbewahrtAb({ beendetAm, gestopptAm }: Ruhelage): Datum | null {
  if (beendetAm === null || gestopptAm === null) return beendetAm ?? gestopptAm;
  return beendetAm < gestopptAm ? beendetAm : gestopptAm;
}

/** Years after the end of the year in which the clock started, as proposed (section 2.5, Retention). */
const AUFBEWAHRUNG_JAHRE: Readonly<Record<Klasse, number>> = { verweis: 2, kurzberatung: 2, case_management: 3 };

/** Last day on which a case is kept, unless it goes on; a proposal until the data protection officers have signed it. */
export function aufbewahrtBis(klasse: Klasse, lage: Ruhelage): Datum | null {
  const ab = aufbewahrtAb(lage);
  return ab && `${Number(ab.slice(0, 4)) + AUFBEWAHRUNG_JAHRE[klasse]}-12-31`;
}

/** The phase of a reopened case: a Case Management goes on where it was, everything else is cleared anew. */
export const phaseNachWiederaufnahme = (klasse: Klasse, bisher: string | null): string | null => (klasse === 'case_management' ? bisher : 'klaerung');
