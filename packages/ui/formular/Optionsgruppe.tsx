import { Ankreuzfeld } from './Ankreuzfeld.tsx';
import { feldIds, type FeldProps } from './feld.ts';
import { Feldgruppe } from './Feldgruppe.tsx';
import type { Option } from './option.ts';

export interface OptionsgruppeProps extends FeldProps {
  optionen: readonly Option[];
  wert?: string;
  waagerecht?: boolean;
}

/** One choice out of few (radio buttons). The first one carries the id the error list links to. */
export function Optionsgruppe({ optionen, wert, waagerecht, ...feld }: OptionsgruppeProps) {
  const { id } = feldIds(feld);
  return (
    <Feldgruppe feld={feld} rolle="radiogroup" waagerecht={waagerecht}>
      {optionen.map((option, stelle) => (
        <Ankreuzfeld
          key={option.wert}
          art="radio"
          id={stelle === 0 ? id : `${id}-${stelle + 1}`}
          name={feld.name}
          option={option}
          gewaehlt={option.wert === wert}
          erforderlich={feld.erforderlich}
          fehlerhaft={Boolean(feld.fehler)}
        />
      ))}
    </Feldgruppe>
  );
}
