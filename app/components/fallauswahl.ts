import { istId } from '@kim/core/ids.ts';
import type { Fallfilter } from '@kim/domain/faelle/data.server.ts';
import { KLASSEN, PHASEN } from '@kim/domain/faelle/schema.ts';

const einer = <T extends string>(werte: readonly T[], wert: string | null): T | undefined => werte.find((eines) => eines === wert);

/** What an address says of the list; what it does not know it ignores. */
export const liesFilter = (suche: URLSearchParams): Fallfilter => ({
  klasse: einer(KLASSEN, suche.get('klasse')),
  phase: einer(PHASEN, suche.get('phase')),
  kommune: istId(suche.get('kommune')) ? (suche.get('kommune') ?? undefined) : undefined,
  stand: einer(['beendet'], suche.get('stand')),
});

export const ohneLeere = (filter: Fallfilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter((paar): paar is [string, string] => typeof paar[1] === 'string'));
