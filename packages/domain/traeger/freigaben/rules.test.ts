import { expect, test } from 'vitest';
import { standVon } from './rules.ts';

const jetzt = new Date('2026-11-22T12:00:00Z');
const vorTagen = (tage: number) => new Date(jetzt.getTime() - tage * 86_400_000);

test.each([
  ['nobody decided', 'zugang', null, null, null, 'offen'],
  ['refused', 'zugang', 'nein', vorTagen(1), null, 'abgelehnt'],
  ['agreed, link not made yet', 'zugang', 'ja', vorTagen(6), null, 'zugestimmt'],
  ['agreed and used', 'zugang', 'ja', vorTagen(6), vorTagen(5), 'eingeloest'],
  ['agreed long ago, never used', 'zugang', 'ja', vorTagen(8), null, 'verfallen'],
  ['took effect at once', 'vertretung', 'ja', vorTagen(8), vorTagen(8), 'eingeloest'],
] as const)('%s', (_, art, bestaetigt, entschiedenAm, eingeloestAm, stand) => {
  expect(standVon({ art, bestaetigt, entschiedenAm, eingeloestAm }, jetzt)).toBe(stand);
});
