import { feldAttribute, type FeldProps } from './feld.ts';
import { Feldrahmen } from './Feldrahmen.tsx';

export interface DateifeldProps extends FeldProps {
  /** Kinds the browser offers first, as in `accept`; the server looks for itself. */
  annahme: string;
}

/** One file. A browser forgets the choice after a refused form, so say in the error that it must be chosen again. */
export function Dateifeld({ annahme, ...feld }: DateifeldProps) {
  return (
    <Feldrahmen feld={feld}>
      <input {...feldAttribute(feld)} type="file" accept={annahme} className={`kern-form-input__input kim-datei ${feld.fehler ? 'kern-form-input__input--error' : ''}`} />
    </Feldrahmen>
  );
}
