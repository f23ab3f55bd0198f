import { redirect } from '@remix-run/node';
import { istId } from '@kim/core/ids.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getFallliste } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { removeAnsicht, saveAnsicht } from '@kim/domain/arbeitsvorrat/mutations.server.ts';
import { ansicht as ansichtsname } from '@kim/domain/arbeitsvorrat/schema.ts';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Ansicht } from '@kim/domain/faelle/data.server.ts';
import { suche } from '@kim/domain/suche/data.server.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Reiter } from '@kim/ui/seite/Reiter.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Ansichten } from '../components/Ansichten.tsx';
import { Fallfilter } from '../components/Fallfilter.tsx';
import { liesFilter, ohneLeere } from '../components/fallauswahl.ts';
import { Falltabelle } from '../components/Falltabelle.tsx';
import { Suche } from '../components/Suche.tsx';
import { seiteNach } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe, suchwort } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
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
  const filter = liesFilter(url.searchParams);
  return { ansicht, filter, ...(await getFallliste(akteur, { ansicht, ...filter, nach: seiteNach(url) })) };
});

/** The search. `direkt` says that the hits were on screen when Enter was pressed: the first one opens (D11). */
export const action = fuerFachkraft(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  if (werte['aktion']) return verwalteAnsichten(akteur, werte, formularId);
  const q = suchwort(werte);
  const treffer = await suche(akteur, q);
  const erster = treffer[0]?.faelle[0];
  if (erster && werte['direkt']) throw redirect(pfade.fall(erster.fallnummer));
  return { q, treffer };
});

/** Keeps the list as it is chosen under a name, or forgets one that was kept. */
async function verwalteAnsichten(akteur: TraegerAkteur, werte: Record<string, string[]>, formularId: string) {
  const weg = werte['aktion']?.[0] === 'vergessen' ? werte['id']?.[0] : undefined;
  if (weg !== undefined) {
    if (!istId(weg) || !(await removeAnsicht(akteur, weg)).ok) throw nichtGefunden();
    throw redirect(pfade.faelle());
  }
  const gelesen = pruefe(ansichtsname, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const suche = new URLSearchParams(werte['auswahl']?.[0] ?? '');
  const auswahl = { ...ohneLeere(liesFilter(suche)), ansicht: suche.get('ansicht') ?? 'meine' };
  await saveAnsicht(akteur, gelesen.eingabe.name, auswahl, { formularId, inhalt: werte });
  throw redirect(pfade.faelle(auswahl));
}

export default function Faelle() {
  const { ansicht, filter, kommunen, ansichten, faelle, weiter } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const gesucht = antwort && 'treffer' in antwort ? antwort : undefined;
  const auswahl = { ...ohneLeere(filter), ansicht };
  return (
    <>
      <Seitenkopf titel="Fälle" aktionen={<Knopf href={pfade.fallNeu()} symbol="add">Neuer Fall</Knopf>} />
      <Suche gesucht={gesucht} />
      {!gesucht && (
        <>
          <Reiter
            beschriftung="Welche Fälle"
            eintraege={Object.entries(ANSICHTEN).map(([wert, text]) => ({ href: pfade.faelle({ ...ohneLeere(filter), ...(wert !== 'meine' && { ansicht: wert }) }), text, aktiv: wert === ansicht }))}
          />
          <Fallfilter ansicht={ansicht} filter={filter} kommunen={kommunen} />
          <Ansichten ansichten={ansichten} auswahl={auswahl} antwort={antwort} />
          <Falltabelle faelle={faelle} beschriftung={ANSICHTEN[ansicht]} mitFachkraft={ansicht !== 'meine'} />
          {faelle.length > 0 && <Seitennavigation angezeigt={faelle.length} einheit="Fälle" weiterHref={weiter ? pfade.faelle({ ...auswahl, nach: weiter }) : undefined} />}
        </>
      )}
    </>
  );
}
