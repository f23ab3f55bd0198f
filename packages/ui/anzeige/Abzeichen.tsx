import type { ReactNode } from 'react';
import { KERN_ART, type Art } from './art.ts';
import { Symbol } from './Symbol.tsx';

export interface AbzeichenProps {
  art?: Art | 'neutral';
  /** Show the icon of the kind; not for `neutral`. */
  mitSymbol?: boolean;
  children: ReactNode;
}

/** A short state beside a name; the colour only repeats what the word says. */
export function Abzeichen({ art = 'neutral', mitSymbol = false, children }: AbzeichenProps) {
  const klasse = art === 'neutral' ? 'kim-abzeichen--neutral' : `kern-badge--${KERN_ART[art]}`;
  return (
    <span className={`kern-badge kern-badge--small kim-abzeichen ${klasse}`}>
      {mitSymbol && art !== 'neutral' && <Symbol name={KERN_ART[art]} groesse="klein" />}
      <span className="kern-label kern-label--small">{children}</span>
    </span>
  );
}
