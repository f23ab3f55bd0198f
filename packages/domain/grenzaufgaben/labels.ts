import type { Umgang } from './schema.ts';

export const UMGANG: Record<Umgang, string> = { verwiesen: 'an die richtige Stelle verwiesen', ausnahme: 'als begründete Ausnahme selbst übernommen' };
