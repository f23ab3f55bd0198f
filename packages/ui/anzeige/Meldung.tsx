import type { ReactNode } from 'react';
import { KERN_ART, type Art } from './art.ts';
import { Symbol } from './Symbol.tsx';

export interface MeldungProps {
  art: Art;
  titel: string;
  children?: ReactNode;
}

const ROLLE = { info: undefined, warnung: undefined, erfolg: 'status', fehler: 'alert' } as const;

/** A message in the flow of the page. Success and error are announced by screen readers. */
export function Meldung({ art, titel, children }: MeldungProps) {
  const kern = KERN_ART[art];
  return (
    <div className={`kern-alert kern-alert--${kern} kern-level-2`} role={ROLLE[art]}>
      <div className="kern-alert__header">
        <Symbol name={kern} />
        <p className="kern-title kern-title--small">{titel}</p>
      </div>
      {children && <div className="kern-alert__body">{children}</div>}
    </div>
  );
}
