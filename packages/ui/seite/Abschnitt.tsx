import { useId, type ReactNode } from 'react';

export interface AbschnittProps {
  titel: ReactNode;
  /** Heading level; 2 directly under the page title. */
  ebene?: 2 | 3 | 4;
  /** Target of a link within the page. */
  id?: string;
  /** Links or buttons beside the heading. */
  aktionen?: ReactNode;
  children: ReactNode;
}

const KLASSE = { 2: 'kern-heading-medium', 3: 'kern-heading-small', 4: 'kern-heading-small' } as const;

/** A headed part of a page. */
export function Abschnitt({ titel, ebene = 2, id, aktionen, children }: AbschnittProps) {
  const titelId = useId();
  const Ueberschrift = `h${ebene}` as const;
  return (
    <section className="kim-stapel kim-abschnitt" id={id} aria-labelledby={titelId}>
      <div className="kim-abschnitt__kopf">
        <Ueberschrift className={KLASSE[ebene]} id={titelId}>
          {titel}
        </Ueberschrift>
        {aktionen && <div className="kim-knopfreihe">{aktionen}</div>}
      </div>
      {children}
    </section>
  );
}
