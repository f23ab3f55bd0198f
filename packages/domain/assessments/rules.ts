import { felderVon } from '../boegen/schema.ts';
import type { Bogenwerte } from '../boegen/schema.ts';
import type { Phase } from '../faelle/schema.ts';
import { ASSESSMENTBOGEN } from './labels.ts';
import type { Anlass } from './schema.ts';

/** What the next one of a case is: the first is the Assessment, unless its phase is over already (R59). */
export const naechsterAnlass = (phase: Phase | null, gibtEsEines: boolean): Anlass => (gibtEsEines || phase === 'reassessment' ? 'reassessment' : 'assessment');

const NAMEN: ReadonlySet<string> = new Set(felderVon(ASSESSMENTBOGEN).map(({ name }) => name));

/** Of an earlier Bogen what the Assessment asks too, empty answers left out. */
export const uebernommen = (frueher: Bogenwerte): Bogenwerte => Object.fromEntries(Object.entries(frueher).filter(([name, wert]) => NAMEN.has(name) && wert !== ''));
