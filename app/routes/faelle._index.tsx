import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { listFaelle } from '@kim/domain/faelle/data.server.ts';
import type { Ansicht } from '@kim/domain/faelle/data.server.ts';
import { suche } from '@kim/domain/suche/data.server.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Suchfeld } from '@kim/ui/formular/Suchfeld.tsx';
import { Reiter } from '@kim/ui/seite/Reiter.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Falltabelle } from '../components/Falltabelle.tsx';
import { Trefferliste } from '../components/Trefferliste.tsx';
import { seiteNach } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Fälle · KIM Case Management' }];

const ANSICHTEN: Record<Ansicht, string> = {
  meine: 'Meine Fälle',
  gemeinsame: 'Gemeinsame Kurzberatungen',
  vertretung: 'In Vertretung oder Fallberatung',
  beendete: 'Beendete',
};

/** `direkt` is set by the Enter key of the search field: the first hit opens at once (D11). */
export const loader = fuerFachkraft(async ({ akteur, url }) => {
  const q = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
  const gewaehlt = url.searchParams.get('ansicht') ?? '';
  const ansicht = gewaehlt in ANSICHTEN ? (gewaehlt as Ansicht) : 'meine';
  if (q) {
    const treffer = await suche(akteur, q);
    const erster = treffer[0]?.faelle[0];
    if (erster && !url.searchParams.has('liste') && (treffer.length === 1 || url.searchParams.has('direkt'))) throw redirect(pfade.fall(erster.fallnummer));
    return { q, ansicht, treffer, faelle: [], weiter: null };
  }
  return { q, ansicht, treffer: null, ...(await listFaelle(akteur, { ansicht, nach: seiteNach(url) })) };
});

export default function Faelle() {
  const { q, ansicht, treffer, faelle, weiter } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel="Fälle" aktionen={<Knopf href={pfade.fallNeu({ q: q || undefined })} symbol="add">Neuer Fall</Knopf>} />
      <Form action={pfade.faelle()} role="search">
        <Suchfeld name="q" wert={q} beschriftung="Fall oder Person suchen" hinweis="Buchstaben eines Namens in beliebiger Reihenfolge oder eine Fallnummer." />
      </Form>
      {treffer ? (
        <Trefferliste treffer={treffer} q={q} />
      ) : (
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
