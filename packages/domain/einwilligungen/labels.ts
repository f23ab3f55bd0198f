import type { Unterlagenstand, Widerrufsfolge } from './rules.ts';
import type { Datenart, Einwilligungsart, Einwilligungsform, Einwilligungsstand, Richtung, Zweck } from './schema.ts';

export const EINWILLIGUNGSART: Record<Einwilligungsart, string> = {
  datenschutzvereinbarung: 'Datenschutzvereinbarung',
  datenschutzerklaerung: 'Datenschutzerklärung',
  schweigepflichtentbindung: 'Schweigepflichtentbindung',
  einverstaendnis: 'Einverständnis mit dem Case Management',
};

export const EINWILLIGUNGSSTAND: Record<Einwilligungsstand, string> = {
  erteilt: 'erteilt',
  verweigert: 'verweigert',
  widerrufen: 'widerrufen',
};

export const UNTERLAGENSTAND: Record<Unterlagenstand, string> = {
  liegt_vor: 'liegt vor',
  abgelaufen: 'abgelaufen',
  verweigert: 'verweigert',
  widerrufen: 'widerrufen',
  fehlt: 'fehlt',
};

/** What is missing, as a plain sentence; empty when nothing is. */
export const UNTERLAGE_FEHLT: Record<Unterlagenstand, string> = {
  liegt_vor: '',
  abgelaufen: 'Die Frist ist vorbei. Bitte neu einholen.',
  verweigert: 'Die Person hat abgelehnt.',
  widerrufen: 'Die Person hat widerrufen.',
  fehlt: 'Noch nicht eingeholt.',
};

export const EINWILLIGUNGSFORM: Record<Einwilligungsform, string> = {
  schriftlich: 'schriftlich, auf Papier',
  elektronisch: 'elektronisch, am Bildschirm unterschrieben',
  muendlich: 'mündlich',
};

export const DATENART: Record<Datenart, string> = {
  person: 'Name, Anschrift, Geburtsdatum',
  familie: 'Familie und Haushalt',
  aufenthalt: 'Aufenthalt und Verfahren',
  leistungen: 'Leistungen und Lebensunterhalt',
  wohnen: 'Wohnen',
  bildung_arbeit: 'Sprache, Schule, Ausbildung, Arbeit',
  gesundheit: 'Gesundheit',
  verlauf: 'Verlauf der Beratung',
  ziele: 'Ziele und Maßnahmen',
};

export const ZWECK_DER_WEITERGABE: Record<Zweck, string> = {
  vermittlung: 'Vermittlung an diese Stelle',
  terminvereinbarung: 'Termine vereinbaren',
  antragsklaerung: 'Anträge und Leistungen klären',
  fallbesprechung: 'Besprechung zu zweit',
  fallkonferenz: 'Fallkonferenz mit mehreren Stellen',
  rueckmeldung: 'Rückmeldung, wie es weiterging',
};

export const RICHTUNG: Record<Richtung, string> = {
  an_empfaenger: 'Wir dürfen der Stelle mitteilen',
  von_empfaenger: 'Die Stelle darf uns mitteilen',
  gegenseitig: 'gegenseitig',
};

/** What the person who confirms a revocation is told before. */
export const FOLGE: Record<Widerrufsfolge, readonly string[]> = {
  erfassen_endet: [
    'Ab sofort wird in diesem Fall nichts mehr erfasst. Neue Einträge und Änderungen weist das System ab.',
    'Die Aufbewahrungsfrist beginnt. Bis zu ihrem Ende kann der Fall gelesen, gedruckt und beendet werden.',
    'Nur eine neue Datenschutzvereinbarung hebt das wieder auf.',
  ],
  weitergabe_endet: [
    'Ab sofort darf dieser Stelle nichts mehr mitgeteilt werden, und sie darf uns nichts mehr mitteilen.',
    'Offene Vermittlungen an diese Stelle werden angehalten. Sprechen Sie mit der Person, ob der Fall ohne sie weitergeht oder endet.',
    'Was bisher weitergegeben wurde, bleibt rechtmäßig. Bitte informieren Sie die Stelle über den Widerruf.',
    'Entbindungen für andere Stellen gelten weiter.',
  ],
  begleitung_ungewiss: [
    'Das Case Management kann so nicht weitergehen.',
    'Entscheiden Sie neu, ob eine Kurzberatung genügt, oder beenden Sie den Fall.',
    'Erfasst werden darf weiterhin, solange die Datenschutzvereinbarung gilt.',
  ],
};
