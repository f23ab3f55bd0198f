import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listKommunenDesKreises } from '@kim/domain/traeger/stellen/data.server.ts';
import { legeStelleAn } from '@kim/domain/traeger/stellen/mutations.server.ts';
import { stelle } from '@kim/domain/traeger/stellen/schema.ts';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Stellenfelder } from '../components/Stellenfelder.tsx';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerVerwaltung, nichtGefunden } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Stelle anlegen · KIM Case Management' }];

export const loader = fuerVerwaltung(async ({ akteur }) => ({ kommunen: await listKommunenDesKreises(akteur) }));

export const action = fuerVerwaltung(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(stelle, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const ergebnis = await legeStelleAn(akteur, gelesen.eingabe, { formularId, inhalt: werte });
  if (ergebnis.ok) throw redirect(pfade.verwaltungStelle(ergebnis.wert.ergebnis));
  if (ergebnis.grund === 'nicht_gefunden') throw nichtGefunden();
  return abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die Liste der Stellen zeigt, was gespeichert ist.' }, 409);
});

export default function StelleAnlegen() {
  const { kommunen } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>());
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Stellen', href: pfade.verwaltungStellen() }, { text: 'Anlegen' }]} />
      <Seitenkopf titel="Stelle anlegen" />
      <Formular formular={formular}>
        <Stellenfelder formular={formular} kommunen={kommunen} />
        <Knopfreihe>
          <Knopf>Stelle anlegen</Knopf>
          <Knopf art="sekundaer" href={pfade.verwaltungStellen()}>Abbrechen</Knopf>
        </Knopfreihe>
      </Formular>
    </>
  );
}
