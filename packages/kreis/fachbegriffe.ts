/** Explanations on screen, in the words of the paper; each names the chapter it comes from (R139). */
export interface Fachbegriff {
  name: string;
  text: string;
  kapitel: string;
}

export const FACHBEGRIFFE: readonly Fachbegriff[] = [
  { name: 'Case Management', text: 'Beratung bei vielschichtigen Anliegen, die verschiedene Rechtskreise berühren. Sie wird gemeinsam geplant und über Monate oder Jahre koordiniert. Der Fall ist an eine Fachkraft gebunden.', kapitel: 'Kapitel 7.2 und 8' },
  { name: 'Kurzberatung', text: 'Beratung bei einer überschaubaren Lage mit in der Regel höchstens zwei Bedarfen. Die weiteren Schritte gehen die Ratsuchenden weitgehend selbst. Üblich sind zwei Gespräche.', kapitel: 'Kapitel 7.2' },
  { name: 'Verweis', text: 'Ein einzelner Kontakt, nach dem die Person an die zuständige Stelle weitergeht. Er ist weder Kurzberatung noch Case Management.', kapitel: 'Kapitel 7.2 und 8' },
  { name: 'Kernkriterium', text: 'Erstintegration ab der Zuweisung in die Kommune oder Wiederaufnahme eines unterbrochenen Integrationsprozesses.', kapitel: 'Kapitel 5' },
  { name: 'Überführung', text: 'Aus wiederholten Kurzberatungen wird jederzeit ein Case Management, wenn genügend Kriterien erfüllt sind und die Person einverstanden ist.', kapitel: 'Kapitel 8' },
  { name: 'Klärungsphase', text: 'Zu Beginn wird geklärt, ob KIM die richtige Stelle ist und ob eine Kurzberatung genügt.', kapitel: 'Kapitel 9.2' },
  { name: 'Assessment', text: 'Gemeinsame Erhebung der Situation, der Bedarfe, Ressourcen und Wünsche.', kapitel: 'Kapitel 9.2' },
  { name: 'Serviceplanung', text: 'Schriftliche Ziel- und Hilfeplanung mit überprüfbaren Zielen, Fristen und der Frage, wer handelt.', kapitel: 'Kapitel 9.2' },
  { name: 'Linking', text: 'Koordinierte Vermittlung an passende Angebote; die Steuerung des Falls bleibt bei der Fachkraft.', kapitel: 'Kapitel 9.2' },
  { name: 'Monitoring', text: 'Prüfung, ob eine Vermittlung ankam, ob sie passt und ob das Ziel erreicht ist.', kapitel: 'Kapitel 9.2' },
  { name: 'Evaluation', text: 'Gemeinsamer Rückblick auf den Prozess und Abschluss des Falls.', kapitel: 'Kapitel 9.2' },
  { name: 'Vertretung', text: 'Eine andere Fachkraft arbeitet für eine bestimmte Zeit an den Fällen der abwesenden weiter und sieht sie in dieser Zeit.', kapitel: 'Kapitel 11' },
  { name: 'Übergabe', text: 'Die Zuständigkeit für einen Fall geht dauerhaft auf eine andere Fachkraft über, etwa wenn jemand ausscheidet.', kapitel: 'Kapitel 5 und 10' },
  { name: 'Fallberatung', text: 'Eine Kollegin oder ein Kollege blickt für eine begrenzte Zeit und aus einem genannten Grund mit in einen Fall.', kapitel: 'Kapitel 7.2' },
  { name: 'Zuständigkeit', text: 'Wer für einen Fall verantwortlich ist. Sie endet nicht, wenn sich Leistungsbezug, Alter oder Aufenthalt ändern.', kapitel: 'Kapitel 5' },
  { name: 'VZÄ', text: 'Vollzeitäquivalent: Anteil einer Stelle an einer Vollzeitstelle. 0,5 VZÄ ist eine halbe Stelle.', kapitel: 'Kapitel 2' },
  { name: 'Besetzung', text: 'Wer eine Stelle mit welchem Anteil und von wann bis wann ausfüllt.', kapitel: 'Kapitel 2' },
  { name: 'Freigabe', text: 'Schritte, durch die eine Verwaltungsperson Fälle lesen könnte, wirken erst, wenn eine zweite Person zustimmt.', kapitel: 'Kapitel 9.5' },
  { name: 'Veröffentlichung', text: 'Die Koordination sieht nur freigegebene, gerundete Zahlen für den Kreis, nie einen Fall.', kapitel: 'Kapitel 3 und 9.5' },
];

/** @throws Error for a name that is not in the list: a page must not explain what nobody wrote */
export function fachbegriff(name: string): Fachbegriff {
  const begriff = FACHBEGRIFFE.find((eintrag) => eintrag.name === name);
  if (!begriff) throw new Error(`Kein Fachbegriff „${name}“.`);
  return begriff;
}
