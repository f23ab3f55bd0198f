import type { Datum } from '@kim/core/zeit.ts';
import type { Einwilligungsart } from '../einwilligungen/schema.ts';

/** A Träger's own wording of one kind, one of several over time. */
export interface Textfassung {
  id: string;
  art: Einwilligungsart;
  fassung: number;
  giltAb: Datum;
  text: string;
}

/** The wording in force on a day: the latest that began, of two that began together the later written. Null: the shipped one. */
export function fassungAm(fassungen: readonly Textfassung[], art: Einwilligungsart, tag: Datum): Textfassung | null {
  return fassungen.filter((eine) => eine.art === art && eine.giltAb <= tag).toSorted((a, b) => b.giltAb.localeCompare(a.giltAb) || b.fassung - a.fassung)[0] ?? null;
}
