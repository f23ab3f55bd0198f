/** What is said when a Bogen of a Case Management cannot be written; answered with 409. */
export const BOGENGRUND = {
  beendet: 'Der Fall ist beendet; der Bogen bleibt, wie er ist.',
  kein_case_management: 'Dieser Fall ist kein Case Management. Diesen Bogen gibt es nur dort.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt.',
} as const;
