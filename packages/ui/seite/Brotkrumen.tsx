import { Link } from './Link.tsx';

export interface BrotkrumenProps {
  /** From the start to the current page; the last entry needs no `href`. */
  eintraege: readonly { text: string; href?: string }[];
}

/** Where the page stands; the last entry is the page itself. */
export function Brotkrumen({ eintraege }: BrotkrumenProps) {
  return (
    <nav aria-label="Brotkrumen" className="kim-brotkrumen">
      <ol>
        {eintraege.map((eintrag, stelle) => (
          <li key={`${stelle}-${eintrag.text}`}>
            {eintrag.href && stelle < eintraege.length - 1 ? (
              <Link href={eintrag.href}>{eintrag.text}</Link>
            ) : (
              <span aria-current="page">{eintrag.text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
