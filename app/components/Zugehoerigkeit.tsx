import { formatDatum } from '@kim/core/zeit.ts';
import type { Person } from '@kim/domain/ratsuchende/data.server.ts';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Zugehoerigkeitsfelder } from './BekanntePerson.tsx';
import { Formular, useFormular } from './Formular.tsx';

const tag = (datum: string | null) => (datum ? formatDatum(datum) : '');

/** How somebody belongs to the case and its household, and until when; the main person always does. */
export function Zugehoerigkeit({ person, antwort }: { person: Person; antwort: unknown }) {
  const gespeichert = { rolle: person.rolle, haushalt: person.haushaltsrolle ?? '', ausgezogenAm: tag(person.ausgezogenAm), ausgeschiedenAm: tag(person.ausgeschiedenAm) };
  const formular = useFormular(antwort, gespeichert, 'zugehoerigkeit');
  if (person.rolle === 'hauptperson') return null;
  return (
    <Abschnitt titel="Zugehörigkeit zum Fall">
      <Formular formular={formular} aktion="zugehoerigkeit">
        <Zugehoerigkeitsfelder formular={formular} idZusatz="stand" />
        <Raster>
          <Datumsfeld {...formular.feld('ausgezogenAm')} beschriftung="Aus dem Haushalt ausgezogen am" hinweis="Leer, solange die Person dort lebt." />
          <Datumsfeld {...formular.feld('ausgeschiedenAm')} beschriftung="Aus dem Fall ausgeschieden am" hinweis="Leer, solange die Person zum Fall gehört. Was erfasst ist, bleibt erhalten." />
        </Raster>
        <Knopf art="sekundaer">Zugehörigkeit speichern</Knopf>
      </Formular>
    </Abschnitt>
  );
}
