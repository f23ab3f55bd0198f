import type { ReactNode } from 'react';

export interface KennzahlProps {
  /** Formatted figure. */
  wert: string;
  beschriftung: string;
  /** What to compare it with, for instance a guideline. */
  zusatz?: ReactNode;
}

/** One figure with what it counts. */
export function Kennzahl({ wert, beschriftung, zusatz }: KennzahlProps) {
  return (
    <div className="kim-kennzahl kern-layer kern-level-2">
      <p className="kim-kennzahl__wert">{wert}</p>
      <p>{beschriftung}</p>
      {zusatz && <p className="kim-leise">{zusatz}</p>}
    </div>
  );
}
