/** How people come (chapter 6, R28); an access path that is only recorded, like WhatsApp, is no integration (I14). */
export const ZUGAENGE = {
  sprechstunde: 'offene Sprechstunde',
  selbst_persoenlich: 'selbst, persönlich',
  selbst_telefon: 'selbst, Telefon',
  selbst_email: 'selbst, E-Mail',
  selbst_messenger: 'selbst, WhatsApp oder anderer Messenger',
  empfehlung: 'Empfehlung anderer Ratsuchender',
  freunde_familie: 'Freunde oder Familie',
  koordination: 'über die Koordination',
  auslaenderbehoerde: 'Ausländerbehörde',
  behoerde: 'andere Behörde oder Sozialamt',
  beratungsstelle: 'Beratungsstelle',
  ehrenamt: 'Ehrenamt',
  clearing_vor_ort: 'Clearing vor Ort (Flüchtlingssozialarbeit)',
  aufsuchend: 'aufsuchende Arbeit',
  neuzuweisung: 'Neuzuweisung',
  gruppenberatung: 'Gruppenberatung',
} as const;
export type Zugang = keyof typeof ZUGAENGE;

/** Every case is one of the two; not known yet is allowed until the decision (chapter 5, R25). */
export const KERNKRITERIEN = {
  erstintegration: 'Erstintegration ab Zuweisung',
  wiederaufnahme: 'Wiederaufnahme von Integrationsprozessen',
} as const;
export type Kernkriterium = keyof typeof KERNKRITERIEN;

/** Who interprets (R119). The family's child is not offered: children are protected from that role (R100). */
export const SPRACHMITTLUNG = {
  keine: 'nicht nötig',
  eigene_sprache: 'Fachkraft spricht die Sprache',
  laienpool: 'Laien-Sprachmittlungspool',
  kollegium: 'mehrsprachiges Kollegium',
  ehrenamt: 'Ehrenamt',
  dolmetschdienst: 'Dolmetschdienst, auch am Telefon',
  begleitperson: 'erwachsene Begleitperson',
  uebersetzungshilfe: 'Übersetzungsprogramm',
  fehlt: 'nötig, war nicht verfügbar',
} as const;
export type Sprachmittlung = keyof typeof SPRACHMITTLUNG;
