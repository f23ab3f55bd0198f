import { useLoaderData, useParams } from '@remix-run/react';
import { getFallId } from '@kim/domain/faelle/data.server.ts';
import { listProtokoll } from '@kim/domain/protokoll/data.server.ts';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Protokolltabelle } from '../components/Protokolltabelle.tsx';
import { nummerAus, oder404, seiteNach } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const fallId = oder404(await getFallId(akteur, nummerAus(params)));
  return listProtokoll(akteur, { fallId, nach: seiteNach(url) });
});

export default function Protokoll() {
  const { zeilen, weiter } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  return (
    <Abschnitt titel="Protokoll">
      <p>Jeder Blick in diesen Fall und jede Änderung, die neueste zuerst. Das Protokoll kann niemand ändern.</p>
      <Protokolltabelle zeilen={zeilen} beschriftung="Zugriffe auf diesen Fall" />
      <Seitennavigation angezeigt={zeilen.length} einheit="Einträge" weiterHref={weiter ? `${pfade.fallProtokoll(nr)}?nach=${weiter}` : undefined} />
    </Abschnitt>
  );
}
