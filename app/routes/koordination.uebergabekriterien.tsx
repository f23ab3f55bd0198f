import type { MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { beschliesseUebergabekriterien, geltende, listUebergabekriterien, uebergabekriterien } from '@kim/kreis/uebergabekriterien.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerKoordination } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Übergabekriterien · KIM Case Management' }];

export const loader = fuerKoordination(async ({ akteur }) => {
  const fassungen = await listUebergabekriterien(akteur);
  return { fassungen, gilt: geltende(fassungen, heute())?.id ?? null, heute: formatDatum(heute()) };
});

export const action = fuerKoordination(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(uebergabekriterien, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await beschliesseUebergabekriterien(akteur, gelesen.eingabe, formularId);
  if (ergebnis.ok) throw redirect(pfade.koordinationUebergabekriterien());
  return abgelehnt(werte, { '': 'Eben wurde schon eine Fassung angelegt. Sie steht oben; bitte prüfen Sie, ob Ihre noch gebraucht wird.' }, 409);
});

export default function Uebergabekriterien() {
  const { fassungen, gilt, heute: tag } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>(), { giltAb: tag, kriterien: fassungen[0]?.kriterien.join('\n') });
  return (
    <>
      <Seitenkopf titel="Übergabekriterien" vorzeile="Koordination" />
      <p>Wann eine Person an einen Wohlfahrtsverband übergeben wird (Kapitel 10). Das Konzept lässt die Kriterien offen; hier stehen sie, sobald sie beschlossen sind.</p>
      <Abschnitt titel="Fassungen">
        {fassungen.length === 0 && <LeererZustand titel="Noch keine Kriterien">Solange keine beschlossen sind, entscheiden die Fachkräfte im Einzelfall.</LeererZustand>}
        {fassungen.map(({ id, fassung, giltAb, beschluss, kriterien }) => (
          <Karte key={id} titel={`Fassung ${fassung}`} vorzeile={`gilt ab ${formatDatum(giltAb)} · ${beschluss}`} unterzeile={id === gilt && <Abzeichen art="erfolg">gilt heute</Abzeichen>}>
            <ul>{kriterien.map((eines) => <li key={eines}>{eines}</li>)}</ul>
          </Karte>
        ))}
      </Abschnitt>
      <Abschnitt titel="Neue Fassung festhalten">
        <p>Eine festgehaltene Fassung ändert sich nie. Sie gilt ab ihrem Tag für alle Träger.</p>
        <Formular formular={formular} key={fassungen[0]?.id}>
          <Textbereich {...formular.feld('kriterien')} beschriftung="Kriterien" hinweis="Eines je Zeile" zeilen={6} erforderlich />
          <Textfeld {...formular.feld('beschluss')} beschriftung="Beschluss" hinweis="Zum Beispiel: Lenkungskreis vom 12.01.2027" erforderlich autoComplete="off" />
          <Datumsfeld {...formular.feld('giltAb')} beschriftung="Gilt ab" erforderlich />
          <Knopf>Fassung festhalten</Knopf>
        </Formular>
      </Abschnitt>
    </>
  );
}
