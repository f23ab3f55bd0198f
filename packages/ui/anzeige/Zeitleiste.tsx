import type { ReactNode } from 'react';

export interface Zeiteintrag {
  schluessel: string;
  /** As shown: „22.11.2026, 14:30 Uhr“. */
  zeit: string;
  /** Machine-readable: `2026-11-22T14:30`. */
  zeitIso?: string;
  titel: ReactNode;
  /** Badges, author. */
  zusatz?: ReactNode;
  inhalt?: ReactNode;
}

export interface ZeitleisteProps {
  beschriftung: string;
  eintraege: readonly Zeiteintrag[];
}

/** Entries in the order of time, newest first or last as given. */
export function Zeitleiste({ beschriftung, eintraege }: ZeitleisteProps) {
  return (
    <ol className="kim-zeitleiste" aria-label={beschriftung}>
      {eintraege.map((eintrag) => (
        <li key={eintrag.schluessel} className="kim-zeitleiste__eintrag">
          <time className="kim-leise" dateTime={eintrag.zeitIso}>
            {eintrag.zeit}
          </time>
          <div className="kim-reihe">
            <span className="kim-zeitleiste__titel">{eintrag.titel}</span>
            {eintrag.zusatz}
          </div>
          {eintrag.inhalt && <div className="kim-zeitleiste__inhalt">{eintrag.inhalt}</div>}
        </li>
      ))}
    </ol>
  );
}
