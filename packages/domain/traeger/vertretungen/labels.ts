import type { Vertretungsstand } from './rules.ts';

export const STAND: Record<Vertretungsstand, string> = { laeuft: 'läuft', kommt: 'geplant', vorbei: 'vorbei', beendet: 'vorzeitig beendet' };

/** Why a Vertretung was not set, and at which field that stands. */
export const GRUND = {
  dieselbe: 'Jemand kann sich nicht selbst vertreten.',
  keine_fachkraft: 'Diese Person kann zurzeit keine Fälle übernehmen. Bitte wählen Sie eine aktive Fachkraft.',
  vertretene_keine_fachkraft: 'Vertreten werden nur aktive Fachkräfte: Andere haben keine Fälle.',
  ueberschneidung: 'Für diese Zeit ist die Vertretung durch diese Person schon eingerichtet.',
  nicht_erlaubt: 'Diese Vertretung können Sie nicht einrichten.',
  freigabe: 'Eine Vertretung durch Sie selbst öffnet Ihnen fremde Fälle. Sie wirkt erst, wenn die Leitung oder die vertretene Fachkraft zustimmt.',
} as const;
