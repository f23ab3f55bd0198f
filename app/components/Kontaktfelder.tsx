import { KANAL } from '@kim/domain/kontakte/labels.ts';
import { KANAELE } from '@kim/domain/kontakte/schema.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Zahlfeld } from '@kim/ui/formular/Zahlfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import type { useFormular } from './Formular.tsx';

export function Kontaktfelder({ formular }: { formular: ReturnType<typeof useFormular> }) {
  return (
    <>
      <Textbereich {...formular.feld('notiz')} beschriftung="Notiz" hinweis="Namen Dritter und alles, was Sie hier schreiben, werden verschlüsselt gespeichert." erforderlich />
      <Raster spalten="schmal">
        <Datumsfeld {...formular.feld('am')} beschriftung="Tag" erforderlich />
        <Auswahl {...formular.feld('kanal')} beschriftung="Weg" optionen={KANAELE.map((wert) => ({ wert, text: KANAL[wert] }))} erforderlich />
        <Zahlfeld {...formular.feld('dauer')} beschriftung="Dauer" einheit="Minuten" />
      </Raster>
    </>
  );
}
