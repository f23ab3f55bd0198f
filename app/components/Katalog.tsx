import { formatDatum } from '@kim/core/zeit.ts';
import type { Katalogstand, Kriterienkatalog } from '@kim/kreis/kriterienkatalog.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Zahlfeld } from '@kim/ui/formular/Zahlfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import type { useFormular } from './Formular.tsx';

type Formularfelder = ReturnType<typeof useFormular>;

const STAND = { entwurf: 'Entwurf', kuenftig: 'gilt künftig', gilt: 'gilt', abgeloest: 'abgelöst' } as const;
const ART = { entwurf: 'warnung', kuenftig: 'info', gilt: 'erfolg', abgeloest: 'neutral' } as const;

export const Katalogabzeichen = ({ stand }: { stand: Katalogstand }) => <Abzeichen art={ART[stand]}>{STAND[stand]}</Abzeichen>;

/** A stored version as the form shows it. */
export const alsKatalogwerte = (katalog: Kriterienkatalog): Record<string, string> => ({
  giltAb: formatDatum(katalog.giltAb), beschluss: katalog.beschluss, schwelle: `${katalog.schwelle}`, orientierungspunkte: katalog.orientierungspunkte.join('\n'),
  ...Object.fromEntries(katalog.kriterien.flatMap((kriterium, i) => Object.entries(kriterium).map(([feld, wert]) => [`kriterien.${i}.${feld}`, wert]))),
});

/** How many criteria a form holds. */
export const zaehleKriterien = (werte: Readonly<Record<string, unknown>>): number => Object.keys(werte).filter((name) => /^kriterien\.[0-9]+\.schluessel$/.test(name)).length;

/** Everything of a draft. Adding and removing a criterion sends the form, so that it works without scripts. */
export function Katalogfelder({ formular, anzahl }: { formular: Formularfelder; anzahl: number }) {
  return (
    <>
      <Datumsfeld {...formular.feld('giltAb')} beschriftung="Gilt ab" hinweis="TT.MM.JJJJ, frühestens heute" erforderlich />
      <Textfeld {...formular.feld('beschluss')} beschriftung="Beschluss" hinweis="Zum Beispiel: Kreisweiter Lenkungskreis, 12.03.2026, TOP 4. Vor der Veröffentlichung erforderlich." autoComplete="off" />
      {Array.from({ length: anzahl }, (_, i) => (
        <Karte key={formular.feld(`kriterien.${i}.schluessel`).wert} fuss={<Knopf art="tertiaer" klein name="_aktion" value={`entfernen-${i}`} aria-label={`Kriterium ${i + 1} entfernen`}>Entfernen</Knopf>}>
          <input type="hidden" name={`kriterien.${i}.schluessel`} value={formular.feld(`kriterien.${i}.schluessel`).wert} />
          <Textfeld {...formular.feld(`kriterien.${i}.titel`)} beschriftung={`Kriterium ${i + 1}`} autoComplete="off" erforderlich />
          <Textbereich {...formular.feld(`kriterien.${i}.erlaeuterung`)} beschriftung={`Erläuterung zu Kriterium ${i + 1}`} zeilen={2} />
        </Karte>
      ))}
      <p><Knopf art="sekundaer" symbol="add" name="_aktion" value="hinzufuegen">Kriterium hinzufügen</Knopf></p>
      <Zahlfeld {...formular.feld('schwelle')} beschriftung="Schwelle" hinweis="So viele Kriterien müssen für ein Case Management erfüllt sein." erforderlich />
      <Textbereich {...formular.feld('orientierungspunkte')} beschriftung="Orientierungspunkte" hinweis="Einer je Zeile. Sie helfen bei der Entscheidung und werden nicht gezählt." zeilen={6} />
    </>
  );
}

/** A version as the Fachkraft meets it. */
export function Katalogvorschau({ katalog }: { katalog: Kriterienkatalog }) {
  return (
    <Abschnitt titel="So sehen es die Fachkräfte">
      <p>Für ein Case Management müssen {katalog.schwelle} von {katalog.kriterien.length} Kriterien erfüllt sein, oder die Fachkraft begründet ihre Entscheidung.</p>
      <ol className="kim-liste">
        {katalog.kriterien.map(({ schluessel, titel, erlaeuterung }) => (
          <li key={schluessel}><strong>{titel}</strong>{erlaeuterung && <> – {erlaeuterung}</>} <span className="kim-leise">(ja oder nein, mit Begründung)</span></li>
        ))}
      </ol>
      {katalog.orientierungspunkte.length > 0 && (
        <>
          <p>Orientierungspunkte für die Entscheidung:</p>
          <ul className="kim-liste">{katalog.orientierungspunkte.map((punkt) => <li key={punkt}>{punkt}</li>)}</ul>
        </>
      )}
    </Abschnitt>
  );
}

/** Both versions of a draft that two people saved. */
export function Katalogkonflikt({ aktuell, formular, anzahl }: { aktuell: Kriterienkatalog; formular: Formularfelder; anzahl: number }) {
  const ihre = (name: string) => formular.feld(name).wert;
  const gespeicherte = alsKatalogwerte(aktuell);
  const zeilen = [['giltAb', 'Gilt ab'], ['beschluss', 'Beschluss'], ['schwelle', 'Schwelle'], ['orientierungspunkte', 'Orientierungspunkte']] as const;
  const kriterien = Array.from({ length: Math.max(anzahl, aktuell.kriterien.length) }, (_, i) => [[`kriterien.${i}.titel`, `Kriterium ${i + 1}`], [`kriterien.${i}.erlaeuterung`, `Erläuterung zu Kriterium ${i + 1}`]] as const).flat();
  return <Konfliktansicht felder={[...zeilen, ...kriterien].map(([name, beschriftung]) => ({ beschriftung, ihre: ihre(name), gespeicherte: gespeicherte[name] ?? '' }))} />;
}
