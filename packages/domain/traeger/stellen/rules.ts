import type { Datum } from '@kim/core/zeit.ts';

/** Guideline of the Land for a full post, Kurzberatung and Case Management together (R50); in between read linearly (I6). */
export const RICHTWERT = { von: 50, bis: 60 } as const;

/** Least share of Case Management in the running cases, in percent (R52). */
export const QUOTE = { von: 20, bis: 30 } as const;

export interface Zeitraum {
  von: Datum;
  /** null: without end. The day itself belongs to the period. */
  bis: Datum | null;
}

export interface Anteil extends Zeitraum {
  /** VZÄ × 100. */
  anteil: number;
}

/** Cases that the guideline expects for so much VZÄ (× 100). */
export function richtwertband(vzaeHundertstel: number): { von: number; bis: number } {
  return { von: (vzaeHundertstel * RICHTWERT.von) / 100, bis: (vzaeHundertstel * RICHTWERT.bis) / 100 };
}

export type Einordnung = 'unter' | 'im' | 'ueber';

/** Where a number of cases stands; null without filled VZÄ, because then there is nothing to compare with. */
export function ordneEin(faelle: number, vzaeHundertstel: number): Einordnung | null {
  if (vzaeHundertstel <= 0) return null;
  const band = richtwertband(vzaeHundertstel);
  if (faelle < band.von) return 'unter';
  return faelle > band.bis ? 'ueber' : 'im';
}

/** Share of Case Management in percent, one decimal; null without cases. */
export function quote(caseManagement: number, kurzberatung: number): number | null {
  const basis = caseManagement + kurzberatung;
  return basis === 0 ? null : Math.round((caseManagement / basis) * 1000) / 10;
}

export const giltAm = ({ von, bis }: Zeitraum, tag: Datum): boolean => von <= tag && (bis === null || tag <= bis);

export const besetztAm = (anteile: readonly Anteil[], tag: Datum): number =>
  anteile.reduce((summe, anteil) => summe + (giltAm(anteil, tag) ? anteil.anteil : 0), 0);

/** Highest sum on any day of a period: it can only be reached on the day on which somebody begins. */
export function hoechststand(anteile: readonly Anteil[], zeitraum: Zeitraum): number {
  const tage = [zeitraum.von, ...anteile.map(({ von }) => von)].filter((tag) => giltAm(zeitraum, tag));
  return Math.max(0, ...tage.map((tag) => besetztAm(anteile, tag)));
}

export type Warnung =
  | { art: 'ueberbesetzt'; besetzt: number; vzae: number }
  | { art: 'person_ueber_eins'; anteil: number }
  | { art: 'ausserhalb_der_foerderung' };

/** The post, and what stands beside the new Besetzung. */
export interface Besetzungslage {
  vzae: number;
  foerderung: Zeitraum;
  /** Other Besetzungen of the post. */
  aufDerStelle: readonly Anteil[];
  /** Other Besetzungen of the person, on whatever post. */
  derPerson: readonly Anteil[];
}

/**
 * What is unusual about a Besetzung. All of it happens in real life (a handover, a parental leave, an advance by the
 * Träger), so it is asked back once and never forbidden.
 */
export function pruefeBesetzung(neu: Anteil, lage: Besetzungslage): Warnung[] {
  const warnungen: Warnung[] = [];
  const besetzt = hoechststand([...lage.aufDerStelle, neu], neu);
  if (besetzt > lage.vzae) warnungen.push({ art: 'ueberbesetzt', besetzt, vzae: lage.vzae });
  const anteil = hoechststand([...lage.derPerson, neu], neu);
  if (anteil > 100) warnungen.push({ art: 'person_ueber_eins', anteil });
  const { von, bis } = lage.foerderung;
  if (neu.von < von || (bis !== null && (neu.bis === null || neu.bis > bis))) warnungen.push({ art: 'ausserhalb_der_foerderung' });
  return warnungen;
}

export interface Stellenumfang {
  vzae: number;
  foerderung: Zeitraum;
  besetzungen: readonly Anteil[];
}

/** Funded, filled and vacant VZÄ (× 100) on a day; an overfilled post makes no other one less vacant. */
export function summiere(stellen: readonly Stellenumfang[], tag: Datum): { gefoerdert: number; besetzt: number; unbesetzt: number } {
  const summe = { gefoerdert: 0, besetzt: 0, unbesetzt: 0 };
  for (const stelle of stellen) {
    const gefoerdert = giltAm(stelle.foerderung, tag) ? stelle.vzae : 0;
    const besetzt = besetztAm(stelle.besetzungen, tag);
    summe.gefoerdert += gefoerdert;
    summe.besetzt += besetzt;
    summe.unbesetzt += Math.max(0, gefoerdert - besetzt);
  }
  return summe;
}
