import type { ReactNode } from 'react';

export interface RasterProps {
  /** Least width of a column; as many columns as fit. `seite` is content with a narrower side column. */
  spalten?: 'schmal' | 'normal' | 'breit' | 'seite';
  children: ReactNode;
}

/** Puts its parts beside each other as long as there is room. */
export function Raster({ spalten = 'normal', children }: RasterProps) {
  return <div className={`kim-raster kim-raster--${spalten}`}>{children}</div>;
}
