import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { istId } from '@kim/core/ids.ts';
import { fehler } from '@kim/core/result.ts';
import { formatDatum, heute, inTagen } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { getMonitoring } from '@kim/domain/monitoring/data.server.ts';
import { passePlanAn, pruefeVermittlung } from '@kim/domain/monitoring/mutations.server.ts';
import { monitoringpruefung } from '@kim/domain/monitoring/schema.ts';
import { STUFE_ERREICHT } from '@kim/domain/serviceplanung/labels.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Aufgabenliste } from '@kim/ui/anzeige/Aufgabenliste.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Pruefungskarte } from '../components/Pruefungskarte.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

/** Days until a referral is looked at again, unless somebody chooses otherwise. */
const NAECHSTE_PRUEFUNG = 28;

export const loader = fuerFachkraft(async ({ akteur, params }) => ({
  ...oder404(await getMonitoring(akteur, nummerAus(params))), heute: formatDatum(heute()), naechste: formatDatum(inTagen(heute(), NAECHSTE_PRUEFUNG)),
}));

/** `aktion` is the id of the Vermittlung, with „anpassen:“ before it to replace its step in the plan. */
export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const [was, anpassen] = werte['aktion']?.[0]?.split(':') ?? [];
  if (was === 'anpassen') return ersetzeSchritt(akteur, nr, anpassen, werte, formularId);
  const gelesen = pruefe(monitoringpruefung, werte);
  if (!istId(was)) throw nichtGefunden();
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await pruefeVermittlung(akteur, nr, was, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallMonitoring(nr));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'zu_frueh') return abgelehnt(werte, { am: 'An diesem Tag gab es die Vermittlung noch nicht.' });
  return abgelehnt(werte, { '': MELDUNG[ergebnis.grund] }, 409);
});

async function ersetzeSchritt(akteur: TraegerAkteur, nr: string, id: string | undefined, werte: Record<string, string[]>, formularId: string) {
  const ergebnis = istId(id) ? await passePlanAn(akteur, nr, id, { formularId, inhalt: werte }) : fehler('nicht_gefunden');
  if (ergebnis.ok) throw redirect(pfade.fallZiel(nr, ergebnis.wert.ergebnis));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { '': MELDUNG[ergebnis.grund] }, 409);
}

const MELDUNG = {
  beendet: 'Der Fall ist beendet; geprüft wird nichts mehr.',
  kein_case_management: 'Einen Serviceplan gibt es nur im Case Management.',
  ohne_massnahme: 'Diese Vermittlung gehört zu keinem Schritt des Plans.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die frühere Prüfung steht bei der Vermittlung.',
};

export default function Monitoring() {
  const { vermittlungen, ziele, nurLesen, heute: tag, naechste } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const { nr = '' } = useParams();
  return (
    <>
      <Abschnitt titel="Vermittlungen prüfen">
        {vermittlungen.length === 0 && <LeererZustand titel="Keine offene Vermittlung">Was angebahnt oder angebunden ist, steht hier mit den vier Fragen des Monitorings.</LeererZustand>}
        {vermittlungen.map((vermittlung) => (
          <Pruefungskarte key={`${vermittlung.id}-${vermittlung.letzte?.id}`} nr={nr} vermittlung={vermittlung} antwort={antwort} tag={tag} naechste={naechste} nurLesen={nurLesen} />
        ))}
      </Abschnitt>
      <Abschnitt titel="Ziele bewerten">
        {ziele.length === 0 && <LeererZustand titel="Kein Teilziel in Arbeit">Ziele stehen im Serviceplan.</LeererZustand>}
        <Aufgabenliste
          eintraege={ziele.map(({ id, text, bis, bewertung }) => ({
            href: pfade.fallZiel(nr, id), titel: <bdi>{text}</bdi>, zusatz: bis ? `bis ${formatDatum(bis)}` : 'ohne Frist',
            stand: <Abzeichen art={bewertung ? 'info' : 'neutral'}>{bewertung ? `${STUFE_ERREICHT[bewertung.stufe]} (${formatDatum(bewertung.am)})` : 'noch nicht bewertet'}</Abzeichen>,
          }))}
        />
      </Abschnitt>
      <Abschnitt titel="Wie geht es weiter?">
        <p>Wenn sich die Lage geändert hat oder ein Angebot nicht passt, hilft ein Re-Assessment. Sonst passen Sie den Plan an.</p>
        <Knopfreihe>
          <Knopf art="sekundaer" href={pfade.fallServiceplan(nr)}>Plan anpassen</Knopf>
          <Knopf art="sekundaer" href={pfade.fallPhase(nr, { nach: 'reassessment' })}>Re-Assessment beginnen</Knopf>
          <Knopf art="sekundaer" href={pfade.fallPhase(nr, { nach: 'evaluation' })}>Zur Evaluation</Knopf>
        </Knopfreihe>
      </Abschnitt>
    </>
  );
}
