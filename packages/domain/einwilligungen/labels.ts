import type { Unterlagenstand } from './rules.ts';
import type { Einwilligungsart, Einwilligungsstand } from './schema.ts';

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
