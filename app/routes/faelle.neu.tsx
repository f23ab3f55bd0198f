import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { formatDatum, heute } from '@kim/core/zeit.ts';
import { listKommunen } from '@kim/domain/faelle/data.server.ts';
import { eroeffneFall } from '@kim/domain/anfragen/mutations.server.ts';
import { neuerFall } from '@kim/domain/anfragen/schema.ts';
import { suche } from '@kim/domain/suche/data.server.ts';
import { KERNKRITERIEN, ZUGAENGE } from '@kim/kreis/zugaenge.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Suchfeld } from '@kim/ui/formular/Suchfeld.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { alsOptionen } from '../components/Anfragefelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Personenfelder } from '../components/Personenfelder.tsx';
import { Trefferliste } from '../components/Trefferliste.tsx';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Neuer Fall · KIM Case Management' }];

export const loader = fuerFachkraft(async ({ akteur }) => ({ kommunen: await listKommunen(akteur), heute: formatDatum(heute()) }));

export const action = fuerFachkraft(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  if (werte['aktion']?.[0] === 'suche') {
    const q = werte['q']?.[0]?.trim().slice(0, 200) ?? '';
    return { q, treffer: await suche(akteur, q) };
  }
  const gelesen = pruefe(neuerFall, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await eroeffneFall(akteur, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.fall(ergebnis.wert));
  return ergebnis.grund === 'kommune'
    ? abgelehnt(werte, { kommune: 'Bitte wählen Sie eine Kommune, für die Ihr Träger eine Stelle hat.' })
    : abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Prüfen Sie in der Fallliste, was gespeichert wurde.' }, 409);
});

export default function NeuerFall() {
  const { kommunen, heute } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const { q, treffer } = antwort && 'treffer' in antwort ? antwort : { q: '', treffer: null };
  const teile = q.split(/\s+/);
  const formular = useFormular(antwort, {
    vorname: teile.slice(0, -1).join(' '), nachname: teile.at(-1), eroeffnetAm: heute, zugang: 'selbst_persoenlich', kommune: kommunen.length === 1 ? kommunen[0]?.id : undefined,
  });
  return (
    <>
      <Seitenkopf titel="Neuer Fall" />
      <Abschnitt titel="1. Suchen: Ist die Person schon bekannt?">
        <Form method="post" role="search">
          <input type="hidden" name="aktion" value="suche" />
          <Suchfeld name="q" wert={q} beschriftung="Name der Person" hinweis="Gesucht wird bei allen Personen Ihres Trägers." autoFocus={!q} />
        </Form>
        {treffer && treffer.length > 0 && <Trefferliste treffer={treffer} q={q} mitNeu={false} />}
        {treffer?.length === 0 && <p role="status">Niemand gefunden. Sie können die Person erfassen.</p>}
      </Abschnitt>
      <Abschnitt titel="2. Person erfassen und Fall eröffnen">
        <Formular formular={formular} key={q}>
          <Personenfelder formular={formular} />
          <Auswahl {...formular.feld('kommune')} beschriftung="Kommune" leer={kommunen.length > 1 ? 'Bitte wählen' : undefined} optionen={kommunen.map(({ id, name }) => ({ wert: id, text: name }))} erforderlich />
          <Raster>
            <Datumsfeld {...formular.feld('eroeffnetAm')} beschriftung="Eröffnet am" erforderlich />
            <Auswahl {...formular.feld('zugang')} beschriftung="Zugang" optionen={alsOptionen(ZUGAENGE)} erforderlich />
            <Auswahl {...formular.feld('kernkriterium')} beschriftung="Kernkriterium" leer="noch nicht bekannt" optionen={alsOptionen(KERNKRITERIEN)} />
          </Raster>
          <Textbereich {...formular.feld('anliegen')} beschriftung="Anliegen in den Worten der Person" />
          <Knopf>Fall eröffnen</Knopf>
        </Formular>
      </Abschnitt>
    </>
  );
}
