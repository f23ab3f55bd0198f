import { Form } from '@remix-run/react';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Fehlerliste } from '@kim/ui/formular/Fehlerliste.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Dialogseite } from '@kim/ui/seite/Dialogseite.tsx';
import { pfade } from '../paths.ts';
import { useFormular } from './Formular.tsx';

interface Konto {
  nutzerId: string;
  name: string;
  email: string;
  angenommen: boolean;
  zweiterFaktor: boolean;
  eigenes: boolean;
}

/** The accounts with what can be done to each. */
export function Koordinationskonten({ konten, antwort }: { konten: readonly Konto[]; antwort: unknown }) {
  const { fehler } = useFormular(antwort, {}, 'konto');
  return (
    <>
      <Fehlerliste titel="Das ging nicht" fehler={Object.values(fehler).map((text) => ({ text }))} />
      <Tabelle
        beschriftung={`Konten (${konten.length})`}
        zeilen={konten}
        schluessel={(konto) => konto.nutzerId}
        spalten={[
          { schluessel: 'name', titel: 'Name', kopf: true, zelle: (konto) => konto.name },
          { schluessel: 'email', titel: 'E-Mail-Adresse', zelle: (konto) => konto.email },
          { schluessel: 'stand', titel: 'Stand', zelle: (konto) => <Stand konto={konto} /> },
          { schluessel: 'aktion', titel: 'Aktionen', zelle: (konto) => (konto.eigenes ? 'Ihr Konto' : <Aktionen konto={konto} />) },
        ]}
      />
    </>
  );
}

function Stand({ konto }: { konto: Konto }) {
  if (!konto.angenommen) return <Abzeichen>eingeladen</Abzeichen>;
  return konto.zweiterFaktor ? <Abzeichen art="erfolg">aktiv</Abzeichen> : <Abzeichen art="warnung">ohne zweiten Faktor</Abzeichen>;
}

function Aktionen({ konto }: { konto: Konto }) {
  const aktionen: readonly (readonly [string, string])[] = konto.angenommen
    ? [['passwort', 'Passwort zurücksetzen'], ['zweiter_faktor', 'Zweiten Faktor zurücksetzen']]
    : [['erneuern', 'Neuer Link']];
  return (
    <Form method="post">
      <input type="hidden" name="konto" value={konto.nutzerId} />
      <Knopfreihe>
        {aktionen.map(([aktion, text]) => (
          <Knopf key={aktion} art="sekundaer" klein name="aktion" value={aktion} aria-label={`${text}: ${konto.name}`}>
            {text}
          </Knopf>
        ))}
        <Knopf art="tertiaer" klein href={pfade.koordinationKonten({ beenden: konto.nutzerId })}>
          {konto.angenommen ? 'Konto beenden' : 'Einladung zurückziehen'}<span className="kern-sr-only">: {konto.name}</span>
        </Knopf>
      </Knopfreihe>
    </Form>
  );
}

/** One more look before somebody loses her access. */
export function KontoBeenden({ konto }: { konto: Konto }) {
  const titel = konto.angenommen ? 'Konto beenden' : 'Einladung zurückziehen';
  return (
    <Dialogseite titel={`${titel}?`} zurueckHref={pfade.koordinationKonten()} zurueckText="Konten der Koordination">
      <p><strong>{konto.name}</strong> ({konto.email}) {konto.angenommen ? 'wird sofort abgemeldet und kommt nicht mehr hinein. Bei Bedarf laden Sie die Person neu ein.' : 'kann den Link dann nicht mehr benutzen.'}</p>
      <Form method="post" action={pfade.koordinationKonten()}>
        <input type="hidden" name="konto" value={konto.nutzerId} />
        <Knopfreihe>
          <Knopf name="aktion" value="beenden">{titel}</Knopf>
          <Knopf art="sekundaer" href={pfade.koordinationKonten()}>Abbrechen</Knopf>
        </Knopfreihe>
      </Form>
    </Dialogseite>
  );
}
