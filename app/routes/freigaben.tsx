import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum, formatZeitpunkt } from '@kim/core/zeit.ts';
import { listFreigaben } from '@kim/domain/traeger/freigaben/data.server.ts';
import type { Freigabe } from '@kim/domain/traeger/freigaben/data.server.ts';
import { FOLGE, FREIGABEART, FREIGABESTAND, GRUND } from '@kim/domain/traeger/freigaben/labels.ts';
import { entscheideFreigabe } from '@kim/domain/traeger/freigaben/mutations.server.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Stapel } from '@kim/ui/seite/Stapel.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerTraeger, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Freigaben · KIM Case Management' }];

const ALLE = ['fachkraft', 'leitung', 'traegeradministration'] as const;

export const loader = fuerTraeger(ALLE, async ({ akteur }) => listFreigaben(akteur));

const entscheidung = z.object({ id: z.uuid(), antwort: z.enum(['ja', 'nein']) });

export const action = fuerTraeger(ALLE, async ({ akteur, request }) => {
  const { werte } = await leseFormular(request);
  const gelesen = pruefe(entscheidung, werte);
  if (!gelesen.ok) throw nichtGefunden();
  const ergebnis = await entscheideFreigabe(akteur, gelesen.eingabe.id, gelesen.eingabe.antwort === 'ja');
  if (ergebnis.ok) throw redirect(pfade.freigaben());
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt({ ...werte, aktion: [gelesen.eingabe.id] }, { '': GRUND[ergebnis.grund] }, 409);
});

export default function Freigaben() {
  const { fuerMich, vonMir, uebrige } = useLoaderData<typeof loader>();
  return (
    <>
      <Seitenkopf titel="Freigaben" unterzeile="Schritte, durch die jemand mehr lesen könnte, wirken erst mit der Zustimmung einer zweiten Person." />
      <Abschnitt titel="Wartet auf Sie">
        {fuerMich.length === 0 && <LeererZustand titel="Nichts zu entscheiden">Beantragt jemand eine Freigabe, über die Sie entscheiden, steht sie hier.</LeererZustand>}
        <Stapel>{fuerMich.map((freigabe) => <Entscheidung key={freigabe.id} freigabe={freigabe} />)}</Stapel>
      </Abschnitt>
      {vonMir.length > 0 && <Liste titel="Von Ihnen beantragt" freigaben={vonMir} />}
      {uebrige.length > 0 && <Liste titel="Weitere" freigaben={uebrige} />}
      <Begriff name="Freigabe" />
    </>
  );
}

function Entscheidung({ freigabe }: { freigabe: Freigabe }) {
  const formular = useFormular(useActionData<typeof action>(), {}, freigabe.id);
  return (
    <Karte titel={FREIGABEART[freigabe.art]} betont>
      <Beschreibungsliste
        eintraege={[
          { begriff: 'Beantragt von', inhalt: `${freigabe.beantragtVon} am ${formatZeitpunkt(new Date(freigabe.beantragtAm))}` },
          { begriff: 'Betrifft', inhalt: freigabe.betrifft },
          { begriff: 'Zugunsten von', inhalt: freigabe.beguenstigt },
          { begriff: 'Zeitraum', inhalt: freigabe.von && freigabe.bis && `${formatDatum(freigabe.von)} bis ${formatDatum(freigabe.bis)}` },
          { begriff: 'Fälle', inhalt: freigabe.faelle.length > 0 && `${freigabe.faelle.length}: ${freigabe.fallnummern.join(', ')}` },
        ]}
      />
      <p>{FOLGE[freigabe.art]}</p>
      <Formular formular={formular} aktion={freigabe.id}>
        <input type="hidden" name="id" value={freigabe.id} />
        <Knopfreihe>
          <Knopf name="antwort" value="ja">Zustimmen</Knopf>
          <Knopf art="sekundaer" name="antwort" value="nein">Ablehnen</Knopf>
        </Knopfreihe>
      </Formular>
    </Karte>
  );
}

function Liste({ titel, freigaben }: { titel: string; freigaben: readonly Freigabe[] }) {
  return (
    <Tabelle
      beschriftung={titel}
      zeilen={freigaben}
      schluessel={(freigabe) => freigabe.id}
      spalten={[
        { schluessel: 'art', titel: 'Was', kopf: true, zelle: (freigabe) => FREIGABEART[freigabe.art] },
        { schluessel: 'betrifft', titel: 'Betrifft', zelle: (freigabe) => freigabe.betrifft },
        { schluessel: 'von', titel: 'Beantragt von', zelle: (freigabe) => freigabe.beantragtVon },
        { schluessel: 'am', titel: 'Am', zelle: (freigabe) => formatZeitpunkt(new Date(freigabe.beantragtAm)) },
        { schluessel: 'stand', titel: 'Stand', zelle: (freigabe) => `${FREIGABESTAND[freigabe.stand]}${freigabe.entschiedenVon ? ` (${freigabe.entschiedenVon})` : ''}` },
      ]}
    />
  );
}
