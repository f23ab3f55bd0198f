import { formatDatum } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Besetzung, Stelle } from '@kim/domain/traeger/stellen/data.server.ts';
import { formatVzae, VERTRAGSART } from '@kim/domain/traeger/stellen/labels.ts';
import { besetztAm, giltAm, summiere } from '@kim/domain/traeger/stellen/rules.ts';
import { Abzeichen } from '@kim/ui/anzeige/Abzeichen.tsx';
import { Tabelle } from '@kim/ui/anzeige/Tabelle.tsx';
import { Link } from '@kim/ui/seite/Link.tsx';
import { pfade } from '../paths.ts';

const umfang = (stelle: Stelle) => ({ vzae: stelle.vzae, foerderung: { von: stelle.gefoerdertVon, bis: stelle.gefoerdertBis }, besetzungen: stelle.besetzungen });

export const summen = (stellen: readonly Stelle[], tag: Datum) => summiere(stellen.map(umfang), tag);

/** Posts with what is funded, filled and vacant on a day. */
export function Stellentabelle({ stellen, tag, mitLink = false }: { stellen: readonly Stelle[]; tag: Datum; mitLink?: boolean }) {
  const summe = summen(stellen, tag);
  return (
    <Tabelle
      beschriftung={`Stellen am ${formatDatum(tag)}, Umfang in VZÄ`}
      zeilen={stellen}
      schluessel={(stelle) => stelle.id}
      leer={<p>Noch keine Stelle eingetragen.</p>}
      spalten={[
        {
          schluessel: 'stelle', titel: 'Stelle', kopf: true,
          zelle: (stelle) => (
            <>
              {mitLink ? <Link href={pfade.verwaltungStelle(stelle.id)}><bdi>{stelle.bezeichnung}</bdi></Link> : <bdi>{stelle.bezeichnung}</bdi>}
              <div className="kim-leise">{VERTRAGSART[stelle.vertragsart]}</div>
            </>
          ),
        },
        { schluessel: 'kommunen', titel: 'Kommunen', zelle: (stelle) => stelle.kommunen.map(({ name }) => name).join(', ') },
        { schluessel: 'foerderung', titel: 'Gefördert', zelle: (stelle) => foerderung(stelle, tag) },
        { schluessel: 'besetzt_mit', titel: 'Besetzt mit', zelle: (stelle) => <Besetzungsliste besetzungen={stelle.besetzungen.filter((besetzung) => giltAm(besetzung, tag))} /> },
        { schluessel: 'vzae', titel: 'VZÄ', zahl: true, zelle: (stelle) => formatVzae(stelle.vzae) },
        { schluessel: 'besetzt', titel: 'Besetzt', zahl: true, zelle: (stelle) => formatVzae(besetztAm(stelle.besetzungen, tag)) },
        { schluessel: 'unbesetzt', titel: 'Unbesetzt', zahl: true, zelle: (stelle) => <Vakanz stelle={stelle} tag={tag} /> },
      ]}
      summe={stellen.length > 1 ? { stelle: 'Summe am Stichtag', vzae: formatVzae(summe.gefoerdert), besetzt: formatVzae(summe.besetzt), unbesetzt: formatVzae(summe.unbesetzt) } : undefined}
    />
  );
}

function foerderung({ gefoerdertVon: von, gefoerdertBis: bis }: Stelle, tag: Datum): string {
  if (von > tag) return `ab ${formatDatum(von)}`;
  if (bis === null) return `seit ${formatDatum(von)}`;
  return bis < tag ? `ausgelaufen am ${formatDatum(bis)}` : `${formatDatum(von)} bis ${formatDatum(bis)}`;
}

function Besetzungsliste({ besetzungen }: { besetzungen: readonly Besetzung[] }) {
  if (besetzungen.length === 0) return <>niemand</>;
  return (
    <ul className="kim-liste">
      {besetzungen.map(({ id, person, anteil }) => <li key={id}><bdi>{person}</bdi>, {formatVzae(anteil)}</li>)}
    </ul>
  );
}

function Vakanz({ stelle, tag }: { stelle: Stelle; tag: Datum }) {
  const { gefoerdert, besetzt, unbesetzt } = summiere([umfang(stelle)], tag);
  if (besetzt > stelle.vzae) return <Abzeichen art="warnung">überbesetzt</Abzeichen>;
  if (gefoerdert === 0) return <>–</>;
  return unbesetzt > 0 ? <Abzeichen art="warnung">{formatVzae(unbesetzt)}</Abzeichen> : <>{formatVzae(0)}</>;
}
