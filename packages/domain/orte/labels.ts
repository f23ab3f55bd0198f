import type { Ortsart } from './schema.ts';

export const ORTSART: Record<Ortsart, string> = {
  buero: 'Büro',
  aussensprechstunde: 'Außensprechstunde',
  unterkunft: 'Unterkunft',
  sonstiger: 'sonstiger Ort',
};

/** What a place allows (R67, chapter 9.4). */
export const EIGENSCHAFTEN = {
  vertraulich: 'vertrauliches Gespräch möglich',
  familiengerecht: 'familiengerecht',
  barrierefrei: 'barrierefrei',
} as const;
export type Ortseigenschaft = keyof typeof EIGENSCHAFTEN;

const KURZ: Record<Ortseigenschaft, string> = { vertraulich: 'vertraulich', familiengerecht: 'familiengerecht', barrierefrei: 'barrierefrei' };

/** „Familienbüro (vertraulich, barrierefrei)“: a place in a list, with what it allows. */
export function nenneOrt({ name, ...ort }: { name: string } & Partial<Record<Ortseigenschaft, boolean>>): string {
  const erlaubt = Object.entries(KURZ).flatMap(([eigenschaft, wort]) => (ort[eigenschaft as Ortseigenschaft] ? [wort] : []));
  return erlaubt.length > 0 ? `${name} (${erlaubt.join(', ')})` : name;
}
