import type { Ergebnis } from './schema.ts';

export const ERGEBNIS: Record<Ergebnis, string> = {
  kurzberatung: 'Kurzberatung',
  verweis: 'Verweis an eine andere Stelle',
  erstgespraech: 'wartet auf das Erstgespräch',
  offen: 'nur notiert',
};

export const ANFRAGESTAND = {
  offen: 'offen',
  wartet: 'wartet auf das Erstgespräch',
  aufgenommen: 'aufgenommen',
  weitergegeben: 'an die zuständige Fachkraft gegeben',
  nicht_aufgenommen: 'nicht aufgenommen',
} as const;
export type Anfragestand = keyof typeof ANFRAGESTAND;

/** What the open hours leave for later. */
export const LUECKE = { kernkriterium: 'Kernkriterium', geburtsjahr: 'Geburtsjahr', staatsangehoerigkeit: 'Staatsangehörigkeit' } as const;
export type Luecke = keyof typeof LUECKE;
