import { Form } from '@remix-run/react';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { Seitenkopf } from '@kim/ui/seite/Seitenkopf.tsx';
import { Stapel } from '@kim/ui/seite/Stapel.tsx';
import { pfade } from '../paths.ts';

interface Konto {
  nutzerId: string;
  name: string;
  email: string;
  angenommen: boolean;
  zweiterFaktor: boolean;
  eigenes: boolean;
}

/** Who works for the Koordination; each name leads to what can be done to her account. */
export function Koordinationskonten({ konten }: { konten: readonly Konto[] }) {
  return (
    <Tabelle
      beschriftung={`Konten (${konten.length})`}
      zeilen={konten}
      schluessel={(konto) => konto.nutzerId}
      spalten={[
        { schluessel: 'name', titel: 'Name', kopf: true, zelle: (konto) => (konto.eigenes ? konto.name : <Link href={pfade.koordinationKonten({ konto: konto.nutzerId })}>{konto.name}</Link>) },
        { schluessel: 'email', titel: 'E-Mail-Adresse', zelle: (konto) => konto.email },
        { schluessel: 'stand', titel: 'Stand', zelle: (konto) => <Stand konto={konto} /> },
      ]}
    />
  );
}

function Stand({ konto }: { konto: Konto }) {
  if (konto.eigenes) return <Abzeichen>Ihr Konto</Abzeichen>;
  if (!konto.angenommen) return <Abzeichen art="info">eingeladen</Abzeichen>;
  return konto.zweiterFaktor ? <Abzeichen art="erfolg">aktiv</Abzeichen> : <Abzeichen art="warnung">ohne zweiten Faktor</Abzeichen>;
}

/** What can be done to one account, each with what it means. */
export function Koordinationskonto({ konto }: { konto: Konto }) {
  return (
    <Stapel>
      <p><Link href={pfade.koordinationKonten()}>Alle Konten der Koordination</Link></p>
      <Seitenkopf titel={konto.name} vorzeile="Konto der Koordination" unterzeile={<>{konto.email} <Stand konto={konto} /></>} />
      {konto.angenommen ? (
        <>
          <Schritt konto={konto} aktion="passwort" titel="Passwort zurücksetzen">Die Person erhält einen Link und wählt ein neues Passwort. Ihr zweiter Faktor bleibt.</Schritt>
          <Schritt konto={konto} aktion="zweiter_faktor" titel="Zweiten Faktor zurücksetzen">Die Person erhält einen Link, bestätigt mit ihrem Passwort und richtet den zweiten Faktor neu ein.</Schritt>
          <Schritt konto={konto} aktion="beenden" titel="Konto beenden">Die Person wird sofort überall abgemeldet und kommt nicht mehr hinein. Bei Bedarf laden Sie sie neu ein.</Schritt>
        </>
      ) : (
        <>
          <Schritt konto={konto} aktion="erneuern" titel="Neuen Link schicken">Der bisherige Link gilt dann nicht mehr.</Schritt>
          <Schritt konto={konto} aktion="beenden" titel="Einladung zurückziehen">Der Link gilt dann nicht mehr.</Schritt>
        </>
      )}
    </Stapel>
  );
}

function Schritt({ konto, aktion, titel, children }: { konto: Konto; aktion: string; titel: string; children: string }) {
  return (
    <Abschnitt titel={titel}>
      <p>{children}</p>
      <Form method="post" action={pfade.koordinationKonten()}>
        <input type="hidden" name="konto" value={konto.nutzerId} />
        <Knopf art="sekundaer" name="aktion" value={aktion}>{titel}</Knopf>
      </Form>
    </Abschnitt>
  );
}
