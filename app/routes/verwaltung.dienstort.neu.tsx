import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { legeOrtAn } from '@kim/domain/orte/mutations.server.ts';
import { ort } from '@kim/domain/orte/schema.ts';
import { listKommunenDesKreises } from '@kim/domain/traeger/stellen/data.server.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Ortsfelder } from '../components/Ortsfelder.tsx';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerVerwaltung, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Ort anlegen · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur }) => ({ kommunen: await listKommunenDesKreises(akteur) }));

export const action = fuerVerwaltung(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(ort, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await legeOrtAn(akteur, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.verwaltungDienstorte());
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die Liste der Orte zeigt, was gespeichert ist.' }, 409);
});

export default function OrtAnlegen() {
  const { kommunen } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>());
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Dienstorte', href: pfade.verwaltungDienstorte() }, { text: 'Anlegen' }]} />
      <Seitenkopf titel="Ort anlegen" />
      <Formular formular={formular}>
        <Ortsfelder formular={formular} kommunen={kommunen} />
        <Knopfreihe>
          <Knopf>Ort anlegen</Knopf>
          <Knopf art="sekundaer" href={pfade.verwaltungDienstorte()}>Abbrechen</Knopf>
        </Knopfreihe>
      </Formular>
    </>
  );
}
