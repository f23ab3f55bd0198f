import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getEinwilligungsblatt } from '@kim/domain/einwilligungen/data.server.ts';
import { EINWILLIGUNGSART, FOLGE } from '@kim/domain/einwilligungen/labels.ts';
import { widerrufeEinwilligung } from '@kim/domain/einwilligungen/mutations.server.ts';
import { WIDERRUFSFOLGE } from '@kim/domain/einwilligungen/rules.ts';
import { widerruf } from '@kim/domain/einwilligungen/schema.ts';
import { listAbhaengige } from '@kim/domain/vermittlungen/data.server.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const { einwilligung, person } = oder404(await getEinwilligungsblatt(akteur, nummerAus(params), idAus(params)));
  const { art, am, empfaenger, stand, version } = einwilligung;
  const betroffen = await listAbhaengige(akteur, nummerAus(params), einwilligung.id);
  return { betroffen, art, am, empfaenger, stand, version, person, heute: formatDatum(heute()) };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte } = await leseFormular(request);
  const gelesen = pruefe(widerruf, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const { version, am } = gelesen.eingabe;
  const ergebnis = await widerrufeEinwilligung(akteur, nr, idAus(params), version, am);
  if (ergebnis.ok) throw redirect(pfade.fallEinwilligungen(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'vor_erteilung': return abgelehnt(werte, { am: `Erteilt wurde sie erst am ${formatDatum(ergebnis.erteiltAm)}.` });
    case 'nicht_erteilt': return abgelehnt(werte, { '': 'Diese Erklärung gilt schon nicht mehr. Es gibt nichts zu widerrufen.' });
    case 'konflikt': return abgelehnt(werte, { '': 'Diese Erklärung wurde zwischenzeitlich geändert. Bitte prüfen Sie die Angaben und bestätigen Sie noch einmal.' }, 409);
  }
});

export default function Widerruf() {
  const { art, am, empfaenger, stand, version, person, betroffen, heute } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>(), { am: heute });
  return (
    <Abschnitt titel={`${EINWILLIGUNGSART[art]} widerrufen`}>
      <Beschreibungsliste
        eintraege={[
          { begriff: 'Person', inhalt: <bdi>{person}</bdi> },
          { begriff: 'Erteilt am', inhalt: formatDatum(am) },
          ...(empfaenger ? [{ begriff: 'Für', inhalt: <bdi>{empfaenger}</bdi> }] : []),
        ]}
      />
      <Meldung art="warnung" titel="Das geschieht mit dem Widerruf">
        <ul>{FOLGE[WIDERRUFSFOLGE[art]].map((satz) => <li key={satz}>{satz}</li>)}</ul>
        {betroffen.length > 0 && <><p>Angehalten wird:</p><ul>{betroffen.map((eine) => <li key={eine}>{eine}</li>)}</ul></>}
      </Meldung>
      <Formular formular={formular}>
        <input type="hidden" name="version" value={version} />
        <Datumsfeld {...formular.feld('am')} beschriftung="Tag des Widerrufs" erforderlich />
        <Knopfreihe>
          <Knopf gesperrtWeil={stand === 'erteilt' ? undefined : 'Diese Erklärung gilt schon nicht mehr.'}>Widerruf eintragen</Knopf>
          <Knopf art="sekundaer" href={pfade.fallEinwilligungen(nr)}>Abbrechen</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
