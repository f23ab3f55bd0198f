import { redirect } from '@remix-run/node';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { datumVon, formatDatum } from '@kim/core/zeit.ts';
import { BEISPIELE, istSchreibweise } from '@kim/kreis/schreibweise.ts';
import { nenneRollen } from '@kim/policies/labels.ts';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Kontrollkaestchen } from '@kim/ui/formular/Kontrollkaestchen.tsx';
import { Optionsgruppe } from '@kim/ui/formular/Optionsgruppe.tsx';
import { Passwortfeld } from '@kim/ui/formular/Passwortfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Formular, useFormular } from '../components/Formular.tsx';
import { Kontogeraete } from '../components/Kontogeraete.tsx';
import { abgelehnt, leseFormular } from '../http/formular.server.ts';
import { aenderePasswort } from '../http/kontopasswort.server.ts';
import { fuerKonto } from '../http/geschuetzt.server.ts';
import { beendeGeraete, listGeraete, setzeEinstellung } from '../http/konto.server.ts';
import { leseStand } from '../http/zweiter-faktor.server.ts';
import { pfade } from '../paths.ts';

export const meta: MetaFunction = () => [{ title: 'Mein Konto · KIM Case Management' }];

export const loader = fuerKonto(async (wer) => {
  const [geraete, stand] = await Promise.all([listGeraete(wer), leseStand(wer)]);
  const { name, email, traeger, rollen, schreibweise, blickschutz } = wer.sitzung;
  return { geraete, stand, konto: { name, email, traeger, rollen, schreibweise, blickschutz } };
});

export const action = fuerKonto(async ({ request, ...wer }) => {
  const { werte } = await leseFormular(request);
  const lies = (name: string) => werte[name]?.[0] ?? '';
  const aktion = lies('aktion');
  if (aktion === 'passwort') {
    const ergebnis = await aenderePasswort(wer, { bisher: lies('bisher'), neu: lies('neu'), wiederholung: lies('wiederholung') });
    if (!ergebnis.ok) return abgelehnt({ aktion: ['passwort'] }, ergebnis.fehler, ergebnis.status);
    throw redirect(pfade.konto('passwort'), { headers: { 'Set-Cookie': ergebnis.wert } });
  }
  if (aktion === 'einstellungen') {
    const schreibweise = lies('schreibweise');
    if (!istSchreibweise(schreibweise)) return abgelehnt(werte, { schreibweise: 'Bitte wählen Sie eine Schreibweise.' });
    await setzeEinstellung(wer, { schreibweise, blickschutz: lies('blickschutz') === 'ja' });
    throw redirect(pfade.konto('einstellungen'));
  }
  if (aktion === 'geraete') throw redirect(pfade.konto((await beendeGeraete(wer, lies('kennung'))) > 0 ? 'geraete' : undefined));
  throw redirect(pfade.konto());
});

const NACH: Record<string, string> = {
  passwort: 'Das neue Passwort ist gespeichert. Alle anderen Geräte sind abgemeldet.',
  einstellungen: 'Die Einstellungen sind gespeichert.',
  geraete: 'Die Geräte sind abgemeldet.',
};

export default function Konto() {
  const { geraete, stand, konto } = useLoaderData<typeof loader>();
  const [suche] = useSearchParams();
  const antwort = useActionData<typeof action>();
  const nach = antwort ? undefined : Object.entries(NACH).find(([art]) => art === suche.get('nach'))?.[1];
  return (
    <>
      <Seitenkopf titel="Mein Konto" />
      {nach && <Meldung art="erfolg" titel={nach} />}
      <Beschreibungsliste
        eintraege={[
          { begriff: 'Name', inhalt: konto.name },
          { begriff: 'E-Mail-Adresse', inhalt: konto.email },
          { begriff: 'Arbeitet für', inhalt: konto.traeger ?? 'Koordination' },
          { begriff: 'Rolle', inhalt: nenneRollen(konto.rollen) },
        ]}
      />
      <ZweiterFaktor seit={stand.seit} codes={stand.codes} />
      <Abschnitt titel="Passwort ändern"><Passwort key={`p${suche.get('nach')}`} /></Abschnitt>
      <Abschnitt titel="Einstellungen"><Einstellungen schreibweise={konto.schreibweise} blickschutz={konto.blickschutz} /></Abschnitt>
      <Abschnitt titel="Angemeldete Geräte"><Kontogeraete geraete={geraete} /></Abschnitt>
    </>
  );
}

function ZweiterFaktor({ seit, codes }: { seit: Date | null; codes: number }) {
  return (
    <Abschnitt titel="Zweiter Faktor" aktionen={<Knopf art="sekundaer" href={pfade.kontoZweiterFaktor()}>{seit ? 'Gerät wechseln oder neue Codes' : 'Zweiten Faktor einrichten'}</Knopf>}>
      {seit ? (
        <p>Eingerichtet am {formatDatum(datumVon(seit))}. Unbenutzte Wiederherstellungscodes: {codes}.</p>
      ) : (
        <p>Noch nicht eingerichtet. Mit ihm genügt ein gestohlenes Passwort niemandem, um an Ihre Fälle zu kommen.</p>
      )}
      {seit && codes < 3 && <Meldung art="warnung" titel="Es sind kaum noch Wiederherstellungscodes übrig">Erzeugen Sie neue, bevor Sie Ihr Gerät wechseln oder verlieren.</Meldung>}
    </Abschnitt>
  );
}

function Passwort() {
  const formular = useFormular(useActionData<typeof action>(), {}, 'passwort');
  const fehler = (name: string) => ({ name, fehler: formular.fehler[name] });
  return (
    <Formular formular={formular} aktion="passwort">
      <Passwortfeld {...fehler('bisher')} beschriftung="Bisheriges Passwort" zweck="anmelden" erforderlich />
      <Passwortfeld {...fehler('neu')} beschriftung="Neues Passwort" zweck="neu" hinweis="Mindestens 12 Zeichen. Ein ganzer Satz ist leicht zu merken." erforderlich />
      <Passwortfeld {...fehler('wiederholung')} beschriftung="Neues Passwort wiederholen" zweck="neu" erforderlich />
      <Knopf>Passwort ändern</Knopf>
    </Formular>
  );
}

function Einstellungen({ schreibweise, blickschutz }: { schreibweise: string; blickschutz: boolean }) {
  const formular = useFormular(useActionData<typeof action>(), { schreibweise }, 'einstellungen');
  return (
    <Formular formular={formular} aktion="einstellungen">
      <Optionsgruppe {...formular.feld('schreibweise')} beschriftung="Schreibweise für Personen" optionen={BEISPIELE} erforderlich />
      <Kontrollkaestchen name="blickschutz" beschriftung="Blickschutz: Namen nur als Anfangsbuchstaben zeigen" hinweis="Auch jederzeit oben auf der Seite umzuschalten" gewaehlt={blickschutz} key={String(blickschutz)} />
      <Knopf>Einstellungen speichern</Knopf>
    </Formular>
  );
}
