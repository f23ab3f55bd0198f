/** A person as far as one compares her with another. */
export interface Vergleichsperson {
  id: string;
  geburtsjahr: number | null;
  /** Decides on the spellings of another person: each part of this one's name begins one of hers. */
  passt: (schreibweisen: readonly string[]) => boolean;
  schreibweisen: readonly string[];
}

/** The same name in any spelling, and the same year of birth or one that is not known. Only ever a question to a human. */
export const koennteDieselbeSein = (eine: Vergleichsperson, andere: Vergleichsperson): boolean =>
  eine.id !== andere.id && eine.passt(andere.schreibweisen) && andere.passt(eine.schreibweisen) &&
  (eine.geburtsjahr === null || andere.geburtsjahr === null || eine.geburtsjahr === andere.geburtsjahr);

/** A row and the row that stands for it. */
export interface Verbund {
  id: string;
  aufgegangenIn: string | null;
}

/** Who stands for both: the older of the two that stand today (ids grow with time). Null when they are one already, or the same. */
export function planeZusammenfuehrung(eine: Verbund, andere: Verbund): { haupt: string; doppelt: string } | null {
  const [a, b] = [eine.aufgegangenIn ?? eine.id, andere.aufgegangenIn ?? andere.id];
  if (a === b) return null;
  return a < b ? { haupt: a, doppelt: b } : { haupt: b, doppelt: a };
}
