import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getVertretungen } from '@kim/domain/traeger/vertretungen/data.server.ts';
import { GRUND } from '@kim/domain/traeger/vertretungen/labels.ts';
import { beendeVertretung, richteVertretungEin } from '@kim/domain/traeger/vertretungen/mutations.server.ts';
import { vertretung } from '@kim/domain/traeger/vertretungen/schema.ts';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Vertretungsformular, Vertretungstabelle } from '../components/Vertretungen.tsx';
import { idAus } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Meine Vertretung · KIM Case Management' }];

export const loader = fuerFachkraft(async ({ akteur }) => ({ ...(await getVertretungen(akteur, akteur.nutzerId)), ich: akteur.nutzerId, heute: formatDatum(heute()) }));

const GRUENDE: Record<string, string> = { ...GRUND, anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die Liste zeigt, was eingerichtet ist.' };

export const action = fuerFachkraft(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  if (werte['aktion']?.[0] === 'vertretung_beenden') {
    const ergebnis = await beendeVertretung(akteur, idAus({ id: werte['id']?.[0] }));
    if (!ergebnis.ok) throw nichtGefunden();
    throw redirect(pfade.vertretung());
  }
  const gelesen = pruefe(vertretung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await richteVertretungEin(akteur, akteur.nutzerId, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.vertretung());
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { vertretung: GRUENDE[ergebnis.grund] ?? 'Das ist nicht möglich.' });
});

export default function MeineVertretung() {
  const { vertretungen, fachkraefte, ich, heute } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  return (
    <>
      <Seitenkopf titel="Meine Vertretung" />
      <Abschnitt titel="Wenn ich nicht da bin">
        <Vertretungstabelle
          zeigt="vertretung"
          beschriftung="Wer mich vertritt"
          leer="Noch niemand. Tragen Sie vor einem Urlaub ein, wer Ihre Fälle in dieser Zeit sieht und bearbeitet."
          vertretungen={vertretungen.filter(({ vertreteneId }) => vertreteneId === ich)}
        />
        <Vertretungsformular key={vertretungen[0]?.id} antwort={antwort} waehlbar={fachkraefte.filter(({ id }) => id !== ich)} heute={heute} />
        <Begriff name="Vertretung" />
      </Abschnitt>
      <Abschnitt titel="Wen ich vertrete">
        <Vertretungstabelle zeigt="vertretene" beschriftung="Wen ich vertrete" leer="Zurzeit niemanden." vertretungen={vertretungen.filter(({ vertretungId }) => vertretungId === ich)} />
        <p>Fälle aus einer laufenden Vertretung stehen unter <Link href={pfade.faelle({ ansicht: 'vertretung' })}>Fälle, In Vertretung oder Fallberatung</Link>.</p>
      </Abschnitt>
    </>
  );
}
