import type { Bedarfswahl } from '@kim/domain/serviceplanung/data.server.ts';
import { PRIORITAET } from '@kim/domain/serviceplanung/labels.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from './Anfragefelder.tsx';
import type { useFormular } from './Formular.tsx';

interface ZielfelderProps {
  formular: ReturnType<typeof useFormular>;
  leitziele: readonly { id: string; text: string }[];
  personen: readonly { id: string; name: string; dabei: boolean }[];
  bedarfe: readonly Bedarfswahl[];
}

/** Fields of a goal; those of a Teilziel follow the letters of SMART. */
export function Zielfelder({ formular, leitziele, personen, bedarfe }: ZielfelderProps) {
  const gewaehlt = formular.feld('person').wert;
  return (
    <>
      <Textbereich {...formular.feld('text')} beschriftung="Was will die Person erreichen?" hinweis="Am besten in ihren eigenen Worten. Auch ungewöhnliche Ziele sind ihre Ziele." zeilen={3} erforderlich />
      <Auswahl
        {...formular.feld('oberziel')} beschriftung="Gehört zum Leitziel" hinweis="Ein Leitziel ist langfristig. Frist, Schritte und SMART gehören zu seinen Teilzielen."
        leer="keines, es ist selbst ein Leitziel" optionen={leitziele.map(({ id, text }) => ({ wert: id, text: kuerze(text) }))}
      />
      <Textbereich {...formular.feld('woran')} beschriftung="Woran merken Sie beide, dass es erreicht ist?" zeilen={2} />
      <Textbereich {...formular.feld('ressource')} beschriftung="Was hilft dabei?" hinweis="Eine Stärke, ein Mensch, eine Erfahrung." zeilen={2} />
      <Raster spalten="schmal">
        <Datumsfeld {...formular.feld('bis')} beschriftung="Bis" />
        <Auswahl {...formular.feld('prioritaet')} beschriftung="Priorität" optionen={alsOptionen(PRIORITAET)} />
        <Auswahl
          {...formular.feld('person')} beschriftung="Wessen Ziel?" leer="das des ganzen Haushalts"
          optionen={personen.filter(({ dabei, id }) => dabei || id === gewaehlt).map(({ id, name, dabei }) => ({ wert: id, text: dabei ? name : `${name} (nicht mehr im Fall)` }))}
        />
        <Auswahl
          {...formular.feld('bedarf')} beschriftung="Dient dem Bedarf" leer="keine Angabe"
          optionen={bedarfe.map(({ id, bereich, erledigt }) => ({ wert: id, text: `${BEDARFSBEREICHE[bereich]}${erledigt ? ' (erledigt)' : ''}` }))}
        />
      </Raster>
    </>
  );
}

/** Long words of a person as one line of a list. */
export const kuerze = (text: string, hoechstens = 80): string => (text.length <= hoechstens ? text : `${text.slice(0, hoechstens - 1).trimEnd()}…`);
