import type { ReactNode } from 'react';
import { Link } from '../seite/Link.tsx';

export interface KarteProps {
  titel?: ReactNode;
  /** Makes the whole card a link; then nothing inside may be focusable. */
  href?: string;
  ebene?: 2 | 3 | 4;
  vorzeile?: ReactNode;
  unterzeile?: ReactNode;
  /** Draws attention by a coloured edge. */
  betont?: boolean;
  /** Buttons or links at the bottom. */
  fuss?: ReactNode;
  children?: ReactNode;
}

/** A bounded piece of content. */
export function Karte({ titel, href, ebene = 3, vorzeile, unterzeile, betont = false, fuss, children }: KarteProps) {
  const Ueberschrift = `h${ebene}` as const;
  const klassen = ['kern-card kern-card--small kern-level-2 kim-karte'];
  if (href) klassen.push('kern-card--interactive');
  if (betont) klassen.push('kim-karte--betont');
  return (
    <div className={klassen.join(' ')}>
      <div className="kern-card__container">
        {(titel || vorzeile || unterzeile) && (
          <div className="kern-card__header">
            {vorzeile && <p className="kern-preline">{vorzeile}</p>}
            {titel && (
              <Ueberschrift className="kern-title">
                {href ? <Link href={href} className="kern-link--stretched">{titel}</Link> : titel}
              </Ueberschrift>
            )}
            {unterzeile && <div className="kern-subline">{unterzeile}</div>}
          </div>
        )}
        {children && <div className="kern-card__body">{children}</div>}
        {fuss && <div className="kim-knopfreihe kim-karte__fuss">{fuss}</div>}
      </div>
    </div>
  );
}
