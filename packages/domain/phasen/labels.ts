import type { Phase } from '../faelle/schema.ts';
import type { Beleg } from './rules.ts';

/** What a phase is for, in one plain sentence. */
export const PHASENZWECK: Record<Phase, string> = {
  klaerung: 'Herausfinden, ob KIM die richtige Stelle ist und ob eine Kurzberatung genügt.',
  assessment: 'Gemeinsam ansehen, was die Person mitbringt, was sie will und was sie braucht.',
  serviceplanung: 'Ziele und Schritte vereinbaren: wer, was, bis wann.',
  linking: 'Die Person an Stellen anbinden, die helfen. Die Fallsteuerung bleibt bei Ihnen.',
  monitoring: 'Prüfen, ob die Hilfe ankommt und die Ziele näher rücken.',
  reassessment: 'Neu hinsehen, weil sich etwas geändert hat oder ein Angebot nicht passt.',
  evaluation: 'Gemeinsam zurückblicken: Was hat geholfen, was fehlt in der Region?',
};

/** What is missing, as something to do. */
export const BELEG: Record<Beleg, { titel: string; fehlt: string }> = {
  assessment: { titel: 'Assessment', fehlt: 'Assessment ausfüllen' },
  vereinbarung: { titel: 'Vereinbarter Serviceplan', fehlt: 'Serviceplan vereinbaren' },
  vermittlung: { titel: 'Vermittlung oder Versorgungslücke', fehlt: 'Vermittlung anlegen oder festhalten, dass ein Angebot fehlt' },
  pruefung: { titel: 'Überprüfung', fehlt: 'Vermittlungen und Ziele überprüfen' },
  reassessment: { titel: 'Re-Assessment', fehlt: 'Re-Assessment ausfüllen' },
  evaluation_ratsuchende: { titel: 'Evaluation durch die Person', fehlt: 'Evaluationsbogen der Person erfassen' },
  evaluation_fachkraft: { titel: 'Evaluation durch die Fachkraft', fehlt: 'Eigenen Evaluationsbogen ausfüllen' },
};
