import { SPRACHEN, sprachname } from '@kim/kreis/sprachen.ts';
import { HAEUFIGE_STAATSANGEHOERIGKEITEN, STAATSANGEHOERIGKEITEN } from '@kim/kreis/staatsangehoerigkeiten.ts';
import { GESCHLECHT } from '@kim/domain/ratsuchende/labels.ts';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import type { useFormular } from './Formular.tsx';

const alphabetisch = (liste: readonly (readonly [string, string])[]) =>
  [...liste].sort(([, a], [, b]) => a.localeCompare(b, 'de')).map(([wert, text]) => ({ wert, text }));

const haeufig = ([schluessel]: readonly [string, string]): boolean => HAEUFIGE_STAATSANGEHOERIGKEITEN.includes(schluessel);

const STAATEN = [
  { gruppe: 'Häufig', optionen: alphabetisch(STAATSANGEHOERIGKEITEN.filter(haeufig)) },
  { gruppe: 'Alle weiteren', optionen: alphabetisch(STAATSANGEHOERIGKEITEN.filter((eintrag) => !haeufig(eintrag))) },
];

const SPRACHWAHL = SPRACHEN.map(({ code, name, eigenname }) => ({ wert: code, text: name === eigenname ? name : `${name} (${eigenname})` }));

/** Up to three languages, the first one first. What was typed before there was a list is offered as it is. */
function Sprachen({ formular }: { formular: ReturnType<typeof useFormular> }) {
  const { werte, fehler } = formular.gruppe('sprache');
  return (
    <Raster spalten="schmal">
      {['Sprache', 'Weitere Sprache', 'Dritte Sprache'].map((beschriftung, stelle) => {
        const wert = werte[stelle] ?? '';
        const frei = wert !== '' && sprachname(wert) === wert ? [{ wert, text: wert }] : [];
        return (
          <Auswahl
            key={beschriftung}
            name="sprache"
            id={stelle === 0 ? undefined : `feld-sprache-${stelle + 1}`}
            wert={wert}
            fehler={stelle === 0 ? fehler : undefined}
            beschriftung={beschriftung}
            leer={stelle === 0 ? 'noch nicht bekannt' : 'keine'}
            optionen={[...frei, ...SPRACHWAHL]}
          />
        );
      })}
    </Raster>
  );
}

/** A person's fields; only the name is needed, everything else may come later. */
export function Personenfelder({ formular }: { formular: ReturnType<typeof useFormular> }) {
  return (
    <>
      <Raster>
        <Textfeld {...formular.feld('vorname')} beschriftung="Vorname" autoComplete="off" />
        <Textfeld {...formular.feld('nachname')} beschriftung="Nachname oder einziger Name" autoComplete="off" erforderlich />
        <Datumsfeld {...formular.feld('geburtsdatum')} beschriftung="Geburtsdatum" hinweis="TT.MM.JJJJ oder nur das Jahr" />
        <Auswahl {...formular.feld('geschlecht')} beschriftung="Geschlecht" leer="noch nicht bekannt" optionen={Object.entries(GESCHLECHT).map(([wert, text]) => ({ wert, text }))} />
        <Auswahl {...formular.feld('staatsangehoerigkeit')} beschriftung="Staatsangehörigkeit" hinweis="Die ersten Buchstaben tippen genügt." leer="noch nicht bekannt" optionen={STAATEN} />
      </Raster>
      <Sprachen formular={formular} />
      <Raster>
        <Textfeld {...formular.feld('telefon')} beschriftung="Telefon" art="tel" autoComplete="off" />
        <Textfeld {...formular.feld('email')} beschriftung="E-Mail-Adresse" art="email" autoComplete="off" />
      </Raster>
      <Textfeld {...formular.feld('anschrift')} beschriftung="Anschrift oder Unterkunft" autoComplete="off" />
      <Textbereich {...formular.feld('schreibweisen')} beschriftung="Weitere Schreibweisen des Namens" hinweis="Eine je Zeile, auch in der eigenen Schrift. Unter allen wird die Person gefunden." zeilen={2} />
    </>
  );
}
