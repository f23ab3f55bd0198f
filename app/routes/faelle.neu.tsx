import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { istId } from '@kim/core/ids.ts';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { getFallanlage } from '@kim/domain/anfragen/data.server.ts';
import { eroeffneFall } from '@kim/domain/anfragen/mutations.server.ts';
import { teileName } from '@kim/domain/anfragen/rules.ts';
import { neuerFall, weitererFall } from '@kim/domain/anfragen/schema.ts';
import { suche } from '@kim/domain/suche/data.server.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Suchfeld } from '@kim/ui/formular/Suchfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Falleroeffnung } from '../components/Falleroeffnung.tsx';
import { useFormular } from '../components/Formular.tsx';
import { Trefferliste } from '../components/Trefferliste.tsx';
import { oder404 } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular, pruefe, suchwort } from '../http/formular.server.ts';
import { frageNachGleichnamigen } from '../http/gleichnamige.server.ts';
import { fuerFachkraft, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Neuer Fall · KIM Case Management' }];

export const loader = fuerFachkraft(async ({ akteur, url }) => {
  const person = url.searchParams.get('person');
  if (person !== null && !istId(person)) throw nichtGefunden();
  return { ...oder404(await getFallanlage(akteur, person)), heute: formatDatum(heute()) };
});

const BEI_KOLLEGIN = 'Diese Person wird nur in Fällen einer Kollegin oder eines Kollegen geführt. Erfassen Sie das Anliegen in der Sprechstunde: Die Anfrage geht an die zuständige Fachkraft.';

export const action = fuerFachkraft(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  if (werte['aktion']?.[0] === 'suche') {
    const q = suchwort(werte);
    return { q, treffer: await suche(akteur, q) };
  }
  const gelesen = pruefe(werte['person'] ? weitererFall : neuerFall, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const frage = 'nachname' in gelesen.eingabe ? await frageNachGleichnamigen(akteur, { werte, formularId }, gelesen.eingabe) : null;
  if (frage) return frage;
  const ergebnis = await eroeffneFall(akteur, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fall(ergebnis.wert));
  switch (ergebnis.grund) {
    case 'nicht_gefunden':
      throw nichtGefunden();
    case 'kommune':
      return abgelehnt(werte, { kommune: 'Bitte wählen Sie eine Kommune, für die Ihr Träger eine Stelle hat.' });
    case 'bei_kollegin':
      return abgelehnt(werte, { '': BEI_KOLLEGIN });
    case 'anderer_inhalt':
      return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Prüfen Sie in der Fallliste, was gespeichert wurde.' }, 409);
  }
});

export default function NeuerFall() {
  const { kommunen, bekannt, heute } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const { q, treffer } = antwort && 'treffer' in antwort ? antwort : { q: '', treffer: null };
  const formular = useFormular(antwort, { ...teileName(q), eroeffnetAm: heute, zugang: 'selbst_persoenlich', kommune: kommunen.length === 1 ? kommunen[0]?.id : undefined });
  return (
    <>
      <Seitenkopf titel="Neuer Fall" />
      {!bekannt && (
        <Abschnitt titel="1. Suchen: Ist die Person schon bekannt?">
          <Form method="post" role="search">
            <input type="hidden" name="aktion" value="suche" />
            <Suchfeld name="q" wert={q} beschriftung="Name der Person" hinweis="Gesucht wird bei allen Personen Ihres Trägers." autoFocus={!q} />
          </Form>
          {treffer && treffer.length > 0 && <Trefferliste treffer={treffer} />}
          {treffer?.length === 0 && <p role="status">Niemand gefunden. Sie können die Person erfassen.</p>}
        </Abschnitt>
      )}
      {bekannt?.zugaenglich === false
        ? <Meldung art="info" titel="Kein neuer Fall">{BEI_KOLLEGIN}</Meldung>
        : <Falleroeffnung formular={formular} kommunen={kommunen} bekannt={bekannt} gleichnamige={antwort && 'gleichnamige' in antwort ? antwort.gleichnamige : undefined} key={bekannt?.id ?? q} />}
    </>
  );
}
