/** Keeps the most recently used values by id, at most `groesse`. */
export class ZuletztBenutzt<T> {
  readonly #groesse: number;
  readonly #werte = new Map<string, T>();

  constructor(groesse: number) {
    this.#groesse = groesse;
  }

  get(id: string): T | undefined {
    const wert = this.#werte.get(id);
    if (wert !== undefined) this.set(id, wert);
    return wert;
  }

  /** A Map keeps the order of insertion: the first is the one unused for longest. */
  set(id: string, wert: T): void {
    this.#werte.delete(id);
    this.#werte.set(id, wert);
    if (this.#werte.size > this.#groesse) this.#werte.delete(this.#werte.keys().next().value ?? '');
  }

  delete(id: string): void {
    this.#werte.delete(id);
  }

  get size(): number {
    return this.#werte.size;
  }
}
