import { formatDatum } from '@kim/core/zeit.ts';
import { GESCHLECHT } from '@kim/domain/ratsuchende/labels.ts';
import type { Person } from '@kim/domain/ratsuchende/data.server.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { staatsangehoerigkeit } from '@kim/kreis/staatsangehoerigkeiten.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';

/** What is known of a person; what is not known shows as a dash. */
export function Personenangaben({ person }: { person: Person }) {
  return (
    <Beschreibungsliste
      eintraege={[
        { begriff: 'Geburtsdatum', inhalt: person.geburtsdatum ? formatDatum(person.geburtsdatum) : person.geburtsjahr },
        { begriff: 'Geschlecht', inhalt: person.geschlecht && GESCHLECHT[person.geschlecht as keyof typeof GESCHLECHT] },
        { begriff: 'Staatsangehörigkeit', inhalt: staatsangehoerigkeit(person.staatsangehoerigkeit) },
        { begriff: 'Sprachen', inhalt: person.sprachen.map(sprachname).join(', ') },
        { begriff: 'Telefon', inhalt: person.telefon },
        { begriff: 'E-Mail', inhalt: person.email },
        { begriff: 'Anschrift', inhalt: person.anschrift },
        { begriff: 'Weitere Schreibweisen', inhalt: person.schreibweisen.length > 0 && <bdi>{person.schreibweisen.join(', ')}</bdi> },
      ]}
    />
  );
}
