/**
 * Areas of need, as the paper's chapters 5, 7.2 and 11 name them; the key is counted (D10). Keys are never reused: an area
 * that is no longer wanted stays readable.
 */
export const BEDARFSBEREICHE = {
  aufenthalt: 'Aufenthalt und Verfahren',
  existenz: 'Lebensunterhalt und Leistungen',
  wohnen: 'Wohnen',
  sprache: 'Sprache und Kurse',
  schule_kita: 'Kita und Schule',
  ausbildung: 'Ausbildung und Studium',
  arbeit: 'Arbeit',
  anerkennung: 'Anerkennung von Abschlüssen',
  gesundheit: 'Gesundheit',
  psyche: 'Psychische Belastung',
  behinderung_pflege: 'Behinderung und Pflege',
  familie: 'Familie und Erziehung',
  schwangerschaft: 'Schwangerschaft und Geburt',
  schutz_gewalt: 'Schutz vor Gewalt und Diskriminierung',
  schulden: 'Schulden und Finanzen',
  sucht: 'Sucht',
  teilhabe: 'Soziale Teilhabe und Ehrenamt',
  mobilitaet: 'Mobilität und digitale Kenntnisse',
  behoerden: 'Behörden und Schriftverkehr',
  rueckkehr_nachzug: 'Familiennachzug oder Rückkehr',
  sonstiges: 'Sonstiges',
} as const;
export type Bedarfsbereich = keyof typeof BEDARFSBEREICHE;
