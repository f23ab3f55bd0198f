import { Form } from '@remix-run/react';
import type { Ansicht, Fallfilter as Filter } from '@kim/domain/faelle/data.server.ts';
import { KLASSE, PHASE } from '@kim/domain/faelle/labels.ts';
import { Aufklapper } from '@kim/ui/anzeige/Aufklapper.tsx';
import { Auswahl } from '@kim/ui/formular/Auswahl.tsx';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';
import { pfade } from '../paths.ts';
import { alsOptionen } from './Anfragefelder.tsx';
import { ohneLeere } from './fallauswahl.ts';

interface FallfilterProps {
  ansicht: Ansicht;
  filter: Filter;
  kommunen: readonly { id: string; name: string }[];
}

/** Narrows the list by codes; the choice stands in the address and can be kept. */
export function Fallfilter({ ansicht, filter, kommunen }: FallfilterProps) {
  const gewaehlt = Object.keys(ohneLeere(filter)).length;
  return (
    <Aufklapper titel={gewaehlt > 0 ? `Filter (${gewaehlt})` : 'Filter'} offen={gewaehlt > 0}>
      <Form method="get" action={pfade.faelle()} className="kim-stapel" key={JSON.stringify(filter)}>
        <input type="hidden" name="ansicht" value={ansicht} />
        <Raster>
          <Auswahl name="klasse" beschriftung="Klasse" wert={filter.klasse} leer="alle" optionen={alsOptionen(KLASSE)} />
          <Auswahl name="phase" beschriftung="Phase" wert={filter.phase} leer="alle" optionen={alsOptionen(PHASE)} />
          <Auswahl name="stand" beschriftung="Stand" wert={filter.stand} leer="laufend" optionen={[{ wert: 'beendet', text: 'beendet' }]} />
          {kommunen.length > 1 && <Auswahl name="kommune" beschriftung="Kommune" wert={filter.kommune} leer="alle" optionen={kommunen.map(({ id, name }) => ({ wert: id, text: name }))} />}
        </Raster>
        <Knopf art="sekundaer">Filtern</Knopf>
      </Form>
    </Aufklapper>
  );
}
