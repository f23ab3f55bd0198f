import { useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getEinwilligungsakte } from '@kim/domain/einwilligungen/data.server.ts';
import { EINWILLIGUNGSART, EINWILLIGUNGSFORM, UNTERLAGE_FEHLT, UNTERLAGENSTAND } from '@kim/domain/einwilligungen/labels.ts';
import { standVon } from '@kim/domain/einwilligungen/rules.ts';
import type { Unterlagenstand } from '@kim/domain/einwilligungen/rules.ts';
import { EINWILLIGUNGSARTEN } from '@kim/domain/einwilligungen/schema.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const { personen, einwilligungen, unterlagen } = oder404(await getEinwilligungsakte(akteur, nummerAus(params)));
  const namen = Object.fromEntries(personen.map(({ id, name }) => [id, name]));
  const zeilen = einwilligungen.map(({ id, art, am, gueltigBis, widerrufenAm, form, empfaenger, nachweisId, stand, personId }) => ({
    id, art, am, gueltigBis, widerrufenAm, form, empfaenger, nachweisId, stand, person: namen[personId] ?? '', heute: standVon([{ id, art, stand, am, gueltigBis, widerrufenAm }], heute()),
  }));
  return { zeilen, unterlagen };
});

const FARBE = { liegt_vor: 'erfolg', abgelaufen: 'warnung', verweigert: 'fehler', widerrufen: 'fehler', fehlt: 'neutral' } as const satisfies Record<Unterlagenstand, string>;

const Stand = ({ stand }: { stand: Unterlagenstand }) => <Abzeichen art={FARBE[stand]}>{UNTERLAGENSTAND[stand]}</Abzeichen>;

export default function Einwilligungen() {
  const { zeilen, unterlagen } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  return (
    <>
      <Abschnitt titel="Was vorliegt">
        <Tabelle
          beschriftung="Unterlagen der Hauptperson"
          beschriftungVerborgen
          zeilen={EINWILLIGUNGSARTEN}
          schluessel={(art) => art}
          spalten={[
            { schluessel: 'art', titel: 'Unterlage', kopf: true, zelle: (art) => EINWILLIGUNGSART[art] },
            { schluessel: 'stand', titel: 'Stand', zelle: (art) => <><Stand stand={unterlagen[art]} /> {UNTERLAGE_FEHLT[unterlagen[art]]}</> },
            {
              schluessel: 'tun', titel: 'Nächster Schritt',
              zelle: (art) => (
                <>
                  <Link href={pfade.fallEinwilligungNeu(nr, { art })} aria-label={`${EINWILLIGUNGSART[art]} erfassen`}>Erfassen</Link>
                  {' · '}
                  <Link href={pfade.fallVordruck(nr, art)} aria-label={`${EINWILLIGUNGSART[art]}: Vordruck`}>Vordruck</Link>
                </>
              ),
            },
          ]}
        />
      </Abschnitt>
      <Abschnitt titel="Alle Erklärungen">
        <Tabelle
          beschriftung="Erklärungen, die neueste zuerst"
          beschriftungVerborgen
          zeilen={zeilen}
          schluessel={({ id }) => id}
          leer={<LeererZustand titel="Noch keine Erklärung">Hier steht, wer wann in was eingewilligt, was abgelehnt und was widerrufen hat.</LeererZustand>}
          spalten={[
            { schluessel: 'art', titel: 'Erklärung', kopf: true, zelle: ({ art, empfaenger }) => <>{EINWILLIGUNGSART[art]}{empfaenger && <>: <bdi>{empfaenger}</bdi></>}</> },
            { schluessel: 'person', titel: 'Person', zelle: ({ person }) => <bdi>{person}</bdi> },
            { schluessel: 'stand', titel: 'Stand', zelle: (zeile) => <Stand stand={zeile.heute} /> },
            { schluessel: 'am', titel: 'Seit', zelle: ({ am, gueltigBis, widerrufenAm }) => `${formatDatum(am)}${gueltigBis ? `, gilt bis ${formatDatum(gueltigBis)}` : ''}${widerrufenAm ? `, widerrufen am ${formatDatum(widerrufenAm)}` : ''}` },
            { schluessel: 'form', titel: 'Form', zelle: ({ form, nachweisId }) => <>{EINWILLIGUNGSFORM[form]}{nachweisId ? <>, <Link href={pfade.fallDokument(nr, nachweisId)} download="">Nachweis</Link></> : ', ohne Nachweis'}</> },
            {
              schluessel: 'tun', titel: 'Möglich',
              zelle: ({ id, art, stand, nachweisId }) => (
                <>
                  <Link href={pfade.fallEinwilligungDruck(nr, id)} aria-label={`${EINWILLIGUNGSART[art]}: Druckansicht`}>Druckansicht</Link>
                  {!nachweisId && stand !== 'widerrufen' && <> · <Link href={pfade.fallNachweis(nr, id)} aria-label={`${EINWILLIGUNGSART[art]}: Nachweis ablegen`}>Nachweis ablegen</Link></>}
                  {stand === 'erteilt' && <> · <Link href={pfade.fallWiderruf(nr, id)} aria-label={`${EINWILLIGUNGSART[art]}: Widerruf`}>Widerruf</Link></>}
                </>
              ),
            },
          ]}
        />
      </Abschnitt>
    </>
  );
}
