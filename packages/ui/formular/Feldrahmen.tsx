import type { ReactNode } from 'react';
import { Symbol } from '../anzeige/Symbol.tsx';
import { feldIds, type FeldProps } from './feld.ts';

/** Width of an input: about 10, 24 or all characters of the column. */
export type Feldbreite = 'kurz' | 'mittel' | 'voll';

export interface FeldrahmenProps {
  feld: FeldProps;
  breite?: Feldbreite;
  /** Keep the label for screen readers only. */
  beschriftungVerborgen?: boolean;
  children: ReactNode;
}

/** Label, hint and error around one input. */
export function Feldrahmen({ feld, breite = 'voll', beschriftungVerborgen = false, children }: FeldrahmenProps) {
  const { id, hinweisId, fehlerId } = feldIds(feld);
  const fehlerKlasse = feld.fehler ? 'kern-form-input--error' : '';
  return (
    <div className={`kern-form-input kim-feld kim-feld--${breite} ${fehlerKlasse}`}>
      <label className={beschriftungVerborgen ? 'kern-sr-only' : 'kern-label'} htmlFor={id}>
        {feld.beschriftung}
        <Kennzeichnung feld={feld} />
      </label>
      {feld.hinweis && <Hinweis id={hinweisId}>{feld.hinweis}</Hinweis>}
      {children}
      {feld.fehler && <Feldfehler id={fehlerId}>{feld.fehler}</Feldfehler>}
    </div>
  );
}

/** „(erforderlich)“ or „(optional)“ after a label. */
export function Kennzeichnung({ feld }: { feld: FeldProps }) {
  if (!feld.erforderlich && !feld.optional) return null;
  return <span className="kern-label__optional kim-kennzeichnung"> {feld.erforderlich ? '(erforderlich)' : '(optional)'}</span>;
}

/** Hint below a label. */
export function Hinweis({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div className="kern-hint kim-hinweis" id={id}>
      {children}
    </div>
  );
}

/** Error at the field it belongs to. */
export function Feldfehler({ id, children }: { id?: string; children: string }) {
  return (
    <p className="kern-error" id={id}>
      <Symbol name="danger" />
      <span className="kern-body">
        <span className="kern-sr-only">Fehler: </span>
        {children}
      </span>
    </p>
  );
}
