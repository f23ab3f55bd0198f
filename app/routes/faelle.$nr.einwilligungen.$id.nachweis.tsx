import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { z } from 'zod';
import { formatDatum } from '@kim/core/zeit.ts';
import { DATEIFEHLER } from '@kim/domain/dokumente/labels.ts';
import { DATEITYPEN } from '@kim/domain/dokumente/schema.ts';
import { getEinwilligungsblatt } from '@kim/domain/einwilligungen/data.server.ts';
import { EINWILLIGUNGSART } from '@kim/domain/einwilligungen/labels.ts';
import { reicheNachweisNach } from '@kim/domain/einwilligungen/mutations.server.ts';
import { Dateifeld } from '@kim/ui/formular/Dateifeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { abdruck, abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const { einwilligung, person } = oder404(await getEinwilligungsblatt(akteur, nummerAus(params), idAus(params)));
  const { art, am, empfaenger, version } = einwilligung;
  return { art, am, empfaenger, version, person };
});

const eingabe = z.object({ version: z.coerce.number().int().positive() });

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId, datei: lies } = await leseFormular(request);
  const [gelesen, datei] = [pruefe(eingabe, werte), await lies('datei')];
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  if (!datei) return abgelehnt(werte, { datei: 'Bitte wählen Sie eine Datei.' });
  const ergebnis = await reicheNachweisNach(akteur, nr, idAus(params), gelesen.eingabe.version, datei, { formularId, inhalt: { werte, datei: abdruck(datei) } });
  if (ergebnis.ok) throw redirect(pfade.fallEinwilligungen(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'anderer_inhalt': return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Nachweis steht in der Liste.' }, 409);
    case 'konflikt': return abgelehnt(werte, { '': 'Diese Erklärung wurde zwischenzeitlich geändert. Bitte prüfen Sie die Liste der Erklärungen.' }, 409);
    case 'nachweis_liegt_vor': return abgelehnt(werte, { '': 'Zu dieser Erklärung liegt schon ein Nachweis vor.' });
    case 'widerrufen': return abgelehnt(werte, { '': 'Diese Erklärung ist widerrufen. Sie wird nicht mehr geändert.' });
    default: return abgelehnt(werte, { datei: DATEIFEHLER[ergebnis.grund] });
  }
});

export default function Nachweis() {
  const { art, am, empfaenger, version, person } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>());
  return (
    <Abschnitt titel={`${EINWILLIGUNGSART[art]}: Nachweis ablegen`}>
      <p><bdi>{person}</bdi>, {formatDatum(am)}{empfaenger && <>, für <bdi>{empfaenger}</bdi></>}</p>
      <Formular formular={formular} mitDatei>
        <input type="hidden" name="version" value={version} />
        <Dateifeld {...formular.feld('datei')} beschriftung="Unterschriebenes Blatt" hinweis="Scan oder Foto als PDF, PNG oder JPEG, höchstens 10 MB" annahme={DATEITYPEN.join(',')} erforderlich />
        <Knopfreihe>
          <Knopf>Nachweis ablegen</Knopf>
          <Knopf art="sekundaer" href={pfade.fallEinwilligungen(nr)}>Abbrechen</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
