import { useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getLinking } from '@kim/domain/vermittlungen/data.server.ts';
import { LUECKENART, VERMITTLUNGSART, VERMITTLUNGSSTAND } from '@kim/domain/vermittlungen/labels.ts';
import { istOffeneVermittlung } from '@kim/domain/vermittlungen/rules.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const { vermittlungen, luecken, personen, nurLesen } = oder404(await getLinking(akteur, nummerAus(params)));
  return { vermittlungen, luecken, personen, nurLesen, heute: heute() };
});

export default function Linking() {
  const { vermittlungen, luecken, personen, nurLesen, heute: tag } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const wen = (personId: string | null) => personen.find(({ id }) => id === personId)?.name ?? 'ganzer Haushalt';
  return (
    <>
      <Abschnitt titel="Vermittlungen">
        <Tabelle
          beschriftung="Vermittlungen, offene zuerst" beschriftungVerborgen zeilen={vermittlungen} schluessel={({ id }) => id}
          leer={<LeererZustand titel="Noch keine Vermittlung">Wohin die Person vermittelt wird und wie es dort weitergeht. Die Fallsteuerung bleibt bei Ihnen.</LeererZustand>}
          spalten={[
            { schluessel: 'stelle', titel: 'Stelle', kopf: true, zelle: ({ id, angebot }) => <Link href={pfade.fallVermittlung(nr, id)}>{angebot}</Link> },
            { schluessel: 'art', titel: 'Art', zelle: ({ art }) => VERMITTLUNGSART[art] },
            { schluessel: 'wen', titel: 'Wen', zelle: ({ personId }) => <bdi>{wen(personId)}</bdi> },
            { schluessel: 'stand', titel: 'Stand', zelle: ({ stand, am }) => <><Abzeichen art={stand === 'angebunden' ? 'erfolg' : stand === 'gescheitert' ? 'fehler' : 'neutral'}>{VERMITTLUNGSSTAND[stand]}</Abzeichen> seit {formatDatum(am)}</> },
            { schluessel: 'pruefen', titel: 'Prüfen am', zelle: ({ stand, pruefenAm }) => (pruefenAm && istOffeneVermittlung(stand) ? <>{formatDatum(pruefenAm)}{pruefenAm <= tag && <> <Abzeichen art="warnung">fällig</Abzeichen></>}</> : '') },
          ]}
        />
        {!nurLesen && (
          <Knopfreihe>
            <Knopf href={pfade.fallVermittlungNeu(nr)} symbol="add">Vermittlung anlegen</Knopf>
            <Knopf art="sekundaer" href={pfade.fallLuecke(nr)}>Kein Angebot vorhanden</Knopf>
          </Knopfreihe>
        )}
      </Abschnitt>
      {luecken.length > 0 && (
        <Abschnitt titel="Was fehlt">
          <Tabelle
            beschriftung="Versorgungslücken" beschriftungVerborgen zeilen={luecken} schluessel={({ id }) => id}
            spalten={[
              { schluessel: 'bereich', titel: 'Bereich', kopf: true, zelle: ({ bereich }) => BEDARFSBEREICHE[bereich] },
              { schluessel: 'art', titel: 'Was fehlt', zelle: ({ art }) => LUECKENART[art] },
              { schluessel: 'kommune', titel: 'Kommune', zelle: ({ kommune }) => kommune },
              { schluessel: 'am', titel: 'Aufgefallen am', zelle: ({ am }) => formatDatum(am) },
              { schluessel: 'notiz', titel: 'Anmerkung', zelle: ({ notiz }) => <bdi>{notiz}</bdi> },
            ]}
          />
          <p className="kim-leise">Gezählt werden Bereich, Art und Kommune. Die Anmerkung bleibt im Fall.</p>
        </Abschnitt>
      )}
    </>
  );
}
