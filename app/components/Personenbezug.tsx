import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import type { Formularfelder } from './Bogenfelder.tsx';

/** Somebody of a case, as papers and plans name her. */
interface Beteiligte {
  id: string;
  name: string;
  dabei: boolean;
}

export const HAUSHALT = 'ganzer Haushalt';

/** Whom it is about: a person of the case or the whole household. Who has left is offered only where she is named already. */
export function Personenbezug({ formular, beschriftung, personen, bisher }: { formular: Formularfelder; beschriftung: string; personen: readonly Beteiligte[]; bisher: string | null }) {
  const wahl = personen.filter(({ id, dabei }) => dabei || id === bisher);
  return <Auswahl {...formular.feld('person')} beschriftung={beschriftung} leer={HAUSHALT} optionen={wahl.map(({ id, name }) => ({ wert: id, text: name }))} breite="mittel" />;
}
