import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { SPRACHEN } from '@kim/kreis/sprachen.ts';
import { KERNKRITERIEN, SPRACHMITTLUNG, ZUGAENGE } from '@kim/kreis/zugaenge.ts';
import { ERGEBNIS } from '@kim/domain/anfragen/labels.ts';
import { ANFRAGEKANAELE, ERGEBNISSE } from '@kim/domain/anfragen/schema.ts';
import { KANAL } from '@kim/domain/kontakte/labels.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import type { useFormular } from './Formular.tsx';

/** The choices of a table of keys. */
export const alsOptionen = (tabelle: Readonly<Record<string, string>>) => Object.entries(tabelle).map(([wert, text]) => ({ wert, text }));

const NICHT_BEKANNT = 'noch nicht bekannt';

/** In the order in which it is said at the desk; what is seldom known at once folds away. */
export function Anfragefelder({ formular, kommunen }: { formular: ReturnType<typeof useFormular>; kommunen: readonly { id: string; name: string }[] }) {
  const offen = ['kanal', 'verwiesenAn', 'erstgespraechAm', 'kernkriterium', 'telefon', 'weitererBedarf', 'sprachmittlung', 'eingegangenAm'].some((feld) => formular.fehler[feld]);
  return (
    <>
      <Raster>
        <Auswahl {...formular.feld('sprache')} beschriftung="Sprache" leer={NICHT_BEKANNT} optionen={SPRACHEN.map(({ code, name }) => ({ wert: code, text: name }))} />
        <Auswahl {...formular.feld('zugang')} beschriftung="Zugang" optionen={alsOptionen(ZUGAENGE)} erforderlich />
        <Auswahl {...formular.feld('bedarf')} beschriftung="Bedarf" leer={NICHT_BEKANNT} optionen={alsOptionen(BEDARFSBEREICHE)} />
      </Raster>
      <Textbereich {...formular.feld('anliegen')} beschriftung="Anliegen" hinweis="In den Worten der Person." zeilen={3} />
      <Optionsgruppe {...formular.feld('ergebnis')} beschriftung="Was wird daraus?" waagerecht optionen={ERGEBNISSE.map((wert) => ({ wert, text: ERGEBNIS[wert] }))} />
      <div className="kim-nur-verweis">
        <Textfeld {...formular.feld('verwiesenAn')} beschriftung="Verwiesen an" hinweis="Stelle oder Angebot, zum Beispiel Jobcenter Rhein-Berg." autoComplete="off" />
      </div>
      <div className="kim-nur-erstgespraech">
        <Datumsfeld {...formular.feld('erstgespraechAm')} beschriftung="Termin für das Erstgespräch" hinweis="Wenn schon vereinbart. Erstgespräche finden immer persönlich statt." />
      </div>
      {kommunen.length > 1 && <Auswahl {...formular.feld('kommune')} beschriftung="Kommune" leer="Bitte wählen" optionen={kommunen.map(({ id, name }) => ({ wert: id, text: name }))} erforderlich />}
      {kommunen.length === 1 && <input type="hidden" name="kommune" value={kommunen[0]?.id} />}
      <Aufklapper titel="Mehr angeben" offen={offen}>
        <Raster>
          <Auswahl {...formular.feld('weitererBedarf')} beschriftung="Weiterer Bedarf" leer="keiner" optionen={alsOptionen(BEDARFSBEREICHE)} />
          <Auswahl {...formular.feld('kernkriterium')} beschriftung="Kernkriterium" leer={NICHT_BEKANNT} optionen={alsOptionen(KERNKRITERIEN)} />
          <Auswahl {...formular.feld('sprachmittlung')} beschriftung="Sprachmittlung" leer={NICHT_BEKANNT} optionen={alsOptionen(SPRACHMITTLUNG)} />
          <Auswahl {...formular.feld('kanal')} beschriftung="Gespräch" leer="wie der Zugang, sonst persönlich" optionen={ANFRAGEKANAELE.map((wert) => ({ wert, text: KANAL[wert] }))} />
          <Textfeld {...formular.feld('telefon')} beschriftung="Telefon" art="tel" autoComplete="off" />
          <Datumsfeld {...formular.feld('eingegangenAm')} beschriftung="Tag" erforderlich />
        </Raster>
      </Aufklapper>
    </>
  );
}
