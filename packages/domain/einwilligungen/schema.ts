/** Kinds of paper that a case rests on (R62); „einverstaendnis“ is the consent to Case Management itself. */
export const EINWILLIGUNGSARTEN = ['datenschutzvereinbarung', 'datenschutzerklaerung', 'schweigepflichtentbindung', 'einverstaendnis'] as const;
export type Einwilligungsart = (typeof EINWILLIGUNGSARTEN)[number];

export const EINWILLIGUNGSSTAENDE = ['erteilt', 'verweigert', 'widerrufen'] as const;
export type Einwilligungsstand = (typeof EINWILLIGUNGSSTAENDE)[number];
