import { FALLARBEIT } from './matrix/fallarbeit.ts';
import { KONTO } from './matrix/konto.ts';
import { KOORDINATION } from './matrix/koordination.ts';
import { OEFFENTLICH } from './matrix/oeffentlich.ts';
import { VERWALTUNG } from './matrix/verwaltung.ts';
import type { Eintrag } from './matrix/eintrag.ts';

/**
 * The whole product: every page and every form, for everybody who may come to the door. The words of the tables are
 * explained in tabelle.ts, the people in wer.ts. matrix.test.ts compares each cell with the running product and fails
 * for a page, a form or a cell that nobody declared, and for one that no longer exists.
 */
export const MATRIX: readonly Eintrag[] = [...OEFFENTLICH, ...KONTO, ...FALLARBEIT, ...VERWALTUNG, ...KOORDINATION];
