/** How far one of the four resources of a client reaches (R37). */
export const STUFE = { gut: 'gut', etwas: 'etwas', kaum: 'noch kaum' } as const;

/** The four resources that decide which ways of contact fit (chapter 7.2); the same in every Bogen. */
export const KLIENTENRESSOURCEN = [
  { name: 'alphabetisierung', beschriftung: 'Lesen und Schreiben', art: 'stufe', worte: STUFE },
  { name: 'spracherwerb', beschriftung: 'Verständigung auf Deutsch', art: 'stufe', worte: STUFE },
  { name: 'mobilitaet', beschriftung: 'Mobilität', art: 'stufe', worte: STUFE },
  { name: 'digital', beschriftung: 'Digitale Kenntnisse', art: 'stufe', worte: STUFE },
] as const;
