import type { ReactNode } from 'react';
import { Symbol, type SymbolName } from '../anzeige/Symbol.tsx';

export interface KlappknopfProps {
  /** Id of the `Klappnavigation` to open. */
  ziel: string;
  text: string;
  symbol: SymbolName;
  className?: string;
}

/** Opens a `Klappnavigation` on narrow screens; styles hide it where the navigation is always visible. */
export function Klappknopf({ ziel, text, symbol, className }: KlappknopfProps) {
  return (
    <button type="button" className={`kim-klappknopf ${className ?? ''}`} {...popoverZiel(ziel)}>
      <Symbol name={symbol} />
      <span>{text}</span>
    </button>
  );
}

export interface KlappnavigationProps {
  id: string;
  beschriftung: string;
  className: string;
  children: ReactNode;
}

/**
 * A navigation that is part of the page on wide screens and a native popover on narrow ones:
 * opening, Escape and light dismiss come from the browser and need no script.
 */
export function Klappnavigation({ id, beschriftung, className, children }: KlappnavigationProps) {
  return (
    <nav id={id} aria-label={beschriftung} className={`kim-klappnavigation ${className}`} {...{ popover: 'auto' }}>
      <button type="button" className="kim-klappknopf kim-klappnavigation__schliessen" {...popoverZiel(id, 'hide')}>
        <Symbol name="close" />
        <span>Schließen</span>
      </button>
      {children}
    </nav>
  );
}

// React 18 passes unknown lower-case attributes through but does not know their camel-case names.
function popoverZiel(ziel: string, aktion: 'toggle' | 'hide' = 'toggle') {
  return { popovertarget: ziel, popovertargetaction: aktion };
}
