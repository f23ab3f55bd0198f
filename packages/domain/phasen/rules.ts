import { PHASEN } from '../faelle/schema.ts';
import type { Phase } from '../faelle/schema.ts';

/** What shows that the work of a phase was done. */
export const BELEGE = ['assessment', 'vereinbarung', 'vermittlung', 'pruefung', 'reassessment', 'evaluation_ratsuchende', 'evaluation_fachkraft'] as const;
export type Beleg = (typeof BELEGE)[number];

/**
 * The procedure (chapter 9.2, R53–R60): what a phase needs before it is left, and where it leads. The Klärung is left by the
 * decision alone; the Evaluation ends with the case.
 */
export const PHASENTABELLE: Record<Phase, { braucht: readonly Beleg[]; weiter: readonly Phase[] }> = {
  klaerung: { braucht: [], weiter: [] },
  assessment: { braucht: ['assessment'], weiter: ['serviceplanung'] },
  serviceplanung: { braucht: ['vereinbarung'], weiter: ['linking'] },
  linking: { braucht: ['vermittlung'], weiter: ['monitoring'] },
  monitoring: { braucht: ['pruefung'], weiter: ['reassessment', 'evaluation'] },
  reassessment: { braucht: ['reassessment'], weiter: ['serviceplanung', 'monitoring', 'evaluation'] },
  evaluation: { braucht: ['evaluation_ratsuchende', 'evaluation_fachkraft'], weiter: [] },
};

/** What there is; what a phase needs anew after it was left counts from then on. */
export type Belege = Readonly<Record<Beleg, boolean>>;

export const fehlendeBelege = (phase: Phase, belege: Belege): Beleg[] => PHASENTABELLE[phase].braucht.filter((beleg) => !belege[beleg]);

/** Back to an earlier phase; the Klärung is reached by a Wiederaufnahme only. */
const zurueck = (von: Phase): Phase[] => PHASEN.slice(1, PHASEN.indexOf(von)).filter((phase) => !PHASENTABELLE[von].weiter.includes(phase));

export interface Uebergang {
  nach: Phase;
  art: 'weiter' | 'zurueck';
  /** Going back, and going on without what the phase needs, are possible with a reason. */
  begruenden: boolean;
}

/** Every step that is open from a phase: on in the fixed order, or back (R53). */
export function uebergaenge(von: Phase, belege: Belege): Uebergang[] {
  const fehlt = fehlendeBelege(von, belege).length > 0;
  return [
    ...PHASENTABELLE[von].weiter.map((nach) => ({ nach, art: 'weiter' as const, begruenden: fehlt })),
    ...zurueck(von).map((nach) => ({ nach, art: 'zurueck' as const, begruenden: true })),
  ];
}

export type Phasenstand = 'erledigt' | 'aktuell' | 'offen';

/** How each phase stands: behind, current or to come. A Re-Assessment that nobody needed stays open. */
export function phasenstaende(aktuell: Phase, verlassen: readonly Phase[]): Record<Phase, Phasenstand> {
  const stelle = PHASEN.indexOf(aktuell);
  const stand = (phase: Phase): Phasenstand => {
    if (phase === aktuell) return 'aktuell';
    if (PHASEN.indexOf(phase) > stelle) return 'offen';
    return phase === 'reassessment' && !verlassen.includes(phase) ? 'offen' : 'erledigt';
  };
  return Object.fromEntries(PHASEN.map((phase) => [phase, stand(phase)])) as Record<Phase, Phasenstand>;
}
