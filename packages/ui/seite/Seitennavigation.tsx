import { Knopf } from '../formular/Knopf.tsx';

export interface SeitennavigationProps {
  /** Rows on this page. */
  angezeigt: number;
  /** What is counted, plural: „Fälle“. */
  einheit: string;
  /** Address of the next rows; missing at the end of the list. */
  weiterHref?: string;
  /** Address of the first rows; missing on the first page. */
  anfangHref?: string;
}

/** Paging for lists that know the next row but not their length (keyset). */
export function Seitennavigation({ angezeigt, einheit, weiterHref, anfangHref }: SeitennavigationProps) {
  return (
    <nav aria-label={`Weitere ${einheit}`} className="kim-seitennavigation">
      <p>
        {angezeigt.toLocaleString('de-DE')} {einheit} angezeigt{weiterHref ? '.' : ', Ende der Liste.'}
      </p>
      <div className="kim-knopfreihe">
        {anfangHref && (
          <Knopf art="tertiaer" href={anfangHref}>
            Zum Anfang
          </Knopf>
        )}
        {weiterHref && (
          <Knopf art="sekundaer" href={weiterHref}>
            Weitere anzeigen
          </Knopf>
        )}
      </div>
    </nav>
  );
}
