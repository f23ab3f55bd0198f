import type { ReactNode } from 'react';

export interface SeitenkopfProps {
  titel: ReactNode;
  /** Small line above the title, for instance the kind of record. */
  vorzeile?: ReactNode;
  /** One line below the title: badges, dates, responsible person. */
  unterzeile?: ReactNode;
  /** Buttons; beside the title on wide screens. */
  aktionen?: ReactNode;
}

/** Heading of a page with its only `h1`. */
export function Seitenkopf({ titel, vorzeile, unterzeile, aktionen }: SeitenkopfProps) {
  return (
    <div className="kim-seitenkopf">
      <div>
        {vorzeile && <p className="kern-preline kern-preline--small">{vorzeile}</p>}
        <h1 className="kern-heading-large">{titel}</h1>
        {unterzeile && <div className="kim-seitenkopf__unterzeile">{unterzeile}</div>}
      </div>
      {aktionen && <div className="kim-knopfreihe kim-seitenkopf__aktionen">{aktionen}</div>}
    </div>
  );
}
