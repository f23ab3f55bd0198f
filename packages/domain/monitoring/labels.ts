import type { Folge } from './rules.ts';
import type { Antwort, Frage } from './schema.ts';

export const FRAGE: Record<Frage, string> = {
  erreicht: 'Hat die Person die Stelle erreicht?',
  vollstaendig: 'Wurde die Leistung vollständig erbracht?',
  passend: 'Passt sie zu dieser Person?',
  zielErreicht: 'Ist das Ziel damit erreicht?',
};

export const ANTWORT: Record<Antwort, string> = { ja: 'ja', teilweise: 'teilweise', nein: 'nein', offen: 'noch offen' };

export const FOLGE_TEXT: Record<Folge, string> = {
  nachfassen: 'Nachfassen: Was hat die Person aufgehalten, was braucht die Stelle noch?',
  luecke: 'Festhalten, was in der Region fehlt.',
  reassessment: 'Neu hinsehen: Hat sich etwas geändert, oder passt das Angebot nicht?',
  plan_anpassen: 'Den Serviceplan anpassen und neu vereinbaren.',
  abschliessen: 'Das Ziel als erreicht bewerten und die Vermittlung beenden.',
};
