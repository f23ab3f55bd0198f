import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { istId } from '@kim/core/ids.ts';
import { SchluesselbundFehler, TresorFehler } from './fehler.ts';
import {
  aendereDatei, alsSchluessel, leseDatei, neuesGeheimnis, schreibeErsteDatei, type Schluessel, type Schluesseldatei,
} from './schluesseldatei.ts';

/** What a key derived from the root is for; the same root never serves two purposes. */
export type Zweck = 'passwort' | 'totp' | 'formular' | 'entwurf' | 'namensindex' | 'auswertung';

/** What a TraegerTresor works with. */
export type Traegerschluessel = {
  readonly traegerId: string;
  /** The key-encryption key of a generation. @throws TresorFehler `kein-schluessel` */
  readonly kek: (generation: number) => KeyObject;
  readonly aktuelleGeneration: () => number;
  readonly namensindex: KeyObject;
  readonly formular: KeyObject;
};

/** The owner of the root keys: the installation itself. */
export const WURZEL = 'wurzel';

/**
 * The opened keyring: the authority over all keys of the installation, so only start, operator
 * commands and `tresorFuer` hold it. Printing it shows the path alone. When a key is asked for that
 * was added by another process meanwhile, the file is read again.
 */
export class Schluesselbund {
  readonly pfad: string;
  #schluessel: Schluessel;

  constructor(pfad: string) {
    this.pfad = pfad;
    this.#schluessel = alsSchluessel(leseDatei(pfad));
  }

  /** Ids of the Träger with keys, as the file had them when it was last read. */
  get traegerIds(): string[] {
    return [...this.#schluessel.keys()].filter((inhaber) => inhaber !== WURZEL);
  }

  /** Owners and generations, `wurzel` included: all there is to compute check values for. */
  get generationen(): { inhaber: string; generation: number }[] {
    return [...this.#schluessel].flatMap(([inhaber, alle]) =>
      [...alle.keys()].map((generation) => ({ inhaber, generation })));
  }

  /** The generation that new values use. @throws TresorFehler `kein-schluessel` */
  aktuelleGeneration(inhaber: string): number {
    if (!this.#schluessel.has(inhaber)) this.leseNeu();
    return Math.max(...(this.#schluessel.get(inhaber)?.keys() ?? wirfKeinSchluessel()));
  }

  hat(inhaber: string, generation: number): boolean {
    return this.#finde(inhaber, generation) !== undefined;
  }

  /** The keys of one Träger and no way to others. @throws TresorFehler `kein-schluessel` when it has none */
  fuerTraeger(traegerId: string): Traegerschluessel {
    if (!istId(traegerId)) throw new TresorFehler('kennung');
    this.aktuelleGeneration(traegerId);
    return {
      traegerId,
      kek: (generation) => this.#hole(traegerId, generation),
      aktuelleGeneration: () => this.aktuelleGeneration(traegerId),
      namensindex: this.zweckschluessel('namensindex', traegerId),
      formular: this.zweckschluessel('formular', traegerId),
    };
  }

  /**
   * A key for one purpose, 256 bits, derived from the root (HKDF-SHA256). `bezug` narrows it to one
   * Träger or konto. Where the result is stored for long, store the generation of the root with it.
   */
  zweckschluessel(zweck: Zweck, bezug = '', generation = this.aktuelleGeneration(WURZEL)): KeyObject {
    const wurzel = this.#hole(WURZEL, generation);
    return createSecretKey(Buffer.from(hkdfSync('sha256', wurzel, '', `kim|${zweck}|${bezug}`, 32)));
  }

  /** 16 bytes that recognise a key and reveal nothing of it; for the database. */
  pruefwert(inhaber: string, generation: number): Buffer {
    const schluessel = this.#hole(inhaber, generation);
    return createHmac('sha256', schluessel).update(`kim|pruefwert|${inhaber}|${generation}`).digest().subarray(0, 16);
  }

  /** Reads the file again. @throws SchluesselbundFehler, `veraendert` when a known key has another value */
  leseNeu(): void {
    const neu = alsSchluessel(leseDatei(this.pfad));
    for (const [inhaber, alle] of this.#schluessel) {
      for (const [generation, schluessel] of alle) {
        if (neu.get(inhaber)?.get(generation)?.equals(schluessel) === false) {
          throw new SchluesselbundFehler('veraendert', this.pfad);
        }
      }
    }
    this.#schluessel = neu;
  }

  #hole(inhaber: string, generation: number): KeyObject {
    return this.#finde(inhaber, generation) ?? wirfKeinSchluessel();
  }

  #finde(inhaber: string, generation: number): KeyObject | undefined {
    if (!this.#schluessel.get(inhaber)?.has(generation)) this.leseNeu();
    return this.#schluessel.get(inhaber)?.get(generation);
  }
}

/** Makes the file (0600, folder 0700) with a first root key. @throws SchluesselbundFehler, e.g. `vorhanden` */
export function erzeugeSchluesselbund(pfad: string): Schluesselbund {
  schreibeErsteDatei(pfad, { format: 1, wurzel: { 1: neuesGeheimnis() }, traeger: {} });
  return oeffneSchluesselbund(pfad);
}

/** @throws SchluesselbundFehler with a German message for the operator; nothing is written */
export function oeffneSchluesselbund(pfad: string): Schluesselbund {
  return new Schluesselbund(pfad);
}

/** Gives a Träger its first key; false, and nothing written, when it has one. On disk on return. */
export function fuegeTraegerHinzu(bund: Schluesselbund, traegerId: string): boolean {
  return aendereTraeger(bund, traegerId, (bisher) => (bisher ? null : { 1: neuesGeheimnis() }));
}

/** Adds the next generation for a Träger and returns its number; older generations stay. */
export function fuegeGenerationHinzu(bund: Schluesselbund, traegerId: string): number {
  aendereTraeger(bund, traegerId, (bisher = wirfKeinSchluessel()) => {
    const naechste = Math.max(...Object.keys(bisher).map(Number)) + 1;
    return { ...bisher, [naechste]: neuesGeheimnis() };
  });
  return bund.aktuelleGeneration(traegerId);
}

type Generationen = Schluesseldatei['wurzel'];

function aendereTraeger(
  bund: Schluesselbund,
  traegerId: string,
  aendere: (bisher: Generationen | undefined) => Generationen | null,
): boolean {
  if (!istId(traegerId)) throw new TresorFehler('kennung');
  const geschrieben = aendereDatei(bund.pfad, (alt) => {
    const neu = aendere(alt.traeger[traegerId]);
    return neu && { ...alt, traeger: { ...alt.traeger, [traegerId]: neu } };
  });
  bund.leseNeu();
  return geschrieben;
}

function wirfKeinSchluessel(): never {
  throw new TresorFehler('kein-schluessel');
}
