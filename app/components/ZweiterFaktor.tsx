import { datumVon, formatDatum } from '@kim/core/zeit.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Passwortfeld } from '@kim/ui/formular/Passwortfeld.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Dialogseite } from '@kim/ui/seite/Dialogseite.tsx';
import { pfade } from '../paths.ts';
import { Abmeldung } from './Abmeldung.tsx';
import { Formular, useFormular } from './Formular.tsx';

interface StandProps {
  antwort: unknown;
  seit: Date | null;
  codes: number;
  /** Nothing else is open before this is done. */
  pflicht: boolean;
}

/** What there is, and what can be changed about it. */
export function FaktorStand({ antwort, seit, codes, pflicht }: StandProps) {
  return (
    <Dialogseite titel={seit ? 'Zweiter Faktor' : 'Zweiten Faktor einrichten'} zurueckHref={pflicht ? undefined : pfade.konto()} zurueckText="Mein Konto">
      {pflicht && <Meldung art="info" titel="Vor dem ersten Arbeiten nötig">Ohne zweiten Faktor zeigt KIM Case Management keine Daten.</Meldung>}
      {seit ? (
        <p>Eingerichtet am {formatDatum(datumVon(seit))}. Unbenutzte Wiederherstellungscodes: {codes}.</p>
      ) : (
        <p>Bei jeder Anmeldung geben Sie nach dem Passwort 6 Ziffern ein, die eine App auf Ihrem Smartphone zeigt. Sie brauchen dafür eine Authentifizierungs-App, etwa FreeOTP+, Aegis oder Microsoft Authenticator; ohne Smartphone geht es mit KeePassXC am Computer.</p>
      )}
      <Abschnitt titel={seit ? 'Anderes Gerät einrichten' : 'App bereit?'}>
        {seit && <p>Das bisherige Gerät gilt, bis das neue bestätigt ist.</p>}
        <MitPasswort antwort={antwort} aktion="beginnen" text={seit ? 'Neues Gerät einrichten' : 'Einrichtung beginnen'} ohne={pflicht} />
      </Abschnitt>
      {seit && (
        <Abschnitt titel="Neue Wiederherstellungscodes">
          <p>Die bisherigen Codes gelten dann nicht mehr.</p>
          <MitPasswort antwort={antwort} aktion="codes" text="Neue Codes erzeugen" />
        </Abschnitt>
      )}
      {pflicht && <Abmeldung />}
    </Dialogseite>
  );
}

function MitPasswort({ antwort, aktion, text, ohne = false }: { antwort: unknown; aktion: string; text: string; ohne?: boolean }) {
  const formular = useFormular(antwort, {}, aktion);
  const name = `${aktion}.passwort`;
  return (
    <Formular formular={formular} aktion={aktion}>
      {!ohne && <Passwortfeld name={name} fehler={formular.fehler[name]} beschriftung="Ihr Passwort" zweck="anmelden" erforderlich />}
      <Knopf>{text}</Knopf>
    </Formular>
  );
}

/** The secret as a picture and as text, and the first code of it. */
export function FaktorBestaetigen({ antwort, schluessel, pflicht }: { antwort: unknown; schluessel: string; pflicht: boolean }) {
  const formular = useFormular(antwort, {}, 'bestaetigen');
  return (
    <Dialogseite titel="Zweiten Faktor einrichten" zurueckHref={pfade.kontoZweiterFaktor()} zurueckText="Zurück">
      <ol className="kim-stapel">
        <li>
          <p>Öffnen Sie die App und lesen Sie mit ihr dieses Bild ein.</p>
          <img src={pfade.kontoQr()} alt="QR-Code mit dem Schlüssel; er steht auch als Text darunter." width="240" height="240" />
          <p>Oder geben Sie in der App diesen Schlüssel ein: <code>{schluessel}</code></p>
        </li>
        <li>
          <p>Die App zeigt jetzt alle 30 Sekunden andere 6 Ziffern. Geben Sie die aktuellen ein.</p>
          <Formular formular={formular} aktion="bestaetigen">
            <Textfeld {...formular.feld('code')} beschriftung="Code aus der App" autoComplete="one-time-code" inputMode="numeric" breite="kurz" erforderlich />
            <Knopf>Bestätigen</Knopf>
          </Formular>
        </li>
      </ol>
      {pflicht && <Abmeldung />}
    </Dialogseite>
  );
}

/** Shown once; on paper the buttons stay away. */
export function Wiederherstellungscodes({ codes, weiter }: { codes: readonly string[]; weiter: string }) {
  return (
    <Dialogseite titel="Ihre Wiederherstellungscodes">
      <Meldung art="erfolg" titel="Der zweite Faktor ist eingerichtet" />
      <p>Mit einem dieser Codes kommen Sie hinein, wenn Sie Ihr Gerät nicht zur Hand haben. Jeder gilt einmal. <strong>Sie werden nur jetzt gezeigt:</strong> Drucken Sie diese Seite oder schreiben Sie die Codes ab, und bewahren Sie sie getrennt vom Gerät auf.</p>
      <ul className="kim-liste">
        {codes.map((code) => <li key={code}><code>{code}</code></li>)}
      </ul>
      <Knopf href={weiter}>Ich habe die Codes aufbewahrt</Knopf>
    </Dialogseite>
  );
}
