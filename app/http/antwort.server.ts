import { istId } from '@kim/core/ids.ts';
import { istDatum } from '@kim/core/zeit.ts';
import { FALLNUMMER } from '@kim/domain/faelle/rules.ts';
import { nichtGefunden } from './geschuetzt.server.ts';

/** The value, or 404: unknown, foreign and forbidden look alike. */
export function oder404<T>(wert: T | null | undefined): T {
  if (wert === null || wert === undefined) throw nichtGefunden();
  return wert;
}

/** An id of an address; anything else is 404 before it reaches the database. */
export function idAus(params: Readonly<Record<string, string | undefined>>, name = 'id'): string {
  const wert = params[name];
  if (!istId(wert)) throw nichtGefunden();
  return wert;
}

/** The Fallnummer of an address as it was typed, in capitals. */
export function nummerAus(params: Readonly<Record<string, string | undefined>>): string {
  const nummer = params['nr']?.toUpperCase();
  if (!nummer || !FALLNUMMER.test(nummer)) throw nichtGefunden();
  return nummer;
}

/** A page key of a list that is ordered by day: „day|id“. */
export function tagesseiteNach(url: URL): string | null {
  const nach = url.searchParams.get('nach') ?? '';
  const [tag = '', id, ...rest] = nach.split('|');
  return istDatum(tag) && istId(id) && rest.length === 0 ? nach : null;
}

/** A page key of a list: ids only. */
export const seiteNach = (url: URL): string | null => {
  const nach = url.searchParams.get('nach');
  return istId(nach) ? nach : null;
};
