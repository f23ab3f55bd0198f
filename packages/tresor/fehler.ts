import { schluesselbundTexte, tresorTexte } from './labels.ts';

export type SchluesselbundGrund = keyof typeof schluesselbundTexte;
export type TresorGrund = keyof typeof tresorTexte;

/**
 * The keyring file cannot be used; the message tells the operator why and what to do. No cause is
 * attached: a JSON parser quotes what it read.
 */
export class SchluesselbundFehler extends Error {
  override name = 'SchluesselbundFehler';
  readonly code: SchluesselbundGrund;

  constructor(grund: SchluesselbundGrund, pfad: string) {
    super(schluesselbundTexte[grund](pfad));
    this.code = grund;
  }
}

/** A value or a key cannot be opened. Carries neither plaintext nor key material nor a cause. */
export class TresorFehler extends Error {
  override name = 'TresorFehler';
  readonly code: TresorGrund;

  constructor(grund: TresorGrund) {
    super(tresorTexte[grund]);
    this.code = grund;
  }
}
