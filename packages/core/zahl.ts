const GANZ = String.raw`\d+|\d{1,3}(?:\.\d{3})+`;
const DEZIMAL = new RegExp(String.raw`^[-−]?(?:${GANZ})(?:,\d+)?$`);
const GENAUE_STELLEN = 15;

/**
 * A number as German text: `11,54`, `1.234,5`. Without `stellen` at most two decimals and no
 * trailing zeros, with it exactly so many.
 * @throws RangeError for NaN and infinities
 */
export function formatZahl(zahl: number, stellen?: number): string {
  if (!Number.isFinite(zahl)) throw new RangeError('Keine darstellbare Zahl.');
  return new Intl.NumberFormat('de-DE', {
    minimumFractionDigits: stellen ?? 0,
    maximumFractionDigits: stellen ?? 2,
    signDisplay: 'negative',
  }).format(zahl);
}

/**
 * Reads a German decimal number; null for anything else. `11.54` is refused rather than read as
 * 1154, and so are more digits than a number keeps exactly.
 */
export function parseDezimal(eingabe: string): number | null {
  const text = eingabe.trim();
  if (!DEZIMAL.test(text) || text.replace(/\D/g, '').length > GENAUE_STELLEN) return null;
  return Number(text.replace('−', '-').replaceAll('.', '').replace(',', '.'));
}
