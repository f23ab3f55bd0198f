import { useId } from 'react';
import { Klappknopf, Klappnavigation } from './Klappnavigation.tsx';
import { Link } from './Link.tsx';

export interface ReiterEintrag {
  href: string;
  text: string;
  aktiv?: boolean;
  zaehler?: number;
}

export interface ReiterProps {
  /** Names the navigation for screen readers. */
  beschriftung: string;
  eintraege: readonly ReiterEintrag[];
}

/** Sub pages of one record: a strip of tabs on wide screens, a sheet opened by one button on narrow ones. */
export function Reiter({ beschriftung, eintraege }: ReiterProps) {
  const id = useId();
  const aktiv = eintraege.find((eintrag) => eintrag.aktiv);
  return (
    <div className="kim-reiter">
      <Klappknopf ziel={id} text={aktiv?.text ?? beschriftung} symbol="arrow-down" className="kim-reiter__knopf" />
      <Klappnavigation key={aktiv?.href} id={id} beschriftung={beschriftung} className="kim-reiter__navigation">
        <ul className="kim-reiter__liste">
          {eintraege.map((eintrag) => (
            <li key={eintrag.href}>
              <Link href={eintrag.href} className="kim-reiter__eintrag" aria-current={eintrag.aktiv ? 'page' : undefined}>
                {eintrag.text}
                {eintrag.zaehler !== undefined && <span className="kim-reiter__zaehler"> ({eintrag.zaehler})</span>}
              </Link>
            </li>
          ))}
        </ul>
      </Klappnavigation>
    </div>
  );
}
