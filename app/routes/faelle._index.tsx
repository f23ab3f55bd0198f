import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listFaelle } from '@kim/domain/faelle/data.server.ts';
import type { Ansicht } from '@kim/domain/faelle/data.server.ts';
import { suche } from '@kim/domain/suche/data.server.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Reiter } from '@kim/ui/seite/Reiter.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Falltabelle } from '../components/Falltabelle.tsx';
import { Suche } from '../components/Suche.tsx';
import { seiteNach } from '../http/antwort.server.ts';
import { leseFormular } from '../http/formular.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Fälle · KIM Case Management' }];

const ANSICHTEN: Record<Ansicht, string> = {
  meine: 'Meine Fälle',
  gemeinsame: 'Gemeinsame Kurzberatungen',
  vertretung: 'In Vertretung oder Fallberatung',
};

export const loader = fuerFachkraft(async ({ akteur, url }) => {
  const gewaehlt = url.searchParams.get('ansicht') ?? '';
  const ansicht = Object.hasOwn(ANSICHTEN, gewaehlt) ? (gewaehlt as Ansicht) : 'meine';
  return { ansicht, ...(await listFaelle(akteur, { ansicht, nach: seiteNach(url) })) };
});

/** The search. `direkt` says that the hits were on screen when Enter was pressed: the first one opens (D11). */
export const action = fuerFachkraft(async ({ akteur, request }) => {
  const { werte } = await leseFormular(request);
  const q = werte['q']?.[0]?.trim().slice(0, 200) ?? '';
  const treffer = await suche(akteur, q);
  const erster = treffer[0]?.faelle[0];
  if (erster && werte['direkt']) throw redirect(pfade.fall(erster.fallnummer));
  return { q, treffer };
});

export default function Faelle() {
  const { ansicht, faelle, weiter } = useLoaderData<typeof loader>();
  const gesucht = useActionData<typeof action>();
  return (
    <>
      <Seitenkopf titel="Fälle" aktionen={<Knopf href={pfade.fallNeu()} symbol="add">Neuer Fall</Knopf>} />
      <Suche gesucht={gesucht} />
      {!gesucht && (
        <>
          <Reiter
            beschriftung="Welche Fälle"
            eintraege={Object.entries(ANSICHTEN).map(([wert, text]) => ({ href: pfade.faelle(wert === 'meine' ? {} : { ansicht: wert }), text, aktiv: wert === ansicht }))}
          />
          <Falltabelle faelle={faelle} beschriftung={ANSICHTEN[ansicht]} mitFachkraft={ansicht !== 'meine'} />
          {faelle.length > 0 && <Seitennavigation angezeigt={faelle.length} einheit="Fälle" weiterHref={weiter ? pfade.faelle({ ansicht, nach: weiter }) : undefined} />}
        </>
      )}
    </>
  );
}
