import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RUNDUNGSHINWEIS } from '@kim/auswertung/blatt.ts';
import { leseUebersicht } from '@kim/auswertung/lesen.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { TAKT } from '../components/takt.ts';
import { fuerKoordination } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Tabellen · KIM Case Management' }];

export const loader = fuerKoordination(({ akteur }) => leseUebersicht(akteur));

export default function Tabellen() {
  const { tabellen } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf vorzeile="Koordination" titel="Tabellen" unterzeile="Alles, was veröffentlicht wird; mehr gibt es nicht zu sehen." />
      <p className="kim-leise">{RUNDUNGSHINWEIS}</p>
      <Begriff name="Veröffentlichung" />
      <Tabelle
        beschriftung={`Tabellen (${tabellen.length})`}
        zeilen={tabellen}
        schluessel={(zeile) => zeile.tabelle}
        leer={<LeererZustand titel="Noch keine Tabelle">Der Katalog der Veröffentlichung ist leer.</LeererZustand>}
        spalten={[
          { schluessel: 'titel', titel: 'Tabelle', kopf: true, zelle: (zeile) => (zeile.stichtage.length > 0 ? <Link className="kern-link" href={pfade.koordinationTabelle(zeile.tabelle)}>{zeile.titel}</Link> : zeile.titel) },
          { schluessel: 'mass', titel: 'Gezählt wird', zelle: (zeile) => zeile.massTitel },
          { schluessel: 'merkmale', titel: 'Aufgeteilt nach', zelle: (zeile) => zeile.merkmaleTitel.join(', ') || 'nicht aufgeteilt' },
          { schluessel: 'takt', titel: 'Erscheint', zelle: (zeile) => TAKT[zeile.haeufigkeit ?? zeile.takt] ?? '' },
          { schluessel: 'zuletzt', titel: 'Zuletzt', zelle: (zeile) => (zeile.stichtage[0] ? formatDatum(zeile.stichtage[0]) : 'noch nicht') },
        ]}
      />
    </>
  );
}
