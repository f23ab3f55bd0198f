import { VERTRAGSART } from '@kim/domain/traeger/stellen/labels.ts';
import { VERTRAGSARTEN } from '@kim/domain/traeger/stellen/schema.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Kontrollgruppe } from '@kim/ui/formular/Kontrollgruppe.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Zahlfeld } from '@kim/ui/formular/Zahlfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Begriff } from './Begriff.tsx';
import type { useFormular } from './Formular.tsx';

interface StellenfelderProps {
  formular: ReturnType<typeof useFormular>;
  kommunen: readonly { id: string; name: string }[];
}

/** The fields of a post; one or several communes, none of which needs a Träger of its own. */
export function Stellenfelder({ formular, kommunen }: StellenfelderProps) {
  return (
    <>
      <Textfeld {...formular.feld('bezeichnung')} beschriftung="Bezeichnung" hinweis="Zum Beispiel Case Management Kürten oder Region Nord" autoComplete="off" erforderlich />
      <Raster spalten="schmal">
        <Zahlfeld {...formular.feld('vzae')} beschriftung="Umfang" einheit="VZÄ" hinweis="Mit Komma, zum Beispiel 0,77" dezimal erforderlich />
        <Auswahl {...formular.feld('vertragsart')} beschriftung="Vertragsart" leer="Bitte wählen" optionen={VERTRAGSARTEN.map((wert) => ({ wert, text: VERTRAGSART[wert] }))} erforderlich />
        <Datumsfeld {...formular.feld('gefoerdertVon')} beschriftung="Gefördert von" erforderlich />
        <Datumsfeld {...formular.feld('gefoerdertBis')} beschriftung="Gefördert bis" hinweis="TT.MM.JJJJ; leer heißt: ohne Ende" />
      </Raster>
      <Kontrollgruppe {...formular.gruppe('kommunen')} beschriftung="Zuständig für" optionen={kommunen.map(({ id, name }) => ({ wert: id, text: name }))} waagerecht erforderlich />
      <Begriff name="VZÄ" />
    </>
  );
}
