import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import type { Formularfelder } from './Bogenfelder.tsx';

/** Somebody of a case, as papers and plans name her. */
export interface Beteiligte {
  id: string;
  name: string;
  dabei: boolean;
}

interface PersonenbezugProps {
  formular: Formularfelder;
  beschriftung: string;
  personen: readonly Beteiligte[];
  /** Who is named already. */
  bisher: string | null;
  /** On a page with several. */
  id?: string;
}

export const HAUSHALT = 'ganzer Haushalt';

/** Whom it is about: a person of the case or the whole household. Who has left is offered only where she is named already. */
export function Personenbezug({ formular, beschriftung, personen, bisher, id }: PersonenbezugProps) {
  const wahl = personen.filter((person) => person.dabei || person.id === bisher);
  return <Auswahl {...formular.feld('person')} id={id} beschriftung={beschriftung} leer={HAUSHALT} optionen={wahl.map(({ id: wert, name, dabei }) => ({ wert, text: dabei ? name : `${name} (nicht mehr im Fall)` }))} breite="mittel" />;
}
