import type { Rolle } from './rollen.ts';

/** One permission of a role. Without `wenn` it holds for everything the database shows her. */
export interface Regel<Aktion extends string = string> {
  aktion: Aktion;
  /** Conditions on the marks of the object, in CASL's query language. */
  wenn?: Record<string, unknown>;
  /** The same condition in German, for the printed matrix; required with `wenn`. */
  nur?: string;
}

/** What the roles may do in one Fachgebiet. `ich` is the nutzer_id of who asks. */
export interface Regelwerk<Aktion extends string = string> {
  /** Every action of the Fachgebiet, in the order of the printed matrix. */
  aktionen: readonly Aktion[];
  regeln: Partial<Record<Rolle, (ich: string) => readonly Regel<Aktion>[]>>;
}

/** Permissions without conditions. */
export const alle = <Aktion extends string>(...aktionen: Aktion[]): Regel<Aktion>[] => aktionen.map((aktion) => ({ aktion }));
