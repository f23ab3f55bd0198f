import { formatDatum } from '@kim/core/zeit.ts';
import type { Fachkraft, Vertretung } from '@kim/domain/traeger/vertretungen/data.server.ts';
import { STAND } from '@kim/domain/traeger/vertretungen/labels.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Datumsfeld } from '@kim/ui/formular/Datumsfeld.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { Formular, useFormular } from './Formular.tsx';

interface VertretungstabelleProps {
  vertretungen: readonly Vertretung[];
  beschriftung: string;
  /** What stands in place of an empty list. */
  leer: string;
  /** Which side of each Vertretung is named: who is absent, or who steps in. */
  zeigt: 'vertretene' | 'vertretung';
}

/** Absences of one person, or those in which she steps in, each with a way to end it early. */
export function Vertretungstabelle({ vertretungen, beschriftung, leer, zeigt }: VertretungstabelleProps) {
  return (
    <Tabelle
      beschriftung={beschriftung}
      zeilen={vertretungen}
      schluessel={(zeile) => zeile.id}
      leer={<p>{leer}</p>}
      spalten={[
        { schluessel: 'wer', titel: zeigt === 'vertretung' ? 'Vertretung durch' : 'Vertritt', kopf: true, zelle: (zeile) => <bdi>{zeile[zeigt]}</bdi> },
        { schluessel: 'von', titel: 'Von', zelle: (zeile) => formatDatum(zeile.von) },
        { schluessel: 'bis', titel: 'Bis', zelle: (zeile) => formatDatum(zeile.bis) },
        { schluessel: 'stand', titel: 'Stand', zelle: (zeile) => <Abzeichen art={zeile.stand === 'laeuft' ? 'info' : 'neutral'}>{STAND[zeile.stand]}</Abzeichen> },
        { schluessel: 'ende', titel: 'Beenden', zelle: (zeile) => (zeile.stand === 'laeuft' || zeile.stand === 'kommt' ? <Beenden id={zeile.id} wer={zeile[zeigt]} /> : '') },
      ]}
    />
  );
}

function Beenden({ id, wer }: { id: string; wer: string }) {
  return (
    <Formular formular={useFormular(null)} aktion="vertretung_beenden">
      <Knopf art="sekundaer" klein name="id" value={id} aria-label={`Vertretung beenden: ${wer}`}>Jetzt beenden</Knopf>
    </Formular>
  );
}

interface VertretungsformularProps {
  antwort: unknown;
  /** Colleagues who can step in. */
  waehlbar: readonly Fachkraft[];
  /** The asking person, where she is an administrator: her own name is marked. */
  ich?: string;
  heute: string;
}

/** First day, last day, who steps in. */
export function Vertretungsformular({ antwort, waehlbar, ich, heute }: VertretungsformularProps) {
  const formular = useFormular(antwort, { von: heute }, 'vertretung');
  const freigabe = istFreigabeNoetig(antwort, 'vertretung');
  return (
    <Formular formular={formular} aktion="vertretung">
      <Raster spalten="schmal">
        <Auswahl
          {...formular.feld('vertretung')}
          beschriftung="Vertretung durch"
          leer="Bitte wählen"
          optionen={waehlbar.map(({ id, name }) => ({ wert: id, text: id === ich ? `${name} (Sie selbst, nur mit Freigabe)` : name }))}
          erforderlich
        />
        <Datumsfeld {...formular.feld('von')} beschriftung="Erster Tag" erforderlich />
        <Datumsfeld {...formular.feld('bis')} beschriftung="Letzter Tag" erforderlich />
      </Raster>
      {freigabe ? (
        <Knopf name="freigabe" value="ja">Freigabe beantragen</Knopf>
      ) : (
        <Knopf gesperrtWeil={waehlbar.length === 0 ? 'Bei Ihrem Träger gibt es keine weitere aktive Fachkraft.' : undefined}>Vertretung einrichten</Knopf>
      )}
    </Formular>
  );
}

/** Whether the refused form of this name can go to a second person. */
export function istFreigabeNoetig(antwort: unknown, aktion: string): boolean {
  if (typeof antwort !== 'object' || antwort === null || !('freigabe' in antwort) || antwort.freigabe !== true) return false;
  return 'werte' in antwort && (antwort.werte as Record<string, string[]>)['aktion']?.[0] === aktion;
}
