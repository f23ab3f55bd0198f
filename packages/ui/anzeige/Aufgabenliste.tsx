import type { ReactNode } from 'react';
import { Link } from '../seite/Link.tsx';

export interface Aufgabe {
  href: string;
  titel: ReactNode;
  /** Second line: why it is listed, when it is due. */
  zusatz?: ReactNode;
  /** Right side, usually an `Abzeichen`. */
  stand?: ReactNode;
}

/** Things to do next; each row is one link. */
export function Aufgabenliste({ eintraege }: { eintraege: readonly Aufgabe[] }) {
  return (
    <ul className="kim-aufgabenliste">
      {eintraege.map((eintrag, stelle) => (
        <li key={`${eintrag.href}-${stelle}`} className="kim-aufgabe kern-layer kern-level-2">
          <div className="kim-aufgabe__text">
            <Link href={eintrag.href} className="kim-aufgabe__link">
              {eintrag.titel}
            </Link>
            {eintrag.zusatz && <span className="kim-leise">{eintrag.zusatz}</span>}
          </div>
          {eintrag.stand && <div className="kim-reihe">{eintrag.stand}</div>}
        </li>
      ))}
    </ul>
  );
}
