/** What is said when a plan cannot be worked on; answered with 409. */
export const PLANUNGSGRUND = {
  beendet: 'Der Fall ist beendet; der Plan bleibt, wie er ist.',
  kein_case_management: 'Dieser Fall ist kein Case Management. Ziele und Maßnahmen gibt es nur dort.',
  konflikt: 'Inzwischen wurde eine andere Fassung gespeichert; sie wird jetzt gezeigt. Ihre Eingaben sind erhalten. Bitte prüfen und noch einmal speichern.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt. Der frühere Eintrag steht im Plan.',
} as const;

/** Beside the field whose choice is not of this case. */
export const VERWEIS = {
  oberziel: 'Bitte wählen Sie ein Leitziel dieses Falls. Ein Leitziel mit Teilzielen bleibt eines.',
  person: 'Bitte wählen Sie eine Person, die zu diesem Fall gehört.',
  bedarf: 'Bitte wählen Sie einen Bedarf dieses Falls.',
} as const;
