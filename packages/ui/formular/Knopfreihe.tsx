import type { ReactNode } from 'react';

/** Buttons beside each other; the most important one first. */
export function Knopfreihe({ children }: { children: ReactNode }) {
  return <div className="kim-knopfreihe">{children}</div>;
}
