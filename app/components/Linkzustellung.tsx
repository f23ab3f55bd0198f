import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { GUELTIG } from '../http/brief.ts';
import type { Linkart } from '../http/einmallink.server.ts';
import type { Zustellung } from '../http/post.server.ts';

interface LinkzustellungProps {
  email: string;
  art: Linkart;
  zustellung: Zustellung;
}

/** What became of a one-time link: on its way, or shown this once to be handed over. */
export function Linkzustellung({ email, art, zustellung }: LinkzustellungProps) {
  if (zustellung.gesendet) {
    return <Meldung art="erfolg" titel={`Der Link ist unterwegs an ${email}`}>Er gilt {GUELTIG[art]} und nur einmal.</Meldung>;
  }
  return (
    <Meldung art="warnung" titel="Bitte geben Sie diesen Link selbst weiter">
      <p>
        <code>{zustellung.link}</code>
      </p>
      <p>Für {email}. Er wird nur jetzt gezeigt, gilt {GUELTIG[art]} und nur einmal. Übergeben Sie ihn persönlich oder in einer E-Mail, nicht in einer Gruppe: Wer ihn öffnet, richtet das Konto ein.</p>
    </Meldung>
  );
}
