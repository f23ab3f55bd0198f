export const HAUSHALTSROLLE: Record<string, string> = {
  erwachsen: 'Hauptperson des Haushalts',
  partner: 'Partnerin oder Partner',
  kind: 'Kind',
  elternteil: 'Elternteil',
  weitere: 'weitere Person',
};
