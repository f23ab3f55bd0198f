import { data } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { getFallId } from '@kim/domain/faelle/data.server.ts';
import { FALLNUMMER } from '@kim/domain/faelle/rules.ts';
import { listProtokoll } from '@kim/domain/protokoll/data.server.ts';
import type { Protokollzeile } from '@kim/domain/protokoll/data.server.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Suchfeld } from '@kim/ui/formular/Suchfeld.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Seitennavigation } from '@kim/ui/seite/Seitennavigation.tsx';
import { Protokolltabelle } from '../components/Protokolltabelle.tsx';
import { seiteNach } from '../http/antwort.server.ts';
import { fuerVerwaltung } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Protokoll · KIM Case Management' }];

interface Seite {
  fall: string;
  fehler?: string;
  zeilen: Protokollzeile[];
  weiter: string | null;
  /** Not on the first page. */
  geblaettert: boolean;
}

export const loader = fuerVerwaltung(async ({ akteur, url }) => {
  const fall = (url.searchParams.get('fall') ?? '').trim().toUpperCase().slice(0, 40);
  const leer = (fehler: string, status: number) => data<Seite>({ fall, fehler, zeilen: [], weiter: null, geblaettert: false }, { status });
  if (fall && !FALLNUMMER.test(fall)) return leer(`Eine Fallnummer sieht aus wie ${akteur.kennung}-2026-0147.`, 422);
  const fallId = fall ? await getFallId(akteur, fall) : null;
  if (fall && !fallId) return leer('Bei Ihrem Träger gibt es keinen Fall mit dieser Nummer.', 404);
  const nach = seiteNach(url);
  return data<Seite>({ fall, geblaettert: nach !== null, ...(await listProtokoll(akteur, { fallId: fallId ?? undefined, nach })) });
});

export default function Protokoll() {
  const { fall, fehler, zeilen, weiter, geblaettert } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel="Protokoll" />
      <p>Wer wann was getan und welchen Fall geöffnet hat, das Neueste zuerst. Inhalte und Namen von Ratsuchenden stehen nicht darin. Niemand kann es ändern.</p>
      <Form role="search" action={pfade.verwaltungProtokoll()}>
        <Suchfeld name="fall" wert={fall} fehler={fehler} beschriftung="Nur eine Fallnummer" knopf="Filtern" />
      </Form>
      {fall && <p><Knopf art="tertiaer" href={pfade.verwaltungProtokoll()}>Alle Einträge zeigen</Knopf></p>}
      {!fehler && (
        <>
          <Protokolltabelle zeilen={zeilen} beschriftung={fall ? `Zugriffe auf ${fall}` : 'Protokoll des Trägers'} mitFall />
          <Seitennavigation
            angezeigt={zeilen.length}
            einheit="Einträge"
            weiterHref={weiter ? pfade.verwaltungProtokoll({ fall: fall || undefined, nach: weiter }) : undefined}
            anfangHref={geblaettert ? pfade.verwaltungProtokoll({ fall: fall || undefined }) : undefined}
          />
        </>
      )}
    </>
  );
}
