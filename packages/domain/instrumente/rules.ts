import type { Bogentafel, Bogenwerte } from '../boegen/schema.ts';
import type { Vordruck, Zeilen } from './schema.ts';

/** A list that is longer is two. */
export const HOECHSTZEILEN = 60;

/** Room to go on, without a script that adds rows. */
const LEERZEILEN = 3;

/** What can be begun: of each instrument the newest version, unless it was withdrawn. */
export const waehlbare = (vordrucke: readonly Vordruck[]): Vordruck[] =>
  vordrucke.filter(({ art, fassung, zurueckgezogen }) => !zurueckgezogen && !vordrucke.some((andere) => andere.art === art && andere.fassung > fassung));

/** The version that an entry was begun with, withdrawn or not; where it is gone, what was written still shows its columns. */
export function vordruckVon(vordrucke: readonly Vordruck[], art: string, fassung: number, zeilen: Zeilen): Vordruck {
  const spalten = [...new Set(zeilen.flatMap((zeile) => Object.keys(zeile)))].map((name) => ({ name, beschriftung: name, art: 'lang' as const }));
  return vordrucke.find((einer) => einer.art === art && einer.fassung === fassung) ?? { art, fassung, titel: art, zweck: '', zeile: 'Zeile', spalten, zurueckgezogen: true };
}

/** Whether what was begun with this version would be begun with another one today. */
export const istUeberholt = (vordrucke: readonly Vordruck[], { art, fassung }: Vordruck): boolean => !waehlbare(vordrucke).some((einer) => einer.art === art && einer.fassung === fassung);

/** The list as a Bogen: its rows as groups. */
export const zeilentafel = ({ zeile, spalten }: Vordruck, zahl: number): Bogentafel =>
  Array.from({ length: Math.min(zahl, HOECHSTZEILEN) }, (_, stelle) => ({
    titel: `${zeile} ${stelle + 1}`, nebeneinander: true as const, felder: spalten.map((spalte) => ({ ...spalte, name: `zeile.${stelle}.${spalte.name}` })),
  }));

/** The written rows and, at the end, empty ones. */
export const mitLeerzeilen = (vordruck: Vordruck, zeilen: Zeilen): Bogentafel => zeilentafel(vordruck, zeilen.length + LEERZEILEN);

/** Rows as the fields of their form. */
export const alsWerte = (zeilen: Zeilen): Bogenwerte => Object.fromEntries(zeilen.flatMap((zeile, stelle) => Object.entries(zeile).map(([name, wert]) => [`zeile.${stelle}.${name}`, wert])));

/** The rows in which something was written, in their order. */
export function alsZeilen(werte: Bogenwerte): Zeilen {
  const zeilen = new Map<number, Record<string, string>>();
  for (const [feld, wert] of Object.entries(werte)) {
    const [, stelle, name] = /^zeile\.(\d{1,2})\.(\w+)$/.exec(feld) ?? [];
    if (stelle === undefined || name === undefined || wert === '') continue;
    zeilen.set(Number(stelle), { ...zeilen.get(Number(stelle)), [name]: wert });
  }
  return [...zeilen].sort(([a], [b]) => a - b).map(([, zeile]) => zeile);
}
