import type { Personeneingabe, Personenname } from './schema.ts';

/** Whether a day lies in a year before that of her birth. */
export const liegtVorGeburt = (tag: string, geburtsjahr: number | null | undefined): boolean => !!geburtsjahr && Number(tag.slice(0, 4)) < geburtsjahr;

/** As shown everywhere: first name, last name; a single name stands alone. */
export const vollerName = ({ vorname, nachname }: Pick<Personenname, 'vorname' | 'nachname'>): string =>
  [vorname, nachname].filter(Boolean).join(' ');

/** The name as it was typed, further spellings one per line. */
export const nameAus = ({ vorname, nachname, schreibweisen }: Pick<Personeneingabe, 'vorname' | 'nachname' | 'schreibweisen'>): Personenname => ({
  vorname, nachname, schreibweisen: schreibweisen.split(/[\n;]/).map((zeile) => zeile.trim()).filter(Boolean),
});

/** Everything under which she must be found. */
export const alleSchreibweisen = (name: Personenname): string[] => [vollerName(name), ...name.schreibweisen];

/** The name as this screen may show it: under Blickschutz the first letter of each part. */
export function anzeigename({ blickschutz }: { blickschutz: boolean }, name: Pick<Personenname, 'vorname' | 'nachname'>): string {
  const voll = vollerName(name);
  if (!blickschutz) return voll;
  return voll.split(/[\s-]+/u).filter(Boolean).map((teil) => `${[...teil][0]}.`).join(' ');
}
