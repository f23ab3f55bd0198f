import { Ankreuzfeld } from './Ankreuzfeld.tsx';
import { feldIds, type FeldProps } from './feld.ts';
import { Feldfehler, Kennzeichnung } from './Feldrahmen.tsx';

export interface KontrollkaestchenProps extends FeldProps {
  hinweis?: string;
  /** Posted when checked. */
  wert?: string;
  gewaehlt?: boolean;
  gesperrt?: boolean;
}

/** A single yes. */
export function Kontrollkaestchen({ wert = 'ja', gewaehlt, gesperrt, ...feld }: KontrollkaestchenProps) {
  const { id, fehlerId } = feldIds(feld);
  return (
    <div className={`kim-kontrollkaestchen ${feld.fehler ? 'kern-form-check--error' : ''}`}>
      <Ankreuzfeld
        art="checkbox"
        id={id}
        name={feld.name}
        option={{ wert, text: feld.beschriftung, hinweis: feld.hinweis, gesperrt }}
        gewaehlt={gewaehlt}
        erforderlich={feld.erforderlich}
        fehlerhaft={Boolean(feld.fehler)}
        beschriebenVon={fehlerId}
      >
        <Kennzeichnung feld={feld} />
      </Ankreuzfeld>
      {feld.fehler && <Feldfehler id={fehlerId}>{feld.fehler}</Feldfehler>}
    </div>
  );
}
