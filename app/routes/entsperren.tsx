import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { sql } from 'drizzle-orm';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Passwortfeld } from '@kim/ui/formular/Passwortfeld.tsx';
import { Dialogseite } from '@kim/ui/seite/Dialogseite.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { angemeldet } from '../http/akteur.server.ts';
import { pruefeEigenesPasswort } from '../http/anmelden.server.ts';
import { warteText } from '../http/drossel.server.ts';
import { abgelehnt, leseFormular } from '../http/formular.server.ts';
import { oeffentlich } from '../http/geschuetzt.server.ts';
import { anmeldung, hash } from '../http/sitzung.server.ts';
import { nimmZurueck } from '../http/uebergabe.server.ts';
import { eigenesZiel, pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Gesperrt · KIM Case Management' }];

export const loader = oeffentlich(async ({ request, context }) => {
  const wer = await angemeldet(request, context);
  const ziel = eigenesZiel(new URL(request.url).searchParams.get('ziel'));
  if (!wer) throw redirect(pfade.anmelden(ziel));
  if (wer.sitzung.zustand !== 'gesperrt') throw redirect(ziel);
  return null;
});

export const action = oeffentlich(async ({ request, context }) => {
  const wer = await angemeldet(request, context);
  const ziel = eigenesZiel(new URL(request.url).searchParams.get('ziel'));
  if (!wer) throw redirect(pfade.anmelden(ziel));
  const { werte } = await leseFormular(request);
  const versuch = await pruefeEigenesPasswort(wer.sitzung, werte['passwort']?.[0] ?? '');
  if (!versuch.ok) {
    return abgelehnt({}, { passwort: versuch.grund === 'gedrosselt' ? warteText(versuch.sekunden) : 'Das Passwort stimmt nicht.' });
  }
  await anmeldung(wer.geheimnis, sql`select sec.sitzung_entsperren(${hash(wer.geheimnis)})`);
  throw redirect(ziel, { headers: { 'Set-Cookie': nimmZurueck() } });
});

export default function Entsperren() {
  const formular = useFormular(useActionData<typeof action>());
  return (
    <Dialogseite titel="Gesperrt">
      <p>Der Bildschirm ist gesperrt. Was Sie zuletzt geschrieben haben, ist für Sie aufbewahrt.</p>
      <Formular formular={formular}>
        <Passwortfeld name="passwort" fehler={formular.fehler['passwort']} beschriftung="Passwort" zweck="anmelden" erforderlich autoFocus />
        <Knopf>Entsperren</Knopf>
      </Formular>
    </Dialogseite>
  );
}
