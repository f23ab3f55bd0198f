import { createHmac, type KeyObject } from 'node:crypto';
import { TresorFehler } from './fehler.ts';
import { entschluessle, entschluessleText, verschluessle, type Feldbezug, type Klartext } from './feld.ts';
import { entpacke, neuerDatenschluessel, verpacke } from './huelle.ts';
import { suchtokens, tokensFuer, type Namenssuche } from './namensindex.ts';
import type { Schluesselbund, Traegerschluessel } from './schluesselbund.ts';
import { ZuletztBenutzt } from './zuletzt-benutzt.ts';

/** Stands for an opened data key; the key itself never leaves the tresor that opened it. */
export type Datenschluessel = { readonly id: string };

/** What schema `tresor` stores of a data key. */
export type VerpackterSchluessel = { verpackt: Buffer; generation: number };

/** Where a value belongs; the Träger is the tresor's own. */
export type Bezug = Omit<Feldbezug, 'traegerId'>;

const HOECHSTENS_OFFEN = 5_000;

/** All encryption of one Träger. It is given that Träger's keys alone and has no way to others. */
export class TraegerTresor {
  readonly traegerId: string;
  readonly #schluessel: Traegerschluessel;
  readonly #material = new WeakMap<Datenschluessel, KeyObject>();
  readonly #offen = new ZuletztBenutzt<VerpackterSchluessel & { dek: Datenschluessel }>(HOECHSTENS_OFFEN);

  constructor(schluessel: Traegerschluessel) {
    this.traegerId = schluessel.traegerId;
    this.#schluessel = schluessel;
  }

  /** Makes the data key `id` (of a person, a case, …); store `verpackt` in the same transaction. */
  neuerSchluessel(id: string): VerpackterSchluessel & { dek: Datenschluessel } {
    const dek = this.#merke(id, neuerDatenschluessel());
    return { dek, ...this.verpackeSchluessel(dek) };
  }

  /**
   * Opens a stored data key, or gives it from memory when the same one was opened lately.
   * @throws TresorFehler `unlesbar`, `kein-schluessel` (the generation is destroyed or unknown)
   */
  oeffneSchluessel(id: string, verpackt: Uint8Array, generation: number): Datenschluessel {
    const bekannt = this.#offen.get(id);
    if (bekannt?.generation === generation && bekannt.verpackt.equals(verpackt)) return bekannt.dek;
    const huelle = { traegerId: this.traegerId, schluesselId: id, generation };
    const dek = this.#merke(id, entpacke(verpackt, this.#schluessel.kek(generation), huelle));
    this.#offen.set(id, { dek, verpackt: Buffer.from(verpackt), generation });
    return dek;
  }

  /** Wraps a data key under the Träger's current generation, also to move it there from an older one. */
  verpackeSchluessel(dek: Datenschluessel): VerpackterSchluessel {
    const generation = this.#schluessel.aktuelleGeneration();
    const huelle = { traegerId: this.traegerId, schluesselId: dek.id, generation };
    return { verpackt: verpacke(this.#schluesselVon(dek), this.#schluessel.kek(generation), huelle), generation };
  }

  /** Forgets an opened data key; call it when its row was erased. */
  vergissSchluessel(id: string): void {
    this.#offen.delete(id);
  }

  verschluessle(klartext: Klartext, dek: Datenschluessel, bezug: Bezug): Buffer {
    return verschluessle(klartext, this.#schluesselVon(dek), { ...bezug, traegerId: this.traegerId });
  }

  /** @throws TresorFehler as `entschluessle` in feld.ts */
  entschluessle(geheimtext: Uint8Array, dek: Datenschluessel, bezug: Bezug): unknown {
    return entschluessle(geheimtext, this.#schluesselVon(dek), { ...bezug, traegerId: this.traegerId });
  }

  /** @throws TresorFehler as `entschluessleText` in feld.ts */
  entschluessleText(geheimtext: Uint8Array, dek: Datenschluessel, bezug: Bezug): string {
    return entschluessleText(geheimtext, this.#schluesselVon(dek), { ...bezug, traegerId: this.traegerId });
  }

  /** Tokens to store for all recorded spellings of one person. */
  namenstokens(schreibweisen: readonly string[]): Buffer[] {
    return tokensFuer(schreibweisen, this.#schluessel.namensindex);
  }

  suche(eingabe: string): Namenssuche {
    return suchtokens(eingabe, this.#schluessel.namensindex);
  }

  /** Recognises the same form body when it is posted again (D14); 32 bytes. */
  formularhash(rumpf: string | Uint8Array): Buffer {
    return createHmac('sha256', this.#schluessel.formular).update(rumpf).digest();
  }

  #merke(id: string, material: KeyObject): Datenschluessel {
    const dek = Object.freeze({ id });
    this.#material.set(dek, material);
    return dek;
  }

  #schluesselVon(dek: Datenschluessel): KeyObject {
    const material = this.#material.get(dek);
    if (!material) throw new TresorFehler('fremder-schluessel');
    return material;
  }
}

const tresore = new WeakMap<Schluesselbund, Map<string, TraegerTresor>>();

/** The one tresor of a Träger in this process. @throws TresorFehler `kein-schluessel` for an unknown Träger */
export function tresorFuer(bund: Schluesselbund, traegerId: string): TraegerTresor {
  const alle = tresore.get(bund) ?? new Map<string, TraegerTresor>();
  tresore.set(bund, alle);
  const tresor = alle.get(traegerId) ?? new TraegerTresor(bund.fuerTraeger(traegerId));
  alle.set(traegerId, tresor);
  return tresor;
}
