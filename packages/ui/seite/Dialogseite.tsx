import type { ReactNode } from 'react';
import { Symbol, type SymbolName } from '../anzeige/Symbol.tsx';
import { Link } from './Link.tsx';

export interface DialogseiteProps {
  titel: string;
  symbol?: SymbolName;
  /** Where the question came from; shown as the way back. */
  zurueckHref?: string;
  zurueckText?: string;
  /** Explanation and form with its buttons. */
  children: ReactNode;
}

/** One question on a page of its own: confirmation, sign-in, lock. Takes the place of a modal dialog. */
export function Dialogseite({ titel, symbol, zurueckHref, zurueckText = 'Zurück', children }: DialogseiteProps) {
  return (
    <div className="kim-dialogseite kim-stapel">
      {zurueckHref && (
        <Link href={zurueckHref} className="kim-zurueck">
          <Symbol name="arrow-back" />
          {zurueckText}
        </Link>
      )}
      <div className="kim-dialogseite__karte kern-layer kern-level-2 kim-stapel">
        <h1 className="kern-heading-medium kim-dialogseite__titel">
          {symbol && <Symbol name={symbol} groesse="gross" />}
          {titel}
        </h1>
        {children}
      </div>
    </div>
  );
}
