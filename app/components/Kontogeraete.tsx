import { formatZeitpunkt } from '@kim/core/zeit.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Formular, useFormular } from './Formular.tsx';

interface Geraet {
  kennung: string;
  geraet: string;
  seit: Date;
  offen: boolean;
  eigenes: boolean;
}

/** Where somebody is signed in, with a way to end each. */
export function Kontogeraete({ geraete }: { geraete: readonly Geraet[] }) {
  return (
    <>
      <Tabelle
        beschriftung="Angemeldete Geräte"
        beschriftungVerborgen
        zeilen={geraete}
        schluessel={(zeile) => zeile.kennung}
        spalten={[
          { schluessel: 'geraet', titel: 'Gerät', kopf: true, zelle: (zeile) => <>{zeile.geraet} {zeile.eigenes && <Abzeichen>dieses Gerät</Abzeichen>} {!zeile.offen && <Abzeichen art="warnung">nur Passwort eingegeben</Abzeichen>}</> },
          { schluessel: 'seit', titel: 'Angemeldet seit', zelle: (zeile) => formatZeitpunkt(zeile.seit) },
          { schluessel: 'beenden', titel: 'Abmelden', zelle: (zeile) => (zeile.eigenes ? 'über „Abmelden“ oben' : <Beenden kennung={zeile.kennung} text="Dieses Gerät abmelden" />) },
        ]}
      />
      {geraete.some((geraet) => !geraet.offen) && <p>Steht hier eine Anmeldung ohne zweiten Faktor, die nicht von Ihnen ist, kennt jemand Ihr Passwort: Bitte ändern Sie es.</p>}
      {geraete.length > 1 && <Beenden kennung="alle" text="Alle anderen Geräte abmelden" />}
    </>
  );
}

function Beenden({ kennung, text }: { kennung: string; text: string }) {
  return (
    <Formular formular={useFormular(null)} aktion="geraete">
      <Knopf art="sekundaer" klein name="kennung" value={kennung}>
        {text}
      </Knopf>
    </Formular>
  );
}
