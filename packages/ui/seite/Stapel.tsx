import type { ReactNode } from 'react';

export interface StapelProps {
  /** Space between the parts: 8, 24 or 40 px. */
  abstand?: 'eng' | 'normal' | 'weit';
  children: ReactNode;
}

/** Puts its parts below each other with even space. */
export function Stapel({ abstand = 'normal', children }: StapelProps) {
  return <div className={`kim-stapel kim-stapel--${abstand}`}>{children}</div>;
}
