import type { Klasse } from '../faelle/schema.ts';
import type { Mangel, Schritt, Unterlage, Vorschlag } from './rules.ts';

export const SCHRITT: Record<Schritt, { titel: string; wozu: string }> = {
  erstgespraech: { titel: 'Erstgespräch', wozu: 'Das erste Gespräch findet immer persönlich statt. Der Bogen hilft, nichts zu übersehen; kein Feld ist Pflicht.' },
  unterlagen: { titel: 'Unterlagen', wozu: 'Was die Person unterschrieben hat: Datenschutz, Schweigepflichtentbindung und das Einverständnis mit einem Case Management.' },
  bedarfe: { titel: 'Bedarfe', wozu: 'Wobei die Person Unterstützung braucht. Bis zu zwei Bedarfe sprechen für eine Kurzberatung.' },
  kriterien: { titel: 'Kriterien', wozu: 'Jedes Kriterium wird mit Ja oder Nein beantwortet und kurz begründet.' },
  entscheidung: { titel: 'Entscheidung', wozu: 'Verweis, Kurzberatung oder Case Management: Das entscheidet die zuständige Fachkraft, nicht das Ergebnis der Kriterien.' },
};

export const PFLICHTUNTERLAGE: Record<Unterlage, string> = {
  datenschutzvereinbarung: 'Datenschutzvereinbarung',
  datenschutzerklaerung: 'Datenschutzerklärung',
  schweigepflichtentbindung: 'Schweigepflichtentbindung',
  erstgespraechsbogen: 'Erstgesprächsbogen',
  einverstaendnis: 'Einverständnis mit dem Case Management',
};

export const ENTSCHEIDUNG: Record<Klasse, string> = {
  verweis: 'Eine andere Stelle ist zuständig; nach diesem Kontakt geht die Person dorthin. Der Fall endet damit.',
  kurzberatung: 'Die Lage ist überschaubar; üblich sind zwei Gespräche.',
  case_management: 'Die Begleitung wird gemeinsam geplant und koordiniert. Der Fall ist dann an Sie gebunden.',
};

export const MANGEL: Record<Mangel, string> = {
  antwort_fehlt: 'Bitte beantworten Sie dieses Kriterium mit Ja oder Nein.',
  grund_fehlt: 'Bitte begründen Sie die Antwort kurz.',
  abweichung_fehlt: 'Es sind weniger Kriterien erfüllt, als die Schwelle verlangt. Bitte begründen Sie, warum es trotzdem ein Case Management sein soll.',
  einverstaendnis_fehlt: 'Ein Case Management beginnt erst, wenn das Einverständnis der Person vorliegt. Bitte erfassen Sie es bei den Einwilligungen.',
  unterlagen_begruenden: 'Es fehlen Unterlagen. Bitte halten Sie fest, warum das Case Management trotzdem beginnt.',
  kernkriterium_fehlt: 'Bitte wählen Sie: Erstintegration oder Wiederaufnahme.',
};

export const NEUPRUEFUNG = {
  bedarfe: 'Mindestens drei Bedarfe sind offen, seit der letzten Entscheidung kam einer hinzu.',
  beratungen: 'Seit der letzten Entscheidung gab es mehr als zwei Beratungen.',
} as const satisfies Record<Vorschlag, string>;
