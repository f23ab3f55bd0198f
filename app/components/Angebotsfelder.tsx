import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { RECHTSKREISE } from '@kim/kreis/rechtskreise.ts';
import { SPRACHEN } from '@kim/kreis/sprachen.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Kontrollgruppe } from '@kim/ui/formular/Kontrollgruppe.tsx';
import { Kontrollkaestchen } from '@kim/ui/formular/Kontrollkaestchen.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from './Anfragefelder.tsx';
import type { useFormular } from './Formular.tsx';

interface AngebotsfelderProps {
  formular: ReturnType<typeof useFormular>;
  kommunen: readonly { id: string; name: string }[];
  /** Whether it is shared is said when it is new; an entry that exists may be closed. */
  neu?: boolean;
}

/** Fields of an entry of the directory. */
export function Angebotsfelder({ formular, kommunen, neu = false }: AngebotsfelderProps) {
  const { wert: nurEigene, ...eigene } = formular.feld('nurEigene');
  return (
    <>
      <p>Bitte nur Angaben zur Stelle: keine Namen von Ratsuchenden und keine privaten Nummern.</p>
      <Raster>
        <Textfeld {...formular.feld('name')} beschriftung="Name" autoComplete="off" erforderlich />
        <Textfeld {...formular.feld('organisation')} beschriftung="Organisation" autoComplete="off" />
        <Auswahl {...formular.feld('rechtskreis')} beschriftung="Rechtskreis" leer="Bitte wählen" optionen={alsOptionen(RECHTSKREISE)} erforderlich />
      </Raster>
      <Aufklapper titel={`Bereiche (${formular.gruppe('bereiche').werte.length})`} offen={neu || !!formular.gruppe('bereiche').fehler}>
        <Kontrollgruppe {...formular.gruppe('bereiche')} beschriftung="Wobei die Stelle hilft" optionen={alsOptionen(BEDARFSBEREICHE)} />
      </Aufklapper>
      <Aufklapper titel={`Einzugsgebiet (${formular.gruppe('einzugsgebiet').werte.length || 'ganzer Kreis'})`} offen={!!formular.gruppe('einzugsgebiet').fehler}>
        <Kontrollgruppe {...formular.gruppe('einzugsgebiet')} beschriftung="Einzugsgebiet" hinweis="Nichts gewählt heißt: der ganze Kreis." optionen={kommunen.map(({ id, name }) => ({ wert: id, text: name }))} />
      </Aufklapper>
      <Aufklapper titel={`Sprachen (${formular.gruppe('sprachen').werte.length})`} offen={!!formular.gruppe('sprachen').fehler}>
        <Kontrollgruppe {...formular.gruppe('sprachen')} beschriftung="Sprachen der Beratung" optionen={SPRACHEN.map(({ code, name }) => ({ wert: code, text: name }))} />
      </Aufklapper>
      <Raster>
        <Textbereich {...formular.feld('anschrift')} beschriftung="Anschrift" zeilen={2} />
        <Textbereich {...formular.feld('anfahrt')} beschriftung="Anfahrt" zeilen={2} />
        <Textfeld {...formular.feld('telefon')} beschriftung="Telefon" art="tel" autoComplete="off" />
        <Textfeld {...formular.feld('email')} beschriftung="E-Mail" art="email" autoComplete="off" />
        <Textfeld {...formular.feld('web')} beschriftung="Internetseite" hinweis="Mit https://" autoComplete="off" />
        <Textbereich {...formular.feld('zeiten')} beschriftung="Zeiten" zeilen={2} />
      </Raster>
      <Textbereich {...formular.feld('hinweise')} beschriftung="Hinweise" hinweis="Zugang, Wartezeit, was man mitbringt." zeilen={3} />
      {neu && <Kontrollkaestchen {...eigene} beschriftung="Nur für unseren Träger" hinweis="Sonst sehen es alle Träger und die Koordination. Das lässt sich später nicht ändern." gewaehlt={nurEigene === 'ja'} />}
      {!neu && <Datumsfeld {...formular.feld('geschlossenAm')} beschriftung="Geschlossen seit" hinweis="Ab diesem Tag kann niemand mehr dorthin vermittelt werden." />}
    </>
  );
}
