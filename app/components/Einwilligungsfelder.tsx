import { DATENART, EINWILLIGUNGSFORM, RICHTUNG, ZWECK_DER_WEITERGABE } from '@kim/domain/einwilligungen/labels.ts';
import { DATENARTEN, EINWILLIGUNGSFORMEN, RICHTUNGEN, ZWECKE } from '@kim/domain/einwilligungen/schema.ts';
import type { Einwilligungsart } from '@kim/domain/einwilligungen/schema.ts';
import type { Angebotswahl } from '@kim/domain/angebote/data.server.ts';
import { DATEITYPEN } from '@kim/domain/dokumente/schema.ts';
import { SPRACHEN } from '@kim/kreis/sprachen.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Dateifeld } from '@kim/ui/formular/Dateifeld.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Kontrollgruppe } from '@kim/ui/formular/Kontrollgruppe.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Unterschriftfeld } from '@kim/ui/formular/Unterschriftfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import type { useFormular } from './Formular.tsx';

const optionen = <W extends string>(werte: readonly W[], worte: Record<W, string>) => werte.map((wert) => ({ wert, text: worte[wert] }));

const ENTSCHEIDUNGEN = [
  { wert: 'erteilt', text: 'stimmt zu' },
  { wert: 'verweigert', text: 'lehnt ab' },
];

interface EinwilligungsfelderProps {
  formular: ReturnType<typeof useFormular>;
  art: Einwilligungsart;
  personen: readonly { id: string; name: string }[];
  angebote: readonly Angebotswahl[];
}

export function Einwilligungsfelder({ formular, art, personen, angebote }: EinwilligungsfelderProps) {
  return (
    <>
      <Auswahl {...formular.feld('person')} beschriftung="Wer erklärt sich" optionen={personen.map(({ id, name }) => ({ wert: id, text: name }))} breite="mittel" erforderlich />
      <Optionsgruppe {...formular.feld('entscheidung')} beschriftung="Die Person" optionen={ENTSCHEIDUNGEN} waagerecht erforderlich />
      {art === 'schweigepflichtentbindung' && <Empfaengerfelder formular={formular} angebote={angebote} />}
      <Raster spalten="schmal">
        <Datumsfeld {...formular.feld('am')} beschriftung="Tag der Erklärung" erforderlich />
        <Datumsfeld {...formular.feld('gueltigBis')} beschriftung="Gilt bis" hinweis="TT.MM.JJJJ; leer: bis zum Widerruf" />
      </Raster>
      <Auswahl
        {...formular.feld('sprache')} beschriftung="Sprache der ausgehändigten Fassung" leer="Deutsch" breite="mittel"
        optionen={SPRACHEN.filter(({ code }) => code !== 'deu').map(({ code, name }) => ({ wert: code, text: name }))}
      />
      <Textbereich {...formular.feld('bemerkung')} beschriftung="Bemerkung" hinweis="Zum Beispiel wer gedolmetscht hat oder wer für ein Kind unterschreibt." zeilen={2} optional />
      <Optionsgruppe {...formular.feld('form')} beschriftung="Form" optionen={optionen(EINWILLIGUNGSFORMEN, EINWILLIGUNGSFORM)} erforderlich />
      <Dateifeld {...formular.feld('datei')} beschriftung="Unterschriebenes Blatt" hinweis="Scan oder Foto als PDF, PNG oder JPEG, höchstens 10 MB" annahme={DATEITYPEN.join(',')} optional />
      <Unterschriftfeld {...formular.feld('unterschrift')} beschriftung="Oder hier unterschreiben" hinweis="Mit Finger, Stift oder Maus. Wer nicht zeichnen kann oder möchte, unterschreibt auf Papier." />
    </>
  );
}

function Empfaengerfelder({ formular, angebote }: Pick<EinwilligungsfelderProps, 'formular' | 'angebote'>) {
  return (
    <>
      <Auswahl {...formular.feld('angebot')} beschriftung="Stelle aus dem Verzeichnis" hinweis="Nur an eine Stelle des Verzeichnisses kann später etwas weitergegeben werden." leer="nicht im Verzeichnis" optionen={angebote.filter(({ geschlossen }) => !geschlossen).map(({ id, name }) => ({ wert: id, text: name }))} />
      <Textfeld {...formular.feld('empfaenger')} beschriftung="Stelle oder Person" hinweis="Genau eine, mit Namen. Für jede weitere eine eigene Erklärung. Leer, wenn oben gewählt." autoComplete="off" />
      <Kontrollgruppe {...formular.gruppe('zwecke')} beschriftung="Wofür" hinweis="Erforderlich bei einer Stelle aus dem Verzeichnis." optionen={optionen(ZWECKE, ZWECK_DER_WEITERGABE)} />
      <Textbereich {...formular.feld('zweck')} beschriftung="Zweck" zeilen={2} erforderlich />
      <Kontrollgruppe {...formular.gruppe('datenarten')} beschriftung="Welche Angaben" optionen={optionen(DATENARTEN, DATENART)} erforderlich />
      <Optionsgruppe {...formular.feld('richtung')} beschriftung="Wer wem" optionen={optionen(RICHTUNGEN, RICHTUNG)} erforderlich />
    </>
  );
}
