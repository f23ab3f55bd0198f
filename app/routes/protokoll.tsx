import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listProtokoll } from '@kim/domain/protokoll/data.server.ts';
import { TRAEGERROLLEN } from '@kim/policies/rollen.ts';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Protokolltabelle } from '../components/Protokolltabelle.tsx';
import { seiteNach } from '../http/antwort.server.ts';
import { fuerTraeger } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Mein Protokoll · KIM Case Management' }];

export const loader = fuerTraeger(TRAEGERROLLEN, async ({ akteur, url }) => ({
  ...(await listProtokoll(akteur, { nurMich: true, nach: seiteNach(url) })),
  fachkraft: akteur.rollen.includes('fachkraft'),
}));

export default function MeinProtokoll() {
  const { zeilen, weiter, fachkraft } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel="Mein Protokoll" />
      <p>{fachkraft ? 'Was andere an Ihrem Konto und an den Fällen getan haben, für die Sie zuständig sind' : 'Was andere an Ihrem Konto getan haben'}, das Neueste zuerst.</p>
      <Protokolltabelle zeilen={zeilen} beschriftung="Was andere getan haben" mitFall={fachkraft} />
      <Seitennavigation angezeigt={zeilen.length} einheit="Einträge" weiterHref={weiter ? pfade.meinProtokoll({ nach: weiter }) : undefined} />
    </>
  );
}
