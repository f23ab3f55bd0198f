import { formatZeitpunkt } from '@kim/core/zeit.ts';
import { aktionText } from '@kim/domain/protokoll/labels.ts';
import type { Protokollzeile } from '@kim/domain/protokoll/data.server.ts';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';

/** Who, when, what, which Fallnummer; never content. */
export function Protokolltabelle({ zeilen, beschriftung, mitFall = false }: { zeilen: readonly Protokollzeile[]; beschriftung: string; mitFall?: boolean }) {
  return (
    <Tabelle
      beschriftung={beschriftung}
      beschriftungVerborgen
      zeilen={zeilen}
      schluessel={(zeile) => zeile.id}
      leer={<p>Noch keine Einträge.</p>}
      spalten={[
        { schluessel: 'am', titel: 'Wann', zelle: (zeile) => formatZeitpunkt(new Date(zeile.am)) },
        { schluessel: 'wer', titel: 'Wer', kopf: true, zelle: (zeile) => zeile.nutzer },
        { schluessel: 'was', titel: 'Was', zelle: (zeile) => aktionText(zeile.aktion) },
        ...(mitFall ? [{ schluessel: 'fall', titel: 'Fall', zelle: (zeile: Protokollzeile) => zeile.fallnummer ?? '' }] : []),
        { schluessel: 'betrifft', titel: 'Betrifft', zelle: (zeile) => zeile.betrifft ?? '' },
      ]}
    />
  );
}
