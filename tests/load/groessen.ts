/** How much there is beside the measured Träger, which has 10,000 cases whatever the size. */
export interface Groesse {
  name: string;
  kreise: number;
  traeger: number;
  faelleJeTraeger: number;
}

export const FAELLE_DER_GEMESSENEN = 10_000;
export const FACHKRAEFTE_JE_TRAEGER = 25;
/** Cases of the Fachkraft who is measured. */
export const EIGENE_FAELLE = 60;

const GROESSEN: readonly Groesse[] = [
  { name: 'klein', kreise: 2, traeger: 21, faelleJeTraeger: 500 },
  { name: 'mittel', kreise: 3, traeger: 20, faelleJeTraeger: 10_000 },
  { name: 'gross', kreise: 11, traeger: 100, faelleJeTraeger: 10_000 },
];

/** @throws RangeError for a name that is none */
export function leseGroesse(argumente: readonly string[]): Groesse {
  const stelle = argumente.indexOf('--size');
  const name = stelle < 0 ? 'klein' : argumente[stelle + 1];
  const groesse = GROESSEN.find((eine) => eine.name === name);
  if (!groesse) throw new RangeError(`--size ${name ?? ''}: Es gibt ${GROESSEN.map((eine) => eine.name).join(', ')}.`);
  return groesse;
}
