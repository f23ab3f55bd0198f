import { ERSTGESPRAECHSKANAL } from '@kim/domain/klaerung/erstgespraech/labels.ts';
import type { WaehlbarerOrt } from '@kim/domain/orte/data.server.ts';
import { nenneOrt } from '@kim/domain/orte/labels.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from './Anfragefelder.tsx';
import type { Formularfelder } from './Bogenfelder.tsx';

/** Day, way, place and interpreting of the Erstgespräch. */
export function Erstgespraechsrahmen({ formular, orte }: { formular: Formularfelder; orte: readonly WaehlbarerOrt[] }) {
  return (
    <>
      <Datumsfeld {...formular.feld('am')} beschriftung="Tag des Gesprächs" erforderlich />
      <Optionsgruppe {...formular.feld('kanal')} beschriftung="Wo fand es statt?" hinweis="Erstgespräche finden immer persönlich statt." waagerecht optionen={alsOptionen(ERSTGESPRAECHSKANAL)} erforderlich />
      <Raster spalten="schmal">
        <Auswahl {...formular.feld('ort')} beschriftung="Ort" leer="keine Angabe" optionen={orte.map((ort) => ({ wert: ort.id, text: nenneOrt(ort) }))} />
        <Auswahl {...formular.feld('sprachmittlung')} beschriftung="Sprachmittlung" hinweis="Kinder der Familie dolmetschen nicht." leer="keine Angabe" optionen={alsOptionen(SPRACHMITTLUNG)} />
      </Raster>
    </>
  );
}
