import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { istId } from '@kim/core/ids.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import { listWiedervorlagen } from '@kim/domain/arbeitsvorrat/data.server.ts';
import { erfasseWiedervorlage, erledigeWiedervorlage } from '@kim/domain/arbeitsvorrat/mutations.server.ts';
import { wiedervorlage } from '@kim/domain/arbeitsvorrat/schema.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Erledigt } from '../components/Erledigt.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => ({ schritte: oder404(await listWiedervorlagen(akteur, nummerAus(params))) }));

/** `erledigt` carries the id of a step that is done; anything else is a new step. */
export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const erledigt = werte['erledigt']?.[0];
  if (erledigt !== undefined) {
    const ergebnis = istId(erledigt) ? await erledigeWiedervorlage(akteur, erledigt) : null;
    if (!ergebnis?.ok) throw nichtGefunden();
    throw redirect(werte['zurueck']?.[0] === 'start' ? pfade.start() : pfade.fallSchritte(ergebnis.wert));
  }
  const gelesen = pruefe(wiedervorlage, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await erfasseWiedervorlage(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallSchritte(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Eintrag steht unten.' }, 409);
});

export default function Schritte() {
  const { schritte } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>());
  return (
    <>
      <Abschnitt titel="Nächster Schritt">
        <Formular formular={formular} key={schritte.length}>
          <Raster>
            <Textfeld {...formular.feld('text')} beschriftung="Was ist zu tun?" autoComplete="off" erforderlich />
            <Datumsfeld {...formular.feld('faelligAm')} beschriftung="Bis" erforderlich />
          </Raster>
          <Knopf>Wiedervorlage anlegen</Knopf>
        </Formular>
      </Abschnitt>
      <Abschnitt titel="Wiedervorlagen">
        <Tabelle
          beschriftung="Offene zuerst"
          zeilen={schritte}
          schluessel={(schritt) => schritt.id}
          leer={<LeererZustand titel="Nichts vorgemerkt">Was Sie hier eintragen, erscheint rechtzeitig in Mein Tag.</LeererZustand>}
          spalten={[
            { schluessel: 'text', titel: 'Schritt', kopf: true, zelle: (schritt) => schritt.text },
            { schluessel: 'bis', titel: 'Bis', zelle: (schritt) => formatDatum(schritt.faelligAm) },
            { schluessel: 'stand', titel: 'Stand', zelle: (schritt) => (schritt.erledigtAm ? `erledigt am ${formatDatum(schritt.erledigtAm)}` : <Erledigt id={schritt.id} was={schritt.text} />) },
          ]}
        />
      </Abschnitt>
    </>
  );
}
