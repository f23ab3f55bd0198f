import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { formatDatum } from '@kim/core/zeit.ts';
import { getAssessments } from '@kim/domain/assessments/data.server.ts';
import { ANLASS } from '@kim/domain/assessments/labels.ts';
import { beginneAssessment } from '@kim/domain/assessments/mutations.server.ts';
import { assessmentbeginn } from '@kim/domain/assessments/schema.ts';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Bedarfsuebersicht } from '../components/Bedarfsuebersicht.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { BOGENGRUND } from '../http/bogen.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

/** Strengths and wishes first (R65); the rest is on the page of each one. */
export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const { assessments, ...lage } = oder404(await getAssessments(akteur, nummerAus(params)));
  return {
    ...lage,
    assessments: assessments.map(({ id, anlass, am, version, gespeichertVon, bogen }) => ({ id, anlass, am, version, gespeichertVon, staerken: bogen['staerken'] ?? '', wuensche: bogen['wuensche'] ?? '' })),
  };
});

const GRUND = { ...BOGENGRUND, schon_begonnen: 'Inzwischen wurde ein Assessment begonnen; es steht jetzt hier.' };

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(assessmentbeginn, werte);
  if (!gelesen.ok) throw nichtGefunden();
  const ergebnis = await beginneAssessment(akteur, nr, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fallAssessmentbogen(nr, ergebnis.wert.ergebnis));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt({}, { '': GRUND[ergebnis.grund] }, 409);
});

export default function Assessments() {
  const { assessments, bedarfe, naechster, klasse, nurLesen } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>());
  const { nr = '' } = useParams();
  const imVerfahren = klasse === 'case_management';
  return (
    <>
      <Abschnitt titel="Assessment">
        {!imVerfahren && <LeererZustand titel="Kein Case Management">Ein Assessment gibt es im Case Management. Darüber entscheiden Sie in der Klärung.</LeererZustand>}
        {imVerfahren && assessments.length === 0 && <LeererZustand titel="Noch kein Assessment">Was im Erstgespräch gesagt wurde, steht schon im Bogen. Beginnen Sie mit dem, was gelingt.</LeererZustand>}
        {assessments.map(({ id, anlass, am, version, gespeichertVon, staerken, wuensche }) => (
          <Karte key={id} titel={`${ANLASS[anlass]} vom ${formatDatum(am)}`} vorzeile={version === 1 ? 'begonnen, noch nicht gespeichert' : `zuletzt gespeichert von ${gespeichertVon}`} fuss={<Knopf art="sekundaer" href={pfade.fallAssessmentbogen(nr, id)}>{`${ANLASS[anlass]} vom ${formatDatum(am)} öffnen`}</Knopf>}>
            {staerken && <><p><strong>Stärken</strong></p><Freitext>{staerken}</Freitext></>}
            {wuensche && <><p><strong>Wünsche</strong></p><Freitext>{wuensche}</Freitext></>}
          </Karte>
        ))}
        {imVerfahren && !nurLesen && (
          <Formular formular={formular} key={assessments.length}>
            <input type="hidden" name="nach" value={assessments[0]?.id ?? ''} />
            <Knopf art={assessments.length === 0 ? 'primaer' : 'sekundaer'}>{ANLASS[naechster]} beginnen</Knopf>
          </Formular>
        )}
      </Abschnitt>
      <Bedarfsuebersicht nr={nr} bedarfe={bedarfe} />
    </>
  );
}
