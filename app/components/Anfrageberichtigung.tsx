import type { Anfrage } from '@kim/domain/anfragen/data.server.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { SPRACHEN } from '@kim/kreis/sprachen.ts';
import { SPRACHMITTLUNG, ZUGAENGE } from '@kim/kreis/zugaenge.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { alsOptionen } from './Anfragefelder.tsx';
import { Formular } from './Formular.tsx';
import type { useFormular } from './Formular.tsx';

/** What the form of an Anfrage starts from. */
export const angabenVon = ({ anliegen, sprache, telefon, zugang, sprachmittlung, bedarfe: [bedarf, weitererBedarf] }: Anfrage) =>
  ({ anliegen, sprache, telefon, zugang, sprachmittlung: sprachmittlung ?? '', bedarf: bedarf ?? '', weitererBedarf: weitererBedarf ?? '' });

/** Puts right what was heard wrongly in the corridor. */
export function Anfrageberichtigung({ formular, version }: { formular: ReturnType<typeof useFormular>; version: number }) {
  return (
    <Aufklapper titel="Angaben berichtigen" offen={Object.keys(formular.fehler).length > 0}>
      <Formular formular={formular} aktion="angaben">
        <input type="hidden" name="version" value={version} />
        <Textbereich {...formular.feld('anliegen')} beschriftung="Anliegen" hinweis="In den Worten der Person." zeilen={3} />
        <Raster>
          <Auswahl {...formular.feld('sprache')} beschriftung="Sprache" leer="noch nicht bekannt" optionen={SPRACHEN.map(({ code, name }) => ({ wert: code, text: name }))} />
          <Auswahl {...formular.feld('zugang')} beschriftung="Zugang" optionen={alsOptionen(ZUGAENGE)} erforderlich />
          <Auswahl {...formular.feld('sprachmittlung')} beschriftung="Sprachmittlung" leer="noch nicht bekannt" optionen={alsOptionen(SPRACHMITTLUNG)} />
          <Auswahl {...formular.feld('bedarf')} beschriftung="Bedarf" leer="noch nicht bekannt" optionen={alsOptionen(BEDARFSBEREICHE)} />
          <Auswahl {...formular.feld('weitererBedarf')} beschriftung="Weiterer Bedarf" leer="keiner" optionen={alsOptionen(BEDARFSBEREICHE)} />
          <Textfeld {...formular.feld('telefon')} beschriftung="Telefon" art="tel" autoComplete="off" />
        </Raster>
        <Knopf art="sekundaer">Angaben speichern</Knopf>
      </Formular>
    </Aufklapper>
  );
}
