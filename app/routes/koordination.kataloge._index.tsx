import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { standAm } from '@kim/kreis/kriterienkatalog.ts';
import { listKataloge } from '@kim/kreis/kriterienkataloge.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Katalogabzeichen } from '../components/Katalog.tsx';
import { leseFormular } from '../http/formular.server.ts';
import { fuerKoordination } from '../http/geschuetzt.server.ts';
import { legeKatalogAn } from '../http/kataloge.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Kataloge · KIM Case Management' }];

export const loader = fuerKoordination(async ({ akteur }) => {
  const kataloge = await listKataloge(akteur);
  return { kataloge: kataloge.map((katalog) => ({ ...katalog, lage: standAm(katalog, kataloge, heute()) })) };
});

export const action = fuerKoordination(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  const kataloge = await listKataloge(akteur);
  return legeKatalogAn(akteur, (kataloge.find(({ stand }) => stand === 'veroeffentlicht') ?? kataloge[0])?.id ?? null, formularId, werte);
});

export default function Kataloge() {
  const { kataloge } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>());
  return (
    <>
      <Seitenkopf titel="Kataloge" vorzeile="Koordination" />
      <p>Mit diesen Kriterien prüfen die Fachkräfte aller Träger, ob ein Case Management in Betracht kommt. Eine veröffentlichte Fassung ändert sich nie; frühere Entscheidungen behalten die Fassung, auf der sie beruhen.</p>
      <Abschnitt titel="Fassungen der Kriterien">
        <Tabelle
          beschriftung={`Fassungen (${kataloge.length})`}
          zeilen={kataloge}
          schluessel={(zeile) => zeile.id}
          leer={<LeererZustand titel="Noch keine Fassung">Solange keine Fassung gilt, kann niemand Kriterien prüfen. Legen Sie einen Entwurf an.</LeererZustand>}
          spalten={[
            { schluessel: 'fassung', titel: 'Fassung', kopf: true, zelle: (zeile) => <Link href={pfade.koordinationKatalog(zeile.id)}>Fassung {zeile.fassung}</Link> },
            { schluessel: 'stand', titel: 'Stand', zelle: (zeile) => <Katalogabzeichen stand={zeile.lage} /> },
            { schluessel: 'giltAb', titel: 'Gilt ab', zelle: (zeile) => formatDatum(zeile.giltAb) },
            { schluessel: 'beschluss', titel: 'Beschluss', zelle: (zeile) => zeile.beschluss || '–' },
            { schluessel: 'schwelle', titel: 'Schwelle', zahl: true, zelle: (zeile) => `${zeile.schwelle} von ${zeile.kriterien.length}` },
          ]}
        />
        <Formular formular={formular}>
          <Knopf art="sekundaer" symbol="add">Neue Fassung</Knopf>
        </Formular>
      </Abschnitt>
      <Abschnitt titel="Übergabe an Wohlfahrtsverbände">
        <p><Link href={pfade.koordinationUebergabekriterien()}>Übergabekriterien ansehen oder neu festhalten</Link></p>
      </Abschnitt>
    </>
  );
}
