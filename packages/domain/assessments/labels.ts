import { KLIENTENRESSOURCEN } from '../boegen/labels.ts';
import type { Bogentafel } from '../boegen/schema.ts';
import type { Anlass, Herkunft } from './schema.ts';

export const ANLASS: Record<Anlass, string> = { assessment: 'Assessment', reassessment: 'Re-Assessment' };

/** „Begonnen mit den Angaben aus …“ */
export const HERKUNFT: Record<Herkunft['art'], string> = { erstgespraech: 'dem Erstgespräch', assessment: 'dem Assessment davor' };

/**
 * The Assessment (R55): strengths and wishes first (R65), the view of the Fachkraft last and apart. Fields that the
 * Erstgespräch has too carry the same name: what was said there is not asked again.
 */
export const ASSESSMENTBOGEN = [
  {
    titel: 'Stärken und Ressourcen',
    hinweis: 'Zuerst, was gelingt. In den Worten der Person.',
    felder: [
      { name: 'staerken', beschriftung: 'Was gelingt gut, was bringt die Person mit?', art: 'lang', hinweis: 'Fähigkeiten, Erfahrungen, Interessen, Ausdauer.' },
      { name: 'bewaeltigung', beschriftung: 'Was hat in schwierigen Zeiten geholfen?', art: 'lang', hinweis: 'Auch Glaube, Gewohnheiten, Menschen.' },
      { name: 'mittel', beschriftung: 'Was steht ihr zur Verfügung?', art: 'lang', hinweis: 'Zeit, Geld, Wohnraum, Abschlüsse, Sprachen.' },
    ],
  },
  {
    titel: 'Wünsche und Zukunft',
    hinweis: 'Auch Wünsche, die ungewöhnlich erscheinen. Bewerten Sie sie nicht.',
    felder: [
      { name: 'wuensche', beschriftung: 'Was wünscht sich die Person?', art: 'lang' },
      { name: 'zukunft', beschriftung: 'Wie soll das Leben in einigen Jahren aussehen?', art: 'lang' },
      { name: 'zuerst', beschriftung: 'Was soll sich zuerst ändern?', art: 'lang' },
    ],
  },
  {
    titel: 'Lebenswelt und soziales Netz',
    felder: [
      { name: 'lebenswelt', beschriftung: 'Alltag, Familie, Zugehörigkeit', art: 'lang' },
      { name: 'umfeld', beschriftung: 'Wer unterstützt sie?', art: 'lang', hinweis: 'Familie, Freunde, Ehrenamt, Gemeinde. Ausführlich mit der Netzwerkkarte.' },
      { name: 'stellen', beschriftung: 'Bereits tätige Stellen', art: 'lang' },
    ],
  },
  {
    titel: 'Situation nach Lebensbereichen',
    hinweis: 'Nur, was für die Planung gebraucht wird. Status und Leistungen mit Ablauf gehören auf die Seite „Personen“.',
    felder: [
      { name: 'aufenthalt', beschriftung: 'Aufenthalt und Verfahren', art: 'lang' },
      { name: 'leistungen', beschriftung: 'Lebensunterhalt und Leistungen', art: 'lang' },
      { name: 'wohnen', beschriftung: 'Wohnen', art: 'lang' },
      { name: 'deutsch', beschriftung: 'Sprache und Kurse', art: 'lang' },
      { name: 'schuleBeruf', beschriftung: 'Schule, Ausbildung und Arbeit', art: 'lang' },
      { name: 'anerkennung', beschriftung: 'Abschlüsse und ihre Anerkennung', art: 'lang' },
      { name: 'haushalt', beschriftung: 'Haushalt und Familie', art: 'lang' },
      { name: 'kinder', beschriftung: 'Kinder und ihre Betreuung', art: 'lang' },
      { name: 'gesundheit', beschriftung: 'Gesundheit, freiwillige Angabe', art: 'lang', hinweis: 'Nur, was die Person von sich aus erzählen möchte.' },
      { name: 'teilhabe', beschriftung: 'Soziale Teilhabe und Freizeit', art: 'lang' },
    ],
  },
  {
    titel: 'Anforderungen',
    felder: [
      { name: 'anforderungen', beschriftung: 'Was verlangen andere von der Person?', art: 'lang', hinweis: 'Fristen, Auflagen, Erwartungen von Ämtern, Schule oder Familie.' },
      { name: 'belastungen', beschriftung: 'Was ist gerade schwer?', art: 'lang' },
    ],
  },
  {
    titel: 'Vier Ressourcen für den Kontakt',
    hinweis: 'Sie bestimmen, welche Wege für den Kontakt passen (Kapitel 7.2).',
    nebeneinander: true,
    felder: KLIENTENRESSOURCEN,
  },
  {
    titel: 'Einschätzung der Fachkraft',
    hinweis: 'Ihre Sicht, getrennt von den Worten der Person.',
    felder: [
      { name: 'einschaetzung', beschriftung: 'Fachliche Einschätzung', art: 'lang' },
      { name: 'selbstaendig', beschriftung: 'Was kann die Person selbst, wobei braucht sie Begleitung?', art: 'lang' },
      { name: 'offeneFragen', beschriftung: 'Offene Fragen', art: 'lang' },
    ],
  },
] as const satisfies Bogentafel;
