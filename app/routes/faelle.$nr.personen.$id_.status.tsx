import { useActionData, useLoaderData, useParams, useSearchParams } from '@remix-run/react';
import { heute } from '@kim/core/zeit.ts';
import { listStatusangaben } from '@kim/domain/statusangaben/data.server.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Statusformular } from '../components/Statusformular.tsx';
import { Statuszeitleiste } from '../components/Statuszeitleiste.tsx';
import { idAus, nummerAus, oder404 } from '../http/antwort.server.ts';
import { leseFormular } from '../http/formular.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { fuehreStatusaktionAus } from '../http/status.server.ts';
import { pfade } from '../paths.ts';

export const loader = fuerFachkraft(async ({ akteur, params, url }) => {
  const gelesen = oder404(await listStatusangaben(akteur, nummerAus(params), idAus(params)));
  const gewaehlt = url.searchParams.get('angabe');
  const angabe = gewaehlt === null ? null : oder404(gelesen.angaben.find(({ id }) => id === gewaehlt));
  return { ...gelesen, angabe, heute: heute() };
});

export const action = fuerFachkraft(async ({ akteur, request, params }) => {
  const { werte, formularId } = await leseFormular(request);
  return fuehreStatusaktionAus(werte['aktion']?.[0], { akteur, nr: nummerAus(params), personId: idAus(params), werte, formularId });
});

const NACH: Record<string, string> = { erfasst: 'Die Angabe ist gespeichert.', geaendert: 'Die Korrektur ist gespeichert.', entfernt: 'Die Angabe ist entfernt.' };

export default function AufenthaltUndLeistungen() {
  const { name, angaben, angabe, heute } = useLoaderData<typeof loader>();
  const { nr = '', id = '' } = useParams();
  const antwort = useActionData<typeof action>();
  const [suche] = useSearchParams();
  const nach = suche.get('nach') ?? '';
  return (
    <>
      {!antwort && Object.hasOwn(NACH, nach) && <Meldung art="erfolg" titel={NACH[nach] ?? ''} />}
      <Abschnitt titel={<>Aufenthalt und Leistungen: <Name voll={name} /></>}>
        <Statuszeitleiste angaben={angaben} heute={heute} korrektur={(angabeId) => pfade.fallStatus(nr, id, { angabe: angabeId })} />
        <p className="kim-leise">Allgemeine Information, keine Rechtsberatung. Nichts davon beendet einen Fall oder ändert die Zuständigkeit.</p>
        <Link href={pfade.fallPersonen(nr)}>Zurück zu den Personen</Link>
      </Abschnitt>
      <Statusformular key={angabe?.id ?? angaben.length} angabe={angabe} antwort={antwort} heute={heute} abbrechen={pfade.fallStatus(nr, id)} />
    </>
  );
}
