import type { Bogenfeld, Bogengruppe, Bogentafel } from '@kim/domain/boegen/schema.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import type { useFormular } from './Formular.tsx';

export type Formularfelder = ReturnType<typeof useFormular>;

/** Choices out of a table of codes and their words. */
const optionen = (worte: Readonly<Record<string, string>>) => Object.entries(worte).map(([wert, text]) => ({ wert, text }));

interface BogenfelderProps {
  formular: Formularfelder;
  tafel: Bogentafel;
  /** Level of its headings. */
  ebene?: 2 | 3;
}

/** The groups of a Bogen as its table defines them. */
export function Bogenfelder({ formular, tafel, ebene = 3 }: BogenfelderProps) {
  return (
    <>
      {tafel.map((gruppe) => (
        <Abschnitt key={gruppe.titel} titel={gruppe.titel} ebene={ebene}>
          {gruppe.hinweis && <p className="kim-leise">{gruppe.hinweis}</p>}
          <Gruppenfelder formular={formular} gruppe={gruppe} />
        </Abschnitt>
      ))}
    </>
  );
}

function Gruppenfelder({ formular, gruppe: { felder, nebeneinander } }: { formular: Formularfelder; gruppe: Bogengruppe }) {
  const eingaben = felder.map((feld) => <Feld key={feld.name} formular={formular} feld={feld} />);
  return nebeneinander ? <Raster>{eingaben}</Raster> : <>{eingaben}</>;
}

function Feld({ formular, feld }: { formular: Formularfelder; feld: Bogenfeld }) {
  const gemeinsam = { ...formular.feld(feld.name), beschriftung: feld.beschriftung, hinweis: feld.hinweis };
  switch (feld.art) {
    case 'stufe':
      return <Auswahl {...gemeinsam} leer="keine Angabe" optionen={optionen(feld.worte)} breite="kurz" />;
    case 'skala':
      return <Optionsgruppe {...gemeinsam} optionen={optionen(feld.worte)} />;
    case 'kurz':
      return <Textfeld {...gemeinsam} autoComplete="off" />;
    case 'lang':
      return <Textbereich {...gemeinsam} zeilen={2} />;
  }
}
