import { HANDELND } from '@kim/domain/serviceplanung/labels.ts';
import type { Handelnde } from '@kim/domain/serviceplanung/schema.ts';
import { istSchreibweise, mitArtikel, personenwort } from '@kim/kreis/schreibweise.ts';
import type { Fall, Form, Personenwort } from '@kim/kreis/schreibweise.ts';
import { useSeite } from './Formular.tsx';

/** Words for people as the account at the desk wants them: `wort('kolleg', 'akkusativ')`. */
export function usePersonenwort() {
  const gewaehlt = useSeite()?.wer?.schreibweise ?? '';
  const schreibweise = istSchreibweise(gewaehlt) ? gewaehlt : 'stern';
  return {
    wort: (wort: Personenwort, form: Form = 'nominativ') => personenwort(wort, form, schreibweise),
    ein: (wort: Personenwort, fall: Fall = 'nominativ') => mitArtikel(wort, fall, schreibweise),
  };
}

/** Who acts in a plan, in the same words. */
export function useHandelnde(): Record<Handelnde, string> {
  const { wort } = usePersonenwort();
  return { ...HANDELND, ratsuchende: wort('klient') };
}
