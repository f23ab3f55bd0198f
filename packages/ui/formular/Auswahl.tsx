import type { ComponentPropsWithoutRef } from 'react';
import { feldAttribute, teileFeld, type FeldProps } from './feld.ts';
import { Feldrahmen, type Feldbreite } from './Feldrahmen.tsx';
import type { Option, Optionsblock } from './option.ts';

type AuswahlAttribute = Omit<
  ComponentPropsWithoutRef<'select'>,
  keyof FeldProps | 'value' | 'defaultValue' | 'multiple' | 'required' | 'className' | 'style' | 'aria-describedby' | 'aria-invalid'
>;

export interface AuswahlProps extends FeldProps, AuswahlAttribute {
  optionen: readonly (Option | Optionsblock)[];
  wert?: string;
  /** Text of an empty first choice; none without it. */
  leer?: string;
  breite?: Feldbreite;
}

/** One choice out of many (native select). */
export function Auswahl(props: AuswahlProps) {
  const [feld, { optionen, wert, leer, breite, ...rest }] = teileFeld(props);
  return (
    <Feldrahmen feld={feld} breite={breite}>
      <div className="kern-form-input__select-wrapper">
        <select
          {...rest}
          {...feldAttribute(feld)}
          defaultValue={wert}
          className={`kern-form-input__select ${feld.fehler ? 'kern-form-input__select--error' : ''}`}
        >
          {leer !== undefined && <option value="">{leer}</option>}
          {optionen.map((eintrag) =>
            'gruppe' in eintrag ? (
              <optgroup key={eintrag.gruppe} label={eintrag.gruppe}>
                {eintrag.optionen.map(alsOption)}
              </optgroup>
            ) : (
              alsOption(eintrag)
            ),
          )}
        </select>
      </div>
    </Feldrahmen>
  );
}

function alsOption({ wert, text, gesperrt }: Option) {
  return (
    <option key={wert} value={wert} disabled={gesperrt}>
      {text}
    </option>
  );
}
