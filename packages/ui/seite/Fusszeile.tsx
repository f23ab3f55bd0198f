import type { ReactNode } from 'react';
import { Link } from './Link.tsx';

export interface FusszeileProps {
  eintraege: readonly { href: string; text: string }[];
  /** Left side, for instance version and operator. */
  children?: ReactNode;
}

/** Footer with the links every page must offer (imprint, privacy, accessibility). */
export function Fusszeile({ eintraege, children }: FusszeileProps) {
  return (
    <footer className="kim-fusszeile">
      {children && <div>{children}</div>}
      <nav aria-label="Fußzeile">
        <ul className="kim-fusszeile__liste">
          {eintraege.map((eintrag) => (
            <li key={eintrag.href}>
              <Link href={eintrag.href}>{eintrag.text}</Link>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
