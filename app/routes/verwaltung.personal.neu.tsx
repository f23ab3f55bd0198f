import { data } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { GRUND } from '@kim/domain/traeger/personal/labels.ts';
import { ladeEin } from '@kim/domain/traeger/personal/mutations.server.ts';
import { einladung } from '@kim/domain/traeger/personal/schema.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Brotkrumen } from '@kim/ui/seite/Brotkrumen.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Linkzustellung } from '../components/Linkzustellung.tsx';
import { Rollenfeld } from '../components/Personalfelder.tsx';
import { neuerToken } from '../http/einmallink.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerVerwaltung } from '../http/geschuetzt.server.ts';
import { schickeLink } from '../http/post.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Person einladen · KIM Case Management' }];

export const loader = fuerVerwaltung(async () => null);

export const action = fuerVerwaltung(async ({ akteur, request }) => {
  const { werte, formularId } = await leseFormular(request);
  const gelesen = pruefe(einladung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const { token, hash } = neuerToken();
  const ergebnis = await ladeEin(akteur, gelesen.eingabe, hash, { formularId, inhalt: werte });
  if (!ergebnis.ok) {
    return ergebnis.grund === 'schon_mitglied'
      ? abgelehnt(werte, { email: GRUND.schon_mitglied })
      : abgelehnt(werte, { '': 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Die Liste zeigt, wer eingeladen ist.' }, 409);
  }
  const { email, name } = gelesen.eingabe;
  const { neu, ergebnis: id } = ergebnis.wert;
  // Who sent the form twice looks at the second answer: its link was never stored.
  if (!neu) return data({ id, name, email, zustellung: null });
  return data({ id, name, email, zustellung: await schickeLink({ email, art: 'einladung', token }) }, { status: 201 });
});

export default function Einladen() {
  const antwort = useActionData<typeof action>();
  const formular = useFormular(antwort);
  const eingeladen = antwort && 'id' in antwort ? antwort : null;
  return (
    <>
      <Brotkrumen eintraege={[{ text: 'Personal', href: pfade.verwaltungPersonal() }, { text: 'Einladen' }]} />
      <Seitenkopf titel={eingeladen ? `${eingeladen.name} ist eingeladen` : 'Person einladen'} />
      {eingeladen ? (
        <>
          {eingeladen.zustellung ? (
            <Linkzustellung email={eingeladen.email} art="einladung" zustellung={eingeladen.zustellung} />
          ) : (
            <Meldung art="info" titel="Diese Einladung gibt es schon">Das Formular kam zweimal an; der Link gehörte zur ersten Antwort. Auf der Seite der Person erzeugen Sie einen neuen.</Meldung>
          )}
          <Knopfreihe>
            <Knopf href={pfade.verwaltungPerson(eingeladen.id)}>Zur Person</Knopf>
            <Knopf art="sekundaer" href={pfade.verwaltungPersonal()}>Zur Liste</Knopf>
          </Knopfreihe>
        </>
      ) : (
        <Formular formular={formular}>
          <p>Die Person bekommt einen Link, der sieben Tage gilt. Bis sie ihn öffnet, ist noch kein Zugang da.</p>
          <Raster>
            <Textfeld {...formular.feld('name')} beschriftung="Vor- und Nachname" autoComplete="off" erforderlich />
            <Textfeld {...formular.feld('email')} beschriftung="E-Mail-Adresse" art="email" autoComplete="off" erforderlich />
          </Raster>
          <Rollenfeld formular={formular} />
          <Knopfreihe>
            <Knopf>Einladen</Knopf>
            <Knopf art="sekundaer" href={pfade.verwaltungPersonal()}>Abbrechen</Knopf>
          </Knopfreihe>
        </Formular>
      )}
    </>
  );
}
