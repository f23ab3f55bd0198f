import type { MouseEvent, ReactNode } from 'react';

interface SprungmarkeProps {
  /** Id of the element on this page. */
  ziel: string;
  className?: string;
  children: ReactNode;
}

/**
 * A link to an element of this page, which takes the focus. A router would take the new fragment of the address for a
 * navigation and forget the answer to the form that is being corrected: with JavaScript the address stays.
 */
export function Sprungmarke({ ziel, className, children }: SprungmarkeProps) {
  const springe = (ereignis: MouseEvent) => {
    const element = document.getElementById(ziel);
    if (!element) return;
    ereignis.preventDefault();
    element.focus();
  };
  return <a className={className} href={`#${ziel}`} onClick={springe}>{children}</a>;
}
