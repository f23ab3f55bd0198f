import type { ReactNode } from 'react';

export interface BeschreibungslisteProps {
  eintraege: readonly { begriff: ReactNode; inhalt: ReactNode }[];
  /** Put each value below its term. */
  gestapelt?: boolean;
}

/** Terms with their values; an empty value is shown as a dash with words for screen readers. */
export function Beschreibungsliste({ eintraege, gestapelt = false }: BeschreibungslisteProps) {
  return (
    <dl className={`kern-description-list kim-beschreibungsliste ${gestapelt ? 'kern-description-list--col' : ''}`}>
      {eintraege.map((eintrag, stelle) => (
        <div key={stelle} className="kern-description-list-item">
          <dt className="kern-description-list-item__key">{eintrag.begriff}</dt>
          <dd className="kern-description-list-item__value">{istLeer(eintrag.inhalt) ? <KeineAngabe /> : eintrag.inhalt}</dd>
        </div>
      ))}
    </dl>
  );
}

function istLeer(inhalt: ReactNode): boolean {
  return inhalt === null || inhalt === undefined || inhalt === '' || inhalt === false;
}

function KeineAngabe() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="kern-sr-only">keine Angabe</span>
    </>
  );
}
