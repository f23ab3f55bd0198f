import { Eingabe } from './Eingabe.tsx';
import { teileFeld, type EingabeAttribute, type FeldProps } from './feld.ts';
import { Feldrahmen, type Feldbreite } from './Feldrahmen.tsx';

export interface PasswortfeldProps extends FeldProps, Omit<EingabeAttribute, 'autoComplete'> {
  /** Tells password managers whether to fill or to propose. */
  zweck: 'anmelden' | 'neu';
  breite?: Feldbreite;
}

/** A password; it is never sent back to the browser. */
export function Passwortfeld(props: PasswortfeldProps) {
  const [feld, { zweck, breite, ...rest }] = teileFeld(props);
  return (
    <Feldrahmen feld={feld} breite={breite}>
      <Eingabe
        {...rest}
        feld={feld}
        wert={undefined}
        type="password"
        dir="ltr"
        spellCheck={false}
        autoComplete={zweck === 'neu' ? 'new-password' : 'current-password'}
      />
    </Feldrahmen>
  );
}
