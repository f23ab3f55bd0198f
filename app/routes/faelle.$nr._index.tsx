import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum } from '@kim/core/zeit.ts';
import { saveAnliegen } from '@kim/domain/faelle/mutations.server.ts';
import { getNaechstes } from '@kim/domain/klaerung/data.server.ts';
import { KLASSE } from '@kim/domain/faelle/labels.ts';
import { anliegen } from '@kim/domain/faelle/schema.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { NaechsterSchritt } from '../components/NaechsterSchritt.tsx';
import { Neupruefung } from '../components/Neupruefung.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';
import type { loader as fallLoader } from './faelle.$nr.tsx';

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getNaechstes(akteur, nummerAus(params))));

const eingabe = z.object({ version: z.coerce.number().int(), anliegen });

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte } = await leseFormular(request);
  const gelesen = pruefe(eingabe, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveAnliegen(akteur, nr, gelesen.eingabe.version, gelesen.eingabe.anliegen);
  if (ergebnis.ok) throw redirect(pfade.fall(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { anliegen: 'Inzwischen wurde eine andere Fassung gespeichert; sie steht unten. Ihre Fassung ist erhalten. Bitte führen Sie beide zusammen.' }, 409);
});

export default function Ueberblick() {
  const daten = useRouteLoaderData<typeof fallLoader>('routes/faelle.$nr');
  const { vorschlag, phase, belege, angehalten } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const fall = daten?.fall;
  const formular = useFormular(antwort, { anliegen: fall?.anliegen }, 'anliegen');
  if (!fall) return null;
  const konflikt = !!formular.fehler['anliegen'] && formular.feld('anliegen').wert !== fall.anliegen;
  return (
    <>
      {fall.beendetAm && <Meldung art="info" titel={`Beendet am ${formatDatum(fall.beendetAm)}`} />}
      <Neupruefung nr={fall.fallnummer} vorschlag={vorschlag} />
      {angehalten.length > 0 && !fall.beendetAm && <Angehalten nr={fall.fallnummer} stellen={angehalten} />}
      {phase && !fall.beendetAm && !fall.gestopptAm && <NaechsterSchritt nr={fall.fallnummer} phase={phase} belege={belege} />}
      <Raster spalten="seite">
        <Abschnitt titel="Anliegen">
          <Formular formular={formular} aktion="anliegen">
            <input type="hidden" name="version" value={fall.versionAnliegen} />
            <Textbereich {...formular.feld('anliegen')} beschriftung="In den Worten der Person" zeilen={6} />
            {konflikt && (
              <Meldung art="info" titel="Gespeicherte Fassung">
                <p className="kim-freitext" dir="auto">{fall.anliegen}</p>
              </Meldung>
            )}
            <Knopf>Anliegen speichern</Knopf>
          </Formular>
          <p><Knopf art="sekundaer" href={pfade.fallVerlauf(fall.fallnummer)} symbol="add">Kontakt erfassen</Knopf></p>
        </Abschnitt>
        <Abschnitt titel="Klasse">
          <p>Dieser Fall wird als {KLASSE[fall.klasse]} geführt. Die zuständige Fachkraft entscheidet darüber in der Klärung, anhand der Kriterien.</p>
          <p><Knopf art="sekundaer" href={pfade.fallKlaerung(fall.fallnummer)}>Zur Klärung</Knopf></p>
          <p><Knopf art="tertiaer" href={pfade.fallAbschluss(fall.fallnummer)}>{fall.beendetAm ? 'Ende und Wiederaufnahme' : 'Fall beenden'}</Knopf></p>
          <Begriff name="Case Management" />
          <Begriff name="Kurzberatung" />
        </Abschnitt>
      </Raster>
    </>
  );
}

/** What a revoked Schweigepflichtentbindung asks of the two (R61 b). */
function Angehalten({ nr, stellen }: { nr: string; stellen: readonly string[] }) {
  return (
    <Meldung art="warnung" titel="Eine Schweigepflichtentbindung ist widerrufen">
      <p>Angehalten: {stellen.join(', ')}. Sprechen Sie mit der Person: Geht der Fall ohne diese Stelle weiter, oder endet er?</p>
      <Knopfreihe>
        <Knopf art="sekundaer" href={pfade.fallLinking(nr)}>Ohne diese Stelle weiter</Knopf>
        <Knopf art="tertiaer" href={pfade.fallAbschluss(nr, { grund: 'widerruf' })}>Fall beenden</Knopf>
      </Knopfreihe>
    </Meldung>
  );
}
