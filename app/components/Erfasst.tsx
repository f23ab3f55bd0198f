import type { Erfasst as Eintrag } from '@kim/domain/anfragen/data.server.ts';
import { LUECKE } from '@kim/domain/anfragen/labels.ts';
import type { Luecke } from '@kim/domain/anfragen/labels.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';

/** What was written today, and of the last days what is not complete: the rest follows when the corridor is empty. */
export function Erfasst({ eintraege, heute }: { eintraege: readonly Eintrag[]; heute: string }) {
  if (eintraege.length === 0) return null;
  return (
    <Abschnitt titel="Von Ihnen erfasst">
      <Tabelle
        beschriftung="Heute, und aus den letzten zwei Wochen, was noch offen ist; Neueste zuerst"
        zeilen={eintraege}
        schluessel={(eintrag) => eintrag.id}
        spalten={[
          { schluessel: 'name', titel: 'Person', kopf: true, zelle: ({ id, fallnummer, name }) => <Link href={fallnummer ? pfade.fall(fallnummer) : pfade.anfrage(id)}><Name voll={name} /></Link> },
          { schluessel: 'fall', titel: 'Fall', zelle: ({ fallnummer }) => fallnummer ?? 'Anfrage' },
          { schluessel: 'tag', titel: 'Tag', zelle: ({ tag }) => (formatDatum(tag) === heute ? 'heute' : formatDatum(tag)) },
          { schluessel: 'fehlt', titel: 'Noch offen', zelle: (eintrag) => <Offen eintrag={eintrag} /> },
        ]}
      />
    </Abschnitt>
  );
}

/** Where a gap is closed. */
const ORT: Record<Luecke, (nr: string) => string> = { kernkriterium: pfade.fallKlaerung, geburtsjahr: pfade.fallPersonen, staatsangehoerigkeit: pfade.fallPersonen };

function Offen({ eintrag: { id, fallnummer, fehlt } }: { eintrag: Eintrag }) {
  if (fehlt.length === 0) return <>nichts</>;
  return <>{fehlt.map((luecke, i) => <span key={luecke}>{i > 0 && ', '}<Link href={fallnummer ? ORT[luecke](fallnummer) : pfade.anfrage(id)}>{LUECKE[luecke]}</Link></span>)}</>;
}
