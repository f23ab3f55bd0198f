/** A cell of a release by its name: `bestand|bedarf=wohnen|geschlecht=w` is a measure and a value for some Merkmale. */
export interface Zelle {
  mass: string;
  werte: Readonly<Record<string, string>>;
}

export function leseZelle(name: string): Zelle {
  const [mass = '', ...paare] = name.split('|');
  return { mass, werte: Object.fromEntries(paare.map((paar) => paar.split('=', 2) as [string, string])) };
}

/** The name of a cell; Merkmale in the order of their names, as the database spells it. */
export function zellname(mass: string, werte: Readonly<Record<string, string>>): string {
  return [mass, ...Object.keys(werte).sort().map((merkmal) => `${merkmal}=${werte[merkmal]}`)].join('|');
}

/** A cell and the cells of one line that belong to it: a margin with its parts. */
export interface Zeile {
  rand: string;
  teile: string[];
  /** The parts are all there are and do not overlap: they add up to the margin; else each is at most the margin. */
  vollstaendig: boolean;
}

/**
 * Every line of a release that has its margin: what ties the cells to each other. Public knowledge, used to make totals add
 * up and by the attacks.
 * @param zellen names of all cells of a cut-off day
 * @param mehrfach Merkmale of which a case may have several values
 * @param anzahlWerte how many values a Merkmal has in this Kreis
 */
export function findZeilen(zellen: Iterable<string>, mehrfach: ReadonlySet<string>, anzahlWerte: ReadonlyMap<string, number>): Zeile[] {
  const alle = new Set(zellen);
  const zeilen = new Map<string, Zeile & { merkmal: string }>();
  for (const name of alle) {
    const { mass, werte } = leseZelle(name);
    for (const merkmal of Object.keys(werte)) {
      const { [merkmal]: _, ...uebrige } = werte;
      const rand = zellname(mass, uebrige);
      if (!alle.has(rand)) continue;
      const schluessel = `${rand}#${merkmal}`;
      const zeile = zeilen.get(schluessel) ?? { rand, merkmal, teile: [], vollstaendig: false };
      zeile.teile.push(name);
      zeilen.set(schluessel, zeile);
    }
  }
  return [...zeilen.values()].map(({ rand, merkmal, teile }) => ({ rand, teile, vollstaendig: !mehrfach.has(merkmal) && teile.length === anzahlWerte.get(merkmal) }));
}

/** How many Merkmale a cell is divided by. */
export const stufe = (name: string): number => name.split('|').length - 1;
