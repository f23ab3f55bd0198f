/** Reproducible randomness (mulberry32): the same seed gives the same people. */
export class Zufall {
  #stand: number;

  constructor(saat: number) {
    this.#stand = saat >>> 0;
  }

  /** From 0 up to, not including, 1. */
  zahl(): number {
    this.#stand = (this.#stand + 0x6d2b79f5) >>> 0;
    let t = this.#stand;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Whole number, both ends included. */
  von(kleinste: number, groesste: number): number {
    return kleinste + Math.floor(this.zahl() * (groesste - kleinste + 1));
  }

  aus<T>(liste: readonly T[]): T {
    return liste[Math.floor(this.zahl() * liste.length)] as T;
  }

  /** Like names in life: the beginning of the list much more often than its end. */
  haeufig<T>(liste: readonly T[]): T {
    return liste[Math.floor(this.zahl() ** 2 * liste.length)] as T;
  }

  /** UUIDv7 of a moment: ids sort by age as those of the application do. */
  id(zeitpunkt: number): string {
    const zeit = Math.floor(zeitpunkt).toString(16).padStart(12, '0');
    const hex = (ziffern: number) => Math.floor(this.zahl() * 16 ** ziffern).toString(16).padStart(ziffern, '0');
    return `${zeit.slice(0, 8)}-${zeit.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
  }
}
