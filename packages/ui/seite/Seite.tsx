import type { ReactNode } from 'react';
import { INHALT_ID, Skiplink } from './Skiplink.tsx';

export interface SeiteProps {
  /** Usually `<Kopfzeile>`. */
  kopfzeile?: ReactNode;
  /** Usually `<Hauptnavigation>`; without it the content is centred. */
  navigation?: ReactNode;
  /** Usually `<Fusszeile>`. */
  fusszeile?: ReactNode;
  /** `schmal` for sign-in and dialog pages, `breit` for wide tables. */
  breite?: 'schmal' | 'normal' | 'breit';
  children: ReactNode;
}

/** The frame of every page: skip link, banner, navigation, main region, footer. */
export function Seite({ kopfzeile, navigation, fusszeile, breite = 'normal', children }: SeiteProps) {
  return (
    <div className="kim-seite">
      <Skiplink />
      {kopfzeile}
      <div className={navigation ? 'kim-seite__mitte kim-seite__mitte--navigation' : 'kim-seite__mitte'}>
        {navigation}
        <main className="kim-seite__inhalt kern-layer kern-level-1" id={INHALT_ID} tabIndex={-1}>
          <div className={`kim-stapel kim-seite__breite kim-seite__breite--${breite}`}>{children}</div>
        </main>
      </div>
      {fusszeile}
    </div>
  );
}
