import type { Rolle } from './rollen.ts';

export const ROLLENNAME: Record<Rolle, string> = {
  fachkraft: 'Fachkraft',
  leitung: 'Leitung',
  traegeradministration: 'Trägeradministration',
  koordination: 'Koordination',
};

/** „Fachkraft, Leitung“. */
export const nenneRollen = (rollen: readonly Rolle[]): string => rollen.map((rolle) => ROLLENNAME[rolle]).join(', ');
