import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { DATEIFEHLER } from '@kim/domain/dokumente/labels.ts';
import { getEinwilligungsakte } from '@kim/domain/einwilligungen/data.server.ts';
import { EINWILLIGUNGSART } from '@kim/domain/einwilligungen/labels.ts';
import { erfasseEinwilligung } from '@kim/domain/einwilligungen/mutations.server.ts';
import { einwilligung, EINWILLIGUNGSARTEN, istEinwilligungsart } from '@kim/domain/einwilligungen/schema.ts';
import { wortlautAm } from '@kim/domain/einwilligungstexte/data.server.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Einwilligungsfelder } from '../components/Einwilligungsfelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abdruck, abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const { personen, bestand, angebote } = oder404(await getEinwilligungsakte(akteur, nummerAus(params)));
  const gefragt = url.searchParams.get('art');
  const texte = Object.fromEntries(EINWILLIGUNGSARTEN.map((art) => [art, wortlautAm(bestand, art, heute())]));
  return { art: istEinwilligungsart(gefragt) ? gefragt : EINWILLIGUNGSARTEN[0], personen: personen.filter(({ dabei }) => dabei), texte, angebote, angebot: url.searchParams.get('angebot') ?? '', heute: formatDatum(heute()) };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId, datei: lies } = await leseFormular(request);
  const datei = await lies('datei');
  const gelesen = pruefe(einwilligung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await erfasseEinwilligung(akteur, nr, gelesen.eingabe, datei, { formularId, inhalt: { werte, datei: abdruck(datei) } });
  if (ergebnis.ok) throw redirect(pfade.fallEinwilligungen(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'anderer_inhalt': return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die frühere Erklärung steht in der Liste.' }, 409);
    case 'vor_widerruf': return abgelehnt(werte, { am: `Am ${formatDatum(ergebnis.widerrufenAm)} wurde widerrufen. Eine neue Erklärung kann nicht davor liegen.` });
    case 'beendet': return abgelehnt(werte, { am: 'Der Fall war an diesem Tag schon beendet.' });
    case 'nachweis_fehlt': return abgelehnt(werte, { form: 'Für die elektronische Form fehlt die Unterschrift oder die Datei.' });
    case 'angebot': return abgelehnt(werte, { angebot: 'Diese Stelle steht nicht (mehr) im Verzeichnis.' });
    case 'zwei_nachweise': return abgelehnt(werte, { datei: 'Bitte entweder eine Datei wählen oder am Bildschirm unterschreiben.' });
    default: return abgelehnt(werte, { datei: DATEIFEHLER[ergebnis.grund] });
  }
});

export default function EinwilligungErfassen() {
  const { art: gefragt, personen, texte, angebote, angebot, heute } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>(), { art: gefragt, person: personen[0]?.id, am: heute, form: 'schriftlich', angebot, richtung: 'gegenseitig', zwecke: angebot ? ['vermittlung'] : [] });
  const getippt = formular.feld('art').wert;
  const art = istEinwilligungsart(getippt) ? getippt : gefragt;
  const wortlaut = texte[art];
  return (
    <Abschnitt titel={`${EINWILLIGUNGSART[art]} erfassen`}>
      {wortlaut && (
        <Aufklapper titel={`Text, der heute gilt (${wortlaut.bezeichnung})`}>
          <Freitext>{wortlaut.text}</Freitext>
        </Aufklapper>
      )}
      <Formular formular={formular} mitDatei>
        <input type="hidden" name="art" value={art} />
        <Einwilligungsfelder formular={formular} art={art} personen={personen} angebote={angebote} />
        <Knopfreihe>
          <Knopf>Erklärung speichern</Knopf>
          <Knopf art="sekundaer" href={pfade.fallEinwilligungen(nr)}>Abbrechen</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
