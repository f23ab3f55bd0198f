import { Eingabe } from './Eingabe.tsx';
import { teileFeld, type EingabeAttribute, type FeldProps } from './feld.ts';
import { Feldrahmen } from './Feldrahmen.tsx';

export interface DatumsfeldProps extends FeldProps, EingabeAttribute {
  /** As shown or typed: `22.11.2026`. What was typed comes back unchanged after an error. */
  wert?: string;
}

/**
 * A date in one text field: eight digits without a pointer or a picker are the fastest way in.
 * The reader of the form should also take `22112026`, `22.11.26` and `2.3.2026`.
 */
export function Datumsfeld(props: DatumsfeldProps) {
  const [feld, rest] = teileFeld(props);
  const mitFormat = { ...feld, hinweis: feld.hinweis ?? 'TT.MM.JJJJ' };
  return (
    <Feldrahmen feld={mitFormat} breite="kurz">
      <Eingabe inputMode="numeric" autoComplete="off" maxLength={10} dir="ltr" {...rest} feld={mitFormat} type="text" />
    </Feldrahmen>
  );
}
