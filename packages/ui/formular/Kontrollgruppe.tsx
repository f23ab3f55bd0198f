import { Ankreuzfeld } from './Ankreuzfeld.tsx';
import { feldIds, type FeldProps } from './feld.ts';
import { Feldgruppe } from './Feldgruppe.tsx';
import type { Option } from './option.ts';

export interface KontrollgruppeProps extends FeldProps {
  optionen: readonly Option[];
  /** Chosen values. */
  werte?: readonly string[];
  waagerecht?: boolean;
}

/** Any number of choices (checkboxes that post the same name). */
export function Kontrollgruppe({ optionen, werte = [], waagerecht, ...feld }: KontrollgruppeProps) {
  const { id } = feldIds(feld);
  return (
    <Feldgruppe feld={feld} waagerecht={waagerecht}>
      {optionen.map((option, stelle) => (
        <Ankreuzfeld
          key={option.wert}
          art="checkbox"
          id={stelle === 0 ? id : `${id}-${stelle + 1}`}
          name={feld.name}
          option={option}
          gewaehlt={werte.includes(option.wert)}
          fehlerhaft={Boolean(feld.fehler)}
        />
      ))}
    </Feldgruppe>
  );
}
