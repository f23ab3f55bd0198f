import { KLIENTENRESSOURCEN } from '../../boegen/labels.ts';
import type { Bogentafel } from '../../boegen/schema.ts';

/** The Erstgesprächsbogen: groups, fields, hints and kinds in this one table. Strengths and wishes come first (R65). */
export const BOGEN = [
  {
    titel: 'Stärken und Wünsche',
    hinweis: 'Zuerst, was gelingt und wohin es gehen soll.',
    felder: [
      { name: 'staerken', beschriftung: 'Was gelingt gut, was bringt die Person mit?', art: 'lang', hinweis: 'Fähigkeiten, Erfahrungen, Interessen, Ausdauer.' },
      { name: 'wuensche', beschriftung: 'Was wünscht sich die Person?', art: 'lang', hinweis: 'Auch Wünsche, die ungewöhnlich erscheinen.' },
      { name: 'umfeld', beschriftung: 'Wer unterstützt sie?', art: 'lang', hinweis: 'Familie, Freunde, Ehrenamt, Gemeinde.' },
    ],
  },
  {
    titel: 'Anliegen',
    felder: [
      { name: 'anliegen', beschriftung: 'Anliegen in den Worten der Person', art: 'lang' },
      { name: 'zugang', beschriftung: 'Wie ist sie zu KIM gekommen?', art: 'kurz' },
    ],
  },
  {
    titel: 'Haushalt und Herkunft',
    hinweis: 'Namen und Angaben einzelner Personen gehören auf die Seite „Personen“.',
    felder: [
      { name: 'haushalt', beschriftung: 'Haushalt', art: 'lang' },
      { name: 'kinder', beschriftung: 'Kinder und ihre Betreuung', art: 'lang' },
      { name: 'einreise', beschriftung: 'Einreise und Zuweisung', art: 'kurz' },
    ],
  },
  {
    titel: 'Aufenthalt und Lebensunterhalt',
    hinweis: 'Status und Leistungen mit Ablauf tragen Sie auf der Seite „Personen“ ein; von dort kommen die Fristen in Mein Tag.',
    felder: [
      { name: 'aufenthalt', beschriftung: 'Staatsangehörigkeit, Aufenthaltsstatus und Ablauf', art: 'kurz' },
      { name: 'leistungen', beschriftung: 'Leistungsbezug oder Einkommen', art: 'kurz' },
      { name: 'wohnen', beschriftung: 'Wohnen', art: 'lang' },
    ],
  },
  {
    titel: 'Sprache, Schule und Beruf',
    felder: [
      { name: 'deutsch', beschriftung: 'Deutschkenntnisse und Kurse', art: 'kurz', hinweis: 'Zum Beispiel A2, Kurs seit März.' },
      { name: 'schuleBeruf', beschriftung: 'Schule, Ausbildung und Arbeit', art: 'lang' },
      { name: 'anerkennung', beschriftung: 'Abschlüsse und ihre Anerkennung', art: 'kurz' },
    ],
  },
  {
    titel: 'Gesundheit (freiwillig)',
    hinweis: 'Nur, was die Person von sich aus erzählen möchte. Niemand muss hier etwas angeben.',
    felder: [{ name: 'gesundheit', beschriftung: 'Gesundheit, freiwillige Angabe', art: 'lang' }],
  },
  {
    titel: 'Andere Stellen und erste Einschätzung',
    felder: [
      { name: 'stellen', beschriftung: 'Bereits tätige Stellen', art: 'lang' },
      { name: 'einschaetzung', beschriftung: 'Erste fachliche Einschätzung', art: 'lang' },
    ],
  },
  {
    titel: 'Wie der Kontakt weitergehen kann',
    hinweis: 'Diese vier Ressourcen bestimmen, welche Wege nach dem Erstgespräch passen (Kapitel 7.2).',
    felder: KLIENTENRESSOURCEN,
  },
] as const satisfies Bogentafel;

export const ERSTGESPRAECHSKANAL = { persoenlich: 'persönlich', aufsuchend: 'aufsuchend' } as const;
