import type { ReactNode } from 'react';

export interface AufklapperProps {
  titel: ReactNode;
  offen?: boolean;
  children: ReactNode;
}

/** Content that opens on demand (KERN accordion). */
export function Aufklapper({ titel, offen = false, children }: AufklapperProps) {
  return (
    <details className="kern-accordion" open={offen}>
      <summary className="kern-accordion__header">
        <span className="kern-title kern-title--small">{titel}</span>
      </summary>
      <div className="kern-accordion__body kim-stapel">{children}</div>
    </details>
  );
}
