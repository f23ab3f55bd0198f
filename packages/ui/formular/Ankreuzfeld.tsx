import type { ReactNode } from 'react';
import { Hinweis } from './Feldrahmen.tsx';
import type { Option } from './option.ts';

export interface AnkreuzfeldProps {
  art: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  gewaehlt?: boolean;
  erforderlich?: boolean;
  fehlerhaft?: boolean;
  beschriebenVon?: string;
  /** Marks after the label. */
  children?: ReactNode;
}

/** One radio button or checkbox with its label; building block of the groups. */
export function Ankreuzfeld(props: AnkreuzfeldProps) {
  const { art, id, name, option, gewaehlt, erforderlich, fehlerhaft = false, beschriebenVon, children } = props;
  const hinweisId = option.hinweis ? `${id}-hinweis` : undefined;
  return (
    <div className="kern-form-check kim-ankreuzfeld">
      <input
        type={art}
        id={id}
        name={name}
        value={option.wert}
        defaultChecked={gewaehlt}
        disabled={option.gesperrt}
        required={erforderlich || undefined}
        aria-invalid={art === 'checkbox' && fehlerhaft ? true : undefined}
        aria-describedby={[hinweisId, beschriebenVon].filter(Boolean).join(' ') || undefined}
        className={`kern-form-check__${art} ${fehlerhaft ? `kern-form-check__${art}--error` : ''}`}
      />
      <label className="kern-label" htmlFor={id}>
        {option.text}
        {children}
      </label>
      {option.hinweis && <Hinweis id={hinweisId}>{option.hinweis}</Hinweis>}
    </div>
  );
}
