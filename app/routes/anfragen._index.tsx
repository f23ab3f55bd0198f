import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { listAnfragen } from '@kim/domain/anfragen/data.server.ts';
import { ANFRAGESTAND } from '@kim/domain/anfragen/labels.ts';
import { ZUGAENGE } from '@kim/kreis/zugaenge.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { tagesseiteNach } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Anfragen · KIM Case Management' }];

export const loader = fuerFachkraft(async ({ akteur, url }) => listAnfragen(akteur, tagesseiteNach(url)));

export default function Anfragen() {
  const { anfragen, weiter } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel="Anfragen" aktionen={<Knopf href={pfade.sprechstunde()} symbol="add">Neue Anfrage</Knopf>} />
      <p>Alle Fachkräfte Ihres Trägers sehen diese Liste gemeinsam. Was nicht aufgenommen wird, löscht sich nach sechs Monaten selbst.</p>
      <Tabelle
        beschriftung="Offene Anfragen, älteste zuerst"
        zeilen={anfragen}
        schluessel={(anfrage) => anfrage.id}
        leer={<LeererZustand titel="Keine offene Anfrage">Hier steht, wer um Hilfe gebeten hat und noch auf ein Erstgespräch oder eine Antwort wartet.</LeererZustand>}
        spalten={[
          { schluessel: 'name', titel: 'Person', kopf: true, zelle: (anfrage) => <Link href={pfade.anfrage(anfrage.id)}><Name voll={anfrage.name} /></Link> },
          { schluessel: 'tag', titel: 'Eingegangen', zelle: (anfrage) => formatDatum(anfrage.eingegangenAm) },
          { schluessel: 'zugang', titel: 'Zugang', zelle: (anfrage) => ZUGAENGE[anfrage.zugang as keyof typeof ZUGAENGE] ?? anfrage.zugang },
          { schluessel: 'stand', titel: 'Stand', zelle: (anfrage) => (anfrage.an ? `bei ${anfrage.an}` : ANFRAGESTAND[anfrage.stand]) },
          { schluessel: 'termin', titel: 'Erstgespräch', zelle: (anfrage) => (anfrage.erstgespraechAm ? formatDatum(anfrage.erstgespraechAm) : 'noch kein Termin') },
        ]}
      />
      {anfragen.length > 0 && <Seitennavigation angezeigt={anfragen.length} einheit="Anfragen" weiterHref={weiter ? pfade.anfragen({ nach: weiter }) : undefined} />}
    </>
  );
}
