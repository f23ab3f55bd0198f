import { Eingabe } from './Eingabe.tsx';
import { teileFeld, type EingabeAttribute, type FeldProps } from './feld.ts';
import { Feldrahmen } from './Feldrahmen.tsx';
import { Knopf } from './Knopf.tsx';

export interface SuchfeldProps extends FeldProps, EingabeAttribute {
  wert?: string;
  /** Text of the button. */
  knopf?: string;
  beschriftungVerborgen?: boolean;
  vorschlaege?: readonly string[];
}

/** Search field with its button; put it into a form of its own with `role="search"`. */
export function Suchfeld(props: SuchfeldProps) {
  const [feld, { knopf = 'Suchen', beschriftungVerborgen, ...rest }] = teileFeld(props);
  return (
    <Feldrahmen feld={feld} beschriftungVerborgen={beschriftungVerborgen}>
      <div className="kern-input-group kim-eingabegruppe">
        <Eingabe autoComplete="off" dir="auto" {...rest} feld={feld} type="search" />
        <Knopf art="sekundaer" symbol="search">
          {knopf}
        </Knopf>
      </div>
    </Feldrahmen>
  );
}
