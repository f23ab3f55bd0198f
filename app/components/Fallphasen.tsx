import { useLocation } from '@remix-run/react';
import { PHASE } from '@kim/domain/faelle/labels.ts';
import { PHASEN } from '@kim/domain/faelle/schema.ts';
import type { Phase } from '@kim/domain/faelle/schema.ts';
import { phasenstaende } from '@kim/domain/phasen/rules.ts';
import { Phasenleiste } from '@kim/ui/seite/Phasenleiste.tsx';
import { pfade } from '../paths.ts';

/** Where the work of a phase is done. */
export const PHASENSEITE: Partial<Record<Phase, (nr: string) => string>> = {
  klaerung: pfade.fallKlaerung,
  assessment: pfade.fallAssessment,
  serviceplanung: pfade.fallServiceplan,
  reassessment: pfade.fallAssessment,
  linking: pfade.fallLinking,
  monitoring: pfade.fallMonitoring,
  evaluation: pfade.fallEvaluation,
};

interface FallphasenProps {
  fall: { fallnummer: string; phase: Phase | null; verlassen: readonly Phase[] };
}

/** The rail on every page of a case that goes through the procedure. */
export function Fallphasen({ fall: { fallnummer: nr, phase: aktuell, verlassen } }: FallphasenProps) {
  const { pathname } = useLocation();
  if (!aktuell) return null;
  const staende = phasenstaende(aktuell, verlassen);
  const phasen = PHASEN.map((phase) => {
    const href = PHASENSEITE[phase]?.(nr);
    return { phase, text: PHASE[phase], stand: staende[phase], href, hier: href !== undefined && (pathname === href || pathname.startsWith(`${href}/`)) };
  });
  // Assessment and Re-Assessment share a page: one is where somebody is, the current phase before the first.
  const hier = phasen.filter((eine) => eine.hier).sort((a, b) => Number(b.phase === aktuell) - Number(a.phase === aktuell))[0]?.phase;
  return <Phasenleiste beschriftung="Phasen des Falls" phasen={phasen.map((eine) => ({ ...eine, hier: eine.phase === hier }))} />;
}
