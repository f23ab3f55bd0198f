import { LEISTUNG, ZWECK } from '@kim/domain/kontakte/labels.ts';
import type { Kontakt } from '@kim/domain/kontakte/data.server.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';

type Angaben = Pick<Kontakt, 'leistung' | 'zweck' | 'ort' | 'sprachmittlung' | 'themen'>;

/** What a Kontakt says beside its note, in one line; nothing when it says nothing. */
export function Kontaktangaben({ leistung, zweck, ort, sprachmittlung, themen }: Angaben) {
  const teile = [
    leistung && LEISTUNG[leistung],
    zweck && `Zweck: ${ZWECK[zweck]}`,
    ort && `Ort: ${ort.name}`,
    sprachmittlung && `Sprachmittlung: ${SPRACHMITTLUNG[sprachmittlung]}`,
    themen.length > 0 && `Themen: ${themen.map((thema) => BEDARFSBEREICHE[thema]).join(', ')}`,
  ].filter(Boolean);
  return teile.length > 0 ? <p className="kim-leise">{teile.join(' · ')}</p> : null;
}
