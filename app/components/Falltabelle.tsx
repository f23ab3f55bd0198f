import { formatDatum } from '@kim/core/zeit.ts';
import { KLASSE, PHASE } from '@kim/domain/faelle/labels.ts';
import type { Fallzeile } from '@kim/domain/faelle/data.server.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { LeererZustand } from '@kim/ui/anzeige/LeererZustand.tsx';
import { Name } from '@kim/ui/anzeige/Name.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';

/** A list of cases: the name first, because that is how people look for each other. */
export function Falltabelle({ faelle, beschriftung, mitFachkraft = false }: { faelle: readonly Fallzeile[]; beschriftung: string; mitFachkraft?: boolean }) {
  const fachkraft = { schluessel: 'fachkraft', titel: 'Fachkraft', zelle: (fall: Fallzeile) => fall.fachkraft };
  return (
    <Tabelle
      beschriftung={beschriftung}
      zeilen={faelle}
      schluessel={(fall) => fall.id}
      leer={
        <LeererZustand titel="Hier ist noch nichts">
          Ein Fall beginnt mit einer Person: Suchen Sie zuerst nach ihrem Namen und eröffnen Sie den Fall, wenn es sie noch nicht gibt.
        </LeererZustand>
      }
      spalten={[
        { schluessel: 'name', titel: 'Person', kopf: true, zelle: (fall) => <Link href={pfade.fall(fall.fallnummer)}><Name voll={fall.name} /></Link> },
        { schluessel: 'nummer', titel: 'Fallnummer', zelle: (fall) => fall.fallnummer },
        { schluessel: 'klasse', titel: 'Klasse', zelle: (fall) => <Abzeichen art={fall.klasse === 'case_management' ? 'info' : 'neutral'}>{KLASSE[fall.klasse]}</Abzeichen> },
        { schluessel: 'phase', titel: 'Phase', zelle: (fall) => (fall.phase ? PHASE[fall.phase] : '–') },
        { schluessel: 'kommune', titel: 'Kommune', zelle: (fall) => fall.kommune },
        ...(mitFachkraft ? [fachkraft] : []),
        { schluessel: 'kontakt', titel: 'Letzter Kontakt', zelle: (fall) => (fall.letzterKontakt ? formatDatum(fall.letzterKontakt) : 'noch keiner') },
        { schluessel: 'tun', titel: 'Tun', zelle: (fall) => <Link href={pfade.fallKontaktNeu(fall.fallnummer)} aria-label={`Kontakt erfassen in ${fall.fallnummer}`}>Kontakt</Link> },
      ]}
    />
  );
}
