import type { ReactNode } from 'react';
import { HAUPTNAVIGATION_ID } from './Hauptnavigation.tsx';
import { Klappknopf } from './Klappnavigation.tsx';
import { Link } from './Link.tsx';

export interface KopfzeileProps {
  /** Name of the product. */
  titel: string;
  /** Where the name leads to. */
  href: string;
  /** Second line, for instance the organisation. */
  zusatz?: ReactNode;
  /** Show the menu button on narrow screens; only with a `Hauptnavigation` on the page. */
  menue?: boolean;
  /** Right side: search, account, switches. */
  children?: ReactNode;
}

/** Banner of the page. */
export function Kopfzeile({ titel, href, zusatz, menue = false, children }: KopfzeileProps) {
  return (
    <header className="kim-kopfzeile">
      <div className="kim-kopfzeile__marke">
        <Link href={href} className="kim-kopfzeile__titel">
          {titel}
        </Link>
        {zusatz && <span className="kim-kopfzeile__zusatz">{zusatz}</span>}
      </div>
      {menue && <Klappknopf ziel={HAUPTNAVIGATION_ID} text="Menü" symbol="dehaze" className="kim-kopfzeile__menue" />}
      {children && <div className="kim-kopfzeile__rechts">{children}</div>}
    </header>
  );
}
