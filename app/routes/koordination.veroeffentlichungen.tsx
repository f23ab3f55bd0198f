import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { nenneZeitraum } from '@kim/auswertung/blatt.ts';
import { leseProtokoll } from '@kim/auswertung/lesen.ts';
import { formatZeitpunkt } from '@kim/core/zeit.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { fuerKoordination } from '../http/geschuetzt.server.ts';

export const meta: MetaFunction = () => [{ title: 'Veröffentlichungen · KIM Case Management' }];

export const loader = fuerKoordination(async ({ akteur }) => ({ laeufe: await leseProtokoll(akteur) }));

export default function Veroeffentlichungen() {
  const { laeufe } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf vorzeile="Koordination" titel="Veröffentlichungen" unterzeile="Am zehnten Tag nach jedem Monatsende; nie nachträglich geändert." />
      <p>Vor jeder Veröffentlichung wird geprüft, ob die Tabellen zusammen jemanden verraten könnten. Eine Tabelle, die das nicht besteht, wird zurückgehalten und hier genannt. Was nach dem Stichtag nachgetragen wird, erscheint beim nächsten.</p>
      <Begriff name="Veröffentlichung" />
      <Tabelle
        beschriftung={`Veröffentlichungen (${laeufe.length})`}
        zeilen={laeufe}
        schluessel={(zeile) => zeile.stichtag}
        leer={<LeererZustand titel="Noch keine Veröffentlichung">Den Beginn legt der Betreiber fest, wenn die Datenschutzbeauftragten zugestimmt haben. Bis dahin verlässt keine Zahl die Träger.</LeererZustand>}
        spalten={[
          { schluessel: 'stichtag', titel: 'Stand', kopf: true, zelle: (zeile) => nenneZeitraum(zeile.stichtag, 'monat') },
          { schluessel: 'am', titel: 'Veröffentlicht am', zelle: (zeile) => (zeile.abgeschlossenAm ? formatZeitpunkt(new Date(zeile.abgeschlossenAm)) : 'wird geprüft') },
          { schluessel: 'tabellen', titel: 'Tabellen', zahl: true, zelle: (zeile) => zeile.veroeffentlicht },
          { schluessel: 'zurueck', titel: 'Zurückgehalten', zelle: (zeile) => zeile.zurueckgehalten.map(({ titel, grund }) => `${titel}: ${grund}`).join('; ') || 'keine' },
          { schluessel: 'fassung', titel: 'Katalog', zelle: (zeile) => zeile.fassung },
        ]}
      />
    </>
  );
}
