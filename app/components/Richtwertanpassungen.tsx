import { formatDatum } from '@kim/core/zeit.ts';
import type { Richtwertanpassung } from '@kim/domain/traeger/richtwerte/data.server.ts';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Zahlfeld } from '@kim/ui/formular/Zahlfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Formular, useFormular } from './Formular.tsx';

interface RichtwertanpassungenProps {
  anpassungen: readonly Richtwertanpassung[];
  fachkraefte: readonly { id: string; name: string }[];
  antwort: unknown;
  /** ISO day. */
  heute: string;
}

/** Who carries fewer cases for a time, and the form for it (R51). */
export function Richtwertanpassungen({ anpassungen, fachkraefte, antwort, heute }: RichtwertanpassungenProps) {
  const formular = useFormular(antwort, { von: formatDatum(heute) }, 'anpassen');
  return (
    <Abschnitt titel="Richtwert anpassen">
      <p>
        Der Richtwert darf dauerhaft oder für eine Zeit unterschritten werden. Vereinbart wird nur eine Zahl von Fällen. Ein Grund wird nicht erfragt und nirgends gespeichert;
        die Fachkraft sieht die Vereinbarung auf ihrer Startseite.
      </p>
      <Tabelle
        beschriftung="Vereinbarte Anpassungen, heute und künftig"
        zeilen={anpassungen}
        schluessel={(zeile) => zeile.id}
        leer={<p>Zurzeit ist nichts vereinbart.</p>}
        spalten={[
          { schluessel: 'person', titel: 'Fachkraft', kopf: true, zelle: (zeile) => <bdi>{zeile.person}</bdi> },
          { schluessel: 'faelle', titel: 'Fälle', zahl: true, zelle: (zeile) => zeile.faelle },
          { schluessel: 'von', titel: 'Von', zelle: (zeile) => formatDatum(zeile.von) },
          { schluessel: 'bis', titel: 'Bis', zelle: (zeile) => (zeile.bis ? formatDatum(zeile.bis) : 'offen') },
          { schluessel: 'beenden', titel: 'Beenden', zelle: (zeile) => (zeile.bis === heute ? 'endet heute' : <Beenden anpassung={zeile} />) },
        ]}
      />
      <Formular formular={formular} aktion="anpassen" key={anpassungen.length}>
        <Raster spalten="schmal">
          <Auswahl {...formular.feld('person')} beschriftung="Fachkraft" leer="Bitte wählen" optionen={fachkraefte.map(({ id, name }) => ({ wert: id, text: name }))} erforderlich />
          <Zahlfeld {...formular.feld('faelle')} beschriftung="Statt des Richtwerts höchstens" einheit="Fälle" erforderlich />
          <Datumsfeld {...formular.feld('von')} beschriftung="Erster Tag" erforderlich />
          <Datumsfeld {...formular.feld('bis')} beschriftung="Letzter Tag" hinweis="TT.MM.JJJJ; leer heißt: offen" />
        </Raster>
        <Knopf art="sekundaer">Anpassung speichern</Knopf>
      </Formular>
    </Abschnitt>
  );
}

function Beenden({ anpassung: { id, person } }: { anpassung: Richtwertanpassung }) {
  return (
    <Formular formular={useFormular(null)} aktion="beenden">
      <Knopf art="tertiaer" klein name="id" value={id} aria-label={`Anpassung beenden: ${person}`}>Heute beenden</Knopf>
    </Formular>
  );
}
