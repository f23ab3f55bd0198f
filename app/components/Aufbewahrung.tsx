import { formatDatum } from '@kim/core/zeit.ts';
import type { Klasse } from '@kim/domain/faelle/schema.ts';
import { aufbewahrtAb, aufbewahrtBis } from '@kim/domain/fallabschluesse/rules.ts';
import type { Ruhelage } from '@kim/domain/fallabschluesse/rules.ts';

/** How long an ended or stopped case is kept; nothing for one that runs. */
export function Aufbewahrung({ klasse, lage }: { klasse: Klasse; lage: Ruhelage }) {
  const [ab, bis] = [aufbewahrtAb(lage), aufbewahrtBis(klasse, lage)];
  if (!ab || !bis) return null;
  return <>Die Aufbewahrungsfrist läuft seit dem {formatDatum(ab)}, nach dem Vorschlag dieses Produkts bis {formatDatum(bis)}; die Datenschutzbeauftragten haben die Frist noch nicht bestätigt.</>;
}
