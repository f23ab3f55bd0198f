/** What somebody lives on; counted by its key, which is never reused. A change of it ends no case (R27). */
export const LEISTUNGSBEZUEGE = {
  asylblg_3: 'Grundleistungen nach § 3 AsylbLG',
  asylblg_2: 'Analogleistungen nach § 2 AsylbLG',
  sgb_2: 'Grundsicherung für Arbeitsuchende (SGB II)',
  sgb_12: 'Sozialhilfe oder Grundsicherung (SGB XII)',
  sgb_3: 'Arbeitslosengeld (SGB III)',
  ausbildungsfoerderung: 'Ausbildungsförderung (BAföG, BAB)',
  erwerbseinkommen: 'eigenes Erwerbseinkommen',
  unterhalt: 'Unterhalt oder Familieneinkommen',
  keine: 'keine Leistungen und kein Einkommen',
  sonstige: 'sonstige Leistungen',
  unbekannt: 'ungeklärt oder keine Angabe',
} as const;
export type Leistungsbezug = keyof typeof LEISTUNGSBEZUEGE;
