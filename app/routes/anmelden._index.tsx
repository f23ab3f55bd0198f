import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { z } from 'zod';
import { DEMO_KONTEN, DEMO_PASSWORT } from '@kim/db/seed/demo-konten.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Passwortfeld } from '@kim/ui/formular/Passwortfeld.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Dialogseite } from '@kim/ui/seite/Dialogseite.tsx';
import { DemoKonten } from '../components/DemoKonten.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { angemeldet } from '../http/akteur.server.ts';
import { beschreibeGeraet, meldeAn } from '../http/anmelden.server.ts';
import { betrieb } from '../http/betrieb.server.ts';
import { warteText } from '../http/drossel.server.ts';
import { abgelehnt, leseFormular, pruefe } from '../http/formular.server.ts';
import { oeffentlich } from '../http/geschuetzt.server.ts';
import { eigenesZiel } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Anmelden · KIM Case Management' }];

export const loader = oeffentlich(async ({ request, context }) => {
  const wer = await angemeldet(request, context);
  if (wer?.sitzung.zustand === 'gueltig') throw redirect(eigenesZiel(new URL(request.url).searchParams.get('ziel')));
  return { demo: betrieb.demo ? { konten: DEMO_KONTEN, passwort: DEMO_PASSWORT } : null };
});

const eingabe = z.object({
  email: z.string().trim().min(1, 'Bitte geben Sie Ihre E-Mail-Adresse ein.').max(200),
  passwort: z.string().min(1, 'Bitte geben Sie Ihr Passwort ein.').max(200),
});

export const action = oeffentlich(async ({ request, context }) => {
  const { werte } = await leseFormular(request);
  const { passwort: _, ...zurueck } = werte;
  const gelesen = pruefe(eingabe, werte);
  if (!gelesen.ok) return abgelehnt(zurueck, gelesen.fehler);
  const ergebnis = await meldeAn({ ...gelesen.eingabe, adresse: context.adresse, geraet: beschreibeGeraet(request.headers.get('User-Agent')) });
  if (!ergebnis.ok) {
    return ergebnis.grund === 'gedrosselt'
      ? abgelehnt(zurueck, { '': warteText(ergebnis.sekunden) }, 429)
      : abgelehnt(zurueck, { '': 'E-Mail-Adresse oder Passwort stimmen nicht.' });
  }
  const ziel = eigenesZiel(new URL(request.url).searchParams.get('ziel'));
  throw redirect(ziel, { headers: { 'Set-Cookie': ergebnis.wert } });
});

/** What a one-time link has changed. */
const NACH: Record<string, { titel: string; text: string }> = {
  einladung: { titel: 'Die Einladung ist angenommen', text: 'Melden Sie sich jetzt mit Ihrem Passwort an.' },
  passwort: { titel: 'Das neue Passwort ist gespeichert', text: 'Melden Sie sich jetzt damit an.' },
  zweiter_faktor: { titel: 'Der zweite Faktor ist zurückgesetzt', text: 'Nach der Anmeldung richten Sie ihn neu ein.' },
  beides: { titel: 'Das neue Passwort ist gespeichert', text: 'Nach der Anmeldung richten Sie den zweiten Faktor neu ein.' },
};

export default function Anmelden() {
  const [suche] = useSearchParams();
  const nach = Object.entries(NACH).find(([art]) => art === suche.get('nach'))?.[1];
  const { demo } = useLoaderData<typeof loader>();
  const formular = useFormular(useActionData<typeof action>());
  return (
    <>
      <Dialogseite titel="Anmelden">
        {nach && <Meldung art="erfolg" titel={nach.titel}>{nach.text}</Meldung>}
        <Formular formular={formular}>
          <Textfeld {...formular.feld('email')} beschriftung="E-Mail-Adresse" art="email" autoComplete="username" erforderlich />
          <Passwortfeld name="passwort" fehler={formular.fehler['passwort']} beschriftung="Passwort" zweck="anmelden" erforderlich />
          <Knopf>Anmelden</Knopf>
        </Formular>
      </Dialogseite>
      {demo && <DemoKonten {...demo} />}
    </>
  );
}

