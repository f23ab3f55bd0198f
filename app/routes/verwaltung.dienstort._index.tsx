import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { listOrte } from '@kim/domain/orte/data.server.ts';
import type { Ort } from '@kim/domain/orte/data.server.ts';
import { EIGENSCHAFTEN, ORTSART } from '@kim/domain/orte/labels.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { fuerVerwaltung } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Dienstorte · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur }) => ({ orte: await listOrte(akteur) }));

const eigenschaften = (ort: Ort): string =>
  Object.entries(EIGENSCHAFTEN).filter(([name]) => ort[name as keyof typeof EIGENSCHAFTEN]).map(([, text]) => text).join(', ');

export default function Dienstorte() {
  const { orte } = useLoaderData<typeof loader>();
  const neu = <Knopf href={pfade.verwaltungDienstortNeu()} symbol="add">Ort anlegen</Knopf>;
  return (
    <>
      <Seitenkopf titel="Dienstorte" aktionen={neu} />
      <Tabelle
        beschriftung="Orte, an denen beraten wird"
        beschriftungVerborgen
        zeilen={orte}
        schluessel={(ort) => ort.id}
        leer={<LeererZustand titel="Noch kein Ort">Legen Sie die Orte an, an denen beraten wird. Fachkräfte wählen sie beim Erfassen eines Kontakts.</LeererZustand>}
        spalten={[
          { schluessel: 'name', titel: 'Ort', kopf: true, zelle: (ort) => <Link href={pfade.verwaltungDienstort(ort.id)}><bdi>{ort.name}</bdi></Link> },
          { schluessel: 'art', titel: 'Art', zelle: (ort) => ORTSART[ort.art] },
          { schluessel: 'kommune', titel: 'Kommune', zelle: (ort) => ort.kommune },
          { schluessel: 'eigenschaften', titel: 'Was er zulässt', zelle: (ort) => eigenschaften(ort) || 'keine Angabe' },
          { schluessel: 'sprechzeiten', titel: 'Sprechzeiten', zelle: (ort) => <Freitext>{ort.sprechzeiten || 'keine Angabe'}</Freitext> },
          { schluessel: 'stand', titel: 'Stand', zelle: (ort) => (ort.aufgegebenAm ? <Abzeichen>{`aufgegeben ab ${formatDatum(ort.aufgegebenAm)}`}</Abzeichen> : 'genutzt') },
        ]}
      />
    </>
  );
}
