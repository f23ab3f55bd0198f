import { Symbol, type SymbolName } from '../anzeige/Symbol.tsx';
import { Klappnavigation } from './Klappnavigation.tsx';
import { Link } from './Link.tsx';

/** Id that the menu button of the `Kopfzeile` opens. */
export const HAUPTNAVIGATION_ID = 'hauptnavigation';

export interface Navigationseintrag {
  href: string;
  text: string;
  aktiv?: boolean;
  symbol?: SymbolName;
  /** Number of open items; said to screen readers with `zaehlerText`. */
  zaehler?: number;
  zaehlerText?: string;
}

export interface HauptnavigationProps {
  eintraege: readonly Navigationseintrag[];
  /** Further groups under their own heading. */
  gruppen?: readonly { titel: string; eintraege: readonly Navigationseintrag[] }[];
  beschriftung?: string;
}

/** Main navigation: a column on wide screens, a drawer on narrow ones. */
export function Hauptnavigation({ eintraege, gruppen = [], beschriftung = 'Hauptnavigation' }: HauptnavigationProps) {
  const aktiv = [...eintraege, ...gruppen.flatMap((gruppe) => gruppe.eintraege)].find((eintrag) => eintrag.aktiv);
  // The key closes the drawer after a navigation without page load: the element is created anew.
  return (
    <Klappnavigation
      key={aktiv?.href}
      id={HAUPTNAVIGATION_ID}
      beschriftung={beschriftung}
      className="kim-hauptnavigation"
    >
      <Liste eintraege={eintraege} />
      {gruppen.map((gruppe) => (
        <div key={gruppe.titel} className="kim-hauptnavigation__gruppe">
          <h2 className="kim-hauptnavigation__titel">{gruppe.titel}</h2>
          <Liste eintraege={gruppe.eintraege} />
        </div>
      ))}
    </Klappnavigation>
  );
}

function Liste({ eintraege }: { eintraege: readonly Navigationseintrag[] }) {
  return (
    <ul className="kim-hauptnavigation__liste">
      {eintraege.map((eintrag) => (
        <li key={eintrag.href}>
          <Link href={eintrag.href} className="kim-hauptnavigation__eintrag" aria-current={eintrag.aktiv ? 'page' : undefined}>
            {eintrag.symbol && <Symbol name={eintrag.symbol} />}
            <span className="kim-hauptnavigation__text">{eintrag.text}</span>
            {eintrag.zaehler !== undefined && eintrag.zaehler > 0 && (
              <span className="kim-hauptnavigation__zaehler">
                {eintrag.zaehler}
                {eintrag.zaehlerText && <span className="kern-sr-only"> {eintrag.zaehlerText}</span>}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
