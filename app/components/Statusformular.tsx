import { formatDatum } from '@kim/core/zeit.ts';
import type { Statusangabe } from '@kim/domain/statusangaben/data.server.ts';
import { statustext } from '@kim/domain/statusangaben/labels.ts';
import { angeboteneStatus, ausgelaufeneStatus } from '@kim/domain/statusangaben/rules.ts';
import { STATUSGRUPPEN } from '@kim/kreis/aufenthaltsstatus.ts';
import type { Statusregel } from '@kim/kreis/aufenthaltsstatus.ts';
import { LEISTUNGSBEZUEGE } from '@kim/kreis/leistungsbezuege.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Textbereich } from '@kim/ui/formular/Textbereich.tsx';
import { Textfeld } from '@kim/ui/formular/Textfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Formular, useFormular } from './Formular.tsx';

interface StatusformularProps {
  /** The entry to be corrected; without it a new one is recorded. */
  angabe: Statusangabe | null;
  antwort: unknown;
  /** ISO day. */
  heute: string;
  abbrechen: string;
}

const alsFelder = ({ code, von, bis, dokumentnummer, notiz }: Statusangabe): Record<string, string> => ({
  code, von: formatDatum(von), bis: bis ? formatDatum(bis) : '', dokumentnummer, notiz,
});

const option = ({ code }: Statusregel) => ({ wert: code, text: statustext(code) });

/** Both tables in one list; what has ended is kept apart, for days on which it could be had. */
function optionen(heute: string, art: Statusangabe['art'] | undefined) {
  const angeboten = angeboteneStatus(heute);
  const ausgelaufen = ausgelaufeneStatus(heute);
  const aufenthalt = [
    ...Object.entries(STATUSGRUPPEN).map(([gruppe, text]) => ({ gruppe: `Aufenthalt: ${text}`, optionen: angeboten.filter((regel) => regel.gruppe === gruppe).map(option) })),
    { gruppe: 'Aufenthalt: ausgelaufen, nur für frühere Tage', optionen: ausgelaufen.map((regel) => ({ ...option(regel), text: `${statustext(regel.code)} (bis ${formatDatum(regel.giltBis ?? heute)})` })) },
  ];
  const leistung = [{ gruppe: 'Leistungsbezug', optionen: Object.entries(LEISTUNGSBEZUEGE).map(([wert, text]) => ({ wert, text })) }];
  return [...(art === 'leistung' ? [] : aufenthalt), ...(art === 'aufenthalt' ? [] : leistung)];
}

export function Statusformular({ angabe, antwort, heute, abbrechen }: StatusformularProps) {
  const aktion = angabe ? 'aendern' : 'erfassen';
  const formular = useFormular(antwort, angabe ? alsFelder(angabe) : { von: formatDatum(heute) }, aktion);
  const konflikt = angabe ? konfliktAus(antwort) : null;
  return (
    <Abschnitt titel={angabe ? 'Angabe korrigieren' : 'Angabe erfassen'}>
      {konflikt && <Vergleich ihre={(name) => formular.feld(name).wert} gespeichert={konflikt} />}
      <Formular formular={formular} aktion={aktion}>
        {angabe && (
          <>
            <input type="hidden" name="id" value={angabe.id} />
            <input type="hidden" name="version" value={(konflikt ?? angabe).version} />
          </>
        )}
        <Auswahl {...formular.feld('code')} beschriftung="Status oder Leistung" leer="Bitte wählen" optionen={optionen(heute, angabe?.art)} erforderlich />
        <Raster spalten="schmal">
          <Datumsfeld {...formular.feld('von')} beschriftung="Seit" erforderlich />
          <Datumsfeld {...formular.feld('bis')} beschriftung="Frist" hinweis="TT.MM.JJJJ; leer heißt: ohne Frist" />
          <Textfeld {...formular.feld('dokumentnummer')} beschriftung="Nummer des Dokuments" autoComplete="off" dir="ltr" />
        </Raster>
        <Textbereich {...formular.feld('notiz')} beschriftung="Notiz" hinweis="Nummer und Notiz werden verschlüsselt gespeichert." zeilen={2} />
        <Knopfreihe>
          <Knopf>{angabe ? 'Korrektur speichern' : 'Angabe speichern'}</Knopf>
          {angabe && <Knopf art="sekundaer" href={abbrechen}>Abbrechen</Knopf>}
        </Knopfreihe>
      </Formular>
      {angabe && <Entfernen id={angabe.id} />}
    </Abschnitt>
  );
}

function konfliktAus(antwort: unknown): Statusangabe | null {
  return typeof antwort === 'object' && antwort !== null && 'konflikt' in antwort ? (antwort.konflikt as Statusangabe) : null;
}

function Vergleich({ ihre, gespeichert }: { ihre: (name: string) => string; gespeichert: Statusangabe }) {
  const felder = alsFelder(gespeichert);
  const feld = (name: string, beschriftung: string) => ({ beschriftung, ihre: ihre(name), gespeicherte: felder[name] });
  return (
    <Konfliktansicht
      felder={[
        { beschriftung: 'Status oder Leistung', ihre: statustext(ihre('code')), gespeicherte: statustext(gespeichert.code) },
        feld('von', 'Seit'), feld('bis', 'Frist'), feld('dokumentnummer', 'Nummer des Dokuments'), feld('notiz', 'Notiz'),
      ]}
    />
  );
}

function Entfernen({ id }: { id: string }) {
  return (
    <Formular formular={useFormular(null)} aktion="entfernen">
      <p>Wurde die Angabe nur irrtümlich erfasst? Dann entfernen Sie sie. Hat sich etwas geändert, erfassen Sie stattdessen eine neue.</p>
      <Knopf art="tertiaer" name="id" value={id}>Irrtümliche Angabe entfernen</Knopf>
    </Formular>
  );
}
