/**
 * Nationalities by the three-digit key of the Destatis Staats- und Gebietssystematik: those most frequent in the
 * counselling of the Kreis, „übrige“ and „ungeklärt“. The whole list comes with the catalogues.
 */
export const STAATSANGEHOERIGKEITEN: readonly (readonly [schluessel: string, name: string])[] = [
  ['423', 'Afghanistan'], ['121', 'Albanien'], ['221', 'Algerien'], ['422', 'Armenien'], ['425', 'Aserbaidschan'], ['225', 'Äthiopien'],
  ['122', 'Bosnien und Herzegowina'], ['125', 'Bulgarien'], ['479', 'China'], ['000', 'Deutschland'], ['224', 'Eritrea'], ['430', 'Georgien'],
  ['238', 'Ghana'], ['261', 'Guinea'], ['436', 'Indien'], ['438', 'Irak'], ['439', 'Iran'], ['246', 'Kongo, Demokratische Republik'],
  ['150', 'Kosovo'], ['451', 'Libanon'], ['252', 'Marokko'], ['144', 'Nordmazedonien'], ['232', 'Nigeria'], ['461', 'Pakistan'],
  ['154', 'Rumänien'], ['160', 'Russische Föderation'], ['170', 'Serbien'], ['273', 'Somalia'], ['432', 'Sri Lanka'], ['475', 'Syrien'],
  ['470', 'Tadschikistan'], ['163', 'Türkei'], ['166', 'Ukraine'], ['997', 'staatenlos'], ['998', 'ungeklärt'], ['999', 'übrige'],
];

/** The name of a key; null for none. */
export const staatsangehoerigkeit = (schluessel: string | null): string | null =>
  STAATSANGEHOERIGKEITEN.find(([key]) => key === schluessel)?.[1] ?? null;
