import { data, redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Passwortfeld } from '@kim/ui/formular/Passwortfeld.tsx';
import { Dialogseite } from '@kim/ui/seite/Dialogseite.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { warteText } from '../http/drossel.server.ts';
import { abgelehnt, leseFormular } from '../http/formular.server.ts';
import { oeffentlich } from '../http/geschuetzt.server.ts';
import { beendeSitzung, geheimnisAus } from '../http/sitzung.server.ts';
import { leseLink, loeseEin } from '../http/zugang.server.ts';
import type { Zugang } from '../http/zugang.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Zugang · KIM Case Management' }];

export const loader = oeffentlich(async ({ params }) => {
  const link = await leseLink(params['token']);
  const zugang: Zugang | null = link && { art: link.art, email: link.email, traeger: link.traeger };
  return data({ zugang }, { status: zugang ? 200 : 404 });
});

export const action = oeffentlich(async ({ request, params }) => {
  const link = await leseLink(params['token']);
  if (!link) throw redirect(pfade.einmallink('ungueltig'));
  const { werte } = await leseFormular(request);
  const ergebnis = await loeseEin(link, werte['passwort']?.[0] ?? '', werte['wiederholung']?.[0] ?? '');
  if (!ergebnis.ok) {
    if (ergebnis.grund === 'verbraucht') throw redirect(pfade.einmallink('ungueltig'));
    if (ergebnis.grund === 'verschieden') return abgelehnt({}, { wiederholung: 'Die beiden Eingaben stimmen nicht überein.' });
    if (ergebnis.grund === 'schwach') return abgelehnt({}, { passwort: ergebnis.text });
    return ergebnis.grund === 'gedrosselt' ? abgelehnt({}, { passwort: warteText(ergebnis.sekunden) }, 429) : abgelehnt({}, { passwort: 'Das Passwort stimmt nicht.' });
  }
  const geheimnis = geheimnisAus(request);
  throw redirect(pfade.anmeldenNach(link.art), { headers: geheimnis ? { 'Set-Cookie': await beendeSitzung(geheimnis) } : {} });
});

export default function Einmallink() {
  const { zugang } = useLoaderData<typeof loader>();
  return zugang ? <Einloesen {...zugang} /> : <Ungueltig />;
}

function Ungueltig() {
  return (
    <Dialogseite titel="Dieser Link gilt nicht">
      <p>Jeder Link gilt nur einmal und nur für begrenzte Zeit. Er ist abgelaufen, schon benutzt, durch einen neueren ersetzt oder unvollständig kopiert.</p>
      <p>Bitten Sie die Person, die ihn geschickt hat, um einen neuen. Wer für die Koordination arbeitet, braucht für die Arbeit bei einem Träger eine andere E-Mail-Adresse, und umgekehrt.</p>
      <Knopf href={pfade.anmelden()}>Zur Anmeldung</Knopf>
    </Dialogseite>
  );
}

const TITEL: Record<Zugang['art'], string> = {
  einladung: 'Einladung annehmen',
  passwort: 'Neues Passwort wählen',
  zweiter_faktor: 'Zweiten Faktor zurücksetzen',
  beides: 'Zugang neu einrichten',
};

function Einloesen({ art, email, traeger }: Zugang) {
  const formular = useFormular(useActionData<typeof action>());
  const neu = art !== 'zweiter_faktor';
  return (
    <Dialogseite titel={TITEL[art]}>
      <Erklaerung art={art} traeger={traeger} />
      <Formular formular={formular}>
        <p>Konto: <strong>{email}</strong></p>
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <Passwortfeld
          name="passwort" fehler={formular.fehler['passwort']} zweck={neu ? 'neu' : 'anmelden'} erforderlich
          beschriftung={neu && art !== 'einladung' ? 'Neues Passwort' : 'Passwort'}
          hinweis={neu ? 'Mindestens 12 Zeichen. Ein ganzer Satz ist leicht zu merken.' : 'Ihr bisheriges Passwort bleibt gültig.'}
        />
        {neu && <Passwortfeld name="wiederholung" fehler={formular.fehler['wiederholung']} zweck="neu" beschriftung="Passwort wiederholen" erforderlich />}
        <Knopf>{TITEL[art]}</Knopf>
      </Formular>
    </Dialogseite>
  );
}

function Erklaerung({ art, traeger }: Pick<Zugang, 'art' | 'traeger'>) {
  if (art === 'einladung') {
    return (
      <>
        <p>{traeger ? <><strong>{traeger}</strong> lädt Sie</> : 'Sie sind'} zu KIM Case Management ein.</p>
        <p>Arbeiten Sie unter dieser Adresse schon mit KIM Case Management, geben Sie zweimal Ihr bisheriges Passwort ein. Sonst wählen Sie jetzt eines.</p>
      </>
    );
  }
  if (art === 'passwort') return <p>Nach dem Speichern sind alle angemeldeten Geräte abgemeldet. Der zweite Faktor bleibt.</p>;
  return (
    <Meldung art="warnung" titel={art === 'beides' ? 'Passwort und zweiter Faktor werden ersetzt' : 'Der bisherige zweite Faktor gilt danach nicht mehr'}>
      Alle angemeldeten Geräte werden abgemeldet, die Wiederherstellungscodes verfallen. Bei der nächsten Anmeldung richten Sie den zweiten Faktor neu ein.
    </Meldung>
  );
}
