const SEGMENTE = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** Initials of a full name, `Amina El Haddad` → `A. E. H.`; works for every script. */
export function initialenAus(voll: string): string {
  return voll
    .split(/[\s-]+/u)
    .map((teil) => [...SEGMENTE.segment(teil)].find(({ segment }) => /\p{L}/u.test(segment))?.segment)
    .filter((buchstabe) => buchstabe !== undefined)
    .map((buchstabe) => `${buchstabe.toLocaleUpperCase('de')}.`)
    .join(' ');
}
