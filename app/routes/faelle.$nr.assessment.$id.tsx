import { data, redirect } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { formatDatum, formatZeitpunkt } from '@kim/core/zeit.ts';
import { getAssessment } from '@kim/domain/assessments/data.server.ts';
import type { Assessment } from '@kim/domain/assessments/data.server.ts';
import { ANLASS, ASSESSMENTBOGEN, HERKUNFT } from '@kim/domain/assessments/labels.ts';
import { saveAssessment } from '@kim/domain/assessments/mutations.server.ts';
import { assessment } from '@kim/domain/assessments/schema.ts';
import type { GespeicherterBogen } from '@kim/domain/boegen/schema.ts';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Bedarfsuebersicht } from '../components/Bedarfsuebersicht.tsx';
import { Bogenformular, sendeBogen } from '../components/Bogenformular.tsx';
import { ohneSelbstspeichern } from '../components/Selbstspeicher.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { BOGENGRUND } from '../http/bogen.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

/** The stored Assessment as its form shows it. */
const alsBogen = ({ am, bogen, version, gespeichertVon, gespeichertAm }: Assessment): GespeicherterBogen =>
  ({ version, gespeichertVon, gespeichertAm, werte: { am: formatDatum(am), ...bogen } });

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const { assessment: eines, bedarfe, nurLesen } = oder404(await getAssessment(akteur, nummerAus(params), idAus(params)));
  return { id: eines.id, anlass: eines.anlass, herkunft: eines.herkunft, gespeichert: alsBogen(eines), bedarfe, nurLesen };
});

export const shouldRevalidate = ohneSelbstspeichern;

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const id = idAus(params);
  const { werte, aktion } = await leseFormular(request);
  const gelesen = pruefe(assessment, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveAssessment(akteur, nr, id, gelesen.eingabe);
  if (ergebnis.ok) {
    if (aktion === 'selbst') return data({ version: ergebnis.wert, um: formatZeitpunkt(new Date()) });
    throw redirect(pfade.fallAssessment(nr));
  }
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'konflikt') return data({ werte, fehler: {}, konflikt: alsBogen(ergebnis.aktuell) }, { status: 409 });
  return abgelehnt(werte, { '': BOGENGRUND[ergebnis.grund] }, 409);
});

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => sendeBogen(() => serverAction<typeof action>());

export default function Assessmentseite() {
  const { id, anlass, herkunft, gespeichert, bedarfe, nurLesen } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  return (
    <>
      <Abschnitt titel={ANLASS[anlass]}>
        <p>Kein Feld ist Pflicht. Was Sie schreiben, wird verschlüsselt gespeichert.{herkunft && ` Begonnen mit den Angaben aus ${HERKUNFT[herkunft.art]} vom ${formatDatum(herkunft.am)}; bitte prüfen Sie sie im Gespräch.`}</p>
        <Bogenformular
          key={id} tafel={ASSESSMENTBOGEN} gespeichert={gespeichert} rahmenfelder={[{ name: 'am', beschriftung: 'Tag des Gesprächs' }]}
          rahmen={(formular) => <Datumsfeld {...formular.feld('am')} beschriftung="Tag des Gesprächs" erforderlich />}
          gesperrtWeil={nurLesen ? 'In diesem Fall wird nichts mehr aufgeschrieben.' : undefined} zurueck={{ href: pfade.fallAssessment(nr), text: 'Zurück' }}
        />
      </Abschnitt>
      <Bedarfsuebersicht nr={nr} bedarfe={bedarfe} />
    </>
  );
}
