import { STAATSANGEHOERIGKEITEN } from '@kim/kreis/staatsangehoerigkeiten.ts';
import { GESCHLECHT } from '@kim/domain/ratsuchende/labels.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import type { useFormular } from './Formular.tsx';

/** A person's fields; only the name is needed, everything else may come later. */
export function Personenfelder({ formular }: { formular: ReturnType<typeof useFormular> }) {
  return (
    <>
      <Raster>
        <Textfeld {...formular.feld('vorname')} beschriftung="Vorname" autoComplete="off" />
        <Textfeld {...formular.feld('nachname')} beschriftung="Nachname oder einziger Name" autoComplete="off" erforderlich />
        <Datumsfeld {...formular.feld('geburtsdatum')} beschriftung="Geburtsdatum" hinweis="TT.MM.JJJJ oder nur das Jahr" />
        <Auswahl {...formular.feld('geschlecht')} beschriftung="Geschlecht" leer="noch nicht bekannt" optionen={Object.entries(GESCHLECHT).map(([wert, text]) => ({ wert, text }))} />
        <Auswahl {...formular.feld('staatsangehoerigkeit')} beschriftung="Staatsangehörigkeit" leer="noch nicht bekannt" optionen={STAATSANGEHOERIGKEITEN.map(([wert, text]) => ({ wert, text }))} />
        <Textfeld {...formular.feld('sprache')} beschriftung="Sprache" autoComplete="off" />
        <Textfeld {...formular.feld('telefon')} beschriftung="Telefon" art="tel" autoComplete="off" />
        <Textfeld {...formular.feld('email')} beschriftung="E-Mail-Adresse" art="email" autoComplete="off" />
      </Raster>
      <Textfeld {...formular.feld('anschrift')} beschriftung="Anschrift oder Unterkunft" autoComplete="off" />
      <Textbereich {...formular.feld('schreibweisen')} beschriftung="Weitere Schreibweisen des Namens" hinweis="Eine je Zeile, auch in der eigenen Schrift. Unter allen wird die Person gefunden." zeilen={2} />
    </>
  );
}
