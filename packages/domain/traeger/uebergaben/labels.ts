/** Why cases were not handed over. */
export const GRUND = {
  dieselbe: 'Die Fälle liegen schon bei dieser Person.',
  keine_fachkraft: 'Diese Person kann zurzeit keine Fälle übernehmen. Bitte wählen Sie eine aktive Fachkraft.',
  keine_faelle: 'Diese Fälle liegen nicht mehr bei der Person. Bitte prüfen Sie die Liste; sie ist jetzt aktuell.',
  freigabe: 'Diese Übergabe würde Ihnen selbst fremde Fälle öffnen. Sie wirkt erst, wenn die Leitung oder die bisherige Fachkraft zustimmt.',
} as const;
