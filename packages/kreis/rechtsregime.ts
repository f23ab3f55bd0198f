/** Which data-protection law binds a Träger (U9); the norms are those that the shipped texts name. */
export interface Rechtsregime {
  gesetz: string;
  einwilligung: string;
  widerruf: string;
  rechte: string;
  aufsicht: string;
}

export const RECHTSREGIME = {
  dsgvo: {
    gesetz: 'Datenschutz-Grundverordnung (DSGVO) und Datenschutzgesetz Nordrhein-Westfalen (DSG NRW)',
    einwilligung: 'Artikel 6 Absatz 1 Buchstabe a und Artikel 9 Absatz 2 Buchstabe a DSGVO',
    widerruf: 'Artikel 7 Absatz 3 DSGVO',
    rechte: 'Artikel 15 bis 18, 20 und 21 DSGVO',
    aufsicht: 'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen (LDI NRW), Düsseldorf',
  },
  kdg: {
    gesetz: 'Gesetz über den Kirchlichen Datenschutz (KDG)',
    einwilligung: '§ 6 Absatz 1 Buchstabe b und § 11 Absatz 2 Buchstabe a KDG',
    widerruf: '§ 8 Absatz 6 KDG',
    rechte: '§§ 17 bis 20, 22 und 23 KDG',
    aufsicht: 'Katholisches Datenschutzzentrum, Dortmund',
  },
  dsg_ekd: {
    gesetz: 'Kirchengesetz über den Datenschutz der Evangelischen Kirche in Deutschland (DSG-EKD)',
    einwilligung: '§ 6 Nummer 2 und § 13 Absatz 2 Nummer 1 DSG-EKD',
    widerruf: '§ 11 Absatz 3 DSG-EKD',
    rechte: '§§ 19 bis 22, 24 und 25 DSG-EKD',
    aufsicht: 'Beauftragter für den Datenschutz der EKD (BfD EKD), Hannover',
  },
} as const satisfies Record<string, Rechtsregime>;
export type RegimeCode = keyof typeof RECHTSREGIME;
