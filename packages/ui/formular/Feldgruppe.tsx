import type { ReactNode } from 'react';
import { feldIds, type FeldProps } from './feld.ts';
import { Feldfehler, Hinweis, Kennzeichnung } from './Feldrahmen.tsx';

export interface FeldgruppeProps {
  /** `name` is only used for ids. */
  feld: FeldProps;
  /** `radiogroup` for choices of which exactly one holds. */
  rolle?: 'radiogroup';
  /** Beside each other while there is room. */
  waagerecht?: boolean;
  children: ReactNode;
}

/** Fields that answer one question together (fieldset). */
export function Feldgruppe({ feld, rolle, waagerecht = false, children }: FeldgruppeProps) {
  const { hinweisId, fehlerId, beschriebenVon } = feldIds(feld);
  return (
    <fieldset
      className={`kern-fieldset kim-feldgruppe ${feld.fehler ? 'kern-fieldset--error' : ''}`}
      aria-describedby={beschriebenVon}
      {...(rolle && { role: rolle, 'aria-invalid': feld.fehler ? true : undefined, 'aria-required': feld.erforderlich })}
    >
      <legend className="kern-label">
        {feld.beschriftung}
        <Kennzeichnung feld={feld} />
      </legend>
      {feld.hinweis && <Hinweis id={hinweisId}>{feld.hinweis}</Hinweis>}
      <div className={`kern-fieldset__body ${waagerecht ? 'kern-fieldset__body--horizontal' : ''}`}>{children}</div>
      {feld.fehler && <Feldfehler id={fehlerId}>{feld.fehler}</Feldfehler>}
    </fieldset>
  );
}
