import type { HeuteErfasst as Eintrag } from '@kim/domain/anfragen/data.server.ts';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';

/** What was written today, so that the rest can follow when the corridor is empty. */
export function HeuteErfasst({ eintraege }: { eintraege: readonly Eintrag[] }) {
  if (eintraege.length === 0) return null;
  return (
    <Abschnitt titel="Heute von Ihnen erfasst">
      <Tabelle
        beschriftung="Neueste zuerst"
        zeilen={eintraege}
        schluessel={(eintrag) => eintrag.id}
        spalten={[
          { schluessel: 'name', titel: 'Person', kopf: true, zelle: ({ id, fallnummer, name }) => <Link href={fallnummer ? pfade.fall(fallnummer) : pfade.anfrage(id)}><Name voll={name} /></Link> },
          { schluessel: 'fall', titel: 'Fall', zelle: ({ fallnummer }) => fallnummer ?? 'Anfrage' },
          { schluessel: 'fehlt', titel: 'Noch offen', zelle: ({ fallnummer, fehlt }) => (fehlt.length === 0 ? 'nichts' : fallnummer ? <Link href={pfade.fallPersonen(fallnummer)}>{fehlt.join(', ')}</Link> : fehlt.join(', ')) },
        ]}
      />
    </Abschnitt>
  );
}
