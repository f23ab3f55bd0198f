import { THEMA } from '@kim/domain/schutzbereich/labels.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { alsOptionen } from './Anfragefelder.tsx';
import type { Formularfelder } from './Bogenfelder.tsx';
import { Personenbezug } from './Personenbezug.tsx';
import type { Beteiligte } from './Personenbezug.tsx';

interface SchutzeintragsfelderProps {
  formular: Formularfelder;
  personen: readonly Beteiligte[];
  /** Who is named already. */
  bisher: string | null;
  /** Ending of the ids, on a page with several. */
  zusatz?: string;
}

/** The fields of an entry in the protected part. */
export function Schutzeintragsfelder({ formular, personen, bisher, zusatz = 'neu' }: SchutzeintragsfelderProps) {
  return (
    <>
      <Auswahl {...formular.feld('thema')} id={`feld-thema-${zusatz}`} beschriftung="Thema" leer="Bitte wählen" optionen={alsOptionen(THEMA)} breite="mittel" erforderlich />
      <Personenbezug formular={formular} id={`feld-person-${zusatz}`} beschriftung="Betrifft" personen={personen} bisher={bisher} />
      <Textbereich {...formular.feld('text')} id={`feld-text-${zusatz}`} beschriftung="Was festgehalten werden soll" hinweis="Nur, was für die Arbeit nötig ist." zeilen={5} erforderlich />
    </>
  );
}
