import { data, redirect } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { formatDatum, formatZeitpunkt, heute } from '@kim/core/zeit.ts';
import type { GespeicherterBogen } from '@kim/domain/boegen/schema.ts';
import { getErstgespraech } from '@kim/domain/klaerung/erstgespraech/data.server.ts';
import type { Erstgespraech } from '@kim/domain/klaerung/erstgespraech/data.server.ts';
import { BOGEN, ERSTGESPRAECHSKANAL } from '@kim/domain/klaerung/erstgespraech/labels.ts';
import { saveErstgespraech } from '@kim/domain/klaerung/erstgespraech/mutations.server.ts';
import { passendeKanaele } from '@kim/domain/klaerung/erstgespraech/rules.ts';
import { erstgespraech } from '@kim/domain/klaerung/erstgespraech/schema.ts';
import { KANAL } from '@kim/domain/kontakte/labels.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Bogenformular, sendeBogen } from '../components/Bogenformular.tsx';
import { Erstgespraechsrahmen } from '../components/Erstgespraechsrahmen.tsx';
import { ohneSelbstspeichern } from '../components/Selbstspeicher.tsx';
import { nummerAus, oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

/** The stored Bogen as its form shows it. */
const alsBogen = ({ am, kanal, ortId, sprachmittlung, bogen, ...rest }: Erstgespraech): GespeicherterBogen =>
  ({ ...rest, werte: { am: formatDatum(am), kanal, ort: ortId ?? '', sprachmittlung: sprachmittlung ?? '', ...bogen } });

export const loader = fuerFachkraft(async ({ akteur, params }) => {
  const { erstgespraech: gespeichert, vorgabe, orte, nurLesen } = oder404(await getErstgespraech(akteur, nummerAus(params)));
  return {
    gespeichert: gespeichert && alsBogen(gespeichert), wege: gespeichert && passendeKanaele(gespeichert.bogen), orte, nurLesen,
    vorgabe: { am: formatDatum(heute()), kanal: 'persoenlich', sprachmittlung: vorgabe?.sprachmittlung ?? '', ...vorgabe?.bogen },
  };
});

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
  if (ergebnis.grund === 'konflikt') return data({ werte, fehler: {}, konflikt: alsBogen(ergebnis.aktuell) }, { status: 409 });
  if (ergebnis.grund === 'zu_frueh') return abgelehnt(werte, { am: `Das Erstgespräch liegt höchstens 31 Tage vor der Eröffnung des Falls, frühestens am ${formatDatum(ergebnis.fruehestens)}.` });
  return abgelehnt(werte, { [GRUND[ergebnis.grund].feld]: GRUND[ergebnis.grund].text });
});

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => sendeBogen(() => serverAction<typeof action>());

export default function Erstgespraechsseite() {
  const { gespeichert, vorgabe, orte, nurLesen, wege } = useLoaderData<typeof loader>();
  const { nr = '' } = useParams();
  const rahmenfelder = [
    { name: 'am', beschriftung: 'Tag des Gesprächs' }, { name: 'kanal', beschriftung: 'Wo fand es statt?', worte: ERSTGESPRAECHSKANAL },
    { name: 'ort', beschriftung: 'Ort', worte: Object.fromEntries(orte.map(({ id, name }) => [id, name])) }, { name: 'sprachmittlung', beschriftung: 'Sprachmittlung', worte: SPRACHMITTLUNG },
  ];
  return (
    <Abschnitt titel="Erstgespräch">
      <p>Sie können den Bogen im Gespräch ausfüllen oder danach. Pflicht sind nur Tag und Weg; alles andere dürfen Sie leer lassen. Was Sie schreiben, wird verschlüsselt gespeichert.{!gespeichert && ' Was schon erfasst ist, steht im Bogen; bitte prüfen Sie es im Gespräch.'}</p>
      <Bogenformular
        tafel={BOGEN} gespeichert={gespeichert} vorgabe={vorgabe} rahmenfelder={rahmenfelder}
        rahmen={(formular) => <Erstgespraechsrahmen formular={formular} orte={orte} />}
        gesperrtWeil={nurLesen ? 'In diesem Fall wird nichts mehr aufgeschrieben.' : undefined} zurueck={{ href: pfade.fallKlaerung(nr), text: 'Zurück zur Klärung' }}
      >
        {wege && (
          <Meldung art="info" titel="Nach den gespeicherten Angaben passen danach">
            <p>{wege.map((weg) => KANAL[weg]).join(', ')}. Das ist ein Hinweis; entscheiden Sie gemeinsam mit der Person.</p>
          </Meldung>
        )}
      </Bogenformular>
    </Abschnitt>
  );
}
