import type { ReactNode } from 'react';
import { Symbol } from './Symbol.tsx';

export interface ErklaerungProps {
  begriff: string;
  /** Where the explanation comes from, for instance „Kapitel 4.2“. */
  quelle?: string;
  /** One to three sentences. */
  children: ReactNode;
}

/** Explains a technical term where it stands; opens without a script. */
export function Erklaerung({ begriff, quelle, children }: ErklaerungProps) {
  return (
    <details className="kim-erklaerung">
      <summary>
        <Symbol name="help" groesse="klein" />
        Was heißt „{begriff}“?
      </summary>
      <div className="kim-erklaerung__text">
        <p>{children}</p>
        {quelle && <p className="kim-leise">Quelle: {quelle}</p>}
      </div>
    </details>
  );
}
