import { Symbol } from '../anzeige/Symbol.tsx';
import { Link } from './Link.tsx';

export interface Phase {
  text: string;
  stand: 'erledigt' | 'aktuell' | 'offen';
  /** Without it the phase is shown but cannot be opened. */
  href?: string;
  /** Short line below the name, for instance a date. */
  zusatz?: string;
}

export interface PhasenleisteProps {
  beschriftung: string;
  phasen: readonly Phase[];
}

const STAND = { erledigt: 'erledigt', aktuell: 'aktuelle Phase', offen: 'noch offen' } as const;

/** The rail that shows which phases lie behind, which is current and which are to come. */
export function Phasenleiste({ beschriftung, phasen }: PhasenleisteProps) {
  return (
    <nav aria-label={beschriftung} className="kim-phasenleiste">
      <ol>
        {phasen.map((phase, stelle) => (
          <li
            key={phase.text}
            className={`kim-phase kim-phase--${phase.stand}`}
            aria-current={phase.stand === 'aktuell' ? 'step' : undefined}
          >
            <span className="kim-phase__marke" aria-hidden="true">
              {phase.stand === 'erledigt' ? <Symbol name="check" groesse="klein" /> : stelle + 1}
            </span>
            <span className="kim-phase__text">
              {phase.href ? <Link href={phase.href}>{phase.text}</Link> : phase.text}
              <span className="kern-sr-only">, {STAND[phase.stand]}</span>
              {phase.zusatz && <span className="kim-phase__zusatz">{phase.zusatz}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
