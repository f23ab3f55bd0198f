import type { ComponentPropsWithoutRef } from 'react';
import { feldAttribute, teileFeld, type FeldProps } from './feld.ts';
import { Feldrahmen } from './Feldrahmen.tsx';

type TextbereichAttribute = Omit<
  ComponentPropsWithoutRef<'textarea'>,
  keyof FeldProps | 'value' | 'defaultValue' | 'required' | 'className' | 'style' | 'aria-describedby' | 'aria-invalid'
>;

export interface TextbereichProps extends FeldProps, TextbereichAttribute {
  wert?: string;
  /** Visible lines; grows with the text where the browser can. */
  zeilen?: number;
}

/** Several lines of text. */
export function Textbereich(props: TextbereichProps) {
  const [feld, { wert, zeilen = 4, ...rest }] = teileFeld(props);
  return (
    <Feldrahmen feld={feld}>
      <textarea
        dir="auto"
        {...rest}
        {...feldAttribute(feld)}
        rows={zeilen}
        defaultValue={wert}
        className={`kern-form-input__input kim-textbereich ${feld.fehler ? 'kern-form-input__input--error' : ''}`}
      />
    </Feldrahmen>
  );
}
