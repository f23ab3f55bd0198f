import { TRAEGER } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';

const jeTraeger = TRAEGER.map((t) => ({
  id: t.id,
  kreisId: t.kreisId,
  kennung: t.kennung,
  // Not its id and name: these stand in the directory of the Kreis.
  marken: [
    t.kanarie, Buffer.from(t.kanarie).toString('hex'), t.haushaltId, t.stelleId, t.freigabeId,
    ...Object.values(t.faelle).flatMap((f) => [f.id, f.ratsuchendeId, f.fallnummer]), ...Object.values(t.personen).flatMap((p) => [p.nutzerId, p.kontoId, p.mitgliedschaftId]),
  ],
}));

/** Rows as text, with bytes in hex, so that canaries show wherever they are. */
export const alsText = (zeilen: unknown): string =>
  JSON.stringify(zeilen, (_, wert: unknown) =>
    typeof wert === 'object' && wert !== null && (wert as { type?: string }).type === 'Buffer' ? Buffer.from((wert as { data: number[] }).data).toString('hex') : wert) ?? '';

/** Marks of Träger other than this one that occur in a text; with `nurKreis` only those of other Kreise. */
export function findFremdes(text: string, eigener: TraegerPlan | null, nurKreis = false): string | null {
  if (text.length < 4) return null;
  for (const t of jeTraeger) {
    if (t.id === eigener?.id || (nurKreis && t.kreisId === eigener?.kreisId)) continue;
    const marke = t.marken.find((m) => text.includes(m));
    if (marke) return `${t.kennung}: ${marke}`;
  }
  return null;
}
