import { PHASE } from '@kim/domain/faelle/labels.ts';
import type { Phase } from '@kim/domain/faelle/schema.ts';
import { BELEG, PHASENZWECK } from '@kim/domain/phasen/labels.ts';
import { fehlendeBelege, PHASENTABELLE } from '@kim/domain/phasen/rules.ts';
import type { Beleg, Belege } from '@kim/domain/phasen/rules.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { pfade } from '../paths.ts';
import { PHASENSEITE } from './Fallphasen.tsx';

/** Where each thing that a phase needs is made. */
export const BELEGSEITE: Partial<Record<Beleg, (nr: string) => string>> = {
  assessment: pfade.fallAssessment,
  vereinbarung: pfade.fallServiceplan,
  reassessment: pfade.fallAssessment,
  vermittlung: pfade.fallLinking,
  pruefung: pfade.fallMonitoring,
  evaluation_ratsuchende: pfade.fallEvaluation,
  evaluation_fachkraft: (nr) => pfade.fallEvaluationsbogen(nr, 'fachkraft'),
};

/** What to do next in this case, before anything else (experience.md, principle 1). */
export function NaechsterSchritt({ nr, phase, belege }: { nr: string; phase: Phase; belege: Belege }) {
  const fehlend = fehlendeBelege(phase, belege);
  const { weiter } = PHASENTABELLE[phase];
  const seite = PHASENSEITE[phase]?.(nr);
  return (
    <Abschnitt titel={`Als Nächstes: ${PHASE[phase]}`}>
      <p>{PHASENZWECK[phase]}</p>
      <Knopfreihe>
        {fehlend.map((beleg) => {
          const href = BELEGSEITE[beleg]?.(nr);
          return href && <Knopf key={beleg} href={href}>{BELEG[beleg].fehlt}</Knopf>;
        })}
        {fehlend.length === 0 && phase !== 'klaerung' && weiter.map((nach) => <Knopf key={nach} href={pfade.fallPhase(nr, { nach })}>Weiter zu: {PHASE[nach]}</Knopf>)}
        {fehlend.length === 0 && phase === 'evaluation' && <Knopf href={pfade.fallAbschluss(nr)}>Fall beenden</Knopf>}
        {phase === 'klaerung' && <Knopf href={pfade.fallKlaerung(nr)}>Zur Klärung</Knopf>}
        {phase !== 'klaerung' && seite && !fehlend.some((beleg) => BELEGSEITE[beleg]?.(nr) === seite) && <Knopf art="sekundaer" href={seite}>{PHASE[phase]} öffnen</Knopf>}
        {phase !== 'klaerung' && <Knopf art="tertiaer" href={pfade.fallPhase(nr)}>Phase wechseln</Knopf>}
      </Knopfreihe>
    </Abschnitt>
  );
}
