import { useLoaderData, useParams } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { EINWILLIGUNGSFORM } from '@kim/domain/einwilligungen/labels.ts';
import { getFassung } from '@kim/domain/serviceplanung/data.server.ts';
import { VEREINBARENDE_WORTE } from '@kim/domain/serviceplanung/labels.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Planaenderungen } from '../components/Planaenderungen.tsx';
import { Planliste } from '../components/Planliste.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getFassung(akteur, nummerAus(params), idAus(params))));

export default function Planfassung() {
  const { fassung, vorige, aenderungen, personen } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const person = personen.find(({ id }) => id === fassung.personId)?.name ?? '';
  return (
    <>
      <Abschnitt titel={`Fassung ${fassung.fassung}`}>
        <Beschreibungsliste
          eintraege={[
            { begriff: 'Vereinbart', inhalt: `am ${formatDatum(fassung.vereinbartAm)}${fassung.ort ? `, ${fassung.ort}` : ''}` },
            { begriff: 'Mit', inhalt: <bdi>{person}</bdi> },
            { begriff: 'Zugestimmt hat', inhalt: <>{VEREINBARENDE_WORTE[fassung.durch]}{fassung.vertreten && <>: <bdi>{fassung.vertreten}</bdi></>}</> },
            { begriff: 'Form', inhalt: EINWILLIGUNGSFORM[fassung.form] },
            { begriff: 'Ausgehändigt in', inhalt: fassung.sprache ? sprachname(fassung.sprache) : 'Deutsch' },
            { begriff: 'Erfasst von', inhalt: fassung.erfasstVon },
          ]}
        />
        <Knopfreihe>
          <Knopf art="sekundaer" href={pfade.fallPlandruck(nr, { fassung: fassung.id, sprache: fassung.sprache ?? undefined })}>Drucken</Knopf>
          {fassung.nachweisId && <Knopf art="tertiaer" href={pfade.fallDokument(nr, fassung.nachweisId)}>Unterschriebenes Blatt</Knopf>}
          <Knopf art="tertiaer" href={pfade.fallServiceplan(nr)}>Zurück zum Plan</Knopf>
        </Knopfreihe>
        <Planliste plan={fassung.plan} personen={personen} />
      </Abschnitt>
      {vorige && (
        <Abschnitt titel={`Was sich seit Fassung ${vorige.fassung} geändert hat`}>
          {aenderungen?.length === 0 ? <p>Ziele und Schritte sind gleich geblieben.</p> : <Planaenderungen aenderungen={aenderungen ?? []} personen={personen} />}
        </Abschnitt>
      )}
    </>
  );
}
