import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { EINWILLIGUNGSART } from '@kim/domain/einwilligungen/labels.ts';
import { EINWILLIGUNGSARTEN } from '@kim/domain/einwilligungen/schema.ts';
import { getTextbestand, wortlautAm } from '@kim/domain/einwilligungstexte/data.server.ts';
import { fassungAm } from '@kim/domain/einwilligungstexte/rules.ts';
import { RECHTSREGIME } from '@kim/kreis/rechtsregime.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { fuerVerwaltung } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Datenschutz · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur }) => {
  const bestand = await getTextbestand(akteur);
  const tag = heute();
  const zeilen = EINWILLIGUNGSARTEN.map((art) => ({
    art,
    bezeichnung: wortlautAm(bestand, art, tag).bezeichnung,
    seit: fassungAm(bestand.fassungen, art, tag)?.giltAb ?? null,
    kuenftige: bestand.fassungen.filter((eine) => eine.art === art && eine.giltAb > tag).map(({ giltAb }) => giltAb).toSorted(),
  }));
  const { gesetz, aufsicht } = RECHTSREGIME[bestand.regime];
  return { zeilen, gesetz, aufsicht };
});

export default function Datenschutz() {
  const { zeilen, gesetz, aufsicht } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel="Datenschutz" />
      <Beschreibungsliste eintraege={[{ begriff: 'Für Ihren Träger gilt', inhalt: gesetz }, { begriff: 'Aufsicht', inhalt: aufsicht }]} />
      <p>Solange Sie keinen eigenen Text hinterlegen, gilt die mitgelieferte Vorlage. Ihre Datenschutzbeauftragten müssen sie prüfen, bevor sie verwendet wird.</p>
      <Tabelle
        beschriftung="Texte der Einwilligungen"
        zeilen={zeilen}
        schluessel={({ art }) => art}
        spalten={[
          { schluessel: 'art', titel: 'Einwilligung', kopf: true, zelle: ({ art }) => <Link href={pfade.verwaltungText(art)}>{EINWILLIGUNGSART[art]}</Link> },
          { schluessel: 'heute', titel: 'Heute gilt', zelle: ({ bezeichnung, seit }) => `${bezeichnung}${seit ? `, seit ${formatDatum(seit)}` : ''}` },
          { schluessel: 'kuenftig', titel: 'Vorgesehen', zelle: ({ kuenftige }) => kuenftige.map((tag) => `ab ${formatDatum(tag)}`).join(', ') || 'nichts' },
        ]}
      />
    </>
  );
}
