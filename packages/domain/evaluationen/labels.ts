import { evaluationstexteIn } from '@kim/kreis/evaluationstexte.ts';
import type { Evaluationstexte } from '@kim/kreis/evaluationstexte.ts';
import type { Bogenfeld, Bogentafel } from '../boegen/schema.ts';
import type { Evaluationssicht } from './schema.ts';

export const EVALUATIONSSICHT: Record<Evaluationssicht, string> = { ratsuchende: 'In den Worten der Person', fachkraft: 'Sicht der Fachkraft' };

/** The five steps of a language, and the choice to say nothing. */
export const gradworte = ({ grad1, grad2, grad3, grad4, grad5, keineAngabe }: Evaluationstexte): Readonly<Record<string, string>> =>
  ({ 1: grad1, 2: grad2, 3: grad3, 4: grad4, 5: grad5, '': keineAngabe });

/** What both are asked in five steps; stored as numbers, so that it can be compared. */
export const GRADE = ['zielerreichung', 'zufriedenheit', 'selbststaendigkeit'] as const;

/** The Evaluationsbogen of the client, in the words of a language. */
export const personenbogen = (texte: Evaluationstexte): Bogentafel => [
  { titel: texte.ankreuzen, felder: GRADE.map((name): Bogenfeld => ({ name, beschriftung: texte[name], art: 'skala', worte: gradworte(texte) })) },
  { titel: texte.inWorten, felder: (['geholfen', 'gefehlt', 'weiter'] as const).map((name): Bogenfeld => ({ name, beschriftung: texte[name], art: 'lang' })) },
];

const worte = { ...gradworte(evaluationstexteIn('deu')!), '': 'keine Angabe' };

/** The same three steps as the Fachkraft sees them, and her reflection on the case and on the system (R60). */
const FACHKRAFTBOGEN: Bogentafel = [
  {
    titel: 'Einschätzung',
    felder: [
      { name: 'zielerreichung', beschriftung: 'Sind die vereinbarten Ziele erreicht?', art: 'skala', worte },
      { name: 'zufriedenheit', beschriftung: 'Sind Sie mit dem Verlauf zufrieden?', art: 'skala', worte },
      { name: 'selbststaendigkeit', beschriftung: 'Regelt die Person jetzt mehr allein als am Anfang?', art: 'skala', worte },
    ],
  },
  {
    titel: 'Reflexion auf der Fallebene',
    felder: [
      { name: 'wirksam', beschriftung: 'Was hat gewirkt, was nicht?', art: 'lang' },
      { name: 'zusammenarbeit', beschriftung: 'Zusammenarbeit, Nähe und Distanz', art: 'lang', hinweis: 'Auch: Wo blieb die Verantwortung bei der Person, wo nicht?' },
    ],
  },
  {
    titel: 'Reflexion auf der Systemebene',
    felder: [
      { name: 'netzwerk', beschriftung: 'Zusammenarbeit mit anderen Stellen', art: 'lang' },
      { name: 'struktur', beschriftung: 'Strukturelle Erkenntnisse', art: 'lang', hinweis: 'Was fehlt in der Region, was hält auf? Ohne Namen und ohne Angaben zu Personen.' },
    ],
  },
];

/** The Bogen of each view as the Fachkraft fills it in. */
export const EVALUATIONSBOGEN: Record<Evaluationssicht, Bogentafel> = { ratsuchende: personenbogen(evaluationstexteIn('deu')!), fachkraft: FACHKRAFTBOGEN };
