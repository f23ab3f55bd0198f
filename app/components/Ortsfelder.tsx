import { EIGENSCHAFTEN, ORTSART } from '@kim/domain/orte/labels.ts';
import { ORTSARTEN } from '@kim/domain/orte/schema.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Kontrollkaestchen } from '@kim/ui/formular/Kontrollkaestchen.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import type { useFormular } from './Formular.tsx';

interface OrtsfelderProps {
  formular: ReturnType<typeof useFormular>;
  kommunen: readonly { id: string; name: string }[];
  /** A place that exists may be given up. */
  aufgebbar?: boolean;
}

/** The fields of a place of consultation. */
export function Ortsfelder({ formular, kommunen, aufgebbar = false }: OrtsfelderProps) {
  return (
    <>
      <Textfeld {...formular.feld('name')} beschriftung="Name" hinweis="So steht der Ort zur Wahl, zum Beispiel Rathaus, Zimmer 12" autoComplete="off" erforderlich />
      <Raster spalten="schmal">
        <Auswahl {...formular.feld('art')} beschriftung="Art" leer="Bitte wählen" optionen={ORTSARTEN.map((wert) => ({ wert, text: ORTSART[wert] }))} erforderlich />
        <Auswahl {...formular.feld('kommune')} beschriftung="Kommune" leer="Bitte wählen" optionen={kommunen.map(({ id, name }) => ({ wert: id, text: name }))} erforderlich />
      </Raster>
      {Object.entries(EIGENSCHAFTEN).map(([name, text]) => {
        const { wert, ...feld } = formular.feld(name);
        return <Kontrollkaestchen key={name} {...feld} beschriftung={text} gewaehlt={wert === 'ja'} />;
      })}
      <Textbereich {...formular.feld('sprechzeiten')} beschriftung="Sprechzeiten" hinweis="Wie sie am Ort aushängen; keine Namen von Ratsuchenden." zeilen={2} />
      {aufgebbar && <Datumsfeld {...formular.feld('aufgegebenAm')} beschriftung="Aufgegeben ab" hinweis="TT.MM.JJJJ; ab diesem Tag steht der Ort nicht mehr zur Wahl. Leer heißt: wird genutzt." />}
    </>
  );
}
