import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getLinking } from '@kim/domain/vermittlungen/data.server.ts';
import { LUECKENART } from '@kim/domain/vermittlungen/labels.ts';
import { erfasseLuecke } from '@kim/domain/vermittlungen/mutations.server.ts';
import { luecke } from '@kim/domain/vermittlungen/schema.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const { kommunen, kommuneId, vermittlungen } = oder404(await getLinking(akteur, nummerAus(params)));
  return { kommunen, kommuneId, vermittlungen, vermittlung: url.searchParams.get('vermittlung') ?? '', heute: formatDatum(heute()) };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(luecke, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await erfasseLuecke(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallLinking(nr));
  switch (ergebnis.grund) {
    case 'nicht_gefunden': throw nichtGefunden();
    case 'verweis': return abgelehnt(werte, { [ergebnis.feld]: ergebnis.feld === 'kommune' ? 'Bitte wählen Sie eine Kommune, für die Ihr Träger Stellen hat.' : 'Bitte wählen Sie eine Vermittlung dieses Falls.' });
    default: return abgelehnt(werte, { '': MELDUNG[ergebnis.grund] }, 409);
  }
});

const MELDUNG = {
  beendet: 'Der Fall ist beendet.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Eintrag steht in der Liste.',
};

export default function Versorgungsluecke() {
  const { kommunen, kommuneId, vermittlungen, vermittlung, heute: tag } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const formular = useFormular(useActionData<typeof action>(), { kommune: kommuneId, vermittlung, am: tag, art: 'kein_angebot' });
  return (
    <Abschnitt titel="Kein Angebot vorhanden">
      <p>Was in der Region fehlt, wird gezählt: Bereich, Art und Kommune, nie die Person. So kann es sich ändern.</p>
      <Formular formular={formular}>
        <Raster spalten="schmal">
          <Auswahl {...formular.feld('bereich')} beschriftung="Bereich" leer="Bitte wählen" optionen={alsOptionen(BEDARFSBEREICHE)} erforderlich />
          <Auswahl {...formular.feld('kommune')} beschriftung="Kommune" optionen={kommunen.map(({ id, name }) => ({ wert: id, text: name }))} erforderlich />
          <Datumsfeld {...formular.feld('am')} beschriftung="Aufgefallen am" erforderlich />
        </Raster>
        <Optionsgruppe {...formular.feld('art')} beschriftung="Was fehlt?" optionen={alsOptionen(LUECKENART)} erforderlich />
        {vermittlungen.length > 0 && <Auswahl {...formular.feld('vermittlung')} beschriftung="Aufgefallen bei" leer="keiner Vermittlung" optionen={vermittlungen.map(({ id, angebot }) => ({ wert: id, text: angebot }))} />}
        <Textbereich {...formular.feld('notiz')} beschriftung="Anmerkung" hinweis="Bleibt im Fall." zeilen={3} optional />
        <Knopfreihe>
          <Knopf>Lücke festhalten</Knopf>
          <Knopf art="sekundaer" href={pfade.fallLinking(nr)}>Abbrechen</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
