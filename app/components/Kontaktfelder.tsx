import { KANAL, LEISTUNG, ZWECK } from '@kim/domain/kontakte/labels.ts';
import { BEGLEITZWECKE, BESUCHSZWECKE } from '@kim/domain/kontakte/rules.ts';
import { KANAELE, LEISTUNGEN } from '@kim/domain/kontakte/schema.ts';
import type { WaehlbarerOrt } from '@kim/domain/orte/data.server.ts';
import { nenneOrt } from '@kim/domain/orte/labels.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Kontrollgruppe } from '@kim/ui/formular/Kontrollgruppe.tsx';
import { Kontrollkaestchen } from '@kim/ui/formular/Kontrollkaestchen.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Zahlfeld } from '@kim/ui/formular/Zahlfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import type { useFormular } from './Formular.tsx';

interface KontaktfelderProps {
  formular: ReturnType<typeof useFormular>;
  /** What the Träger uses; without any the field is left out. */
  orte?: readonly WaehlbarerOrt[];
}

/** What a Kontakt needs in front, what it may also say behind. */
export function Kontaktfelder({ formular, orte = [] }: KontaktfelderProps) {
  return (
    <>
      <Textbereich {...formular.feld('notiz')} beschriftung="Notiz" hinweis="Namen Dritter und alles, was Sie hier schreiben, werden verschlüsselt gespeichert." erforderlich />
      <Raster spalten="schmal">
        <Datumsfeld {...formular.feld('am')} beschriftung="Tag" erforderlich />
        <Auswahl {...formular.feld('kanal')} beschriftung="Weg" optionen={KANAELE.map((wert) => ({ wert, text: KANAL[wert] }))} erforderlich />
        <Zahlfeld {...formular.feld('dauer')} beschriftung="Dauer" einheit="Minuten" />
        <Auswahl {...formular.feld('leistung')} beschriftung="Leistung" leer="keine Angabe" optionen={LEISTUNGEN.map((wert) => ({ wert, text: LEISTUNG[wert] }))} />
      </Raster>
      <Kontrollkaestchen
        {...formular.kaestchen('ausgefallen')}
        beschriftung="Person ist nicht gekommen"
        hinweis="Die Beratung ist freiwillig: Aus dem Ausbleiben folgt nichts, und es wird niemandem gemeldet. Eine Notiz ist dann nicht nötig."
      />
      <Besuch formular={formular} />
      <Weiteres formular={formular} orte={orte} />
    </>
  );
}

/** Posted once the question about interpreting was read; see klingtNachUebersetzen. */
export function Uebersetzungsfrage() {
  return (
    <Meldung art="warnung" titel="Begleitung zum Übersetzen?">
      <p>Begleitung ist nicht für das Übersetzen gedacht. Dafür gibt es die Sprachmittlung, zum Beispiel den Laien-Sprachmittlungspool.</p>
      <Kontrollkaestchen name="trotzdem" beschriftung="Die Begleitung hatte einen anderen Zweck: trotzdem speichern" />
    </Meldung>
  );
}

function Besuch({ formular }: KontaktfelderProps) {
  const gefragt = ['zweck', 'besuchGeklaert'].some((name) => formular.feld(name).wert || formular.feld(name).fehler);
  const optionen = (codes: readonly (keyof typeof ZWECK)[]) => codes.map((wert) => ({ wert, text: ZWECK[wert] }));
  return (
    <Aufklapper titel="Bei einer Begleitung oder einem Besuch: Zweck" offen={gefragt}>
      <Auswahl
        {...formular.feld('zweck')}
        beschriftung="Zweck"
        hinweis="Eine Begleitung schont Kräfte und fördert Selbstständigkeit; sie ist nicht für das Übersetzen gedacht."
        leer="kein Zweck"
        optionen={[{ gruppe: 'Begleitung', optionen: optionen(BEGLEITZWECKE) }, { gruppe: 'Besuch (Weg „aufsuchend“)', optionen: optionen(BESUCHSZWECKE) }]}
      />
      <Kontrollkaestchen
        {...formular.kaestchen('besuchGeklaert')}
        beschriftung="Bei einem Besuch: Zustimmung der zuständigen Behörde und Arbeitssicherheit sind geklärt"
      />
    </Aufklapper>
  );
}

function Weiteres({ formular, orte = [] }: KontaktfelderProps) {
  const gefuellt = ['ort', 'sprachmittlung', 'themen'].some((name) => formular.feld(name).wert || formular.feld(name).fehler);
  return (
    <Aufklapper titel="Ort, Sprachmittlung und Themen" offen={gefuellt}>
      <Raster>
        {orte.length > 0 && <Auswahl {...formular.feld('ort')} beschriftung="Ort" leer="keine Angabe" optionen={orte.map((ort) => ({ wert: ort.id, text: nenneOrt(ort) }))} />}
        <Auswahl {...formular.feld('sprachmittlung')} beschriftung="Sprachmittlung" leer="keine Angabe" optionen={Object.entries(SPRACHMITTLUNG).map(([wert, text]) => ({ wert, text }))} />
      </Raster>
      <Kontrollgruppe {...formular.gruppe('themen')} beschriftung="Themen" waagerecht optionen={Object.entries(BEDARFSBEREICHE).map(([wert, text]) => ({ wert, text }))} />
    </Aufklapper>
  );
}
