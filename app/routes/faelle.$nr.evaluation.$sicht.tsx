import { data, redirect } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { formatDatum, formatZeitpunkt, heute } from '@kim/core/zeit.ts';
import { getEvaluation } from '@kim/domain/evaluationen/data.server.ts';
import { EVALUATIONSBOGEN, EVALUATIONSSICHT } from '@kim/domain/evaluationen/labels.ts';
import { saveEvaluation } from '@kim/domain/evaluationen/mutations.server.ts';
import { evaluation, istEvaluationssicht } from '@kim/domain/evaluationen/schema.ts';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Bogenformular, sendeBogen } from '../components/Bogenformular.tsx';
import { ohneSelbstspeichern } from '../components/Selbstspeicher.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { BOGENGRUND, evaluationAlsBogen } from '../http/bogen.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

const sichtAus = ({ sicht }: Readonly<Record<string, string | undefined>>) => oder404(istEvaluationssicht(sicht) ? sicht : null);

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const sicht = sichtAus(params);
  const { evaluationen, nurLesen } = oder404(await getEvaluation(akteur, nummerAus(params)));
  const eine = evaluationen[sicht];
  return { sicht, gespeichert: eine ? evaluationAlsBogen(eine) : null, nurLesen, heute: formatDatum(heute()) };
});

export const shouldRevalidate = ohneSelbstspeichern;

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const sicht = sichtAus(params);
  const { werte, aktion } = await leseFormular(request);
  const gelesen = pruefe(evaluation(sicht), werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveEvaluation(akteur, nr, sicht, gelesen.eingabe);
  if (ergebnis.ok) {
    if (aktion === 'selbst') return data({ version: ergebnis.wert, um: formatZeitpunkt(new Date()) });
    throw redirect(pfade.fallEvaluation(nr));
  }
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'konflikt') return data({ werte, fehler: {}, konflikt: evaluationAlsBogen(ergebnis.aktuell) }, { status: 409 });
  return abgelehnt(werte, { '': BOGENGRUND[ergebnis.grund] }, 409);
});

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => sendeBogen(() => serverAction<typeof action>());

export default function Evaluationsbogen() {
  const { sicht, gespeichert, nurLesen, heute } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  return (
    <Abschnitt titel={`Evaluation: ${EVALUATIONSSICHT[sicht]}`}>
      <p>{sicht === 'ratsuchende' ? 'Übertragen Sie, was die Person auf Papier geschrieben oder gesagt hat, in ihren Worten. Kein Feld ist Pflicht.' : 'Kein Feld ist Pflicht. Was Sie schreiben, wird verschlüsselt gespeichert.'}</p>
      <Bogenformular
        key={sicht} tafel={EVALUATIONSBOGEN[sicht]} gespeichert={gespeichert} vorgabe={{ am: heute }} rahmenfelder={[{ name: 'am', beschriftung: 'Tag der Evaluation' }]}
        rahmen={(formular) => <Datumsfeld {...formular.feld('am')} beschriftung="Tag der Evaluation" erforderlich />}
        gesperrtWeil={nurLesen ? 'In diesem Fall wird nichts mehr aufgeschrieben.' : undefined} zurueck={{ href: pfade.fallEvaluation(nr), text: 'Zurück' }}
      />
    </Abschnitt>
  );
}
