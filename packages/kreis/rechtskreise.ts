/** The field of law or the service that an entry of the directory belongs to (R115); the key is stored, never reused. */
export const RECHTSKREISE = {
  aufenthg: 'Aufenthaltsgesetz, Asylgesetz',
  stag: 'Staatsangehörigkeitsgesetz',
  asylblg: 'Asylbewerberleistungsgesetz',
  sgb2: 'SGB II (Bürgergeld)',
  sgb3: 'SGB III (Arbeitsförderung)',
  sgb5: 'SGB V (Gesundheit)',
  sgb8: 'SGB VIII (Kinder- und Jugendhilfe)',
  sgb9: 'SGB IX (Teilhabe)',
  sgb11: 'SGB XI (Pflege)',
  sgb12: 'SGB XII (Sozialhilfe)',
  kindergeld: 'Kindergeld',
  schule: 'Schule und Bildung',
  ordnung: 'Meldewesen, Personenstand, Ordnung',
  beratung: 'Beratung freier Träger',
  begegnung: 'Begegnung und Ehrenamt',
  sonstiges: 'Sonstiges',
} as const;
export type Rechtskreis = keyof typeof RECHTSKREISE;
