import { Symbol } from '../anzeige/Symbol.tsx';
import { Link } from './Link.tsx';

export interface Phase {
  text: string;
  stand: 'erledigt' | 'aktuell' | 'offen';
  /** Without it the phase is shown but cannot be opened. */
  href?: string;
  /** Its page is the one that is shown. */
  hier?: boolean;
  /** Short line below the name, for instance a date. */
  zusatz?: string;
}

export interface PhasenleisteProps {
  beschriftung: string;
  phasen: readonly Phase[];
}

const STAND = { erledigt: 'erledigt', aktuell: 'aktuelle Phase', offen: 'noch offen' } as const;

/** The rail that shows which phases lie behind, which is current and which are to come; on narrow screens only the current one is written out. */
export function Phasenleiste({ beschriftung, phasen }: PhasenleisteProps) {
  return (
    <nav aria-label={beschriftung} className="kim-phasenleiste">
      <ol>
        {phasen.map((phase, stelle) => (
          <li
            key={phase.text}
            className={`kim-phase kim-phase--${phase.stand}${phase.hier ? ' kim-phase--hier' : ''}`}
            aria-current={phase.stand === 'aktuell' ? 'step' : undefined}
          >
            <span className="kim-phase__marke" aria-hidden="true">
              {phase.stand === 'erledigt' ? <Symbol name="check" groesse="klein" /> : stelle + 1}
            </span>
            <span className="kim-phase__text">
              {phase.href ? <Link href={phase.href} className="kim-phase__link" aria-current={phase.hier ? 'page' : undefined}>{phase.text}</Link> : phase.text}
              <span className="kern-sr-only">, {STAND[phase.stand]}</span>
              {phase.zusatz && <span className="kim-phase__zusatz">{phase.zusatz}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
