import { neueId } from '@kim/core/ids.ts';
import type { Gegenstaende, Gegenstand } from '@kim/policies/ability.ts';
import { T } from './lage.ts';
import type { Situation } from './lage.ts';

/** A statement with its parameters. */
export type Schritt = readonly [text: string, ...werte: unknown[]];

/** How one action of the rights matrix looks to the database. */
export interface Frage {
  /** Whether the object is within her reach at all, which the database decides alone (D1): her Träger; her circle of cases. */
  sicht: (s: Situation) => boolean;
  /** The marks of the object that CASL's conditions look at. */
  merkmale?: (s: Situation) => object;
  /** Attempts that must all come out as CASL says; several statements count as one when they are one act. */
  versuche: (s: Situation) => readonly (readonly Schritt[])[];
  /** Other actions that are the same act to the database: allowed is what any of them allows. */
  auch?: (s: Situation) => readonly string[];
  /** Where the database lets through more, to those only who have the action for some object: why, and when exactly. */
  laxer?: Record<string, (s: Situation) => boolean>;
  /** States in which the act does not exist. */
  entfaellt?: (s: Situation) => boolean;
}

/** A question for every action of these Fachgebiete. */
export type Fragen<G extends Gegenstand> = { readonly [K in G]: Readonly<Record<Gegenstaende[K]['aktion'], Frage>> };

export const eigen = (s: Situation) => s.eigen;
export const imFall = (s: Situation) => s.imFall;
export const zeile = (tabelle: string, spalte: string, id: string): Schritt[] => [[`select from ${tabelle} where ${spalte} = $1`, id]];
export const ruf = (aufruf: string, ...werte: unknown[]): Schritt[] => [[`select where sec.${aufruf}`, ...werte]];
/** On behalf of this Träger, by who asks, with a new id. */
export const kopf = (s: Situation) => [T.id, neueId(), s.wer.nutzerId] as const;
