import { data, redirect } from '@remix-run/node';
import { isRouteErrorResponse, useActionData, useFetcher, useLoaderData, useParams } from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { formatDatum, formatZeitpunkt, heute } from '@kim/core/zeit.ts';
import { getErstgespraech } from '@kim/domain/klaerung/erstgespraech/data.server.ts';
import type { Erstgespraech } from '@kim/domain/klaerung/erstgespraech/data.server.ts';
import { saveErstgespraech } from '@kim/domain/klaerung/erstgespraech/mutations.server.ts';
import { passendeKanaele } from '@kim/domain/klaerung/erstgespraech/rules.ts';
import { erstgespraech } from '@kim/domain/klaerung/erstgespraech/schema.ts';
import { KANAL } from '@kim/domain/kontakte/labels.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Bogenfelder, Rahmenfelder } from '../components/Bogenfelder.tsx';
import { alsBogenwerte, Bogenkonflikt } from '../components/Bogenkonflikt.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { ohneSelbstspeichern, Selbstspeicher } from '../components/Selbstspeicher.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params }) => ({ ...oder404(await getErstgespraech(akteur, nummerAus(params))), heute: formatDatum(heute()) }));

export const shouldRevalidate = ohneSelbstspeichern;

const GRUND = {
  beendet: { feld: '', text: 'Der Fall ist beendet; der Bogen bleibt, wie er ist.' },
  gestoppt: { feld: '', text: 'Die Einwilligung ist widerrufen. In diesem Fall wird nichts mehr aufgeschrieben.' },
  ort: { feld: 'ort', text: 'Diesen Ort gibt es nicht.' },
} as const;

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const nr = nummerAus(params);
  const { werte, aktion } = await leseFormular(request);
  const gelesen = pruefe(erstgespraech, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await saveErstgespraech(akteur, nr, gelesen.eingabe);
  if (ergebnis.ok) {
    if (aktion === 'selbst') return data({ version: ergebnis.wert, um: formatZeitpunkt(new Date()) });
    throw redirect(pfade.fallKlaerung(nr));
  }
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  if (ergebnis.grund === 'konflikt') return data({ werte, fehler: {}, konflikt: ergebnis.aktuell }, { status: 409 });
  if (ergebnis.grund === 'zu_frueh') return abgelehnt(werte, { am: `Das Erstgespräch liegt höchstens 31 Tage vor der Eröffnung des Falls, frühestens am ${formatDatum(ergebnis.fruehestens)}.` });
  return abgelehnt(werte, { [GRUND[ergebnis.grund].feld]: GRUND[ergebnis.grund].text });
});

/** A server that cannot be reached must not take the page away from who is typing. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (fehler) {
    if (fehler instanceof TypeError || (isRouteErrorResponse(fehler) && fehler.status === 503)) return { nichtErreichbar: true };
    throw fehler;
  }
}

type Antwort = Awaited<ReturnType<typeof clientAction>> | undefined;

const konfliktIn = (antwort: Antwort) => (antwort && 'konflikt' in antwort ? { aktuell: antwort.konflikt as Erstgespraech, werte: antwort.werte as Record<string, string[]> } : null);

/** What is said below the form about the last saving. */
function meldung(antwort: Antwort, gespeichert: Erstgespraech | null): string {
  if (antwort && 'nichtErreichbar' in antwort) return 'Noch nicht gespeichert: Der Server ist nicht erreichbar. Ihre Eingaben stehen weiter hier.';
  if (antwort && 'fehler' in antwort && Object.values(antwort.fehler)[0]) return `Noch nicht gespeichert: ${Object.values(antwort.fehler)[0]}`;
  if (antwort && 'um' in antwort) return `Gespeichert: ${antwort.um}`;
  return gespeichert ? `Zuletzt gespeichert: ${formatZeitpunkt(new Date(gespeichert.gespeichertAm))}, ${gespeichert.gespeichertVon}` : 'Noch nicht gespeichert.';
}

export default function Erstgespraechsseite() {
  const { erstgespraech: gespeichert, vorgabe, orte, nurLesen, heute } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const gesendet = useActionData<typeof clientAction>();
  const selbst = useFetcher<typeof clientAction>();
  const konflikt = konfliktIn(gesendet) ?? konfliktIn(selbst.data);
  const formular = useFormular(gesendet, gespeichert ? alsBogenwerte(gespeichert) : { am: heute, kanal: 'persoenlich', sprachmittlung: vorgabe?.sprachmittlung ?? '', ...vorgabe?.bogen });
  const version = konflikt?.aktuell.version ?? Math.max(gespeichert?.version ?? 0, selbst.data && 'version' in selbst.data ? selbst.data.version : 0);
  const wege = gespeichert && passendeKanaele(gespeichert.bogen);
  return (
    <Abschnitt titel="Erstgespräch">
      <p>Sie können den Bogen im Gespräch ausfüllen oder danach. Pflicht sind nur Tag und Weg; alles andere dürfen Sie leer lassen. Was Sie schreiben, wird verschlüsselt gespeichert.{!gespeichert && ' Was schon erfasst ist, steht im Bogen; bitte prüfen Sie es im Gespräch.'}</p>
      {konflikt && <Bogenkonflikt konflikt={konflikt} orte={orte} />}
      <Formular formular={formular}>
        <input type="hidden" name="version" value={version} />
        <Rahmenfelder formular={formular} orte={orte} />
        <Bogenfelder formular={formular} />
        {wege && (
          <Meldung art="info" titel="Nach den gespeicherten Angaben passen danach">
            <p>{wege.map((weg) => KANAL[weg]).join(', ')}. Das ist ein Hinweis; entscheiden Sie gemeinsam mit der Person.</p>
          </Meldung>
        )}
        {!nurLesen && <Selbstspeicher fetcher={selbst} ruht={konflikt !== null} meldung={meldung(selbst.data ?? gesendet, gespeichert)} />}
        <Knopfreihe>
          <Knopf gesperrtWeil={nurLesen ? 'In diesem Fall wird nichts mehr aufgeschrieben.' : undefined}>{konflikt ? 'Meine Fassung speichern' : 'Speichern'}</Knopf>
          <Knopf art="sekundaer" href={pfade.fallKlaerung(nr)}>{konflikt ? 'Gespeicherte Fassung behalten' : 'Zurück zur Klärung'}</Knopf>
        </Knopfreihe>
      </Formular>
    </Abschnitt>
  );
}
