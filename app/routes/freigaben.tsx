import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listFreigaben } from '@kim/domain/traeger/freigaben/data.server.ts';
import { GRUND } from '@kim/domain/traeger/freigaben/labels.ts';
import { entscheideFreigabe } from '@kim/domain/traeger/freigaben/mutations.server.ts';
import { TRAEGERROLLEN } from '@kim/policies/rollen.ts';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Fehlerliste } from '@kim/ui/formular/Fehlerliste.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Begriff } from '../components/Begriff.tsx';
import { Freigabekarte, Freigabentabelle } from '../components/Freigaben.tsx';
import { idAus } from '../http/antwort.server.ts';
import { abgelehnt, leseFormular } from '../http/formular.server.ts';
import { fuerTraeger, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Freigaben · KIM Case Management' }];

export const loader = fuerTraeger(TRAEGERROLLEN, async ({ akteur }) => ({ ...(await listFreigaben(akteur)), ich: akteur.nutzerId }));

export const action = fuerTraeger(TRAEGERROLLEN, async ({ akteur, request }) => {
  const { werte } = await leseFormular(request);
  const antwort = werte['antwort']?.[0];
  if (antwort !== 'ja' && antwort !== 'nein') throw nichtGefunden();
  const ergebnis = await entscheideFreigabe(akteur, idAus({ id: werte['id']?.[0] }), antwort === 'ja');
  if (ergebnis.ok) throw redirect(pfade.freigaben());
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { '': GRUND[ergebnis.grund] });
});

export default function Freigaben() {
  const { fuerMich, vonMir, uebrige, ich } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  return (
    <>
      <Seitenkopf titel="Freigaben" />
      <Fehlerliste titel="Das ging nicht" fehler={Object.values(antwort?.fehler ?? {}).map((text) => ({ text }))} />
      <Abschnitt titel="Wartet auf Sie">
        {fuerMich.length === 0 && (
          <LeererZustand titel="Nichts zu entscheiden">Hier steht, was erst mit Ihrer Zustimmung wirkt: wenn die Trägeradministration etwas tun möchte, das ihr selbst Fälle oder Konten öffnen würde.</LeererZustand>
        )}
        {fuerMich.map((freigabe) => <Freigabekarte key={freigabe.id} freigabe={freigabe} entscheiden ich={ich} />)}
      </Abschnitt>
      {vonMir.length > 0 && (
        <Abschnitt titel="Von Ihnen beantragt">
          {vonMir.map((freigabe) => <Freigabekarte key={freigabe.id} freigabe={freigabe} ich={ich} />)}
        </Abschnitt>
      )}
      {uebrige.length > 0 && (
        <Abschnitt titel="Weitere und entschiedene">
          <Freigabentabelle freigaben={uebrige} ich={ich} />
        </Abschnitt>
      )}
      <Begriff name="Freigabe" />
    </>
  );
}
