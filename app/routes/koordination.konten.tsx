import { data } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { einladung, ladeEin, listKonten } from '@kim/kreis/konten.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Fehlerliste } from '@kim/ui/formular/Fehlerliste.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Koordinationskonten, Koordinationskonto } from '../components/Koordinationskonten.tsx';
import { Linkzustellung } from '../components/Linkzustellung.tsx';
import { usePersonenwort } from '../components/personenwort.ts';
import { oder404 } from '../http/antwort.server.ts';
import { neuerToken } from '../http/einmallink.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { fuerKoordination } from '../http/geschuetzt.server.ts';
import { aendereKonto } from '../http/koordination.server.ts';
import { schickeLink } from '../http/post.server.ts';

export const meta: MetaFunction = () => [{ title: 'Konten der Koordination · KIM Case Management' }];

export const loader = fuerKoordination(async ({ akteur, url }) => {
  const konten = await listKonten(akteur);
  const gewaehlt = url.searchParams.get('konto');
  return { konten, konto: gewaehlt ? oder404(konten.find((konto) => konto.nutzerId === gewaehlt && !konto.eigenes)) : null };
});

export const action = fuerKoordination(async ({ akteur, request }) => {
  const { werte } = await leseFormular(request);
  const aktion = werte['aktion']?.[0] ?? '';
  if (aktion !== 'einladen') {
    const ergebnis = await aendereKonto(akteur, aktion, werte['konto']?.[0]);
    return ergebnis.ok ? data(ergebnis.wert) : abgelehnt({ aktion: ['konto'] }, { '': ergebnis.text }, ergebnis.status);
  }
  const gelesen = pruefe(einladung, werte);
  if (!gelesen.ok) return abgelehnt(werte, gelesen.fehler);
  const { token, hash } = neuerToken();
  const ergebnis = await ladeEin(akteur, gelesen.eingabe, hash);
  if (!ergebnis.ok) return abgelehnt(werte, { email: 'Unter dieser Adresse gibt es schon ein Konto oder eine Einladung der Koordination.' });
  const { email } = gelesen.eingabe;
  return data({ email, art: 'einladung' as const, zustellung: await schickeLink({ email, art: 'einladung', token }), text: null });
});

export default function Konten() {
  const { konten, konto } = useLoaderData<typeof loader>();
  const antwort = useActionData<typeof action>();
  const { wort } = usePersonenwort();
  const abgelehnt = useFormular(antwort, {}, 'konto');
  const wirkung = antwort && 'text' in antwort ? antwort : null;
  if (konto) return <Koordinationskonto konto={konto} />;
  return (
    <>
      <Seitenkopf titel="Konten der Koordination" />
      {wirkung?.text && <Meldung art="erfolg" titel={wirkung.text} />}
      {wirkung?.zustellung && <Linkzustellung email={wirkung.email} art={wirkung.art} zustellung={wirkung.zustellung} />}
      <Fehlerliste titel="Das ging nicht" fehler={Object.values(abgelehnt.fehler).map((text) => ({ text }))} />
      <Koordinationskonten konten={konten} />
      <Abschnitt titel={`${wort('kolleg', 'akkusativ')} einladen`}>
        <p>Ein Konto der Koordination öffnet keinen Fall und lässt sich mit keiner Rolle bei einem Träger verbinden.</p>
        <Einladung key={konten.length} antwort={antwort} />
      </Abschnitt>
    </>
  );
}

function Einladung({ antwort }: { antwort: unknown }) {
  const formular = useFormular(antwort, {}, 'einladen');
  return (
    <Formular formular={formular} aktion="einladen">
      <Raster>
        <Textfeld {...formular.feld('name')} beschriftung="Vor- und Nachname" autoComplete="off" erforderlich />
        <Textfeld {...formular.feld('email')} beschriftung="E-Mail-Adresse" art="email" autoComplete="off" erforderlich />
      </Raster>
      <Knopf>Einladen</Knopf>
    </Formular>
  );
}
