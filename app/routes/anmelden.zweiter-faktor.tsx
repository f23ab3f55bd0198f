import { redirect } from '@remix-run/node';
import type { AppLoadContext, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Dialogseite } from '@kim/ui/seite/Dialogseite.tsx';
import { Abmeldung } from '../components/Abmeldung.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { angemeldet } from '../http/akteur.server.ts';
import { warteText } from '../http/drossel.server.ts';
import { abgelehnt, leseFormular } from '../http/formular.server.ts';
import { oeffentlich } from '../http/geschuetzt.server.ts';
import { erneuereSitzung } from '../http/sitzung.server.ts';
import { bestaetige } from '../http/zweiter-faktor.server.ts';
import { eigenesZiel, pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Zweiter Faktor · KIM Case Management' }];

export const loader = oeffentlich(async ({ request, context }) => {
  await verlangeWartende(request, context);
  return null;
});

export const action = oeffentlich(async ({ request, context }) => {
  const { wer, ziel } = await verlangeWartende(request, context);
  const { werte } = await leseFormular(request);
  const code = werte['code']?.[0]?.trim() ?? '';
  if (!code) return abgelehnt({}, { code: 'Bitte geben Sie den Code ein.' });
  const versuch = await bestaetige(wer, code);
  if (versuch.ok) throw redirect(ziel, { headers: { 'Set-Cookie': await erneuereSitzung(wer.geheimnis) } });
  return versuch.grund === 'gedrosselt'
    ? abgelehnt({}, { code: warteText(versuch.sekunden) }, 429)
    : abgelehnt({}, { code: 'Der Code stimmt nicht. Jeder Code gilt nur einmal; warten Sie gegebenenfalls auf den nächsten.' });
});

/** Only a session that waits for its second factor has business here; any other goes where it wanted to. */
async function verlangeWartende(request: Request, context: AppLoadContext) {
  const wer = await angemeldet(request, context);
  const ziel = eigenesZiel(new URL(request.url).searchParams.get('ziel'));
  if (!wer) throw redirect(pfade.anmelden(ziel));
  if (wer.sitzung.zustand !== 'zweiter_faktor') throw redirect(ziel);
  return { wer, ziel };
}

export default function ZweiterFaktor() {
  const formular = useFormular(useActionData<typeof action>());
  return (
    <Dialogseite titel="Zweiter Faktor">
      <Formular formular={formular}>
        <Textfeld
          {...formular.feld('code')}
          beschriftung="Code"
          hinweis="Die 6 Ziffern aus Ihrer Authentifizierungs-App oder ein Wiederherstellungscode"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          erforderlich
          autoFocus
        />
        <Knopf>Weiter</Knopf>
      </Formular>
      <Aufklapper titel="Gerät nicht zur Hand?">
        <p>Mit einem Ihrer Wiederherstellungscodes kommen Sie trotzdem hinein. Jeder davon gilt einmal.</p>
        <p>Haben Sie auch die nicht mehr, kann Ihre Trägeradministration den zweiten Faktor zurücksetzen, für die Koordination ein anderes Mitglied der Koordination.</p>
      </Aufklapper>
      <Abmeldung />
    </Dialogseite>
  );
}
