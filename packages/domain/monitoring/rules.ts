import type { Antwort, Frage } from './schema.ts';

export type Antworten = Readonly<Record<Frage, Antwort>>;

/** What a check may lead to; suggestions, in the order in which they help. */
export const FOLGEN = ['nachfassen', 'luecke', 'reassessment', 'plan_anpassen', 'abschliessen'] as const;
export type Folge = (typeof FOLGEN)[number];

const nichtGanz = (antwort: Antwort): boolean => antwort === 'nein' || antwort === 'teilweise';

/** Which answers suggest what (R58, R59); nothing happens by itself. */
const WENN: Record<Folge, (antworten: Antworten) => boolean> = {
  nachfassen: ({ erreicht, vollstaendig }) => nichtGanz(erreicht) || vollstaendig === 'teilweise',
  luecke: ({ vollstaendig, passend }) => vollstaendig === 'nein' || passend === 'nein',
  reassessment: ({ passend }) => passend === 'nein',
  plan_anpassen: ({ passend, zielErreicht }) => passend === 'teilweise' || nichtGanz(zielErreicht),
  abschliessen: ({ zielErreicht }) => zielErreicht === 'ja',
};

export const folgen = (antworten: Antworten): Folge[] => FOLGEN.filter((folge) => WENN[folge](antworten));
