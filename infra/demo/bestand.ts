/**
 * How many cases each Fachkraft of the demo has, so that every Träger's own view repeats the figures that the paper
 * prints (requirements 1.14, with their units). Where the paper leaves the reading open, one is chosen and said here.
 */
export interface Bestand {
  /** Running cases in Case Management. */
  caseManagement: number;
  /** Running Kurzberatungen. */
  kurzberatung: number;
  /** Kurzberatungen that began and ended in this year. */
  vergangen?: { jahr: number; anzahl: number };
  /** How many of the Case Management cases are families, and how many persons these have together; all others are single. */
  familien?: { anzahl: number; personen: number };
}

/** By mark of the Träger, one entry per Fachkraft in the order of the accounts. */
export const BESTAND: Readonly<Record<string, readonly Bestand[]>> = {
  // „54 Personen und ihre Familien“, few Kurzberatungen: 54 running cases, four of them Kurzberatungen.
  RBK: [
    { caseManagement: 14, kurzberatung: 1, familien: { anzahl: 6, personen: 24 } },
    { caseManagement: 13, kurzberatung: 1, familien: { anzahl: 5, personen: 21 } },
    { caseManagement: 12, kurzberatung: 1, familien: { anzahl: 5, personen: 19 } },
    { caseManagement: 11, kurzberatung: 1, familien: { anzahl: 4, personen: 17 } },
  ],
  // 19 „Einzelpersonen und Familien“ in Case Management; the Kurzberatung of the vignette comes on top.
  BGL: [{ caseManagement: 19, kurzberatung: 1, familien: { anzahl: 7, personen: 30 } }],
  // 123 clients in the calendar year 2024, 26 of them in Case Management: 97 Kurzberatungen of one person each that ended in 2024.
  KJA: [{ caseManagement: 26, kurzberatung: 0, vergangen: { jahr: 2024, anzahl: 97 } }],
  // Started on 1 December 2025; the paper prints no figure.
  DLE: [{ caseManagement: 2, kurzberatung: 3 }],
  // 19 families (85 persons) and 46 single persons: 65 cases with 131 persons.
  KUE: [
    { caseManagement: 43, kurzberatung: 4, familien: { anzahl: 13, personen: 58 } },
    { caseManagement: 22, kurzberatung: 2, familien: { anzahl: 6, personen: 27 } },
  ],
  // 209 persons in Case Management, printed without cases: 45 families with 180 persons and 29 single ones are 74 cases.
  ODE: [
    { caseManagement: 49, kurzberatung: 3, familien: { anzahl: 30, personen: 120 } },
    { caseManagement: 25, kurzberatung: 2, familien: { anzahl: 15, personen: 60 } },
  ],
  // 34 families (137 persons) and 37 single persons: 71 cases with 174 persons; the Kurzberatung of the vignette on top.
  ROE: [{ caseManagement: 71, kurzberatung: 1, familien: { anzahl: 34, personen: 137 } }],
  // „circa 250 bis 300 Fälle im Monat“, read as 250 running cases for each of the two: 48 and 59 are 19,2 % and 23,6 %.
  WKN: [
    { caseManagement: 48, kurzberatung: 202 },
    { caseManagement: 59, kurzberatung: 191 },
  ],
  // About 19 families and 7 single persons: 26 cases; how many persons the paper does not say.
  DKO: [{ caseManagement: 26, kurzberatung: 0, familien: { anzahl: 19, personen: 76 } }],
};

/** Cases that came and ended within the last 27 months, per running one: without movement nothing may be published. */
export const UMSCHLAG = 1;

/** Enough to look at every page; what tests start with, because it is there in seconds. */
export const KLEINER_BESTAND: Bestand = { caseManagement: 2, kurzberatung: 6 };

/** Persons of the n-th family: as even as they go. */
export function familiengroesse({ anzahl, personen }: NonNullable<Bestand['familien']>, n: number): number {
  return Math.floor(personen / anzahl) + (n < personen % anzahl ? 1 : 0);
}
