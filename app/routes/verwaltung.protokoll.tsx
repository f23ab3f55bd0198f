import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { FALLNUMMER } from '@kim/domain/faelle/rules.ts';
import { listProtokoll } from '@kim/domain/protokoll/data.server.ts';
import { Suchfeld } from '@kim/ui/formular/Suchfeld.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Protokolltabelle } from '../components/Protokolltabelle.tsx';
import { seiteNach } from '../http/antwort.server.ts';
import { fuerVerwaltung } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Protokoll · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur, url }) => {
  const gesucht = url.searchParams.get('fall')?.trim().toUpperCase() ?? '';
  const fehler = gesucht && !FALLNUMMER.test(gesucht) ? `Eine Fallnummer hat die Form ${akteur.kennung}-2026-0001.` : undefined;
  const fallnummer = gesucht && !fehler ? gesucht : undefined;
  return { gesucht, fehler, ...(await listProtokoll(akteur, { fallnummer, nach: seiteNach(url) })) };
});

export default function Protokoll() {
  const { gesucht, fehler, zeilen, weiter } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel="Protokoll" unterzeile="Wer wann was mit welcher Fallnummer getan hat, das Neueste zuerst. Inhalte stehen nicht darin, und niemand kann es ändern." />
      <Form role="search">
        <Suchfeld name="fall" wert={gesucht} fehler={fehler} beschriftung="Nur eine Fallnummer" knopf="Anzeigen" />
      </Form>
      <Protokolltabelle zeilen={zeilen} beschriftung="Protokoll des Trägers" mitFall />
      <Seitennavigation
        angezeigt={zeilen.length}
        einheit="Einträge"
        weiterHref={weiter ? pfade.verwaltungProtokoll({ nach: weiter, fall: gesucht || undefined }) : undefined}
        anfangHref={gesucht ? pfade.verwaltungProtokoll() : undefined}
      />
    </>
  );
}
