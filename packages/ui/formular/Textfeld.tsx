import { Eingabe } from './Eingabe.tsx';
import { teileFeld, type EingabeAttribute, type FeldProps } from './feld.ts';
import { Feldrahmen, type Feldbreite } from './Feldrahmen.tsx';

export interface TextfeldProps extends FeldProps, EingabeAttribute {
  wert?: string;
  art?: 'text' | 'email' | 'tel' | 'url';
  breite?: Feldbreite;
  vorschlaege?: readonly string[];
}

/** One line of text; its direction follows the script that is typed. */
export function Textfeld(props: TextfeldProps) {
  const [feld, { art = 'text', breite, ...rest }] = teileFeld(props);
  return (
    <Feldrahmen feld={feld} breite={breite}>
      <Eingabe dir={art === 'text' ? 'auto' : 'ltr'} {...rest} feld={feld} type={art} />
    </Feldrahmen>
  );
}
