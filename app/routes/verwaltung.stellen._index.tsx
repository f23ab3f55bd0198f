import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { heute } from '@kim/core/zeit.ts';
import { listStellen } from '@kim/domain/traeger/stellen/data.server.ts';
import { formatVzae } from '@kim/domain/traeger/stellen/labels.ts';
import { Kennzahl } from '@kim/ui/anzeige/Kennzahl.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Stellentabelle, summen } from '../components/Stellentabelle.tsx';
import { fuerVerwaltung } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Stellen · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur }) => ({ stellen: await listStellen(akteur), tag: heute() }));

export default function Stellen() {
  const { stellen, tag } = useLoaderData<typeof loader>();
  const summe = summen(stellen, tag);
  const neu = <Knopf href={pfade.verwaltungStelleNeu()} symbol="add">Stelle anlegen</Knopf>;
  if (stellen.length === 0) {
    return (
      <>
        <Seitenkopf titel="Stellen" />
        <LeererZustand titel="Noch keine Stelle" aktion={neu}>
          Eine Stelle sagt, wie viel Case Management für welche Kommunen gefördert wird. Erst mit ihr kann eine Fachkraft Fälle für diese Kommunen eröffnen.
        </LeererZustand>
      </>
    );
  }
  return (
    <>
      <Seitenkopf titel="Stellen" aktionen={neu} />
      <Raster spalten="schmal">
        <Kennzahl wert={formatVzae(summe.gefoerdert)} beschriftung="VZÄ gefördert" />
        <Kennzahl wert={formatVzae(summe.besetzt)} beschriftung="VZÄ besetzt" />
        <Kennzahl wert={formatVzae(summe.unbesetzt)} beschriftung="VZÄ unbesetzt" />
      </Raster>
      <Stellentabelle stellen={stellen} tag={tag} mitLink />
      <Begriff name="VZÄ" />
      <Begriff name="Besetzung" />
    </>
  );
}
