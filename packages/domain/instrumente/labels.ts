import type { Instrumentstand, Vordruck } from './schema.ts';

export const INSTRUMENTSTAND: Record<Instrumentstand, string> = { entwurf: 'Entwurf', abgeschlossen: 'abgeschlossen' };

const AUSPRAEGUNG = { stark: 'stark', mittel: 'mittel', schwach: 'schwach' } as const;

/**
 * The instruments of the Assessment (chapter 9.3, R62) as lists. A changed form is a further entry with the next number; the
 * earlier one stays, because what was begun with it is completed with it. None is mandatory.
 */
export const VORDRUCKE: readonly Vordruck[] = [
  {
    art: 'netzwerkkarte', fassung: 1, titel: 'Netzwerkkarte', zweck: 'Wer gehört zum Leben der Person, wie nah, und wer stärkt sie?', zeile: 'Kontakt',
    spalten: [
      { name: 'wer', beschriftung: 'Wer?', art: 'kurz' },
      { name: 'beziehung', beschriftung: 'Beziehung', art: 'kurz', hinweis: 'Familie, Freunde, Nachbarschaft, Fachleute.' },
      { name: 'naehe', beschriftung: 'Wie nah?', art: 'stufe', worte: { eng: 'eng', mittel: 'mittel', locker: 'locker' } },
      { name: 'wirkung', beschriftung: 'Wirkung', art: 'stufe', worte: { staerkt: 'stärkt', beides: 'beides', belastet: 'belastet' } },
      { name: 'wobei', beschriftung: 'Wobei kann der Kontakt helfen?', art: 'lang' },
    ],
  },
  {
    art: 'mehrperspektivenraster', fassung: 1, titel: 'Mehrperspektivenraster', zweck: 'Dieselbe Lage mit den Augen mehrerer Beteiligter ansehen.', zeile: 'Perspektive',
    spalten: [
      { name: 'wer', beschriftung: 'Wessen Sicht?', art: 'kurz', hinweis: 'Zuerst die der Person.' },
      { name: 'sicht', beschriftung: 'Wie sieht er oder sie die Lage?', art: 'lang' },
      { name: 'wichtig', beschriftung: 'Was ist ihm oder ihr wichtig?', art: 'lang' },
      { name: 'beitrag', beschriftung: 'Was kann er oder sie beitragen?', art: 'lang' },
    ],
  },
  {
    art: 'staerkeneinschaetzung', fassung: 1, titel: 'Stärkeneinschätzung', zweck: 'Stärken in den Lebensbereichen finden und einschätzen, wie weit sie tragen.', zeile: 'Stärke',
    spalten: [
      { name: 'bereich', beschriftung: 'Lebensbereich', art: 'kurz' },
      { name: 'staerke', beschriftung: 'Stärke', art: 'lang' },
      { name: 'auspraegung', beschriftung: 'Wie ausgeprägt?', art: 'stufe', worte: AUSPRAEGUNG },
      { name: 'nutzen', beschriftung: 'Wofür lässt sie sich nutzen?', art: 'lang' },
    ],
  },
  {
    art: 'staerkenkarten', fassung: 1, titel: 'Stärkenkarten', zweck: 'Mit gewählten Karten über eigene Stärken ins Gespräch kommen.', zeile: 'Karte',
    spalten: [
      { name: 'karte', beschriftung: 'Gewählte Karte', art: 'kurz' },
      { name: 'gewaehlt', beschriftung: 'Gewählt von', art: 'stufe', worte: { selbst: 'der Person selbst', andere: 'anderen für sie' } },
      { name: 'beispiel', beschriftung: 'Beispiel aus dem Leben', art: 'lang' },
    ],
  },
  {
    art: 'lebenslinie', fassung: 1, titel: 'Lebenslinie', zweck: 'Wichtige Stationen des Lebens in ihrer Reihenfolge, und was damals getragen hat.', zeile: 'Station',
    spalten: [
      { name: 'zeit', beschriftung: 'Wann?', art: 'kurz', hinweis: 'Jahr, Alter oder Zeitraum.' },
      { name: 'ereignis', beschriftung: 'Was ist geschehen?', art: 'lang', hinweis: 'Nur, was die Person von sich aus erzählen möchte.' },
      { name: 'erleben', beschriftung: 'Wie war diese Zeit?', art: 'stufe', worte: { gut: 'gut', gemischt: 'gemischt', schwer: 'schwer' } },
      { name: 'geholfen', beschriftung: 'Was hat geholfen?', art: 'lang' },
    ],
  },
  {
    art: 'beduerfnisanalyse', fassung: 1, titel: 'Bedürfnisanalyse', zweck: 'Klären, was die Person braucht, wie wichtig es ist und was dazu fehlt.', zeile: 'Bedürfnis',
    spalten: [
      { name: 'beduerfnis', beschriftung: 'Was braucht die Person?', art: 'lang' },
      { name: 'wichtigkeit', beschriftung: 'Wie wichtig ist es ihr?', art: 'stufe', worte: { sehr: 'sehr', etwas: 'etwas', wenig: 'wenig' } },
      { name: 'erfuellt', beschriftung: 'Ist es erfüllt?', art: 'stufe', worte: { ja: 'ja', teilweise: 'teilweise', nein: 'nein' } },
      { name: 'fehlt', beschriftung: 'Was fehlt dazu?', art: 'lang' },
    ],
  },
  {
    art: 'problemanalyse', fassung: 1, titel: 'Problemanalyse', zweck: 'Ein Problem mit seinen Ursachen und bisherigen Lösungsversuchen verstehen.', zeile: 'Problem',
    spalten: [
      { name: 'problem', beschriftung: 'Problem in den Worten der Person', art: 'lang' },
      { name: 'seit', beschriftung: 'Seit wann?', art: 'kurz' },
      { name: 'ursachen', beschriftung: 'Wodurch entsteht es, was hält es aufrecht?', art: 'lang' },
      { name: 'versucht', beschriftung: 'Was wurde schon versucht?', art: 'lang' },
      { name: 'einfluss', beschriftung: 'Was kann die Person daran ändern?', art: 'stufe', worte: { viel: 'viel', etwas: 'etwas', wenig: 'wenig' } },
    ],
  },
  {
    art: 'ressourcenerhebung', fassung: 1, titel: 'Ressourcenerhebung', zweck: 'Alles sammeln, was der Person zur Verfügung steht, und wie es genutzt wird.', zeile: 'Ressource',
    spalten: [
      { name: 'art', beschriftung: 'Art', art: 'stufe', worte: { persoenlich: 'persönlich', sozial: 'sozial', materiell: 'materiell', umgebung: 'in der Umgebung' } },
      { name: 'ressource', beschriftung: 'Ressource', art: 'lang' },
      { name: 'nutzung', beschriftung: 'Wird sie genutzt?', art: 'stufe', worte: { ja: 'ja', teilweise: 'teilweise', nein: 'noch nicht' } },
      { name: 'wofuer', beschriftung: 'Wofür kann sie helfen?', art: 'lang' },
    ],
  },
];
