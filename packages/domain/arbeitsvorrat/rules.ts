import type { Datum } from '@kim/core/zeit.ts';
import type { Klasse } from '../faelle/schema.ts';
import { ordneEin, quote, QUOTE, richtwertband } from '../traeger/stellen/rules.ts';
import type { Einordnung } from '../traeger/stellen/rules.ts';

/** What may come up in Mein Tag, in the order in which it is shown. */
export const AUFGABENARTEN = ['wiedervorlage', 'gestoppt', 'frist', 'einwilligung', 'pruefung', 'zielfrist', 'neupruefung', 'unterlagen', 'ohne_kontakt'] as const;
export type Aufgabenart = (typeof AUFGABENARTEN)[number];

/** Days ahead from which something is shown; Kontakt: days without one. A hint, never a wall. */
export const VORLAUF = { wiedervorlage: 7, frist: 60, einwilligung: 30, pruefung: 7, zielfrist: 7, erstgespraech: 14 } as const;
export const TAGE_OHNE_KONTAKT: Record<Exclude<Klasse, 'verweis'>, number> = { kurzberatung: 42, case_management: 28 };

export type Faelligkeit = 'ueberfaellig' | 'heute' | 'bald';

export const faelligkeit = (tag: Datum, heute: Datum): Faelligkeit => (tag < heute ? 'ueberfaellig' : tag === heute ? 'heute' : 'bald');

export interface Eigenlast {
  kurzberatung: number;
  caseManagement: number;
  /** Filled share of one's own post, VZÄ × 100. */
  vzae: number;
  /** Cases agreed instead of the guideline, without a reason (R51). */
  angepasst: number | null;
}

export interface Lage {
  /** Running cases, Kurzberatung and Case Management together (R50). */
  faelle: number;
  band: { von: number; bis: number } | null;
  einordnung: Einordnung | null;
  /** Percent of running cases in Case Management; null without cases. */
  quote: number | null;
  unterQuote: boolean;
}

/** One's own load against what the guideline expects of one's own post, read linearly (R50, I6), or against what was agreed (R51). */
export function beurteile({ kurzberatung, caseManagement, vzae, angepasst }: Eigenlast): Lage {
  const faelle = kurzberatung + caseManagement;
  const band = angepasst !== null ? { von: 0, bis: angepasst } : vzae > 0 ? richtwertband(vzae) : null;
  const anteil = quote(caseManagement, kurzberatung);
  const einordnung = angepasst !== null ? (faelle > angepasst ? 'ueber' : 'im') : ordneEin(faelle, vzae);
  return { faelle, band, einordnung, quote: anteil, unterQuote: anteil !== null && anteil < QUOTE.von };
}
