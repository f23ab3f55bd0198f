import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { saveKernkriterium } from '@kim/domain/anfragen/mutations.server.ts';
import { kernkriterium } from '@kim/domain/anfragen/schema.ts';
import { UNTERLAGENSTAND } from '@kim/domain/einwilligungen/labels.ts';
import { KLASSE } from '@kim/domain/faelle/labels.ts';
import { getKlaerung } from '@kim/domain/klaerung/data.server.ts';
import { PFLICHTUNTERLAGE, SCHRITT } from '@kim/domain/klaerung/labels.ts';
import { fehlendeUnterlagen, fehltImCaseManagement, schritte } from '@kim/domain/klaerung/rules.ts';
import type { Schritt } from '@kim/domain/klaerung/rules.ts';
import { KERNKRITERIEN } from '@kim/kreis/zugaenge.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Aufgabenliste } from '@kim/ui/anzeige/Aufgabenliste.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Neupruefung } from '../components/Neupruefung.tsx';
import { Pruefungen } from '../components/Pruefungen.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte } = await leseFormular(request);
  const gelesen = pruefe(kernkriterium, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveKernkriterium(akteur, nr, gelesen.eingabe.kernkriterium);
  if (!ergebnis.ok) throw nichtGefunden();
  throw redirect(pfade.fallKlaerung(nr));
});

export const loader = fuerFachkraft(async ({ akteur, params }) => oder404(await getKlaerung(akteur, nummerAus(params))));

type Lage = ReturnType<typeof useLoaderData<typeof loader>>;

const ZIEL: Record<Schritt, (nr: string) => string> = {
  erstgespraech: pfade.fallErstgespraech, unterlagen: pfade.fallEinwilligungen, bedarfe: pfade.fallBedarfe, kriterien: pfade.fallKriterien, entscheidung: pfade.fallKriterien,
};

export default function Klaerung() {
  const lage = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const { erledigt, naechster } = stand(lage);
  return (
    <>
      {lage.gestopptAm && <Meldung art="warnung" titel="Die Einwilligung ist widerrufen"><p>Seit {formatDatum(lage.gestopptAm)} wird in diesem Fall nichts mehr aufgeschrieben.</p></Meldung>}
      <Neupruefung nr={nr} vorschlag={lage.vorschlag} />
      <Abschnitt titel="Klärung">
        <p>In der Klärungsphase finden Sie gemeinsam mit der Person heraus, ob KIM die richtige Stelle ist, und wenn ja, ob eine Kurzberatung genügt.</p>
        <p>{naechster ? <>Als Nächstes: <strong>{SCHRITT[naechster].titel}</strong>. {SCHRITT[naechster].wozu}</> : 'Die Klärung ist abgeschlossen. Sie können die Kriterien jederzeit erneut prüfen, zum Beispiel für eine Überführung in ein Case Management.'}</p>
        <Aufgabenliste
          eintraege={(Object.keys(SCHRITT) as Schritt[]).map((schritt) => ({
            href: ZIEL[schritt](nr), titel: SCHRITT[schritt].titel, zusatz: zusatz(schritt, lage),
            stand: erledigt[schritt] ? <Abzeichen art="erfolg">erledigt</Abzeichen> : <Abzeichen art={schritt === naechster ? 'info' : 'neutral'}>{schritt === naechster ? 'als Nächstes' : 'offen'}</Abzeichen>,
          }))}
        />
        {!lage.kernkriterium && !lage.gestopptAm && <Kernkriterium />}
        <Begriff name="Klärungsphase" />
        <Begriff name="Überführung" />
      </Abschnitt>
      <Abschnitt titel="Entscheidungen">
        {lage.pruefungen.length === 0 && <LeererZustand titel="Noch keine Entscheidung">Hier steht später jede Entscheidung mit den Antworten auf die Kriterien und ihren Gründen. Sie wird nie verändert.</LeererZustand>}
        <Pruefungen pruefungen={lage.pruefungen} />
        {!lage.beendetAm && <p><Knopf art="sekundaer" href={pfade.fallAbschluss(nr)}>Fall beenden</Knopf></p>}
      </Abschnitt>
    </>
  );
}

/** Every case is one of the two (R25); who knew it at once has said so with the Anfrage. */
function Kernkriterium() {
  const formular = useFormular(useActionData<typeof action>(), {});
  return (
    <Formular formular={formular}>
      <Optionsgruppe {...formular.feld('kernkriterium')} beschriftung="Kernkriterium" hinweis="Beim Erfassen noch nicht angegeben." waagerecht optionen={alsOptionen(KERNKRITERIEN)} />
      <Knopf art="sekundaer">Kernkriterium speichern</Knopf>
    </Formular>
  );
}

/** A reopened case is cleared anew: then an earlier decision does not count. */
function stand({ erstgespraechAm, unterlagen, offeneBedarfe, pruefungen, phase }: Lage) {
  return schritte({
    erstgespraech: erstgespraechAm !== null, unterlagenVollstaendig: fehltImCaseManagement(unterlagen, true).length === 0, bedarfe: offeneBedarfe, entschieden: pruefungen.length > 0 && phase !== 'klaerung',
  });
}

/** What there is of a step, or what is missing. */
function zusatz(schritt: Schritt, { erstgespraechAm, unterlagen, offeneBedarfe, pruefungen, katalog, klasse }: Lage): string {
  switch (schritt) {
    case 'erstgespraech':
      return erstgespraechAm ? `am ${formatDatum(erstgespraechAm)}` : 'noch nicht erfasst';
    case 'unterlagen': {
      const fehlend = fehlendeUnterlagen(unterlagen, true).map((art) => PFLICHTUNTERLAGE[art]);
      const einverstaendnis = `Einverständnis mit dem Case Management: ${UNTERLAGENSTAND[unterlagen.einverstaendnis]}`;
      return fehlend.length > 0 ? `fehlt: ${fehlend.join(', ')}; ${einverstaendnis}` : einverstaendnis;
    }
    case 'bedarfe':
      return offeneBedarfe === 1 ? '1 Bedarf ist offen' : `${offeneBedarfe} Bedarfe sind offen`;
    case 'kriterien':
      return katalog ? `${katalog.kriterien.length} Kriterien, Schwelle ${katalog.schwelle} (Fassung ${katalog.fassung})` : 'Es gilt noch kein Kriterienkatalog.';
    case 'entscheidung':
      return pruefungen[0] ? `am ${formatDatum(pruefungen[0].am)}: ${KLASSE[pruefungen[0].entscheidung]}` : `noch nicht entschieden; geführt als ${KLASSE[klasse]}`;
  }
}
