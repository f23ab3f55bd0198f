import { isRouteErrorResponse } from '@remix-run/react';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Dialogseite } from '@kim/ui/seite/Dialogseite.tsx';
import { pfade } from '../paths.ts';

const SEITEN: Record<number, { titel: string; text: string }> = {
  403: { titel: 'Nicht möglich', text: 'Diese Aktion ist Ihnen nicht erlaubt. Es wurde nichts geändert.' },
  404: {
    titel: 'Nicht gefunden',
    text: 'Unter dieser Adresse gibt es für Sie nichts. Prüfen Sie die Fallnummer oder suchen Sie den Fall über seine Person.',
  },
  503: {
    titel: 'Vorübergehend nicht erreichbar',
    text: 'Die Datenbank antwortet gerade nicht. Was Sie zuletzt abgeschickt haben, wurde nicht gespeichert. Bitte warten Sie einen Augenblick und laden Sie die Seite neu; abgeschickte Eingaben können Sie dabei gefahrlos erneut senden.',
  },
};

const UNERWARTET = {
  titel: 'Etwas ist schiefgegangen',
  text: 'Der Vorgang wurde abgebrochen und nichts davon gespeichert. Bitte versuchen Sie es noch einmal. Bleibt der Fehler, wenden Sie sich an Ihre Trägeradministration.',
};

/** One page for every error: what happened to the entry, and a way out. */
export function Fehlerseite({ fehler }: { fehler: unknown }) {
  const seite = (isRouteErrorResponse(fehler) && SEITEN[fehler.status]) || UNERWARTET;
  return (
    <Dialogseite titel={seite.titel}>
      <p>{seite.text}</p>
      <Knopfreihe>
        <Knopf href={pfade.start()}>Zur Startseite</Knopf>
      </Knopfreihe>
    </Dialogseite>
  );
}
