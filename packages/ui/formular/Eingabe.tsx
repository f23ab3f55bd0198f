import type { EingabeAttribute, FeldProps } from './feld.ts';
import { feldAttribute } from './feld.ts';

export interface EingabeProps extends EingabeAttribute {
  feld: FeldProps;
  type: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search';
  wert?: string;
  /** Offered while typing (`<datalist>`); any other text stays possible. */
  vorschlaege?: readonly string[];
  /** Id of a further description, for instance a unit. */
  zusatzId?: string;
}

/** The single-line input all text-like fields share. */
export function Eingabe({ feld, type, wert, vorschlaege, zusatzId, ...attribute }: EingabeProps) {
  const verbindung = feldAttribute(feld);
  const listeId = vorschlaege && `${verbindung.id}-vorschlaege`;
  return (
    <>
      <input
        {...attribute}
        {...verbindung}
        aria-describedby={[verbindung['aria-describedby'], zusatzId].filter(Boolean).join(' ') || undefined}
        type={type}
        defaultValue={wert}
        list={listeId ?? attribute.list}
        className={`kern-form-input__input ${feld.fehler ? 'kern-form-input__input--error' : ''}`}
      />
      {vorschlaege && (
        <datalist id={listeId}>
          {vorschlaege.map((vorschlag) => (
            <option key={vorschlag} value={vorschlag} />
          ))}
        </datalist>
      )}
    </>
  );
}
