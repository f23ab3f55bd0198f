import type { Bedarfszeile } from '@kim/domain/assessments/data.server.ts';
import { BEDARFSSTAND, DRINGLICHKEIT } from '@kim/domain/bedarfe/labels.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { pfade } from '../paths.ts';

/** The Bedarfe of a case at a glance, with the way to where they are written. */
export function Bedarfsuebersicht({ nr, bedarfe }: { nr: string; bedarfe: readonly Bedarfszeile[] }) {
  return (
    <Abschnitt titel="Bedarfe" aktionen={<Knopf art="sekundaer" href={pfade.fallBedarfe(nr)}>Bedarfe bearbeiten</Knopf>}>
      <Tabelle
        beschriftung="Bedarfe" beschriftungVerborgen zeilen={bedarfe} schluessel={({ id }) => id}
        leer={<LeererZustand titel="Noch kein Bedarf">Was sich im Gespräch als Bedarf zeigt, nehmen Sie auf der Seite „Bedarfe“ auf.</LeererZustand>}
        spalten={[
          { schluessel: 'bereich', titel: 'Bereich', kopf: true, zelle: ({ bereich }) => BEDARFSBEREICHE[bereich] },
          { schluessel: 'dringlichkeit', titel: 'Dringlichkeit', zelle: ({ dringlichkeit }) => DRINGLICHKEIT[dringlichkeit] },
          { schluessel: 'stand', titel: 'Stand', zelle: ({ stand }) => BEDARFSSTAND[stand] },
        ]}
      />
    </Abschnitt>
  );
}
