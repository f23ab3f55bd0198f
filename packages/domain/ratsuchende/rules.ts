import type { Personenname } from './schema.ts';

/** As shown everywhere: first name, last name; a single name stands alone. */
export const vollerName = ({ vorname, nachname }: Pick<Personenname, 'vorname' | 'nachname'>): string =>
  [vorname, nachname].filter(Boolean).join(' ');

/** Everything under which she must be found. */
export const alleSchreibweisen = (name: Personenname): string[] => [vollerName(name), ...name.schreibweisen];
