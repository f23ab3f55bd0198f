import type { Klasse } from '../faelle/schema.ts';

interface Abschlussgrund {
  text: string;
  /** What it triggers, beside the retention clock that every end starts. */
  folge: string;
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
  ziele_erreicht: { text: 'Ziele erreicht', folge: 'Kommt die Person mit einem neuen Bedarf, wird der Fall wiederaufgenommen.' },
  beratung_abgeschlossen: { text: 'Beratung abgeschlossen', folge: 'Als Ergebnis zählt: bearbeitet und abgeschlossen.', nur: OHNE_CASE_MANAGEMENT, ergebnis: 'bearbeitet' },
  regeldienst: { text: 'An einen Regeldienst verwiesen', folge: 'Als Ergebnis zählt: an einen Regeldienst verwiesen.', nur: OHNE_CASE_MANAGEMENT, ergebnis: 'verwiesen' },
  wunsch: { text: 'Wunsch der Ratsuchenden ohne Angabe', folge: 'Nach dem Warum wird nicht gefragt; die Person kann jederzeit wiederkommen.' },
  termine: { text: 'Termine wiederholt nicht wahrgenommen', folge: 'Ein vorzeitiges Ende, keine Sperre: Die Person kann jederzeit wiederkommen.', r61: 'a' },
  vereinbarungen: { text: 'Vereinbarungen oder Hausordnung missachtet', folge: 'Ein vorzeitiges Ende, keine Sperre: Die Person kann jederzeit wiederkommen.', r61: 'a' },
  widerruf: { text: 'Einwilligung oder Schweigepflichtentbindung widerrufen', folge: 'Von da an wird in diesem Fall nichts mehr aufgeschrieben, und die Aufbewahrungsfrist läuft.', r61: 'b', stoppt: true },
  umzug: { text: 'Umzug', folge: 'Eine neue Stelle erfährt nur etwas, wenn die Person Sie dafür von der Schweigepflicht entbunden hat.', r61: 'c' },
  abschiebung: { text: 'Abschiebung', folge: 'Kehrt die Person zurück, wird der Fall wiederaufgenommen.', r61: 'c' },
  ausreise: { text: 'Freiwillige Ausreise', folge: 'Kehrt die Person zurück, wird der Fall wiederaufgenommen.', r61: 'c' },
  todesfall: { text: 'Todesfall', folge: 'Angehörige bekommen bei Bedarf einen eigenen Fall.', r61: 'c' },
} as const satisfies Record<string, Abschlussgrund>;

/** When the retention clock starts, for every reason (ADR 0011). */
export const FRISTBEGINN = 'Mit dem Ende beginnt die Aufbewahrungsfrist; wurde vorher widerrufen, läuft sie schon seit dem Widerruf.';

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
