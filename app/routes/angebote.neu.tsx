import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { legeAngebotAn } from '@kim/domain/angebote/mutations.server.ts';
import { angebot } from '@kim/domain/angebote/schema.ts';
import { listKommunenDesKreises } from '@kim/domain/traeger/stellen/data.server.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Angebotsfelder } from '../components/Angebotsfelder.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerFachkraft } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Angebot aufnehmen · KIM Case Management' }];

export const loader = fuerFachkraft(async ({ akteur }) => ({ kommunen: await listKommunenDesKreises(akteur) }));

export const action = fuerFachkraft(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(angebot, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await legeAngebotAn(akteur, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.angebot(ergebnis.wert.ergebnis));
  if (ergebnis.grund === 'nicht_gefunden') return abgelehnt(werte, { einzugsgebiet: 'Bitte wählen Sie Kommunen des Kreises.' });
  return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Das Verzeichnis zeigt, was gespeichert ist.' }, 409);
});

export default function AngebotAufnehmen() {
  const { kommunen } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>());
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Angebote', href: pfade.angebote() }, { text: 'Aufnehmen' }]} />
      <Seitenkopf titel="Angebot aufnehmen" />
      <Formular formular={formular}>
        <Angebotsfelder formular={formular} kommunen={kommunen} neu />
        <Knopfreihe>
          <Knopf>Angebot aufnehmen</Knopf>
          <Knopf art="sekundaer" href={pfade.angebote()}>Abbrechen</Knopf>
        </Knopfreihe>
      </Formular>
    </>
  );
}
