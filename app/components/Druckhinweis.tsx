import { rahmentexteIn } from '@kim/kreis/dokumentsprachen.ts';
import { sprachname } from '@kim/kreis/sprachen.ts';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';

/** What the Fachkraft should know before she prints; never on the paper. */
export function Druckhinweis({ sprache }: { sprache: string | null }) {
  const fremd = sprache && sprache !== 'deu' ? sprache : null;
  const texte = rahmentexteIn(fremd);
  return (
    <div className="kim-nur-bildschirm kim-stapel">
      <p>Drucken Sie diese Seite über das Menü Ihres Browsers. Gedruckt wird nur das Blatt, in A4.</p>
      {fremd && !texte && <Meldung art="info" titel={`Für ${sprachname(fremd)} gibt es noch keine Übersetzung`}>Bitte lassen Sie den deutschen Text dolmetschen.</Meldung>}
      {texte && !texte.bestaetigt && (
        <Meldung art="warnung" titel={`${sprachname(texte.code)}: von Muttersprachler*in bestätigt: nein`}>Bitte lassen Sie das Blatt dolmetschen. Verbindlich ist der deutsche Text.</Meldung>
      )}
    </div>
  );
}
