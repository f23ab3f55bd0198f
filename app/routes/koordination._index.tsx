import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { leseKreis, TRAEGERART } from '@kim/kreis/verzeichnis.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { fuerKoordination } from '../http/geschuetzt.server.ts';

export const meta: MetaFunction = () => [{ title: 'Koordination · KIM Case Management' }];

export const loader = fuerKoordination(({ akteur }) => leseKreis(akteur));

export default function Koordination() {
  const kreis = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel={kreis.name} vorzeile="Koordination" />
      <p>Die Koordination begleitet das Case Management der Träger im Kreis. Sie sieht freigegebene, gerundete Zahlen und die gemeinsamen Verzeichnisse, nie einen Fall, einen Namen oder die Arbeit eines einzelnen Trägers.</p>
      <Abschnitt titel="Lagebild">
        <LeererZustand titel="Noch keine Zahlen">
          Hier steht das Lagebild des Kreises. Es erscheint mit der ersten Veröffentlichung; bis dahin verlässt keine Zahl die Träger.
        </LeererZustand>
        <Begriff name="Veröffentlichung" />
      </Abschnitt>
      <Abschnitt titel="Träger">
        <Tabelle
          beschriftung={`Träger im Kreis (${kreis.traeger.length})`}
          zeilen={kreis.traeger}
          schluessel={(zeile) => zeile.id}
          leer={<LeererZustand titel="Noch kein Träger">Träger richtet der Betreiber dieser Installation ein.</LeererZustand>}
          spalten={[
            { schluessel: 'name', titel: 'Träger', kopf: true, zelle: (zeile) => zeile.name },
            { schluessel: 'kennung', titel: 'Kennung', zelle: (zeile) => zeile.kennung },
            { schluessel: 'art', titel: 'Art', zelle: (zeile) => TRAEGERART[zeile.art] },
          ]}
        />
      </Abschnitt>
      <Abschnitt titel="Kommunen">
        {kreis.kommunen.length === 0 && <LeererZustand titel="Noch keine Kommune">Kommunen richtet der Betreiber dieser Installation ein.</LeererZustand>}
        <ul className="kim-liste">
          {kreis.kommunen.map(({ id, name, ags }) => <li key={id}>{name} <span className="kim-leise">(Gemeindeschlüssel {ags})</span></li>)}
        </ul>
      </Abschnitt>
    </>
  );
}
