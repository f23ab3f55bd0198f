import type { Klasse } from '../faelle/schema.ts';

interface Abschlussgrund {
  text: string;
  /** Letter of the paper's list of early endings (R61); those without one are added by I16. */
  r61?: 'a' | 'b' | 'c';
  /** Classes that may end so; all without it. */
  nur?: readonly Klasse[];
  /** What came of it, where the reason says so itself. */
  ergebnis?: keyof typeof ERGEBNIS;
  /** Nothing more is recorded from then on. */
  stoppt?: true;
}

/** What came of a Kurzberatung (R41). */
export const ERGEBNIS = {
  bearbeitet: 'bearbeitet und abgeschlossen',
  verwiesen: 'an einen Regeldienst verwiesen',
  teilweise: 'teilweise bearbeitet',
  offen: 'nicht bearbeitet',
} as const;

const OHNE_CASE_MANAGEMENT = ['verweis', 'kurzberatung'] as const;

/**
 * Why a case ends: every reason with its words, its place in the paper and what follows from it. A change of benefits, age or
 * residence is none of them (R27).
 */
export const ABSCHLUSSGRUND = {
  ziele_erreicht: { text: 'Ziele erreicht' },
  beratung_abgeschlossen: { text: 'Beratung abgeschlossen', nur: OHNE_CASE_MANAGEMENT, ergebnis: 'bearbeitet' },
  regeldienst: { text: 'An einen Regeldienst verwiesen', nur: OHNE_CASE_MANAGEMENT, ergebnis: 'verwiesen' },
  wunsch: { text: 'Wunsch der Ratsuchenden ohne Angabe' },
  termine: { text: 'Termine wiederholt nicht wahrgenommen', r61: 'a' },
  vereinbarungen: { text: 'Vereinbarungen oder Hausordnung missachtet', r61: 'a' },
  widerruf: { text: 'Einwilligung oder Schweigepflichtentbindung widerrufen', r61: 'b', stoppt: true },
  umzug: { text: 'Umzug', r61: 'c' },
  abschiebung: { text: 'Abschiebung', r61: 'c' },
  ausreise: { text: 'Freiwillige Ausreise', r61: 'c' },
  todesfall: { text: 'Todesfall', r61: 'c' },
} as const satisfies Record<string, Abschlussgrund>;

export const DURCH = {
  ratsuchende: 'die ratsuchende Person',
  fachkraft: 'die Fachkraft',
  beide: 'beide gemeinsam',
  umstaende: 'äußere Umstände',
} as const;

export const WIEDERAUFNAHMEGRUND = {
  neuer_bedarf: 'Neuer Bedarf',
  wieder_erreichbar: 'Die Person ist wieder erreichbar',
  wunsch: 'Wunsch der Ratsuchenden',
  irrtum: 'Irrtümlich beendet',
} as const;
