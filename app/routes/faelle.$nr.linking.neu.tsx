import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute, inTagen } from '@kim/core/zeit.ts';
import { getLinking } from '@kim/domain/vermittlungen/data.server.ts';
import { VERMITTLUNGSART } from '@kim/domain/vermittlungen/labels.ts';
import { legeVermittlungAn } from '@kim/domain/vermittlungen/mutations.server.ts';
import { vermittlung } from '@kim/domain/vermittlungen/schema.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { kuerze } from '../components/Zielfelder.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

/** Days until a referral is looked at for the first time, unless somebody chooses otherwise. */
const ERSTE_PRUEFUNG = 28;

export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const { angebote, personen, schritte } = oder404(await getLinking(akteur, nummerAus(params)));
  const tag = heute();
  return { angebote: angebote.filter(({ geschlossen }) => !geschlossen), personen: personen.filter(({ dabei }) => dabei), schritte, massnahme: url.searchParams.get('massnahme') ?? '', heute: formatDatum(tag), pruefen: formatDatum(inTagen(tag, ERSTE_PRUEFUNG)) };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(vermittlung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await legeVermittlungAn(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallVermittlung(nr, ergebnis.wert.ergebnis));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'geschlossen': return abgelehnt(werte, { angebot: 'Diese Stelle ist geschlossen oder steht nicht im Verzeichnis. Bitte wählen Sie eine andere.' });
    case 'verweis': return abgelehnt(werte, { [ergebnis.feld]: ergebnis.feld === 'person' ? 'Bitte wählen Sie eine Person, die zu diesem Fall gehört.' : 'Bitte wählen Sie einen Schritt dieses Falls.' });
    default: return abgelehnt(werte, { '': MELDUNG[ergebnis.grund] }, 409);
  }
});

const MELDUNG = {
  beendet: 'Der Fall ist beendet; vermittelt wird nicht mehr.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die frühere Vermittlung steht in der Liste.',
};

export default function NeueVermittlung() {
  const { angebote, personen, schritte, massnahme, heute: tag, pruefen } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const schritt = schritte.find(({ id }) => id === massnahme);
  const formular = useFormular(useActionData<typeof action>(), { art: 'angebot', person: personen.length === 1 ? personen[0]?.id : '', massnahme, am: tag, pruefenAm: pruefen, anlass: schritt?.was });
  return (
    <Abschnitt titel="Vermittlung anlegen">
      <p>Damit geht noch nichts hinaus. Was die Stelle erfährt, entscheiden Sie danach, mit der Schweigepflichtentbindung der Person. <Link href={pfade.fallLuecke(nr)}>Kein Angebot vorhanden?</Link></p>
      <Formular formular={formular}>
        <Optionsgruppe {...formular.feld('art')} beschriftung="Art" optionen={alsOptionen(VERMITTLUNGSART)} erforderlich />
        <Auswahl {...formular.feld('angebot')} beschriftung="Stelle" leer="Bitte wählen" optionen={angebote.map(({ id, name }) => ({ wert: id, text: name }))} erforderlich />
        <Raster spalten="schmal">
          <Auswahl {...formular.feld('person')} beschriftung="Wen" leer="ganzer Haushalt" optionen={personen.map(({ id, name }) => ({ wert: id, text: name }))} />
          <Auswahl {...formular.feld('massnahme')} beschriftung="Schritt des Plans" leer="keiner" optionen={schritte.map(({ id, was }) => ({ wert: id, text: kuerze(was) }))} />
          <Datumsfeld {...formular.feld('am')} beschriftung="Tag" erforderlich />
          <Datumsfeld {...formular.feld('pruefenAm')} beschriftung="Nachfragen am" hinweis="Erscheint dann in Mein Tag." />
        </Raster>
        <Textbereich {...formular.feld('anlass')} beschriftung="Worum geht es?" hinweis="Bleibt im Fall." zeilen={3} />
        <Knopfreihe>
          <Knopf>Vermittlung anlegen</Knopf>
          <Knopf art="sekundaer" href={pfade.fallLinking(nr)}>Abbrechen</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
