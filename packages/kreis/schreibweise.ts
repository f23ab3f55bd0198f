/** How words for people are written on screen; each account chooses one (R140). Fachbegriffe stay as the paper has them. */

export const SCHREIBWEISEN = ['stern', 'doppelpunkt', 'schraegstrich', 'paar'] as const;
export type Schreibweise = (typeof SCHREIBWEISEN)[number];

export const istSchreibweise = (text: string): text is Schreibweise => (SCHREIBWEISEN as readonly string[]).includes(text);

export type Fall = 'nominativ' | 'akkusativ' | 'dativ';
export type Form = Fall | 'mehrzahl' | 'mehrzahl_dativ';

/** The stem takes -in and -innen; the masculine forms follow no rule that a program should guess. */
const WOERTER = {
  kolleg: { stamm: 'Kolleg', nominativ: 'Kollege', akkusativ: 'Kollegen', dativ: 'Kollegen', mehrzahl: 'Kollegen', mehrzahl_dativ: 'Kollegen' },
  klient: { stamm: 'Klient', nominativ: 'Klient', akkusativ: 'Klienten', dativ: 'Klienten', mehrzahl: 'Klienten', mehrzahl_dativ: 'Klienten' },
  mitarbeiter: { stamm: 'Mitarbeiter', nominativ: 'Mitarbeiter', akkusativ: 'Mitarbeiter', dativ: 'Mitarbeiter', mehrzahl: 'Mitarbeiter', mehrzahl_dativ: 'Mitarbeitern' },
} as const;

export type Personenwort = keyof typeof WOERTER;

const ZEICHEN = { stern: '*', doppelpunkt: ':', schraegstrich: '/' } as const;

const ARTIKEL: Record<Fall, { weiblich: string; maennlich: string; kurz: readonly [string, string] }> = {
  nominativ: { weiblich: 'eine', maennlich: 'ein', kurz: ['ein', 'e'] },
  akkusativ: { weiblich: 'eine', maennlich: 'einen', kurz: ['eine', 'n'] },
  dativ: { weiblich: 'einer', maennlich: 'einem', kurz: ['einer', 'm'] },
};

/** `personenwort('klient', 'mehrzahl', 'doppelpunkt')` is „Klient:innen“. */
export function personenwort(wort: Personenwort, form: Form, schreibweise: Schreibweise): string {
  const formen = WOERTER[wort];
  const mehrzahl = form === 'mehrzahl' || form === 'mehrzahl_dativ';
  const endung = mehrzahl ? 'innen' : 'in';
  if (schreibweise !== 'paar') return formen.stamm + ZEICHEN[schreibweise] + endung;
  return `${formen.stamm}${endung} ${mehrzahl ? 'und' : 'oder'} ${formen[form]}`;
}

/** With „ein“ before it: „eine*n Kolleg*in“, „eine Kollegin oder einen Kollegen“. */
export function mitArtikel(wort: Personenwort, fall: Fall, schreibweise: Schreibweise): string {
  const { weiblich, maennlich, kurz } = ARTIKEL[fall];
  if (schreibweise !== 'paar') return `${kurz.join(ZEICHEN[schreibweise])} ${personenwort(wort, fall, schreibweise)}`;
  return `${weiblich} ${WOERTER[wort].stamm}in oder ${maennlich} ${WOERTER[wort][fall]}`;
}

/** The choices on the account page, each by its example. */
export const BEISPIELE: readonly { wert: Schreibweise; text: string }[] = SCHREIBWEISEN.map((wert) => ({
  wert,
  text: `${personenwort('klient', 'nominativ', wert)}, ${personenwort('kolleg', 'mehrzahl', wert)}`,
}));
