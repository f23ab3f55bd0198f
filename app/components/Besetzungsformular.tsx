import { formatDatum } from '@kim/core/zeit.ts';
import type { Besetzung } from '@kim/domain/traeger/stellen/data.server.ts';
import { formatVzae } from '@kim/domain/traeger/stellen/labels.ts';
import { Konfliktansicht } from '@kim/ui/anzeige/Konfliktansicht.tsx';
import { Meldung } from '@kim/ui/anzeige/Meldung.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Knopfreihe } from '@kim/ui/formular/Knopfreihe.tsx';
import { Kontrollkaestchen } from '@kim/ui/formular/Kontrollkaestchen.tsx';
import { Zahlfeld } from '@kim/ui/formular/Zahlfeld.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { pfade } from '../paths.ts';
import { Formular, useFormular } from './Formular.tsx';

interface BesetzungsformularProps {
  stelleId: string;
  personen: readonly { id: string; name: string }[];
  /** The one to be changed; without it a new one is made. */
  besetzung: Besetzung | null;
  antwort: unknown;
  heute: string;
}

/** Puts somebody on a post, or changes and ends a Besetzung. What is unusual is asked back once. */
export function Besetzungsformular({ stelleId, personen, besetzung, antwort, heute }: BesetzungsformularProps) {
  const aktion = besetzung ? 'besetzung_aendern' : 'besetzung';
  const gespeichert = besetzung
    ? { anteil: formatVzae(besetzung.anteil), besetztVon: formatDatum(besetzung.von), besetztBis: besetzung.bis ? formatDatum(besetzung.bis) : '' }
    : { besetztVon: heute };
  const formular = useFormular(antwort, gespeichert, aktion);
  const warnungen = teil<string[]>(antwort, 'warnungen') ?? [];
  const konflikt = besetzung && teil<string>(antwort, 'konflikt') === 'besetzung';
  return (
    <Abschnitt titel={besetzung ? `Besetzung ändern: ${besetzung.person}` : 'Besetzung eintragen'}>
      {konflikt && <Konflikt besetzung={besetzung} wert={(name) => formular.feld(name).wert} />}
      <Formular formular={formular} aktion={aktion}>
        {besetzung && (
          <>
            <input type="hidden" name="id" value={besetzung.id} />
            <input type="hidden" name="person" value={besetzung.personId} />
            <input type="hidden" name="version" value={besetzung.version} />
          </>
        )}
        <Raster spalten="schmal">
          {!besetzung && <Auswahl {...formular.feld('person')} beschriftung="Person" leer="Bitte wählen" optionen={personen.map(({ id, name }) => ({ wert: id, text: name }))} erforderlich />}
          <Zahlfeld {...formular.feld('anteil')} beschriftung="Anteil" einheit="VZÄ" hinweis="Mit Komma, höchstens 1,00" dezimal erforderlich />
          <Datumsfeld {...formular.feld('besetztVon')} beschriftung="Erster Tag" erforderlich />
          <Datumsfeld {...formular.feld('besetztBis')} beschriftung="Letzter Tag" hinweis="TT.MM.JJJJ; leer heißt: offen" />
        </Raster>
        {warnungen.length > 0 && (
          <Meldung art="warnung" titel="Stimmt das so?">
            {warnungen.map((text) => <p key={text}>{text}</p>)}
            <p>Bei einer Einarbeitung oder einer Vorleistung des Trägers kann das richtig sein.</p>
            <Kontrollkaestchen name="trotzdem" beschriftung="Ja, das stimmt so" />
          </Meldung>
        )}
        <Knopfreihe>
          <Knopf art={besetzung ? 'primaer' : 'sekundaer'}>{besetzung ? 'Besetzung speichern' : 'Besetzung eintragen'}</Knopf>
          {besetzung && <Knopf art="sekundaer" href={pfade.verwaltungStelle(stelleId)}>Abbrechen</Knopf>}
        </Knopfreihe>
      </Formular>
      {besetzung && <Entfernen id={besetzung.id} />}
    </Abschnitt>
  );
}

function Konflikt({ besetzung, wert }: { besetzung: Besetzung; wert: (name: string) => string }) {
  return (
    <Konfliktansicht
      felder={[
        { beschriftung: 'Anteil', ihre: wert('anteil'), gespeicherte: formatVzae(besetzung.anteil) },
        { beschriftung: 'Erster Tag', ihre: wert('besetztVon'), gespeicherte: formatDatum(besetzung.von) },
        { beschriftung: 'Letzter Tag', ihre: wert('besetztBis'), gespeicherte: besetzung.bis ? formatDatum(besetzung.bis) : '' },
      ]}
    />
  );
}

function Entfernen({ id }: { id: string }) {
  return (
    <Formular formular={useFormular(null)} aktion="besetzung_entfernen">
      <p>Wurde die Besetzung nur irrtümlich eingetragen? Dann entfernen Sie sie. Wer die Stelle verlassen hat, bekommt stattdessen einen letzten Tag.</p>
      <Knopf art="tertiaer" name="id" value={id}>Irrtümliche Besetzung entfernen</Knopf>
    </Formular>
  );
}

function teil<T>(antwort: unknown, name: string): T | undefined {
  return typeof antwort === 'object' && antwort !== null ? ((antwort as Record<string, unknown>)[name] as T | undefined) : undefined;
}
