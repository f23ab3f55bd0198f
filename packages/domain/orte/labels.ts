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
