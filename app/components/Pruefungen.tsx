import { formatDatum } from '@kim/core/zeit.ts';
import { KLASSE } from '@kim/domain/faelle/labels.ts';
import type { Kriterienpruefung } from '@kim/domain/klaerung/data.server.ts';
import { PFLICHTUNTERLAGE } from '@kim/domain/klaerung/labels.ts';
import { KERNKRITERIEN } from '@kim/kreis/zugaenge.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Beschreibungsliste } from '@kim/ui/anzeige/Beschreibungsliste.tsx';
import { Freitext } from '@kim/ui/anzeige/Freitext.tsx';

/** Decisions of a case, the newest first and open; each with the wording that it was taken on. */
export function Pruefungen({ pruefungen }: { pruefungen: readonly Kriterienpruefung[] }) {
  return (
    <>
      {pruefungen.map((pruefung, stelle) => (
        <Aufklapper
          key={pruefung.id}
          offen={stelle === 0}
          titel={`${formatDatum(pruefung.am)}: ${KLASSE[pruefung.entscheidung]}, ${pruefung.erfuellt.length} von ${pruefung.kriterien.length} Kriterien erfüllt`}
        >
          <p className="kim-leise">Entschieden von {pruefung.erfasstVon}. Kriterien in der Fassung {pruefung.fassung}, Schwelle {pruefung.schwelle}.</p>
          <Beschreibungsliste gestapelt eintraege={zeilen(pruefung)} />
        </Aufklapper>
      ))}
    </>
  );
}

function zeilen({ kriterien, erfuellt, gruende, abgewichen, abweichung, fehlend, unterlagen, kernkriterium }: Kriterienpruefung) {
  const antwort = (schluessel: string) => (
    <>
      {erfuellt.includes(schluessel) ? <Abzeichen art="info">ja</Abzeichen> : <Abzeichen>nein</Abzeichen>}
      {gruende[schluessel] && <Freitext>{gruende[schluessel]}</Freitext>}
    </>
  );
  return [
    ...kriterien.map(({ schluessel, titel }) => ({ begriff: titel, inhalt: antwort(schluessel) })),
    { begriff: 'Kernkriterium', inhalt: kernkriterium && KERNKRITERIEN[kernkriterium] },
    ...(abgewichen ? [{ begriff: 'Warum unter der Schwelle', inhalt: <Freitext>{abweichung}</Freitext> }] : []),
    ...(fehlend.length > 0 ? [{ begriff: `Trotz fehlender Unterlagen (${fehlend.map((art) => PFLICHTUNTERLAGE[art]).join(', ')})`, inhalt: <Freitext>{unterlagen}</Freitext> }] : []),
  ];
}
