/** Chance that repeats: the same seed, the same world (mulberry32). */
export interface Wuerfel {
  /** 0 ≤ x < 1 */
  zahl: () => number;
  von: (kleinste: number, groesste: number) => number;
  aus: <T>(liste: readonly T[]) => T;
  nachGewicht: <T>(liste: readonly (readonly [T, number])[]) => T;
  poisson: (mittel: number) => number;
}

export function wuerfle(saat: number): Wuerfel {
  let stand = saat >>> 0;
  const zahl = () => {
    stand = (stand + 0x6d2b79f5) >>> 0;
    let t = stand;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const von = (kleinste: number, groesste: number) => kleinste + Math.floor(zahl() * (groesste - kleinste + 1));
  const poisson = (mittel: number): number => {
    // In steps of ten, where e^-mittel is still far from zero.
    if (mittel > 10) return poisson(10) + poisson(mittel - 10);
    let [k, p] = [0, zahl()];
    for (const grenze = Math.exp(-mittel); p > grenze; k++) p *= zahl();
    return k;
  };
  return {
    zahl, von, poisson,
    aus: (liste) => liste[von(0, liste.length - 1)]!,
    nachGewicht: (liste) => {
      let rest = zahl() * liste.reduce((summe, [, gewicht]) => summe + gewicht, 0);
      for (const [wert, gewicht] of liste) if ((rest -= gewicht) < 0) return wert;
      return liste[0]![0];
    },
  };
}
