import { Eingabe } from './Eingabe.tsx';
import { feldIds, teileFeld, type EingabeAttribute, type FeldProps } from './feld.ts';
import { Feldrahmen } from './Feldrahmen.tsx';

export interface ZahlfeldProps extends FeldProps, EingabeAttribute {
  /** As shown or typed, with a decimal comma: `11,54`. */
  wert?: string;
  /** Keyboard with decimal separator on phones. */
  dezimal?: boolean;
  /** Unit behind the field, for instance „Minuten“. */
  einheit?: string;
}

/** A number as text: `type=number` would lose the decimal comma and change values when scrolling. */
export function Zahlfeld(props: ZahlfeldProps) {
  const [feld, { dezimal = false, einheit, ...rest }] = teileFeld(props);
  const einheitId = einheit && `${feldIds(feld).id}-einheit`;
  const eingabe = (
    <Eingabe
      inputMode={dezimal ? 'decimal' : 'numeric'}
      autoComplete="off"
      dir="ltr"
      {...rest}
      feld={feld}
      zusatzId={einheitId}
      type="text"
    />
  );
  return (
    <Feldrahmen feld={feld} breite="kurz">
      {einheit ? (
        <div className="kern-input-group kim-eingabegruppe">
          {eingabe}
          <span className="kern-input-group-text" id={einheitId}>
            {einheit}
          </span>
        </div>
      ) : (
        eingabe
      )}
    </Feldrahmen>
  );
}
