import { useEffect, useRef } from 'react';
import { Symbol } from '../anzeige/Symbol.tsx';
import { Sprungmarke } from '../seite/Sprungmarke.tsx';
import { feldId } from './feld.ts';

export interface Formularfehler {
  /** Name of the field; without it the error concerns the whole form. */
  feld?: string;
  text: string;
}

export interface FehlerlisteProps {
  fehler: readonly Formularfehler[];
  titel?: string;
}

/**
 * Summary above a form. It takes the focus when it appears: after a page load by `autofocus`,
 * after an answer without page load by the effect.
 */
export function Fehlerliste({ fehler, titel = 'Bitte prüfen Sie Ihre Eingaben' }: FehlerlisteProps) {
  const rahmen = useRef<HTMLDivElement>(null);
  useEffect(() => rahmen.current?.focus(), [fehler]);
  if (fehler.length === 0) return null;
  return (
    <div className="kern-alert kern-alert--danger kern-level-2 kim-fehlerliste" role="alert" tabIndex={-1} autoFocus ref={rahmen}>
      <div className="kern-alert__header">
        <Symbol name="danger" />
        <h2 className="kern-title kern-title--small">{titel}</h2>
      </div>
      <ul className="kern-alert__body kim-fehlerliste__liste">
        {fehler.map(({ feld, text }) => (
          <li key={`${feld}-${text}`}>{feld ? <Sprungmarke ziel={feldId(feld)}>{text}</Sprungmarke> : text}</li>
        ))}
      </ul>
    </div>
  );
}
