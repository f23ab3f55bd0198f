import type { ReactNode } from 'react';
import { Symbol, type SymbolName } from './Symbol.tsx';

export interface LeererZustandProps {
  titel: string;
  symbol?: SymbolName;
  /** What will stand here and how it gets here. */
  children: ReactNode;
  /** The first step, usually a `Knopf`. */
  aktion?: ReactNode;
}

/** Takes the place of an empty list and teaches what the place is for. */
export function LeererZustand({ titel, symbol = 'info', children, aktion }: LeererZustandProps) {
  return (
    <div className="kim-leer">
      <Symbol name={symbol} groesse="gross" />
      <div className="kim-leer__text">
        <p className="kern-title kern-title--small">{titel}</p>
        <div>{children}</div>
        {aktion && <div className="kim-knopfreihe kim-leer__aktion">{aktion}</div>}
      </div>
    </div>
  );
}
