import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listProtokoll } from '@kim/domain/protokoll/data.server.ts';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Protokolltabelle } from '../components/Protokolltabelle.tsx';
import { seiteNach } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Mein Protokoll · KIM Case Management' }];

export const loader = fuerFachkraft(async ({ akteur, url }) => listProtokoll(akteur, { nurMich: true, nach: seiteNach(url) }));

export default function MeinProtokoll() {
  const { zeilen, weiter } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel="Mein Protokoll" unterzeile="Was andere mit Ihren Fällen und Ihrem Zugang getan haben, das Neueste zuerst." />
      <Protokolltabelle zeilen={zeilen} beschriftung="Was andere getan haben" mitFall />
      <Seitennavigation angezeigt={zeilen.length} einheit="Einträge" weiterHref={weiter ? pfade.meinProtokoll({ nach: weiter }) : undefined} />
    </>
  );
}
