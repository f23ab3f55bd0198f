import { formatZahl } from '@kim/core/zahl.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import { nenneZeitraum } from '@kim/auswertung/blatt.ts';
import type { Blatt, Zellwert } from '@kim/auswertung/blatt.ts';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';

/** A released table with everything that a figure needs beside it: unit, time, lines that are zero too. */
export function Blattansicht({ blatt, verborgen = false }: { blatt: Blatt; verborgen?: boolean }) {
  const genau = blatt.zeilen.some(({ werte }) => werte.some((zelle) => zelle.genau));
  return (
    <>
      <Tabelle
        beschriftung={`${blatt.titel}, ${nenneZeitraum(blatt.stichtag, blatt.spanne)} (${blatt.einheit})`}
        beschriftungVerborgen={verborgen}
        schmal={blatt.spalten.length > 2 ? 'rollen' : 'karten'}
        zeilen={blatt.zeilen.filter(({ rand }) => !rand || blatt.zeilen.length === 1)}
        schluessel={(zeile) => zeile.titel}
        spalten={[
          { schluessel: 'titel', titel: blatt.zeilenkopf || 'Angabe', kopf: true, zelle: (zeile) => zeile.titel || blatt.mass },
          ...blatt.spalten.map((titel, i) => ({ schluessel: String(i), titel: titel || blatt.mass, zahl: true, zelle: (zeile: Blatt['zeilen'][number]) => <Zahl zelle={zeile.werte[i]} /> })),
        ]}
        {...(blatt.zeilen.length > 1 && { summe: summenzeile(blatt) })}
      />
      {genau && <p className="kim-leise">* Von der Leitung des Trägers ausdrücklich genau freigegeben.</p>}
    </>
  );
}

function summenzeile({ zeilen, spalten }: Blatt) {
  const letzte = zeilen.find(({ rand }) => rand);
  return { titel: letzte?.titel, ...Object.fromEntries(spalten.map((_, i) => [String(i), <Zahl key={i} zelle={letzte?.werte[i]} />])) };
}

function Zahl({ zelle }: { zelle: Zellwert | undefined }) {
  if (!zelle || zelle.wert === null) return <><span aria-hidden="true">–</span><span className="kern-sr-only">zu diesem Stichtag nicht veröffentlicht</span></>;
  return <>{formatZahl(zelle.wert)}{zelle.genau && '*'}</>;
}

/** The day or the span of time that a table speaks of, in words. */
export const zeitangabe = ({ stichtag, spanne }: Pick<Blatt, 'stichtag' | 'spanne'>): string =>
  (spanne === 'stichtag' ? `Stichtag ${formatDatum(stichtag)}` : nenneZeitraum(stichtag, spanne));
