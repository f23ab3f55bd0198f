import { redirect } from '@remix-run/node';
import { useActionData, useRouteLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum } from '@kim/core/zeit.ts';
import { saveAnliegen, setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { KLASSE } from '@kim/domain/faelle/labels.ts';
import { anliegen, KLASSEN } from '@kim/domain/faelle/schema.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';
import type { loader as fallLoader } from './faelle.$nr.tsx';

const formen = {
  anliegen: z.object({ version: z.coerce.number().int(), anliegen }),
  klasse: z.object({ klasse: z.enum(KLASSEN, 'Bitte wählen Sie eine Klasse.') }),
};

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte } = await leseFormular(request);
  if (werte['aktion']?.[0] === 'klasse') {
    const gelesen = pruefe(formen.klasse, werte);
    if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
    const ergebnis = await setzeKlasse(akteur, nr, gelesen.eingabe.klasse);
    if (ergebnis.ok) throw redirect(pfade.fall(nr));
    if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
    return abgelehnt(werte, { klasse: ergebnis.grund === 'beendet' ? 'Der Fall ist beendet.' : 'Die Klasse ändert nur, wer für den Fall zuständig ist.' });
  }
  const gelesen = pruefe(formen.anliegen, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveAnliegen(akteur, nr, gelesen.eingabe.version, gelesen.eingabe.anliegen);
  if (ergebnis.ok) throw redirect(pfade.fall(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { anliegen: 'Inzwischen wurde eine andere Fassung gespeichert; sie steht unten. Ihre Fassung ist erhalten. Bitte führen Sie beide zusammen.' }, 409);
});

export default function Ueberblick() {
  const daten = useRouteLoaderData<typeof fallLoader>('routes/faelle.$nr');
  const antwort = useActionData<typeof action>();
  const fall = daten?.fall;
  const formular = useFormular(antwort, { anliegen: fall?.anliegen }, 'anliegen');
  const klasse = useFormular(antwort, { klasse: fall?.klasse }, 'klasse');
  if (!fall) return null;
  const konflikt = !!formular.fehler['anliegen'] && formular.feld('anliegen').wert !== fall.anliegen;
  return (
    <>
      {fall.beendetAm && <Meldung art="info" titel={`Beendet am ${formatDatum(fall.beendetAm)}`} />}
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
          <Formular formular={klasse} aktion="klasse">
            <Optionsgruppe {...klasse.feld('klasse')} beschriftung="Art der Beratung" optionen={KLASSEN.map((wert) => ({ wert, text: KLASSE[wert] }))} />
            <Knopf art="sekundaer" gesperrtWeil={fall.zustaendigId === daten.ich ? undefined : `Ändern kann das ${fall.fachkraft}.`}>Klasse ändern</Knopf>
          </Formular>
          <Begriff name="Case Management" />
          <Begriff name="Kurzberatung" />
        </Abschnitt>
      </Raster>
    </>
  );
}
